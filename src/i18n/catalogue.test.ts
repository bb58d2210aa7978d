import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { loadLanguages } from '../languages';
import { FORMAT_IDS } from '../core/model/archive';
import type { CorruptReason } from '../core/bytes/decoder';
import type { FileKind } from '../core/bytes/identify';
import type { MalformedSignature } from '../core/formats/schema1Payload';
import type { TocProblem } from '../core/model/toc';
import type { UnsafeName } from '../core/tar/names';
import type { PaxProblem } from '../core/tar/pax';
import { SAMPLE_NAMES } from '../app/samples';
import { ary } from './ary';
import { en } from './en';
import { fr } from './fr';
import { makeI18n } from './i18n';
import { MISPRINTED_FRENCH } from './testing/french';

await loadLanguages();

/** What a file is instead of an image has words for every kind: this does not compile otherwise. */
const kinds: Readonly<Record<`kind.${FileKind}`, string>> = en;

/** Reasons have words, too. */
const reasons: Readonly<
  Record<
    | `tocProblem.${TocProblem}`
    | `corrupt.${CorruptReason}`
    | `unsafeName.${UnsafeName}`
    | `malformed.${MalformedSignature}`
    | `pax.${PaxProblem}`,
    string
  >
> = en;

const catalogues: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['en', en],
  ['fr', fr],
  ['ary', ary],
];

const text = (catalogue: Readonly<Record<string, string>>, id: string): string => catalogue[id] ?? '';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Names of the values and tags of a message. */
function names(ast: Ast, found = new Set<string>()): Set<string> {
  for (const node of ast) {
    if ('value' in node && node.type !== 0) found.add(`${node.type === 8 ? '<>' : ''}${String(node.value)}`);
    if ('children' in node) names(node.children, found);
    if ('options' in node) for (const option of Object.values(node.options)) names(option.value, found);
  }
  return found;
}

const placeholders = (text: string): string[] =>
  [...names(new IntlMessageFormat(text, 'en').getAst())].filter((name) => !name.startsWith('<>')).toSorted();
const tags = (text: string): string[] =>
  [...names(new IntlMessageFormat(text, 'en').getAst())].filter((name) => name.startsWith('<>'));

/** A message with each choice of its counts; `{}` where a value stands, `<>` for what is tagged. */
function readings(ast: Ast): string[] {
  return ast.reduce<string[]>(
    (before, node) => {
      const own =
        node.type === 0
          ? [node.value]
          : 'options' in node
            ? Object.values(node.options).flatMap((option) => readings(option.value))
            : [node.type === 8 ? '<>' : '{}'];
      return before.flatMap((text) => own.map((more) => text + more));
    },
    [''],
  );
}

/** The text of a message outside of its tags and values. */
function bare(ast: Ast): string {
  return ast
    .map((node) => {
      if (node.type === 0) return node.value;
      return 'options' in node ? Object.values(node.options).map((option) => bare(option.value)) : ' ';
    })
    .flat()
    .join(' ');
}

