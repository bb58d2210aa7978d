import { describe, expect, it } from 'vitest';
import { familiarName, fullName, parseReference, referencesOf } from './references';

describe('names', () => {
  it.each([
    ['busybox', 'docker.io/library/busybox:latest', 'busybox:latest'],
    ['busybox:1.36', 'docker.io/library/busybox:1.36', 'busybox:1.36'],
    ['fx/small:1.0', 'docker.io/fx/small:1.0', 'fx/small:1.0'],
    ['docker.io/busybox', 'docker.io/library/busybox:latest', 'busybox:latest'],
    ['docker.io/library/busybox:a', 'docker.io/library/busybox:a', 'busybox:a'],
    ['docker.io/fx/small:a', 'docker.io/fx/small:a', 'fx/small:a'],
    ['localhost/small:1', 'localhost/small:1', 'localhost/small:1'],
    ['localhost:5000/small', 'localhost:5000/small:latest', 'localhost:5000/small:latest'],
    [
      'registry.example.com:5000/team/x:v1',
      'registry.example.com:5000/team/x:v1',
      'registry.example.com:5000/team/x:v1',
    ],
    ['[::1]:5000/x:v1', '[::1]:5000/x:v1', '[::1]:5000/x:v1'],
    ['1.0', 'docker.io/library/1.0:latest', '1.0:latest'],
    ['a__b/c-d/e.f:G_h', 'docker.io/a__b/c-d/e.f:G_h', 'a__b/c-d/e.f:G_h'],
  ])('%s is %s, in short %s', (name, full, familiar) => {
    const reference = parseReference(name);
    expect(reference && [fullName(reference), familiarName(reference)]).toEqual([full, familiar]);
  });

  it.each([
    '',
    ':1.0',
    'Upper',
    'a//b',
    'a b',
    'a:',
    'a:-x',
    `a:${'t'.repeat(129)}`,
    'a@sha256:' + '0'.repeat(64),
    '/a',
    'a/',
    '../a',
    'a..b',
    `a/${'b'.repeat(300)}`,
    '-.example/a',
  ])('%j is none', (name) => expect(parseReference(name)).toBeNull());

  it('each is written once', () => {
    expect(referencesOf(['fx:1', 'docker.io/library/fx:1', 'no name', 'fx:2']).map(familiarName)).toEqual([
      'fx:1',
      'fx:2',
    ]);
  });
});
