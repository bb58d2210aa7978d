import { useId, type ReactNode } from 'react';
import { shortName } from '../../app/exercises/materials';
import { parsePlace, selectedPlace } from '../../app/exercises/places';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { partName } from '../common/partName';
import { useView } from '../context';

interface Props {
  readonly why: string | undefined;
  readonly ask: ReactNode;
  readonly given: readonly string[];
  readonly onGive: (given: readonly string[]) => void;
}

/** Places of the page that are kept one by one. */
export function PlacesField({ why, ask, given, onGive }: Props): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const id = useId();
  const { view } = useView();
  const now = selectedPlace(view);
  return (
    <div role="group" aria-labelledby={id} aria-describedby={why} className="exercise-order">
      <p id={id}>{ask}</p>
      <p className="muted">
        {now === null ? rich('lesson.nothingKept') : rich('exercises.selected', { place: placeName(i18n, now) })}
      </p>
      <button
        type="button"
        className="button"
        aria-disabled={now === null}
        onClick={() => (now === null || given.includes(now) ? undefined : onGive([...given, now]))}
      >
        {rich('exercises.keepPlace')}
      </button>
      <ol className="lesson-list">
        {given.map((place, index) => (
          <li key={place}>
            {placeName(i18n, place)}{' '}
            <button
              type="button"
              className="button bare"
              aria-label={t('exercises.dropPlace', { number: index + 1 })}
              title={t('exercises.dropPlace', { number: index + 1 })}
              onClick={() => onGive(given.filter((each) => each !== place))}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function placeName(i18n: I18n, text: string): ReactNode {
  const place = parsePlace(text);
  if (place === null) return text;
  if (place.kind === 'part') return partName(i18n, place.part);
  const document = shortName(place.document);
  if (place.at === null) return i18n.rich('exercises.whole', { document });
  return i18n.rich('exercises.valueIn', { at: place.at, document });
}
