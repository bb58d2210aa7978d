import { expect, it } from 'vitest';
import { isState, opensSample, stateChange } from './state';

it.each([
  ['layouts?src=sample:hello-v1&sel=layer:2', true],
  ['ladder', true],
  ['kitchen', false],
  ['ladder?src=sample:no-such', false],
  ['ladder?unknown=1', false],
  ['ladder?lang=ary', false],
  ['ladder?lesson=2', false],
])('a state of the page: %s', (state, expected) => {
  expect(isState(state)).toBe(expected);
});

it('changes everything but how the page looks and where the lesson is', () => {
  const change = stateChange('layouts?src=sample:hello-v1&sel=layer:2');
  expect(change).toMatchObject({ src: 'sample:hello-v1', board: 'layouts', sel: 'layer:2', doc: null, img: null });
  for (const key of ['lang', 'theme', 'density', 'keys', 'lesson', 'step']) expect(change).not.toHaveProperty(key);
});

it('leaves open what is open where it names nothing, or is told to', () => {
  expect(opensSample('layouts?sel=layer:2')).toBe(false);
  expect(stateChange('layouts?sel=layer:2')).not.toHaveProperty('src');
  expect(opensSample('layouts?src=sample:hello-v1')).toBe(true);
  expect(stateChange('layouts?src=sample:hello-v1', true)).not.toHaveProperty('src');
  expect(stateChange('layouts?src=sample:hello-v1', true)).not.toHaveProperty('img');
});
