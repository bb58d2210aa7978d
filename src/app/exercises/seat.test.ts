import { expect, it } from 'vitest';
import { seatChoice, shuffled } from './seat';

it('neighbours have other choices, and the same seat the same', () => {
  for (let seat = 0; seat < 40; seat++) {
    for (const count of [2, 3, 4, 14]) expect(seatChoice(seat, count)).not.toBe(seatChoice(seat + 1, count));
  }
  expect(seatChoice(3, 0)).toBe(0);
});

it('shuffles by seat and use, and loses nothing', () => {
  const items = Array.from({ length: 14 }, (_, index) => index);
  const orders = new Set(items.map((seat) => shuffled(items, seat, 'a').join()));
  expect(orders.size).toBe(items.length);
  expect(shuffled(items, 5, 'a')).toEqual(shuffled(items, 5, 'a'));
  expect(shuffled(items, 5, 'a')).not.toEqual(shuffled(items, 5, 'b'));
  expect(shuffled(items, 5, 'a').toSorted((a, b) => a - b)).toEqual(items);
});
