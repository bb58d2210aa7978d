import type { LayoutCell, LayoutNode, LayoutReference } from '../../core/compare/layoutModel';
import { shortPath, splitPath, stateOf, type LayoutWords, type NodeState } from '../../core/compare/layoutWords';
import type { ColumnId } from '../../core/model/representation';
import type { I18n, Words } from '../../i18n/i18n';
import { visible } from '../../i18n/visible';
import type { TreeIndex } from './treeIndex';

const STATE_WORDS = {
  found: 'origin.found',
  derived: 'origin.derived',
  absent: 'note.not-in-archive',
} as const satisfies Record<NodeState, string>;

/** Names after which the rest is counted. */
const LISTED = 4;

type Text = Pick<I18n, 't' | 'words'>;

/** Whether a file is in the archive, derived, or named and not there. */
export function stateText({ t }: Pick<I18n, 't'>, node: LayoutNode): string {
  return t(STATE_WORDS[stateOf(node)]);
}

/** What stands where a column has no file for a part: who has one, and why this one has not; or where it is. */
export function emptyText(
  { t, words }: Text,
  { trees, nodes }: TreeIndex,
  cell: Exclude<LayoutCell, { kind: 'nodes' }>,
): string {
  if (cell.kind === 'within') {
    const node = nodes.get(cell.node);
    return t('layouts.within', {
      name: splitPath(node?.path ?? '').name,
      n: Number(node?.part.split(':')[1] ?? 0),
    });
  }
  const name = (id: ColumnId | undefined): Words => words(`format.${trees.columns[id ?? 'v1'].format}`);
  const [a, b] = cell.only;
  const only =
    a === undefined
      ? words('layouts.only.none')
      : b === undefined
        ? words('layouts.only.one', { a: name(a) })
        : words('layouts.only.two', { a: name(a), b: name(b) });
  if (cell.note === null) return only.words;
  const why = cell.note === 'lists-itself' ? words('layouts.listsItself') : words(`note.${cell.note}`);
  return t('layouts.because', { only, why });
}

/** One way in which a file is named: by which document, by what, and where in it. */
export function wayText({ t, words }: Text, { nodes }: TreeIndex, { from, by, pointer }: LayoutReference): string {
  const values = { from: shortPath(nodes.get(from)?.path ?? ''), by: words(`layouts.by.${by}`) };
  return pointer === '' ? t('layouts.way', values) : t('layouts.wayAt', { ...values, pointer: shortPath(pointer) });
}

/** Everything that names a file, in a sentence. */
export function namedByText(i18n: Text, index: TreeIndex, node: LayoutNode): string {
  const ways = index.namedBy.get(node.id) ?? [];
  if (ways.length === 0) return i18n.t('layouts.namedByNothing');
  const shown = ways.slice(0, LISTED).map((way) => wayText(i18n, index, way));
  const rest = ways.length > LISTED ? [`+${ways.length - LISTED}`] : [];
  const names = { words: [...shown, ...rest].join(i18n.t('list.separator')) };
  return i18n.t('layouts.namedBy', { names });
}

/** A file for a screen reader: its name, whether it is there, and what names it. */
export function nodeLabel(i18n: Text, index: TreeIndex, node: LayoutNode): string {
  return i18n.t('layouts.file', {
    path: shortPath(node.path),
    state: { words: stateText(i18n, node) },
    named: { words: namedByText(i18n, index, node) },
  });
}

/** The board's words for its pictures and tables. */
export function takeawayWords(i18n: I18n, index: TreeIndex, name: string): LayoutWords {
  const { t, lang, dir, formatBytes } = i18n;
  const { columns } = index.trees;
  return {
    lang,
    dir,
    title: t('layouts.title', { name }),
    part: t('layouts.part'),
    column: (id) => ({ name: t(`format.${columns[id].format}`), origin: t(`origin.${columns[id].origin}`) }),
    role: ({ role, number }) => t(`role.${role}`, { n: number ?? '' }),
    empty: (cell) => emptyText(i18n, index, cell),
    state: (state) => t(STATE_WORDS[state]),
    size: formatBytes,
    path: visible,
  };
}
