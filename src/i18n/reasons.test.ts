import { expect, it } from 'vitest';
import { reasonMessage } from './reasons';

it('finds the words for a reason, and none for what is no reason', () => {
  expect(reasonMessage('tar-unsafe-name', { reason: 'parent' })).toBe('unsafeName.parent');
  expect(reasonMessage('wrapper-corrupt', { why: 'trailing-data', at: 3 })).toBe('corrupt.trailing-data');
  expect(reasonMessage('tar-bad-pax', { reason: 'constructor' })).toBeNull();
  expect(reasonMessage('layer-corrupt', {})).toBeNull();
  expect(reasonMessage('tar-link-broken', { reason: 'parent' })).toBeNull();
});
