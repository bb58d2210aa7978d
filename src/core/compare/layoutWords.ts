import type { ColumnId } from '../model/representation';
import type { LayoutCell, LayoutNode, LayoutRow } from './layoutModel';

/** What a layouts board says in one language: its pictures and tables are made without knowing any. */
export interface LayoutWords {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  /** Heading of the column of roles. */
  readonly part: string;
  readonly column: (id: ColumnId) => { readonly name: string; readonly origin: string };
  readonly role: (row: LayoutRow) => string;
  /** What is said where there is no file. */
  readonly empty: (cell: Exclude<LayoutCell, { kind: 'nodes' }>) => string;
  /** Whether a file is in the archive, derived, or named and not there. */
  readonly state: (state: NodeState) => string;
  readonly size: (bytes: number) => string;
  /** A path, safe to show. */
  readonly path: (path: string) => string;
}

export type NodeState = 'found' | 'derived' | 'absent';

/** Whether a node is in the archive, derived, or named by the archive and not in it. */
export function stateOf({ origin, absent }: Pick<LayoutNode, 'origin' | 'absent'>): NodeState {
  return absent ? 'absent' : origin;
}

/** Digits of a long hexadecimal name that are shown: of a file, and of a folder, which has names beside it. */
const FILE_DIGITS = 12;
const FOLDER_DIGITS = 8;

/** A path cut into what is shown and the tails of long hexadecimal names, which may be left out where there is no room. */
export function pathPieces(path: string): { readonly text: string; readonly isTail: boolean }[] {
  return path.split(/([0-9a-f]{32,})/).flatMap((text, index, all) => {
    if (index % 2 === 0) return text === '' ? [] : [{ text, isTail: false }];
    const shown = all[index + 1]?.startsWith('/') ? FOLDER_DIGITS : FILE_DIGITS;
    return [
      { text: text.slice(0, shown), isTail: false },
      { text: text.slice(shown), isTail: true },
    ];
  });
}

/** A path with its long hexadecimal names cut to their first digits. */
export function shortPath(path: string): string {
  return pathPieces(path)
    .map(({ text, isTail }) => (isTail ? '…' : text))
    .join('');
}

/** A path as the folder that it is in, with the slash, and its own name. */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const cut = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, cut), name: path.slice(cut) };
}

/** A line of files: the folder that they share, and their own names. */
export function lineParts(line: readonly LayoutNode[]): { readonly folder: string; readonly names: readonly string[] } {
  const parts = line.map(({ path }) => splitPath(path));
  return { folder: parts[0]?.folder ?? '', names: parts.map(({ name }) => name) };
}

/** The size that stands for a line of files: of its layer, else of the one file. A link has none of its own. */
export function lineSize(line: readonly LayoutNode[]): number | null {
  const node = line.find(({ kind }) => kind === 'layer') ?? (line.length === 1 ? line[0] : undefined);
  return node && !node.link ? node.size : null;
}
