import { FILE_CHANGES, pathOfNode, type FileTree } from '../model/fileTree';
import { shownChange, type FileQuery, type ListingFormat } from '../model/fileView';
import type { LayerFiles } from '../model/layerFiles';
import { MEMBER_TYPES, memberAt, type TextColumn } from '../model/members';
import { csvLine } from '../picture/csv';
import { paxRecords } from '../tar/pax';
import { fileRows } from './rows';

/** Parts are joined when there are so many rows of them. */
const ROWS_A_PART = 5_000;

/**
 * The rows of a query as a file: CSV (RFC 4180, with a head) or a JSON array. Layers are counted from 1. A path that a spreadsheet would take for a formula
 * begins with `./` in CSV.
 */
export function fileListing(
  tree: FileTree,
  layers: readonly (LayerFiles | null)[],
  query: FileQuery,
  format: ListingFormat,
): Blob {
  const { nodes, view } = fileRows(tree, query);
  const { events } = tree;
  const lines: string[] = [];
  const parts: Blob[] = [];
  const flush = (): void => {
    parts.push(new Blob(lines.splice(0)));
  };
  lines.push(format === 'csv' ? `${COLUMNS.join(',')}\r\n` : '[');
  nodes.forEach((node, index) => {
    const event = view.shown[node] ?? -1;
    const layer = events.layer[event] ?? 0;
    const change = FILE_CHANGES[events.change[event] ?? 0] ?? 'added';
    const row = change === 'removed' ? -1 : (events.row[event] ?? -1);
    const entries = layers[layer]?.entries;
    const entry = entries && row >= 0 ? memberAt(entries, row) : null;
    const listed: Listed = {
      path: pathOfNode(tree.nodes, node),
      type: MEMBER_TYPES[events.type[event] ?? 0] ?? 'other',
      change: shownChange(query, layer, change),
      layer: layer + 1,
      size: view.size[node] ?? 0,
      mode: entry && entry.mode.toString(8).padStart(4, '0'),
      uid: entry?.uid ?? null,
      gid: entry?.gid ?? null,
      mtime: entry?.mtime ?? null,
      link: entry?.link || null,
      pax: entries && row >= 0 ? records(entries.pax, row) : null,
    };
    lines.push(
      format === 'csv'
        ? csvLine(
            COLUMNS.map((column) => listed[column]),
            (text, at) => (at === 0 ? `./${text}` : `'${text}`),
          )
        : `${index === 0 ? '' : ','}\n${JSON.stringify(listed)}`,
    );
    if (lines.length >= ROWS_A_PART) flush();
  });
  if (format === 'json') lines.push('\n]\n');
  flush();
  return new Blob(parts);
}

const COLUMNS = ['path', 'type', 'change', 'layer', 'size', 'mode', 'uid', 'gid', 'mtime', 'link', 'pax'] as const;
type Listed = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/** Extended attributes and other records, a line each. */
function records({ text, starts }: TextColumn, row: number): string | null {
  const all = paxRecords(text.subarray(starts[row], starts[row + 1]));
  return all.length === 0 ? null : all.map(([key, value]) => `${key}=${printable(value)}`).join('\n');
}

/** Text as it is; other bytes in hexadecimal. */
function printable(value: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(value);
    if (!/\p{Cc}/u.test(text)) return text;
  } catch {
    // no text
  }
  return `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
