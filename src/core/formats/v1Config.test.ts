import { describe, expect, it } from 'vitest';
import type { Document } from '../model/archive';
import { configFromSchema1 } from './v1Config';

const HEX = (digit: string): string => digit.repeat(64);
const DIFF = `sha256:${HEX('d')}`;

/** The config that a schema 1 manifest of one step becomes. */
async function config(compatibility: string): Promise<string> {
  const manifest = {
    schemaVersion: 1,
    fsLayers: [{ blobSum: `sha256:${HEX('b')}` }],
    history: [{ v1Compatibility: compatibility }],
  };
  const document: Document = {
    id: 'manifest.json',
    kind: 'schema1-manifest',
    origin: 'found',
    path: 'manifest.json',
    mediaType: null,
    bytes: new TextEncoder().encode(JSON.stringify(manifest)),
    digest: '',
    span: null,
    recipe: null,
  };
  return new TextDecoder().decode((await configFromSchema1(document, [DIFF])).bytes);
}

const TAIL = (created: string): string =>
  `"history":[{"created":"${created}"}],"os":"linux","rootfs":{"type":"layers","diff_ids":["${DIFF}"]}}`;

describe('a schema 1 manifest becomes a config', () => {
  it('without what is about the layer, keys sorted, the time as Go writes it', async () => {
    const step = `{"os":"linux","id":"${HEX('1')}","Size":3,"created":"2020-01-02T03:04:05.600Z","config":{"B":1,"A":"\\u003c\\u00e9"}}`;
    expect(await config(step)).toBe(
      `{"config":{"B":1,"A":"\\u003c\\u00e9"},"created":"2020-01-02T03:04:05.600Z",${TAIL('2020-01-02T03:04:05.6Z')}`,
    );
  });

  it('a step without a time is of the year 1', async () => {
    expect(await config(`{"id":"${HEX('1')}","os":"linux"}`)).toBe(`{${TAIL('0001-01-01T00:00:00Z')}`);
  });

  it.each(['1.8.2', '1.8.2-fc22', '1.6', '0.11.1'])(
    'one of Docker %s is written anew, with all that later ones write',
    async (version) => {
      const text = await config(
        `{"id":"${HEX('1')}","os":"linux","docker_version":"${version}","config":{"Cmd":["x"]}}`,
      );
      expect(text).toContain('"Cmd":["x"],"Image":"","Volumes":null');
      expect(text).toContain('"container_config":{"Hostname":""');
      expect(text).toContain('"created":"0001-01-01T00:00:00Z"');
    },
  );

  it.each(['1.8.3', '1.10.0', '20.10.24'])('one of Docker %s stays as it is', async (version) => {
    const text = await config(`{"id":"${HEX('1')}","os":"linux","docker_version":"${version}","config":{"Cmd":["x"]}}`);
    expect(text).toContain('"config":{"Cmd":["x"]}');
    expect(text).not.toContain('container_config');
  });
});
