/** A table in GitHub-flavoured Markdown. Cells are Markdown already: see {@link markdownText} and {@link markdownCode}. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}

/** Words of any origin, so that none of their signs means anything. */
export function markdownText(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>|~#&]/g, String.raw`\$&`);
}

/** A path, digest or command in a code span. */
export function markdownCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  // The bar ends a cell also inside of code (GFM, "Tables").
  return `${fence}${space}${oneLine(text).replaceAll('|', String.raw`\|`)}${space}${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
