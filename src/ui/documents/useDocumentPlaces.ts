import { useRef } from 'react';
import { offsetsIn } from '../../core/compare/places';
import { LIMITS } from '../../core/limits';
import type { Document } from '../../core/model/archive';
import type { Representation } from '../../core/model/representation';
import { useDigestPlaces } from '../common/useDigestPlaces';
import { namesOf } from '../compare/spot';
import { useView } from '../context';
import { DOCUMENT_TEXT, focusSoon } from '../tables/focusSoon';
import { scanJson } from './jsonTokens';
import { pointerAt } from './pointer';

/** Offers to go from one place that names the selected digest to the next, through all documents that are listed. */
export function useDocumentPlaces(
  documents: readonly Document[],
  representations: readonly Representation[],
  shown: Document | undefined,
): void {
  const { view, update } = useView();
  const { sel, doc, at } = view;
  /** The address that the last step led to. */
  const last = useRef<{ readonly place: string; readonly doc: string; readonly at: string | null } | null>(null);
  useDigestPlaces({
    names() {
      const mark = focusedMark();
      if (mark !== undefined) return [mark];
      const facets = representations.flatMap((each) => each.facets).filter(({ part }) => part === sel);
      const own = facets.flatMap(namesOf);
      return own.length > 0 ? own : [shown?.digest ?? []].flat();
    },
    placesOf: (names) => placesIn(documents, names),
    here: () =>
      focusedMark() === undefined && last.current?.doc === doc && last.current.at === at ? last.current.place : null,
    go(place) {
      const [index = 0, offset = 0] = place.split(' ').map(Number);
      const next = documents[index];
      if (!next) return;
      last.current = { place, doc: next.id, at: pointerIn(next, offset) };
      update({ board: 'documents', doc: last.current.doc, at: last.current.at });
      focusSoon(DOCUMENT_TEXT);
    },
  });
}

function focusedMark(): string | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? focused.dataset['mark'] : undefined;
}

const textOf = ({ bytes }: Document): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function placesIn(documents: readonly Document[], names: ReadonlySet<string>): string[] {
  let left: number = LIMITS.placesBytes;
  return documents.flatMap((each, index) => {
    if (each.within !== undefined || each.bytes.length > left) return [];
    left -= each.bytes.length;
    const text = textOf(each);
    const offsets = [...names].flatMap((name) => offsetsIn(text, name));
    return offsets.toSorted((a, b) => a - b).map((offset) => `${index} ${offset}`);
  });
}

function pointerIn(document: Document, offset: number): string | null {
  const text = textOf(document);
  const scan = scanJson(text);
  let step = scan.next();
  while (!step.done) step = scan.next();
  return pointerAt(text, step.value.tokens, offset) || null;
}
