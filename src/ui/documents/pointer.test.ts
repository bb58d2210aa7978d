import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from './jsonTokens';
import { offsetOfPointer, pointerAt } from './pointer';

function tokensOf(text: string) {
  const scan = scanJson(text);
  for (;;) {
    const step = scan.next();
    if (step.done) return step.value.tokens;
  }
}

const find = (text: string, pointer: string): string | null => {
  const at = offsetOfPointer(text, tokensOf(text), pointer);
  return at === null ? null : text.slice(at);
};

describe('offsetOfPointer', () => {
  it('finds values in objects and lists', () => {
    const text = '{"a":[{"b/c":1},{"b/c":"x","d~":[true]}],"e":{}}';
    expect(find(text, '/a/1/b~1c')).toBe('"x","d~":[true]}],"e":{}}');
    expect(find(text, '/a/1/d~0/0')).toBe('true]}],"e":{}}');
    expect(find(text, '/a')).toMatch(/^\[/);
    expect(find(text, '')).toBe(text);
    expect(find(text, '/e')).toBe('{}}');
    expect(find(text, '/a/2')).toBeNull();
    expect(find(text, '/b')).toBeNull();
  });

  it('is found again by where it leads, and by the name of a member', () => {
    const text = '{"a":[{"b/c":1},{"b/c":"x","d~":[true]}],"e":{}}';
    const tokens = tokensOf(text);
    for (const pointer of ['', '/a', '/a/0', '/a/1/b~1c', '/a/1/d~0/0', '/e']) {
      expect(pointerAt(text, tokens, offsetOfPointer(text, tokens, pointer) ?? -1)).toBe(pointer);
    }
    expect(pointerAt(text, tokens, text.indexOf('d~'))).toBe('/a/1/d~0');
    expect(pointerAt(text, tokens, text.indexOf('x'))).toBe('/a/1/b~1c');
  });

  it('of a key given twice, the last', () => {
    expect(find('{"a":1,"a":2}', '/a')).toBe('2}');
  });

  it('finds every value of any document', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const tokens = tokensOf(text);
        const visit = (value: unknown, pointer: string): void => {
          const at = offsetOfPointer(text, tokens, pointer);
          expect(at).not.toBeNull();
          if (typeof value === 'string' || typeof value === 'number') {
            expect(text.slice(at ?? 0)).toMatch(/^["\d-]/);
          }
          if (typeof value !== 'object' || value === null) return;
          for (const [key, child] of Object.entries(value)) {
            visit(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
          }
        };
        visit(JSON.parse(text), '');
      }),
    );
  });
});
