import { describe, expect, it } from 'vitest';
import { diffJson, hiddenNames } from '../compare/diffReport';
import { textOf, type Piece } from '../model/configView';
import type { ImageDiff } from '../model/imageDiff';
import { compareSides, openSide } from '../testing/diffSides';
import type { JsonObject } from '../testing/goJson';
import { plainLayout } from '../testing/plainLayout';

const image = (which: string, run: JsonObject, annotations: JsonObject = {}): Blob =>
  plainLayout({
    layers: [[{ name: 'a', body: which }]],
    annotations,
    config: {
      created: '2024-05-01T10:00:00Z',
      architecture: 'amd64',
      os: 'linux',
      history: [{ created_by: `RUN |1 BUILD_KEY=build-${which} /bin/sh -c use build-${which} # buildkit` }],
      config: run,
    },
  });

async function diffOf(): Promise<ImageDiff> {
  const run = (which: string): JsonObject => ({
    Env: [`API_TOKEN=token-"${which}"`, `PLAIN=plain-${which}`],
    Cmd: ['serve', `--token=token-"${which}"`, `PLAIN=plain-${which}`],
    Labels: { 'com.example.secret': `label-${which}`, title: `title-${which}`, copy: `token-"${which}"` },
    User: `user-${which}`,
  });
  const [a, b] = ['one', 'two'].map(async (which) =>
    openSide(image(which, run(which), { 'x.auth.token': `note-${which}`, title: `shown-${which}` })),
  );
  return compareSides(await (a ?? expect.fail()), await (b ?? expect.fail()));
}

const all = (diff: ImageDiff): Record<string, readonly (readonly Piece[] | null)[]> =>
  Object.fromEntries([...diff.config.values, ...diff.manifest.values].map(({ key, a, b }) => [key.join('/'), [a, b]]));

describe('values of a comparison', () => {
  it('has those of variables apart wherever they are, and of labels with the name of a secret', async () => {
    const diff = await diffOf();
    const values = all(diff);
    const shown = (key: string): string[] => (values[key] ?? []).map((each) => textOf(each ?? [], () => false));
    expect(shown('config/Env/API_TOKEN')).toEqual(['"API_TOKEN=***"', '"API_TOKEN=***"']);
    expect(shown('config/Env/PLAIN')).toEqual(['"PLAIN=***"', '"PLAIN=***"']);
    expect(shown('config/Cmd')[0]).toBe('["serve","--token=***","PLAIN=***"]');
    expect(shown('config/Labels/com.example.secret')).toEqual(['"***"', '"***"']);
    expect(shown('config/Labels/copy')).toEqual(['"***"', '"***"']);
    expect(shown('config/Labels/title')).toEqual(['"title-one"', '"title-two"']);
    expect(shown('config/User')).toEqual(['"user-one"', '"user-two"']);
    expect(shown('history/1/created_by')[0]).toBe('"RUN |1 BUILD_KEY=*** /bin/sh -c use *** # buildkit"');
    expect(shown('annotations/x.auth.token')).toEqual(['"***"', '"***"']);
    expect(textOf(values['config/Env/API_TOKEN']?.[1] ?? [], () => true)).toBe(String.raw`"API_TOKEN=token-\"two\""`);
    expect([...hiddenNames(diff)].sort()).toEqual([
      'API_TOKEN',
      'BUILD_KEY',
      'PLAIN',
      'com.example.secret',
      'x.auth.token',
    ]);
  });

  it('are left out of what is taken away, unless they are shown', async () => {
    const diff = await diffOf();
    const secrets = /token-|plain-|label-|build-(?!kit)|note-/;
    expect(diffJson(diff, () => false)).not.toMatch(secrets);
    expect(diffJson(diff, () => false)).toContain('API_TOKEN=***');
    expect(diffJson(diff, (name) => name === 'PLAIN')).toContain('PLAIN=plain-two');
    expect(diffJson(diff, () => true)).toContain('build-two');
  });
});
