import { afterEach, describe, expect, it } from 'vitest';
import { sha256 } from '../bytes/hash';
import { setReach, type RemoteAnswer } from '../bytes/remote';
import { MEDIA } from '../model/mediaType';
import { openArchive } from '../archive/open';
import { listRegistry } from './list';

const utf8 = new TextEncoder();
afterEach(() => setReach(null));

/** A registry that has these documents and blobs by path below `/v2/team/app/`; gives what it was asked for. */
function registry(files: Record<string, string>) {
  const asked: { path: string; part: unknown; accept: string | undefined }[] = [];
  setReach((url, part, accept) => {
    const path = url.replace('https://registry.example/v2/team/app/', '');
    asked.push({ path, part, accept });
    const text = files[path];
    const bytes = utf8.encode(text ?? 'not found');
    const sent = part ? bytes.slice(part.offset, part.offset + part.length) : bytes;
    const answer: RemoteAnswer = {
      status: text === undefined ? 404 : part ? 206 : 200,
      size: bytes.length,
      version: '"etag"',
      body: new Blob([sent]).stream(),
    };
    return Promise.resolve(answer);
  });
  return asked;
}

const LAYER = 'layer bytes';
const CONFIG = JSON.stringify({
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [await sha256(utf8.encode(LAYER))] },
});
const configDigest = await sha256(utf8.encode(CONFIG));
const layerDigest = await sha256(utf8.encode(LAYER));
const MANIFEST = JSON.stringify({
  schemaVersion: 2,
  mediaType: MEDIA.ociManifest,
  config: { mediaType: MEDIA.ociConfig, digest: configDigest, size: CONFIG.length },
  layers: [{ mediaType: MEDIA.ociLayer, digest: layerDigest, size: LAYER.length }],
});
const manifestDigest = await sha256(utf8.encode(MANIFEST));
const INDEX = JSON.stringify({
  schemaVersion: 2,
  mediaType: MEDIA.ociIndex,
  manifests: [
    {
      mediaType: MEDIA.ociManifest,
      digest: manifestDigest,
      size: MANIFEST.length,
      platform: { os: 'linux', architecture: 'amd64' },
    },
    {
      mediaType: MEDIA.ociManifest,
      digest: `sha256:${'0'.repeat(64)}`,
      size: 3,
      platform: { os: 'linux', architecture: 's390x' },
    },
  ],
});
const blobs = { [`blobs/${configDigest}`]: CONFIG, [`blobs/${layerDigest}`]: LAYER };
const hex = (digest: string): string => digest.replace('sha256:', '');

describe('an image on a registry', () => {
  it('is the folder of a dir:, whose layers stay where they are', async () => {
    const asked = registry({ 'manifests/1.0': MANIFEST, ...blobs });
    const files = await listRegistry('registry.example/team/app:1.0');
    expect(files.map(({ path }) => path)).toEqual(['version', 'manifest.json', hex(configDigest), hex(layerDigest)]);
    expect(files.at(-1)?.blob).toEqual({
      url: `https://registry.example/v2/team/app/blobs/${layerDigest}`,
      size: LAYER.length,
      version: null,
    });
    expect(asked.map(({ path }) => path)).toEqual(['manifests/1.0', `blobs/${configDigest}`]);
    expect(asked[0]?.accept?.split(', ')).toContain(MEDIA.ociIndex);
  });

  it('opens as an archive, each name of which is held against its bytes', async () => {
    registry({ 'manifests/1.0': MANIFEST, ...blobs });
    const folder = await listRegistry('registry.example/team/app:1.0');
    const archive = await openArchive({ folder }, 'registry.example/team/app:1.0');
    expect(archive.evidence.map(({ format }) => format)).toEqual(['dir-transport']);
    expect(archive.images).toHaveLength(1);
    expect(archive.images[0]?.layers).toMatchObject([{ compression: 'none' }]);
  });

  it('has the manifests of a list, and goes without those that are not there', async () => {
    registry({ 'manifests/1.0': INDEX, [`manifests/${manifestDigest}`]: MANIFEST, ...blobs });
    const progress: number[] = [];
    const files = await listRegistry('registry.example/team/app:1.0', {
      onProgress: ({ done }) => progress.push(done),
    });
    expect(files.map(({ path }) => path)).toEqual([
      'version',
      'manifest.json',
      `${hex(manifestDigest)}.manifest.json`,
      hex(configDigest),
      hex(layerDigest),
    ]);
    expect(progress).toEqual([1, 2, 3]);
  });

  it('is refused when it has not the digest that it is asked for by', async () => {
    registry({ [`manifests/${configDigest}`]: MANIFEST });
    await expect(listRegistry(`registry.example/team/app@${configDigest}`)).rejects.toMatchObject({
      code: 'registry-differs',
      details: { host: 'registry.example', digest: configDigest, actual: manifestDigest },
    });
  });

  it('says what the registry says', async () => {
    registry({});
    await expect(listRegistry('registry.example/team/app:none')).rejects.toMatchObject({
      code: 'url-refused',
      details: { status: 404 },
    });
    setReach(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(listRegistry('registry.example/team/app')).rejects.toMatchObject({ code: 'url-unreachable' });
  });
});
