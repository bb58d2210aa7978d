import { expect, it } from 'vitest';
import { nextPlace } from './nextPlace';

it.each([
  ['the next', 'a', 1, 1],
  ['the one before', 'b', -1, 0],
  ['after the last the first', 'c', 1, 0],
  ['before the first the last', 'a', -1, 2],
  ['from elsewhere the first', 'x', 1, 0],
  ['from nowhere back to the last', null, -1, 2],
] as const)('%s', (_, at, by, index) => {
  expect(nextPlace(['a', 'b', 'c'], at, by)).toBe(index);
});
