import { expect, it } from 'vitest';
import { parseChallenge, tokenUrl } from './challenge';

it('says where an anonymous token is to be had', () => {
  const challenge = parseChallenge(
    'Bearer realm="https://auth.registry.example/token?x=1",service="registry.example",scope="repository:team/app:pull,push"',
  );
  expect(challenge).toEqual({
    realm: 'https://auth.registry.example/token?x=1',
    service: 'registry.example',
    scope: 'repository:team/app:pull,push',
  });
  expect(challenge && tokenUrl(challenge)).toBe(
    'https://auth.registry.example/token?x=1&service=registry.example&scope=repository%3Ateam%2Fapp%3Apull%2Cpush',
  );
});

it('may leave out service and scope, and quotes', () => {
  const challenge = parseChallenge('bearer Realm=https://registry.example/token');
  expect(challenge && tokenUrl(challenge)).toBe('https://registry.example/token');
});

it.each(['', 'Basic realm="x"', 'Bearer service="x"', 'Bearer realm="javascript:1"'])('%s is none', (header) => {
  expect(parseChallenge(header)).toBeNull();
});
