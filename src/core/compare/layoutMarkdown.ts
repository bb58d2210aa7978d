import { COLUMN_IDS } from '../model/representation';
import { markdownCode, markdownTable, markdownText } from '../picture/markdown';
import type { LayoutCell, LayoutTrees } from './layoutModel';
import { stateOf, type LayoutWords } from './layoutWords';

/** The board as a Markdown table: whole paths, aligned by the part they play. */
export function layoutMarkdown({ columns, rows }: LayoutTrees, words: LayoutWords): string {
  const head = [
    words.part,
    ...COLUMN_IDS.map((id) => {
      const { name, origin } = words.column(id);
      return `${name} (${origin})`;
    }),
  ];
  const cell = (each: LayoutCell, isMixed: boolean): string => {
    if (each.kind !== 'nodes') return markdownText(words.empty(each));
    const nodes = each.lines.flat().map((node) => {
      const state = stateOf(node);
      const isSaid = isMixed || state === 'absent';
      return `${markdownCode(words.path(node.path))}${isSaid ? ` (${markdownText(words.state(state))})` : ''}`;
    });
    return nodes.join('<br>');
  };
  return markdownTable(
    head.map(markdownText),
    rows.map((row) => [
      markdownText(words.role(row)),
      ...COLUMN_IDS.map((id) => cell(row.cells[id], columns[id].origin === 'mixed')),
    ]),
  );
}
