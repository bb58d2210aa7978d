const SHORT: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '/': '/',
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A list of quoted texts as Go prints it with `%q` (`["a" "b"]`), or as JSON; null for anything else. */
export function quotedList(text: string): string[] | null {
  const scan = new Scanner(text.trim());
  if (!scan.skip('[')) return null;
  const items: string[] = [];
  for (;;) {
    scan.spaces();
    if (scan.skip(']')) return scan.isDone ? items : null;
    if (items.length > 0 && scan.skip(',')) scan.spaces();
    const item = scan.quoted('"');
    if (item === null) return null;
    items.push(item);
  }
}

/** What Go prints of a healthcheck with `%q`: `&{["CMD" "x"] "30s" "3s" "0s" '\x03'}`; null for anything else. */
export function quotedHealthcheck(text: string): { test: string[]; durations: string[]; retries: number } | null {
  const parts = /^&\{(\[.*\])((?: "[^"\\]*")+) ('(?:[^'\\]|\\.[0-9a-fA-F]*)')\}$/su.exec(text.trim());
  const test = quotedList(parts?.[1] ?? '');
  const retries = new Scanner(parts?.[3] ?? '').quoted("'")?.codePointAt(0);
  if (!test || retries === undefined) return null;
  return { test, retries, durations: (parts?.[2] ?? '').split('"').filter((each) => each.trim() !== '') };
}

class Scanner {
  private offset = 0;

  constructor(private readonly text: string) {}

  get isDone(): boolean {
    return this.offset === this.text.length;
  }

  skip(character: string): boolean {
    if (this.text[this.offset] !== character) return false;
    this.offset++;
    return true;
  }

  spaces(): void {
    while (this.skip(' '));
  }

  /** The text between two marks; null when it does not end, or has an escape that is none. */
  quoted(mark: string): string | null {
    if (!this.skip(mark)) return null;
    let value = '';
    while (!this.isDone) {
      const character = this.text[this.offset++] ?? '';
      if (character === mark) return value;
      const read = character === '\\' ? this.escaped() : character;
      if (read === null) return null;
      value += read;
    }
    return null;
  }

  private escaped(): string | null {
    const kind = this.text[this.offset++] ?? '';
    const short = SHORT[kind];
    if (short !== undefined) return short;
    const digits = HEX_DIGITS[kind];
    if (digits === undefined) return null;
    const hex = this.text.slice(this.offset, this.offset + digits);
    this.offset += digits;
    const code = /^[0-9a-fA-F]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : Infinity;
    return code <= 0x10ffff ? String.fromCodePoint(code) : null;
  }
}
