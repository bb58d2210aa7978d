import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EngineError } from '../core/errors';
import { EXPORT_TARGETS } from '../core/model/export';
import { memberAt, textAt } from '../core/model/members';
import type { FolderFile } from '../core/model/source';
import { buildImage, type BuiltFormat } from '../core/testing/buildImage';
import { loopback } from '../worker/loopback';
import { methods } from '../worker/methods';
import { createPool, type EnginePool } from '../worker/pool';
import { createSession } from './session';
import type { ListFolder, Session, Workspace } from './state';

/** The session over the real engine, which runs in this thread. */
const engines: EnginePool[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

function start(): Session {
  const engine = createPool({ size: 2, spawn: async () => loopback(methods) });
  engines.push(engine);
  return createSession(engine);
}

async function measured(session: Session, bytes: Uint8Array<ArrayBuffer>): Promise<Workspace> {
  session.open({ kind: 'file', file: new File([bytes], 'image.tar') });
  return settled(session);
}

function settled(session: Session): Promise<Workspace> {
  return vi.waitFor(
    () => {
      const state = session.getState();
      if (state.kind !== 'open') throw new Error(state.kind === 'failed' ? state.failure.message : state.kind);
      const { workspace } = state;
      expect(workspace.measuring.status).toBe('done');
      // the forms follow the last measurement
      expect(workspace.representations.flatMap(({ cannot }) => cannot ?? [])).not.toContain('not-measured');
      return workspace;
    },
    { timeout: 30_000, interval: 10 },
  );
}

const image = (format: BuiltFormat, compress: 'none' | 'gzip'): Uint8Array<ArrayBuffer> =>
  buildImage({
    format,
    compress,
    layers: [[{ name: 'etc/os-release', body: 'ID=hello\n' }], [{ name: 'app.js', body: 'console.log("hello")\n' }]],
  });

describe('an image of each kind', () => {
  it.each([
    ['docker-v1', 'none'],
    ['docker-archive', 'none'],
    ['hybrid', 'none'],
    ['oci-layout', 'none'],
    ['oci-layout', 'gzip'],
  ] as const)('%s with layers %s: every claim holds, in three forms', async (format, compress) => {
    const workspace = await measured(start(), image(format, compress));
    expect(workspace.representations.map(({ column }) => column)).toEqual(['v1', 'v2s2', 'oci']);
    expect(workspace.representations.map(({ cannot }) => cannot)).toEqual([null, null, null]);
    expect(workspace.measuring.spans.size).toBe(2);
    expect([...workspace.measuring.spans.values()].map(({ kind }) => kind)).toEqual(['measured', 'measured']);
    expect(workspace.findings.filter(({ verdict }) => verdict !== 'matches')).toEqual([]);
    if (format !== 'docker-v1') expect(workspace.findings.length).toBeGreaterThan(0);
    expect(workspace.failure).toBeNull();
  });

  it('shows the mismatch of one changed byte', async () => {
    const bytes = image('hybrid', 'none');
    const at = Buffer.from(bytes).indexOf('ID=hello');
    bytes[at] = 'J'.charCodeAt(0);
    const { findings } = await measured(start(), bytes);
    expect(findings.some(({ verdict }) => verdict === 'mismatch')).toBe(true);
  });

  it('opens a real archive with two images, and shows either', async () => {
    const fixture = new URL('../../fixtures/multi.podman-docker-archive.tar', import.meta.url);
    const session = start();
    const workspace = await measured(session, Uint8Array.from(await readFile(fixture)));
    const second = workspace.archive.images[1];
    expect(second).toBeDefined();
    session.showImage(second?.key ?? '');
    await vi.waitFor(() => expect(session.getState()).toMatchObject({ workspace: { imageKey: second?.key } }));
  });

  it('says what is wrong with a file that is none', async () => {
    const session = start();
    session.open({ kind: 'file', file: new File(['\x89PNG\r\n\x1a\n'], 'cat.tar') });
    await vi.waitFor(() =>
      expect(session.getState()).toMatchObject({ kind: 'failed', failure: { code: 'not-a-tar' } }),
    );
  });

  it('reports it, and orders its members', async () => {
    const session = start();
    const { archive } = await measured(session, image('oci-layout', 'gzip'));
    const report = v.parse(
      v.object({ file: v.object({ name: v.string() }), images: v.array(v.unknown()) }),
      JSON.parse(await session.report()),
    );
    expect(report).toMatchObject({ file: { name: 'image.tar' }, images: [{}] });
    const order = await session.orderMembers({ sort: 'name', descending: true, filter: '.json' });
    expect([...order].map((index) => textAt(archive.members.names, index))).toEqual(['index.json']);
  });
});

describe('saving', () => {
  it.each(EXPORT_TARGETS)('%s: of the size that was offered, and the same image again', async (target) => {
    const session = start();
    const sample = new URL('../../public/samples/hello-oci.tar', import.meta.url);
    const { imageKey } = await measured(session, Uint8Array.from(await readFile(sample)));
    const offer = (await session.exportOffers()).find((each) => each.target === target);
    const { size, blob } = await session.save({ kind: 'image', target }, null);
    expect(offer).toMatchObject({ cannot: null, size });
    expect(blob?.size).toBe(size);
    const again = await measured(start(), new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)));
    expect(again.archive.images.length).toBe(1);
    expect(again.findings.filter(({ verdict }) => verdict !== 'matches')).toEqual([]);
    if (target !== 'dir-schema1') expect(again.imageKey).toBe(imageKey);
  });

  it('a layer of a folder, unpacked', async () => {
    const tar = image('oci-layout', 'gzip');
    const { archive } = await measured(start(), tar);
    const files = Array.from({ length: archive.members.count }, (_, i) => memberAt(archive.members, i));
    const folder = files.flatMap(({ name: path, type, data, size }): FolderFile[] =>
      type === 'file' ? [{ path, blob: new Blob([tar.subarray(data, data + size)]) }] : [],
    );
    const session = start();
    session.open({ kind: 'folder', name: 'image', list: () => Promise.resolve(folder) });
    const workspace = await settled(session);
    const [measurement] = workspace.measurements.filter(({ compression }) => compression === 'gzip');
    if (!measurement) throw new Error('no layer');
    const { span, unpackedSize, diffId } = measurement;
    const content = { kind: 'unpacked', span, compression: 'gzip', size: unpackedSize ?? 0 } as const;
    const { blob } = await session.save({ kind: 'content', content, path: 'layer' }, null);
    const bytes = Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(diffId);
    await expect(
      session.save({ kind: 'content', content: { ...content, size: content.size + 1 }, path: 'layer' }, null),
    ).rejects.toMatchObject({ code: 'layer-differs', details: { path: 'layer' } });
  });
});

