/** The languages of the page, as BCP 47 tags for `lang`. */
export type Lang = 'en' | 'fr' | 'ary';
export type Dir = 'ltr' | 'rtl';

/** Direction of a language's text. */
export const DIR: Readonly<Record<Lang, Dir>> = { en: 'ltr', fr: 'ltr', ary: 'rtl' };

/** What to ask `Intl` for. It knows nothing of `ary`, and would silently answer in the browser's own language. */
export const INTL_LOCALE: Readonly<Record<Lang, string>> = { en: 'en', fr: 'fr', ary: 'ar-MA' };

const NARROW_NO_BREAK_SPACE = '\u202f';

const DECIMAL_SIGN: Readonly<Record<Lang, string>> = { en: '.', fr: ',', ary: '.' };

/** Digits 0–9 grouped by thin spaces in every language, the same beside code as in it; the decimal sign is the language's. */
export class SpacedNumberFormat extends Intl.NumberFormat {
  readonly #decimalSign: string;

  constructor(lang: Lang, options?: Intl.NumberFormatOptions) {
    super('en', options);
    this.#decimalSign = DECIMAL_SIGN[lang];
  }

  override format(value: number | bigint | Intl.StringNumericLiteral): string {
    return this.formatToParts(value)
      .map(({ type, value: text }) =>
        type === 'group' ? NARROW_NO_BREAK_SPACE : type === 'decimal' ? this.#decimalSign : text,
      )
      .join('');
  }
}

const numbers = (lang: Lang): SpacedNumberFormat => new SpacedNumberFormat(lang, { maximumFractionDigits: 3 });
const NUMBERS: Readonly<Record<Lang, SpacedNumberFormat>> = {
  en: numbers('en'),
  fr: numbers('fr'),
  ary: numbers('ary'),
};

/** `1234567` as `1 234 567`. */
export function formatNumber(lang: Lang, value: number): string {
  return NUMBERS[lang].format(value);
}

const BYTES = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
const UNITS: Readonly<Record<Lang, readonly string[]>> = {
  en: BYTES,
  fr: ['o', 'ko', 'Mo', 'Go', 'To', 'Po'],
  ary: BYTES,
};

/** A size in bytes with a decimal unit (1 kB = 1000 B), as `61.0 MB`. Latin letters in every language: isolate it. */
export function formatBytes(lang: Lang, bytes: number): string {
  const units = UNITS[lang];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  if (unit === 0) return formatExactBytes(lang, value);
  return `${value.toFixed(value < 99.95 ? 1 : 0).replace('.', DECIMAL_SIGN[lang])} ${units[unit] ?? ''}`;
}

/** A size with all its digits, as `1 234 567 B`. */
export function formatExactBytes(lang: Lang, bytes: number): string {
  return `${formatNumber(lang, bytes)} ${UNITS[lang][0] ?? ''}`;
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
