import { expect, it } from 'vitest';
import { ltrRuns } from './runs';

it('keeps Latin words and numbers that belong together in one run', () => {
  const runs = ltrRuns('ف OCI layout كاينين 4 layers، 20 % منهم');
  expect(runs.filter(({ isLtr }) => isLtr).map(({ text }) => text)).toEqual(['OCI layout', '4 layers', '20 %']);
  expect(runs.map(({ text }) => text).join('')).toBe('ف OCI layout كاينين 4 layers، 20 % منهم');
});

it('leaves signs at the edge of a run to the sentence', () => {
  expect(ltrRuns('كاين v1.')).toEqual([
    { text: 'كاين ', isLtr: false },
    { text: 'v1', isLtr: true },
    { text: '.', isLtr: false },
  ]);
  expect(ltrRuns('')).toEqual([]);
});

it('ends a run where a sentence ends: its stop is not between two words of one run', () => {
  expect(ltrRuns('سميتو Image ID. manifest v1.0 كيسميه').filter(({ isLtr }) => isLtr)).toEqual([
    { text: 'Image ID', isLtr: true },
    { text: 'manifest v1.0', isLtr: true },
  ]);
});
