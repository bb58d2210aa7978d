import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedOrder, movedIds } from './siblings';

const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 8 });

describe('mergedOrder', () => {
  it('keeps the order of the last list, and puts what only others have after what it follows there', () => {
    expect(mergedOrder([['a', 'x', 'b', 'y'], [], ['b', 'a', 'c']])).toEqual(['b', 'y', 'a', 'x', 'c']);
    expect(mergedOrder([['x', 'a'], ['a']])).toEqual(['x', 'a']);
  });

  it('has every id once', () => {
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 3 }), (lists) => {
        const order = mergedOrder(lists);
        expect(order.toSorted()).toEqual([...new Set(lists.flat())].toSorted());
        expect(order.filter((id) => lists.at(-1)?.includes(id))).toEqual(lists.at(-1) ?? []);
      }),
    );
  });
});

describe('movedIds', () => {
  it('says of two that changed places that one did', () => {
    expect([...movedIds(['mediaType', 'size', 'digest'], ['mediaType', 'digest', 'size'])]).toHaveLength(1);
    expect([...movedIds(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])]).toEqual(['a']);
    expect([...movedIds(['a', 'x', 'b'], ['a', 'b', 'y'])]).toEqual([]);
  });

  it('leaves a run that is in the same order in both', () => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const moved = movedIds(a, b);
        const stays = (list: string[]): string[] =>
          list.filter((id) => a.includes(id) && b.includes(id) && !moved.has(id));
        expect(stays(a)).toEqual(stays(b));
        expect(movedIds(a, a)).toEqual(new Set());
      }),
    );
  });
});
