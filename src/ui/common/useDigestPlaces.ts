import { useRef } from 'react';
import { encodedPart } from '../../core/model/digest';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from './announce';
import { nextPlace } from './nextPlace';
import { useCommands } from './useCommands';

interface DigestPlaces {
  /** The digests and IDs of what is selected. */
  readonly names: () => readonly string[];
  /** The places that name one of these, without their algorithm, in reading order: each by a key of the board's own. */
  readonly placesOf: (names: ReadonlySet<string>) => readonly string[];
  /** The place that has the keyboard. */
  readonly here: () => string | null;
  /** Gives a place the keyboard. */
  readonly go: (place: string) => void;
}

/** Offers to go from one place of a board that names the selected digest to the next, around in a circle. */
export function useDigestPlaces({ names, placesOf, here, go }: DigestPlaces): void {
  const { t } = useI18n();
  const announce = useAnnounce();
  /** The last step: the place may name other things, too, and it is not these that are looked for. */
  const last = useRef<{ readonly wanted: ReadonlySet<string>; readonly place: string } | null>(null);
  useCommands({
    place({ by }) {
      const at = here();
      const goesOn = at !== null && last.current?.place === at;
      const wanted = goesOn && last.current ? last.current.wanted : new Set(names().map(encodedPart));
      const places = placesOf(wanted);
      const index = nextPlace(places, at ?? last.current?.place ?? null, by);
      const place = places[index];
      if (place === undefined) return null;
      return () => {
        last.current = { wanted, place };
        go(place);
        announce(t('places.at', { n: index + 1, count: places.length }), 'shown');
      };
    },
  });
}
