import { expect, it } from 'vitest';
import { parseReference, referenceText } from './reference';

const hex = 'a'.repeat(64);

it.each([
  ['registry.example/team/app:1.0', 'https://registry.example', 'team/app', '1.0'],
  ['registry.example:5000/app', 'https://registry.example:5000', 'app', 'latest'],
  ['localhost/app:x', 'http://localhost', 'app', 'x'],
  ['127.0.0.1:5000/a/b-c__d.e:x', 'http://127.0.0.1:5000', 'a/b-c__d.e', 'x'],
  ['[::1]:5000/a', 'http://[::1]:5000', 'a', 'latest'],
  [`registry.example/app@sha256:${hex}`, 'https://registry.example', 'app', `sha256:${hex}`],
  [`Registry.Example/app:1@sha256:${hex}`, 'https://registry.example', 'app', `sha256:${hex}`],
])('%s names an image', (text, origin, repository, reference) => {
  expect(parseReference(text)).toMatchObject({ origin, repository, reference });
});

it.each([
  'app',
  'app:1.0',
  'team/app:1.0',
  'https://registry.example/app',
  'registry.example/',
  'registry.example/App',
  'registry.example/../x',
  'registry.example/a//b',
  'registry.example/app:',
  'registry.example/app:a b',
  'registry.example/app@sha256:short',
  'user:pw@registry.example/app',
  'registry.example#x/app',
  `registry.example/${'a'.repeat(600)}`,
])('%s names none', (text) => {
  expect(parseReference(text)).toBeNull();
});

it('is written as tools take it', () => {
  for (const text of ['registry.example/team/app:1.0', `registry.example/app@sha256:${hex}`]) {
    const reference = parseReference(text);
    expect(reference && referenceText(reference)).toBe(text);
  }
});
