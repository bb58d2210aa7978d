import { pairOf } from '../../core/compare/kinds';
import { MANIFEST_KINDS, type ManifestKind } from '../../core/model/manifestForms';
import type { KindPair, ManifestView, TableView } from '../../core/model/manifestTable';
import type { ShownColumn } from '../common/ColumnShape';
import type { ColumnChoices } from '../compare/useShownColumns';

/** The column of the ladder that a form's manifest is of: it has that one's colour and shape. */
export const COLUMN: Readonly<Record<ManifestKind, FormColumn>> = { schema1: 'v2s1', schema2: 'v2s2', oci: 'oci' };
export type FormColumn = Exclude<ShownColumn, 'v1'>;

/** What is said of a document that is not as the archive has it. */
export const REDACTED = { values: 'forms.redacted', source: 'note.from-redacted' } as const;

export function kindOf(column: FormColumn): ManifestKind {
  return MANIFEST_KINDS.find((kind) => COLUMN[kind] === column) ?? 'oci';
}

/** The sets of forms of a view that can be on screen together, the one to begin with first. */
export function choicesOf(view: ManifestView, { columns }: TableView): ColumnChoices<FormColumn> {
  const pair = ['v2s2', 'oci'] as const;
  if (!columns.schema1) return { 1: [['v2s2'], ['oci']], 2: [pair], 3: [pair] };
  const all = [['v2s1', 'v2s2', 'oci'], pair] as const;
  return {
    1: [['v2s1'], ['v2s2'], ['oci']],
    2: [pair, ['v2s1', 'v2s2'], ['v2s1', 'oci']],
    3: view === 'manifest' && columns.schema1.document ? all : all.toReversed(),
  };
}

/** The newest form that is in the file; of none, the newest that there is. */
export function firstForm({ columns }: TableView): FormColumn {
  const fits = (origin: 'found' | 'derived'): ManifestKind | undefined =>
    MANIFEST_KINDS.findLast((kind) => columns[kind]?.document?.origin === origin);
  return COLUMN[fits('found') ?? fits('derived') ?? 'oci'];
}

const BESIDE: Readonly<Record<ManifestKind, ManifestKind>> = { schema1: 'schema2', schema2: 'oci', oci: 'schema2' };

/** Against which form each one on screen is marked: the next one, of the last the one before; of one alone, the nearest. */
export function counterpart(kind: ManifestKind, shown: readonly ManifestKind[]): ManifestKind {
  const at = shown.indexOf(kind);
  return shown[at + 1] ?? shown[at - 1] ?? BESIDE[kind];
}

/** Neighbours on screen that both have a document, or the one on screen and what it is marked against. */
export function comparedPairs({ columns }: TableView, shown: readonly ManifestKind[]): KindPair[] {
  const there = shown.filter((kind) => columns[kind]?.document);
  const [alone] = there;
  if (there.length !== 1 || alone === undefined) {
    return there.slice(1).map((kind, index) => pairOf(there[index] ?? kind, kind));
  }
  const other = BESIDE[alone];
  return columns[other]?.document ? [pairOf(alone, other)] : [];
}
