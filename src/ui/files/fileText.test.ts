import { describe, expect, it } from 'vitest';
import type { Language } from '../../core/model/fileLook';
import { TOKEN } from '../documents/jsonTokens';
import { hexLine } from './hexLine';
import { holdsKey, layOutFile, textOf } from './fileText';
import { viewsOf } from './views';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function laidOut(text: string, language: Language) {
  const job = layOutFile(text, language);
  let step = job.next();
  while (!step.done) step = job.next();
  return step.value;
}

/** What looks otherwise in a text, by how. */
function looks(text: string, language: Language): [kind: string | undefined, text: string][] {
  const { tokens } = laidOut(text, language);
  const names = Object.entries(TOKEN);
  return Array.from({ length: tokens?.count ?? 0 }, (_, i) => [
    names.find(([, kind]) => kind === tokens?.kind[i])?.[0],
    text.slice(tokens?.start[i], tokens?.end[i]),
  ]);
}

describe('the text of a file', () => {
  it('is what its bytes are, without a character cut at the end', () => {
    expect(textOf(utf8('café').subarray(0, 4), 'utf-8')).toBe('caf');
    expect(textOf(Uint8Array.of(0x63, 0xe9), 'latin1')).toBe('cé');
    expect(textOf(new Uint8Array(Buffer.from('\ufeffhi', 'utf16le')), 'utf-16le')).toBe('hi');
  });

  it('never has what is inside a private key, whole or cut', () => {
    const key = '-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n-----END EC PRIVATE KEY-----';
    for (const text of [`a\n${key}\nb\n${key}`, key.slice(0, 36), key.slice(0, 45)]) {
      const shown = textOf(utf8(text), 'utf-8');
      expect(shown).not.toContain('c2V');
      expect(shown).toContain('-----BEGIN EC PRIVATE KEY-----');
      expect(holdsKey(utf8(text))).toBe(true);
    }
    expect(textOf(utf8(`a\n${key}\nb`), 'utf-8')).toMatch(/^a\n-.*-\n…+\n-.*-\nb$/s);
    expect(holdsKey(utf8('-----BEGIN CERTIFICATE-----'))).toBe(false);
  });

  it('has comments, keywords and names', () => {
    expect(looks('#!/bin/sh\nif [ "$1" ]; then # x\nA=$B\nfi', 'shell')).toEqual([
      ['comment', '#!/bin/sh'],
      ['keyword', 'if'],
      ['string', '"$1"'],
      ['keyword', 'then'],
      ['comment', '# x'],
      ['key', 'A'],
      ['key', '$B'],
      ['keyword', 'fi'],
    ]);
    expect(looks('; c\n[s]\nport = 80\nurl=http://x#y\n', 'conf')).toEqual([
      ['comment', '; c'],
      ['keyword', '[s]'],
      ['key', 'port'],
      ['key', 'url'],
    ]);
    expect(looks('FROM a\n# c\nRUN x $Y', 'dockerfile').map(([, text]) => text)).toEqual(['FROM', '# c', 'RUN', '$Y']);
    expect(looks('/* if\n */ const a = "/*" // b', 'javascript')).toEqual([
      ['comment', '/* if\n */'],
      ['keyword', 'const'],
      ['string', '"/*"'],
      ['comment', '// b'],
    ]);
    expect(looks('"""doc\nif"""\nif x:', 'python').map(([kind]) => kind)).toEqual(['comment', 'keyword']);
    expect(looks('<!-- a > b --><p class="x">', 'markup').map(([kind]) => kind)).toEqual(['comment', 'key', 'string']);
    expect(looks('{"a":[1]}', 'json').map(([kind]) => kind)).toContain('key');
    expect(looks('if', 'plain')).toEqual([]);
  });

  it('is laid out in time whatever it is', { timeout: 20_000 }, () => {
    const size = 300_000;
    const texts = ['/*', '"', "'", '`', '\\"', '-', ' ', '\t#', '<!--', '$', '${', '[', 'a=', '\n-', '#', '"""'].map(
      (part) => part.repeat(size / part.length),
    );
    for (const language of [
      'shell',
      'conf',
      'dockerfile',
      'javascript',
      'python',
      'c-like',
      'markup',
      'json',
    ] as const) {
      for (const text of texts) {
        const begin = performance.now();
        laidOut(text, language);
        expect(performance.now() - begin, `${language} ${text.slice(0, 4)}`).toBeLessThan(3_000);
      }
    }
  });
});

describe('a dump', () => {
  it('has sixteen bytes a row', () => {
    const bytes = Uint8Array.from({ length: 40 }, (_, i) => i * 7);
    expect(hexLine(bytes, 1)).toEqual({
      offset: '00000010',
      hex: '70 77 7e 85 8c 93 9a a1  a8 af b6 bd c4 cb d2 d9',
      letters: 'pw~.............',
    });
    expect(hexLine(bytes, 2).hex).toBe('e0 e7 ee f5 fc 03 0a 11'.padEnd(48));
  });
});

describe('the views of a file', () => {
  it('are none for a private key, and text and numbers for what a browser would run', () => {
    expect(viewsOf({ look: { kind: 'private-key', label: 'PRIVATE KEY' }, encoding: 'utf-8' })).toEqual([]);
    expect(viewsOf({ look: { kind: 'active-text', language: 'markup' }, encoding: 'utf-8' })).toEqual(['text', 'hex']);
  });
});
