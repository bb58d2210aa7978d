import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileLink, parseSourceLink, readableUrl, snapshotLink, urlLink } from './sourceLink';
import { DEFAULT_VIEW, formatHash, parseHash } from './viewState';

const digest = fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => `sha256:${hex}`);

describe('what a link opens', () => {
  it('is read back as it was written, also through an address', () => {
    const files = fc.record({
      digest,
      name: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
      size: fc.nat(),
    });
    fc.assert(
      fc.property(files, (file) => {
        const src = fileLink(file);
        expect(parseSourceLink(src)).toEqual({ kind: 'file', ...file });
        expect(parseHash(formatHash({ ...DEFAULT_VIEW, src })).view.src).toBe(src);
      }),
    );
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), (text) => {
        const url = readableUrl(text);
        fc.pre(url !== null);
        expect(parseSourceLink(urlLink(url))).toEqual({ kind: 'url', url });
        expect(parseHash(formatHash({ ...DEFAULT_VIEW, src: urlLink(url) })).view.src).toBe(urlLink(url));
      }),
    );
    expect(parseSourceLink(snapshotLink('Ab-_9'))).toEqual({ kind: 'snapshot', payload: 'Ab-_9' });
  });

  it.each([
    'file:sha256-00;name=x;size=1',
    `file:sha256-${'A'.repeat(64)};name=x;size=1`,
    `file:sha256-${'a'.repeat(64)};name=;size=1`,
    `file:sha256-${'a'.repeat(64)};name=%;size=1`,
    `file:sha256-${'a'.repeat(64)};name=x;size=-1`,
    `file:sha256-${'a'.repeat(64)};name=x;size=1;more`,
    'snap:',
    'snap:a b',
    'snap:<b>',
    'url:ftp://host/x',
    'url:http://host.example/x.tar',
    'url:https://user:password@host.example/x.tar',
    'url:javascript:alert(1)',
    'url:/x.tar',
    'sample:none',
  ])('%s is nothing', (text) => expect(parseSourceLink(text)).toBeNull());

  it('a file in GitHub’s pages is where its bytes are', () => {
    expect(readableUrl('https://github.com/o/r/blob/main/dir/x.tar#L1')).toBe(
      'https://raw.githubusercontent.com/o/r/main/dir/x.tar',
    );
    expect(readableUrl('https://github.com/o/r/releases/download/v1/x.tar')).toBe(
      'https://github.com/o/r/releases/download/v1/x.tar',
    );
    expect(readableUrl('http://localhost:8000/x.tar')).toBe('http://localhost:8000/x.tar');
  });
});
