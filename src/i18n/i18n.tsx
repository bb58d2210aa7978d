import { IntlMessageFormat } from 'intl-messageformat';
import {
  createContext,
  createElement,
  Fragment,
  useContext,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Container } from '../core/model/archive';
import { en, type MessageId } from './en';
import {
  DIR,
  formatBytes,
  formatDate,
  formatExactBytes,
  formatNumber,
  INTL_LOCALE,
  SpacedNumberFormat,
  type Dir,
  type Lang,
} from './format';
import { Code, Ltr, Name } from './isolates';
import { isolateAuto, isolateLtr, visible } from './visible';

/** Values of a message. Strings come from files: invisible characters in them are shown. */
export type TextValues = Readonly<Record<string, string | number | Words>>;
/** A message as a value of another one: its own isolates stay as they are. */
export interface Words {
  readonly words: string;
}

export type RichValues = Readonly<Record<string, ReactNode>>;

export interface I18n {
  readonly lang: Lang;
  readonly dir: Dir;
  /** What `{here}` in messages stands for. */
  readonly container: Container;
  /** A message as plain text, for attributes and titles; tagged tokens are isolated by characters where the text is right-to-left. */
  t(id: MessageId, values?: TextValues): string;
  /** A message to put into another one. */
  words(id: MessageId, values?: TextValues): Words;
  /** A message as nodes: `<c>` is code, `<b>` strong, `<n>` a left-to-right run, `<q>` a name that people typed. */
  rich(id: MessageId, values?: RichValues): ReactNode;
  /** Several things in one sentence, one after the other. */
  list(items: readonly ReactNode[]): ReactNode;
  /** `61.0 MB`; decimal units. Isolate it in right-to-left text. */
  formatBytes(bytes: number): string;
  /** `61 234 567 B`. */
  formatExactBytes(bytes: number): string;
  formatNumber(value: number): string;
  /** Seconds since the epoch, in UTC; null when no calendar has it. */
  formatDate(seconds: number): string | null;
}

type Catalogue = Readonly<Record<MessageId, string>>;

/** Replaced by a new one whenever a language is added. */
let catalogues: Readonly<Partial<Record<Lang, Catalogue>>> = { en };
const listeners = new Set<() => void>();

const compiled = new Map<string, IntlMessageFormat>();

/** Adds the messages of a language; until then it reads in English. */
export function addCatalogue(lang: Lang, messages: Catalogue): void {
  catalogues = { ...catalogues, [lang]: messages };
  compiled.clear();
  for (const listener of listeners) listener();
}

function catalogueOf(lang: Lang): Catalogue {
  return catalogues[lang] ?? en;
}

function onAdded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Each is asked for whenever a message is formatted, and costs far more than that. */
const NUMBERS: Readonly<Record<Lang, SpacedNumberFormat>> = {
  en: new SpacedNumberFormat('en'),
  fr: new SpacedNumberFormat('fr'),
  ary: new SpacedNumberFormat('ary'),
};
const plurals = new Map<string, Intl.PluralRules>();

function pluralRules(lang: Lang, type: Intl.PluralRuleType = 'cardinal'): Intl.PluralRules {
  const key = `${lang} ${type}`;
  let rules = plurals.get(key);
  if (!rules) plurals.set(key, (rules = new Intl.PluralRules(INTL_LOCALE[lang], { type })));
  return rules;
}

function message(lang: Lang, id: MessageId): IntlMessageFormat {
  const key = `${lang} ${id}`;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(tagged(catalogueOf(lang)[id]), INTL_LOCALE[lang], undefined, {
      formatters: {
        getNumberFormat: () => NUMBERS[lang],
        getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
        getPluralRules: (_, { type } = {}) => pluralRules(lang, type),
      },
    });
    compiled.set(key, format);
  }
  return format;
}

/** Tags and values share one space of names: `<n>` must not shadow `{n}`. */
function tagged(text: string): string {
  return text.replace(/<(\/?)([cbnq])>/g, '<$1tag-$2>');
}

type TextTag = (chunks: string[]) => string;
const join: TextTag = (chunks) => chunks.join('');
const TEXT_TAGS: Readonly<Record<Dir, Readonly<Record<string, TextTag>>>> = {
  ltr: { 'tag-c': join, 'tag-b': join, 'tag-n': join, 'tag-q': (chunks) => isolateAuto(join(chunks)) },
  rtl: {
    'tag-c': (chunks) => isolateLtr(join(chunks)),
    'tag-b': join,
    'tag-n': (chunks) => isolateLtr(join(chunks)),
    'tag-q': (chunks) => isolateAuto(join(chunks)),
  },
};

type NodeTag = (chunks: ReactNode[]) => ReactNode;
const RICH_TAGS: Readonly<Record<string, NodeTag>> = {
  'tag-c': (chunks) => createElement(Code, null, ...chunks),
  'tag-b': (chunks) => createElement('strong', null, ...chunks),
  'tag-n': (chunks) => createElement(Ltr, null, ...chunks),
  'tag-q': (chunks) => (
    <>{chunks.map((chunk, index) => (typeof chunk === 'string' ? <Name key={`${index}`}>{chunk}</Name> : chunk))}</>
  ),
};

function shown<T>(values: Readonly<Record<string, T>>): Record<string, T | string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? visible(value) : value]),
  );
}

function plain(values: TextValues): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' ? visible(value) : typeof value === 'number' ? value : value.words,
    ]),
  );
}

/** Words and formats of one language. `{here}` in a message is what is open: this tar, this folder. */
export function makeI18n(lang: Lang, container: Container = 'tar'): I18n {
  const dir = DIR[lang];
  const here = catalogueOf(lang)[`here.${container}`];
  const t: I18n['t'] = (id, values = {}) => {
    const text = message(lang, id).format<string>({ here, ...plain(values), ...TEXT_TAGS[dir] });
    return Array.isArray(text) ? text.join('') : String(text);
  };
  return {
    lang,
    dir,
    container,
    t,
    words: (id, values) => ({ words: t(id, values) }),
    rich(id, values = {}) {
      const nodes = message(lang, id).format<ReactNode>({ here, ...shown(values), ...RICH_TAGS });
      return Array.isArray(nodes) ? createElement(Fragment, null, ...nodes) : nodes;
    },
    list: (items) =>
      createElement(Fragment, null, ...items.flatMap((item, i) => (i > 0 ? [t('list.separator'), item] : [item]))),
    formatBytes: (bytes) => formatBytes(lang, bytes),
    formatExactBytes: (bytes) => formatExactBytes(lang, bytes),
    formatNumber: (value) => formatNumber(lang, value),
    formatDate: (seconds) => formatDate(lang, seconds),
  };
}

const Context = createContext<I18n | null>(null);

/** Gives `lang`, and words for what is open, to everything inside it. */
export function I18nProvider({
  lang,
  container,
  children,
}: {
  lang: Lang;
  container: Container;
  children: ReactNode;
}): ReactNode {
  const messages = useSyncExternalStore(onAdded, () => catalogueOf(lang));
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- other messages make other words
  const i18n = useMemo(() => makeI18n(lang, container), [lang, container, messages]);
  return <Context value={i18n}>{children}</Context>;
}

/** The words of the language on screen. */
export function useI18n(): I18n {
  const i18n = useContext(Context);
  if (!i18n) throw new Error('useI18n outside I18nProvider');
  return i18n;
}