it('measures a thousand small blobs in a few calls', async () => {
  const calls = vi.spyOn(methods, 'measureSpans');
  const layers = Array.from({ length: 1000 }, (_, i) => [{ name: `file-${i}`, body: `${i}` }]);
  const { measuring } = await measured(start(), buildImage({ format: 'oci-layout', compress: 'gzip', layers }));
  expect(new Set([...measuring.spans.values()].map(({ kind }) => kind))).toEqual(new Set(['measured']));
  expect(measuring.spans.size).toBe(1000);
  expect(calls.mock.calls.length).toBeLessThan(10);
});

describe('a folder', () => {
  const listing = (files: readonly FolderFile[]): ListFolder => {
    return (_, onCount) => {
      onCount(files.length);
      return Promise.resolve(files);
    };
  };

  it('is listed, opened and measured, and sends a worker no more than what it reads', async () => {
    const layer = '\0'.repeat(1024);
    const digest = `sha256:${createHash('sha256').update(layer).digest('hex')}`;
    const config = JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: { diff_ids: [digest] } });
    const session = start();
    const list = listing([
      { path: 'manifest.json', blob: new Blob(['[{"Config":"c.json","RepoTags":["a:1"],"Layers":["layer.tar"]}]']) },
      { path: 'c.json', blob: new Blob([config]) },
      { path: 'layer.tar', blob: new Blob([layer]) },
    ]);
    session.open({ kind: 'folder', name: 'image', list });
    expect(session.getState()).toMatchObject({ kind: 'opening', name: 'image', stage: 'listing' });
    await vi.waitFor(() =>
      expect(session.getState()).toMatchObject({ kind: 'open', workspace: { measuring: { status: 'done' } } }),
    );
    const state = session.getState();
    if (state.kind !== 'open') throw new Error(state.kind);
    expect(state.workspace.archive).toMatchObject({ name: 'image', container: 'folder' });
    expect(state.workspace.findings.map(({ verdict }) => verdict)).toEqual(['matches']);
    expect(JSON.parse(await session.report())).toMatchObject({ verdict: 'verified', file: { container: 'folder' } });
  });

  it('without an image fails as a folder', async () => {
    const session = start();
    session.open({ kind: 'folder', name: 'notes', list: listing([{ path: 'a.txt', blob: new Blob(['x']) }]) });
    await vi.waitFor(() =>
      expect(session.getState()).toMatchObject({
        kind: 'failed',
        name: 'notes',
        container: 'folder',
        failure: { code: 'not-an-image' },
      }),
    );
  });

  it('that cannot be listed fails, and one that is closed meanwhile is silent', async () => {
    const session = start();
    const refuse: ListFolder = () => Promise.reject(new EngineError('too-many-files', '', { limit: 1 }));
    session.open({ kind: 'folder', name: 'all', list: refuse });
    await vi.waitFor(() => expect(session.getState()).toMatchObject({ failure: { code: 'too-many-files' } }));
    let aborted = false;
    const wait: ListFolder = (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(new EngineError('cancelled', ''));
        });
      });
    session.open({ kind: 'folder', name: 'all', list: wait });
    session.cancel();
    expect(session.getState()).toEqual({ kind: 'empty' });
    expect(aborted).toBe(true);
  });
});