describe('catalogues', () => {
  it.each(catalogues)('%s: have every message, with the same values', (_, catalogue) => {
    expect(Object.keys(en).filter((id) => !Object.hasOwn(catalogue, id))).toEqual([]);
    const different = Object.keys(en).filter(
      (id) => placeholders(text(en, id)).join() !== placeholders(text(catalogue, id)).join(),
    );
    expect(different).toEqual([]);
  });

  it.each(catalogues)('%s: parse, and use only the known tags', (_, catalogue) => {
    const unknown = Object.entries(catalogue).filter(([, text]) =>
      tags(text).some((tag) => !['<>c', '<>b', '<>n', '<>q'].includes(tag)),
    );
    expect(unknown).toEqual([]);
  });

  it.each(catalogues)('%s: have no invisible direction marks', (_, catalogue) => {
    expect(
      Object.entries(catalogue).filter(([, text]) => /[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(text)),
    ).toEqual([]);
  });

  it.each(catalogues)('%s: have no arrows, ticks or other signs that the fonts lack', (_, catalogue) => {
    expect(
      Object.entries(catalogue).filter(([, text]) => /[\u2190-\u21ff\u2200-\u22ff\u2500-\u27bf]/.test(text)),
    ).toEqual([]);
  });

  it('isolate code in right-to-left text', () => {
    // A token that begins or ends with a sign, or has one at its edge, is turned around by the text around it.
    const loose = Object.entries(ary).filter(([, text]) =>
      /(?:^|\s)[./+$-][a-z]|[a-z][/+](?=\s|$)|[a-z0-9][._/:][a-z0-9]+[._/:]/i.test(
        bare(new IntlMessageFormat(text, 'en').getAst()),
      ),
    );
    expect(loose).toEqual([]);
  });

  it('keep Latin words in their order around a comma or colon in right-to-left text', () => {
    // Both sides of `layers: 5` and `image. Docker` would become one left-to-right run, and be read the wrong way round.
    const joined = Object.entries(ary).flatMap(([id, text]) =>
      readings(new IntlMessageFormat(text, 'ar-MA').getAst()).flatMap((reading) =>
        (reading.match(/[a-z][a-z0-9]*["')»]?(?:[،؛:,!؟] ?|\. )["'(«]?[a-z0-9{]/gi) ?? []).map((at) => `${id}: ${at}`),
      ),
    );
    expect(joined).toEqual([]);
  });

  it('mark the same things in French as in English', () => {
    const different = Object.entries(fr).filter(
      ([id, words]) => tags(words).toSorted().join() !== tags(text(en, id)).toSorted().join(),
    );
    expect(different).toEqual([]);
  });

  it('space and quote French as it is printed', () => {
    const wrong = Object.entries(fr).filter(([, text]) =>
      MISPRINTED_FRENCH.test(bare(new IntlMessageFormat(text, 'fr').getAst())),
    );
    expect(wrong).toEqual([]);
  });

  it.each(catalogues)('in %s never send a reader to the console, nor say that anything is uploaded', (_, catalogue) => {
    const found = Object.entries(catalogue).filter(([, said]) => /console|\bupload|oops|téléversé/i.test(said));
    expect(found).toEqual([]);
  });

  it('have words for every sample, format and kind of file', () => {
    for (const name of SAMPLE_NAMES) expect(en[`sample.${name}.question`]).not.toBe('');
    for (const format of FORMAT_IDS) expect(ary[`format.${format}`]).not.toBe('');
    expect(Object.values(kinds)).not.toContain('');
    expect(Object.values(reasons)).not.toContain('');
  });
});

describe('i18n', () => {
  it('shows invisible characters of values and isolates them', () => {
    const { t } = makeI18n('ary');
    expect(t('app.titleOpen', { name: 'a\u202eb.tar' })).toContain('\u2068a⟦U+202E⟧b.tar\u2069');
  });

  it('counts in both languages with Western digits and thin spaces', () => {
    expect(makeI18n('en').t('verdicts.mismatch', { n: 1 })).toBe('1 name does not match its bytes');
    expect(makeI18n('en').t('identity.members', { count: 300_000 })).toContain('300\u202f000');
    expect(makeI18n('ary').t('verdicts.mismatch', { n: 3 })).toContain('3');
  });

  it('counts, measures and dates in French', () => {
    const { t, formatBytes, formatExactBytes, formatNumber, formatDate } = makeI18n('fr');
    expect([0, 1, 2].map((count) => t('identity.layers', { count }))).toEqual(['0 couche', '1 couche', '2 couches']);
    expect([999, 1000, 61_000_000, 250_000_000].map(formatBytes)).toEqual(['999 o', '1,0 ko', '61,0 Mo', '250 Mo']);
    expect(formatExactBytes(1_234_567)).toBe('1\u202f234\u202f567 o');
    expect(formatNumber(99.5)).toBe('99,5');
    expect(formatDate(1_704_164_645)).toMatch(/^2 janv\. 2024/);
  });

  it('writes sizes with decimal units', () => {
    const { formatBytes } = makeI18n('ary');
    expect([0, 999, 1000, 999_949, 999_951, 61_000_000, 5_368_709_120].map(formatBytes)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '1.0 MB',
      '1.0 MB',
      '61.0 MB',
      '5.4 GB',
    ]);
  });
});
