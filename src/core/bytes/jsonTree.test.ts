import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonTree, type JsonNode } from './jsonTree';

function flat(node: JsonNode): JsonNode[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

describe('jsonTree', () => {
  it('gives each value its pointer and place', () => {
    const text = '{ "a/b~": [1.50, null], "c": {"d": "e"} }';
    const root = jsonTree(text);
    const nodes = root ? flat(root) : [];
    expect(nodes.map((node) => [node.type, node.pointer, text.slice(node.offset, node.offset + node.length)])).toEqual([
      ['object', '', text],
      ['array', '/a~1b~0', '[1.50, null]'],
      ['number', '/a~1b~0/0', '1.50'],
      ['null', '/a~1b~0/1', 'null'],
      ['object', '/c', '{"d": "e"}'],
      ['string', '/c/d', '"e"'],
    ]);
    expect(nodes.map(({ key, value }) => [key, value])).toEqual([
      [undefined, undefined],
      ['a/b~', undefined],
      [undefined, '1.50'],
      [undefined, undefined],
      ['c', undefined],
      ['d', 'e'],
    ]);
  });

  it('covers the text that each value was parsed from', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const root = jsonTree(text);
        expect(root).not.toBeNull();
        for (const node of root ? flat(root) : []) {
          const own: unknown = JSON.parse(text.slice(node.offset, node.offset + node.length));
          expect(own === null ? 'null' : Array.isArray(own) ? 'array' : typeof own).toBe(node.type);
          if (node.type === 'string' || node.type === 'boolean') expect(node.value).toBe(own);
        }
      }),
    );
  });

  it('keeps both of two equal keys', () => {
    expect(jsonTree('{"a":1,"a":2}')?.children?.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/a', '1'],
      ['/a', '2'],
    ]);
  });

  it.each(['', '{', '[1,]', '{"a":1} x'])('is null for %j', (text) => {
    expect(jsonTree(text)).toBeNull();
  });
});