describe('a file in a layer', () => {
  const body = Array.from({ length: 200_000 }, (_, i) => `${(i * 7919) % 10_007}\n`).join('');
  const opened = async (compress: 'none' | 'gzip') => {
    const layers = [
      [
        { name: 'var/first', body },
        { name: 'var/log', body },
      ],
    ];
    const session = start();
    const { archive } = await measured(session, buildImage({ format: 'oci-layout', compress, layers }));
    const files = await session.files(archive.images[0]?.key ?? '');
    const layer = files.layers[0];
    const row = 1;
    if (!layer) throw new Error('no files');
    const { name: path, data, size } = memberAt(layer.entries, row);
    return { session, files, file: { span: layer.span, path, data, size } };
  };

  it.each(['none', 'gzip'] as const)(
    'stored with %s is read in parts, each from where the last one ended',
    async (compress) => {
      const { session, file } = await opened(compress);
      const { glance, head } = await session.openFile(file);
      expect(glance).toEqual({ look: { kind: 'text', language: 'plain' }, encoding: 'utf-8' });
      let text = Buffer.from(head.bytes).toString();
      const next = await session.readFile(file, { from: head.bytes.length, to: Infinity });
      text += Buffer.from(next.bytes).toString();
      expect(text === body).toBe(true);
      expect(next.unpacked < next.bytes.length + 512 * 1024).toBe(true);
      expect(next.begun > 0).toBe(compress === 'gzip');
    },
  );

  it('is saved alone, and with its folder', async () => {
    const { session, file, files } = await opened('gzip');
    const { blob } = await session.save({ kind: 'file', file }, null);
    expect((await blob?.text()) === body).toBe(true);
    const query = { scope: 'final', layer: 0 } as const;
    const folder = await session.save({ kind: 'folder', files, query, node: 0 }, null);
    expect(folder.size).toBeGreaterThan(2 * body.length);
  });

  it('stops being read when it is told to', async () => {
    const { session, file } = await opened('gzip');
    const stop = new AbortController();
    const read = session.openFile(file, { signal: stop.signal });
    stop.abort();
    await expect(read).rejects.toMatchObject({ code: 'cancelled' });
  });
});
