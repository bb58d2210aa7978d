/**
 * One line of CSV (RFC 4180), its end included. A text that a spreadsheet would take for a formula gets an apostrophe in front, or what `safe`
 * makes of it.
 */
export function csvLine(
  values: readonly (string | number | null)[],
  safe: (text: string, column: number) => string = (text) => `'${text}`,
): string {
  const cells = values.map((value, column) => {
    if (value === null) return '';
    if (typeof value === 'number') return `${value}`;
    const text = /^[=+\-@\t\r]/.test(value) ? safe(value, column) : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${cells.join(',')}\r\n`;
}
