/**
 * Whether a text passes a filter; null when all do. `/…/` is a regular expression (always case-insensitive); text that is not a valid one is
 * looked for as it stands.
 */
export function textTest(filter: string): ((name: string) => boolean) | null {
  if (filter === '') return null;
  const pattern = /^\/(.+)\/$/.exec(filter)?.[1];
  if (pattern !== undefined) {
    try {
      const expression = new RegExp(pattern, 'iu');
      return (name) => expression.test(name);
    } catch {
      // not a regular expression: plain text
    }
  }
  const text = filter.toLowerCase();
  return (name) => name.toLowerCase().includes(text);
}
