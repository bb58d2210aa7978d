import { mediaTypeSegments, type Segment } from '../../core/compare/segments';
import { encodedPart } from '../../core/model/digest';
import type { RowState, TableCell } from '../../core/model/manifestTable';
import { visible } from '../../i18n/visible';

/** A run of a line of JSON. */
export interface Run extends Segment {
  /** `prefix`: what media types begin with; `rest`: the digits of a digest after the first ones; `cut`: what says that more follows. */
  readonly kind: 'key' | 'prefix' | 'digits' | 'rest' | 'cut' | 'plain';
}

const SHOWN_DIGITS = 12;
const PREFIX = 'application/vnd.';

/** One line of JSON as it is shown, cut into runs; those in which it differs from the same line of another form are marked. */
export function lineRuns(cell: TableCell, against: TableCell | null, state: RowState | null): Run[] {
  const { name, comma } = cell;
  const isOtherName = state !== 'structure' && against !== null && against.name !== name;
  const key: Run[] =
    name === null ? [] : [plain('"'), { text: visible(name), differs: isOtherName, kind: 'key' }, plain('": ')];
  return [...key, ...valueRuns(cell, against, state), ...(comma ? [plain(',')] : [])].filter(({ text }) => text !== '');
}

/** A value for a line that holds several: without its name where both forms call it the same, and without quotes. */
export function shortRuns(cell: TableCell, against: TableCell | null, state: RowState | null): Run[] {
  const isOtherName = state !== 'structure' && against !== null && against.name !== cell.name;
  const key: Run[] =
    isOtherName && cell.name !== null ? [{ text: visible(cell.name), differs: true, kind: 'key' }, plain(': ')] : [];
  const value = valueRuns(cell, against, state).filter(({ text }) => text !== '"' && text !== '');
  const digest = cell.names?.kind === 'digest' ? value.filter(({ kind }) => kind !== 'plain') : value;
  return [...key, ...digest];
}

function valueRuns({ names, text, cut }: TableCell, against: TableCell | null, state: RowState | null): Run[] {
  const differs = state === 'digest' || state === 'value';
  if (names?.kind === 'media-type') {
    const other = state === 'renamed' ? (against?.names?.value ?? names.value) : names.value;
    return [plain('"'), ...typeRuns(names.value, other), plain('"')];
  }
  if (names?.kind === 'digest') {
    const encoded = encodedPart(names.value);
    return [
      plain(`"${visible(names.value.slice(0, names.value.length - encoded.length))}`),
      { text: visible(encoded.slice(0, SHOWN_DIGITS)), differs, kind: 'digits' },
      { text: visible(encoded.slice(SHOWN_DIGITS)), differs: false, kind: 'rest' },
      plain('"'),
    ];
  }
  return [
    { text: visible(text), differs, kind: 'plain' },
    { text: cut === 0 ? '' : `… +${cut}`, differs: false, kind: 'cut' },
  ];
}

function typeRuns(type: string, other: string): Run[] {
  const runs = mediaTypeSegments(type, other).map(({ text, differs }): Run => ({
    text: visible(text),
    differs,
    kind: 'plain',
  }));
  const [first, ...rest] = runs;
  if (!first?.text.startsWith(PREFIX) || first.differs) return runs;
  return [{ ...first, text: PREFIX, kind: 'prefix' }, { ...first, text: first.text.slice(PREFIX.length) }, ...rest];
}

/** A run that means nothing of its own. */
export function plain(text: string): Run {
  return { text, differs: false, kind: 'plain' };
}
