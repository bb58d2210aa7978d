import { describe, expect, it } from 'vitest';
import type { Duplicates } from '../../core/model/duplicates';
import { equalListing } from './equalListing';

const digest = `sha256:${'a'.repeat(64)}` as const;
const found: Duplicates = {
  groups: [{ digest, size: 3, events: [0, 2] }],
  groupCount: 1,
  bytes: 3,
  unread: [1],
};
const places = [
  { path: '=a', layer: 0 },
  { path: 'unused', layer: 0 },
  { path: 'd/b,c', layer: 4 },
];
const placeOf = (event: number): { path: string; layer: number } => places[event] ?? expect.fail();

describe('files with the same bytes, to take away', () => {
  it('are a line for each copy in CSV', () => {
    expect(equalListing(found, placeOf, 'csv').split('\r\n')).toEqual([
      'digest,size,path,layer',
      `${digest},3,./=a,1`,
      `${digest},3,"d/b,c",5`,
      '',
    ]);
  });

  it('are groups in JSON, layers counted from 1', () => {
    expect(JSON.parse(equalListing(found, placeOf, 'json'))).toEqual({
      groups: [
        {
          digest,
          size: 3,
          copies: [
            { path: '=a', layer: 1 },
            { path: 'd/b,c', layer: 5 },
          ],
        },
      ],
      groupCount: 1,
      bytes: 3,
      unread: [2],
    });
  });
});
