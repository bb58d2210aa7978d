/** The languages of the page, as BCP 47 tags for `lang`. */
export type Lang = 'en' | 'ary';
export type Dir = 'ltr' | 'rtl';

/** Direction of a language's text. */
export const DIR: Readonly<Record<Lang, Dir>> = { en: 'ltr', ary: 'rtl' };

/** What to ask `Intl` for. It knows nothing of `ary`, and would silently answer in the browser's own language. */
export const INTL_LOCALE: Readonly<Record<Lang, string>> = { en: 'en', ary: 'ar-MA' };

const NARROW_NO_BREAK_SPACE = '\u202f';

/** Digits 0–9 grouped by thin spaces, with a decimal point, in every language: the same beside code as in it. */
export class SpacedNumberFormat extends Intl.NumberFormat {
  override format(value: number | bigint | Intl.StringNumericLiteral): string {
    return this.formatToParts(value)
      .map((part) => (part.type === 'group' ? NARROW_NO_BREAK_SPACE : part.type === 'decimal' ? '.' : part.value))
      .join('');
  }
}

const integers = new SpacedNumberFormat('en', { maximumFractionDigits: 3 });

/** `1234567` as `1 234 567`. */
export function formatNumber(value: number): string {
  return integers.format(value);
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A size in bytes with a decimal unit (1 kB = 1000 B), as `61.0 MB`. Latin letters in every language: isolate it. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 ? formatNumber(value) : value.toFixed(value < 99.95 ? 1 : 0);
  return `${digits} ${UNITS[unit] ?? 'B'}`;
}

/** A point in time (seconds since the epoch) in UTC, or null when no calendar has it. */
export function formatDate(lang: Lang, seconds: number): string | null {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return null;
  return new Intl.DateTimeFormat(INTL_LOCALE[lang], {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  }).format(date);
}
