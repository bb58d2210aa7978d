import { describe, expect, it } from 'vitest';
import { openArchive } from '../engine';
import { EngineError } from '../errors';
import { buildTar } from '../testing/buildTar';

async function failureOf(entries: Readonly<Record<string, string>>): Promise<Pick<EngineError, 'code' | 'details'>> {
  const tar = buildTar(
    Object.entries(entries).map(([name, body]) =>
      name.endsWith('/') ? { name, type: 'directory' as const } : { name, body },
    ),
  );
  return openArchive({ blob: new Blob([tar]) }, 'x.tar').then(
    () => expect.fail('opened'),
    (error: unknown) => (error instanceof EngineError ? { code: error.code, details: error.details } : expect.fail()),
  );
}

const LIST = '[{"Config":"c.json","Layers":["layer.tar"]}]';

describe('names that lead out', () => {
  it.each<[string, Record<string, string>, number, number]>([
    ['are all that there is, absolute', { '/a': 'a', '/b/c': 'c' }, 2, 2],
    ['are all that there is but for folders', { './': '', '../a': 'a' }, 1, 2],
    ['lead to the list of an image', { 'x/../manifest.json': LIST, 'c.json': '{}', 'layer.tar': '' }, 1, 3],
    ['are those of the layers of an image', { repositories: '{"a":{"1":"../x"}}', '../x/json': '{}' }, 1, 2],
  ])('are why there is nothing to show where they %s', async (_, entries, unsafe, count) => {
    expect(await failureOf(entries)).toMatchObject({ code: 'unsafe-names', details: { unsafe, count } });
  });

  it('are named, the first few', async () => {
    const names = Array.from({ length: 9 }, (_, i) => `/${i}${'x'.repeat(100)}`);
    const { details } = await failureOf(Object.fromEntries(names.map((name) => [name, ''])));
    expect(details['names']).toBe(
      names
        .slice(0, 5)
        .map((name) => name.slice(0, 80))
        .join('  '),
    );
  });

  it('are not why where nothing of it is an image anyway, or a document is there and cannot be read', async () => {
    expect(await failureOf({ '/a': 'a', b: 'b' })).toMatchObject({ code: 'not-an-image' });
    expect(await failureOf({ '/a': 'a', 'manifest.json': '[{' })).toMatchObject({ code: 'document-unreadable' });
    expect(await failureOf({ 'a..b': 'a', 'c/...': 'b' })).toMatchObject({ code: 'not-an-image' });
  });
});
