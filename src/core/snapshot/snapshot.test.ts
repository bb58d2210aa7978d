import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  buildReport,
  integrityTable,
  makeSnapshot,
  measureRequests,
  measureSpans,
  openArchive,
  represent,
} from '../engine';
import type { Archive } from '../model/archive';
import type { Measurement } from '../model/facts';
import { HIDDEN_KINDS, type HiddenKind } from '../model/snapshot';
import { LIMITS } from '../limits';
import { FIXTURES, fixturePath } from '../testing/fixtures';
import { verify } from '../verify/verify';
import { packText } from './packed';
import { redact } from './redact';

interface Opened {
  readonly archive: Archive;
  readonly measurements: readonly Measurement[];
}

async function opened(ref: Parameters<typeof openArchive>[0], name: string): Promise<Opened> {
  const archive = await openArchive(ref, name);
  const measured = await measureSpans(archive.source, measureRequests(archive));
  return { archive, measurements: [...(archive.snapshot?.measurements ?? []), ...measured] };
}

const openFile = (path: string, name: string) => opened({ blob: new Blob([readFileSync(path)]) }, name);

async function again({ archive, measurements }: Opened, hide: readonly HiddenKind[]): Promise<Opened> {
  return opened({ snapshot: (await makeSnapshot(archive, measurements, hide)).payload }, 'snapshot');
}

/** What an archive is, without its bytes and what tells where it comes from. */
function structureOf({ archive }: Opened): unknown {
  const { name, container, size, fileSize, wrappers, members, evidence, writer, images, orphans, orphanCount } =
    archive;
  const { pax: _, devices: __, ...columns } = members;
  return { name, container, size, fileSize, wrappers, columns, evidence, writer, images, orphans, orphanCount };
}

const documentsOf = ({ archive }: Opened) => archive.documents.map(({ id, kind, digest }) => `${kind} ${id} ${digest}`);

async function rowsOf({ archive, measurements }: Opened) {
  return (await integrityTable(archive, measurements)).rows;
}

async function findingsOf({ archive, measurements }: Opened) {
  const all = [];
  for (const image of archive.images) {
    const representations = await represent(archive, image, measurements);
    all.push(...verify(archive.documents, representations, measurements));
  }
  return all;
}

const names = Object.keys(FIXTURES).filter((name) => !('error' in (FIXTURES[name] ?? {})));

describe('a snapshot', () => {
  it.each(names)('%s comes back as it was', async (name) => {
    const before = await openFile(fixturePath(name), name);
    const after = await again(before, []);
    expect(structureOf(after)).toEqual(structureOf(before));
    expect(documentsOf(after)).toEqual(documentsOf(before));
    const verdicts = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
      rows.flatMap(({ id, verdict, reason }) => (reason === 'not-recorded' ? [] : `${id} ${verdict}`));
    expect(await rowsOf(before).then(verdicts)).toEqual(expect.arrayContaining(verdicts(await rowsOf(after))));
    expect(after.archive.diagnostics).toEqual(before.archive.diagnostics);
    const findings = await findingsOf(after);
    expect(findings.map(({ verdict }) => verdict)).toEqual((await findingsOf(before)).map(({ verdict }) => verdict));
  });

  it.each(names)('%s, redacted, says nothing false', async (name) => {
    const before = await openFile(fixturePath(name), name);
    const after = await again(before, HIDDEN_KINDS);
    expect(structureOf(after)).toMatchObject({
      images: before.archive.images.map(({ key, names: all }) => ({ key, names: all })),
    });
    const was = new Map((await rowsOf(before)).map((row) => [row.id, row.verdict]));
    const worse = (await rowsOf(after)).filter(({ id, verdict, reason }) => {
      const isHonest = verdict === 'unknown' && (reason === 'redacted' || reason === 'not-recorded');
      return !isHonest && was.get(id) !== verdict;
    });
    expect(worse.map(({ id, verdict, claimed, actual }) => ({ id, verdict, claimed, actual }))).toEqual([]);
    const facetsOf = async ({ archive, measurements }: Opened) => {
      const all = [];
      for (const image of archive.images) all.push(...(await represent(archive, image, measurements)));
      return all.flatMap(({ column, facets }) =>
        facets.map(({ digest, v1Id, note }) => ({ column, digest, v1Id, note })),
      );
    };
    const own = await facetsOf(before);
    const silent = (await facetsOf(after)).filter(
      ({ digest, v1Id, note }, i) => note === null && (digest !== own[i]?.digest || v1Id !== own[i]?.v1Id),
    );
    expect(silent).toEqual([]);
    const known = new Set(before.archive.diagnostics.map(({ code }) => code));
    expect(after.archive.diagnostics.filter(({ code }) => !known.has(code))).toEqual([]);
  });
});

it('addresses are redacted, names of formats that look like one are not', () => {
  const text = JSON.stringify({
    annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v1', home: 'https://a.example/b' },
  });
  const redacted = redact(text, new Set(['urls']));
  expect(redacted?.text).toBe(text.replace('https://a.example/b', '[redacted]'));
  expect(redacted?.counts.urls).toBe(1);
});

describe('a link', () => {
  it('with the sample hello-docker25 is short, and has no value of a variable', async () => {
    const sample = await openFile('public/samples/hello-docker25.tar', 'hello-docker25.tar');
    const { payload, json, counts } = await makeSnapshot(sample.archive, sample.measurements, HIDDEN_KINDS);
    expect(payload.length).toBeLessThan(8_000);
    expect(counts.env).toBeGreaterThan(0);
    expect(json).not.toContain('/usr/local/sbin');
    expect(json).toContain('[redacted]');
    // A file that carries it says where to look, too.
    const there = await makeSnapshot(sample.archive, sample.measurements, HIDDEN_KINDS, '#/layers?sel=layer:2');
    const viewOf = async (snapshot: string) => (await openArchive({ snapshot }, 'x')).snapshot?.view;
    expect([await viewOf(payload), await viewOf(there.payload)]).toEqual([null, '#/layers?sel=layer:2']);
    const open = await makeSnapshot(sample.archive, sample.measurements, []);
    expect(open.json).toContain('/usr/local/sbin');
    expect(open.counts).toEqual(counts);
  });

  it.each(['', '!', 'AAAA', 'q1YqLS5JzE1VslIyVKoFAA'])('that is none (%j) is refused', async (payload) => {
    await expect(openArchive({ snapshot: payload }, 'x')).rejects.toMatchObject({ code: 'snapshot-unreadable' });
  });

  it('that unpacks to more than a snapshot is refused before it is unpacked', async () => {
    const payload = await packText(' '.repeat(LIMITS.snapshotBytes + 1));
    expect(payload.length).toBeLessThan(LIMITS.linkCharacters);
    await expect(openArchive({ snapshot: payload }, 'x')).rejects.toMatchObject({ details: { what: 'too-large' } });
  });

  it.each([
    ['another field', (json: Json) => ({ ...json, extra: 1 })],
    ['members outside', (json: Json) => ({ ...json, size: 512 })],
    ['documents one over the other', (json: Json) => ({ ...json, documents: [...json.documents, ...json.documents] })],
    ['a digest that is none', (json: Json) => ({ ...json, documents: [[0, '{}', '<b>']] })],
  ])('with %s is refused', async (_, change) => {
    const { archive } = await openFile('public/samples/hello-oci.tar', 'hello-oci.tar');
    const json = JSON.parse((await makeSnapshot(archive, [], [])).json) as Json;
    const payload = await packText(JSON.stringify(change(json)));
    await expect(openArchive({ snapshot: payload }, 'x')).rejects.toMatchObject({ code: 'snapshot-unreadable' });
  });
});

interface Json {
  readonly documents: readonly unknown[];
}

it('a report of a snapshot never says that it is verified', async () => {
  const sample = await openFile('public/samples/hello-oci.tar', 'hello-oci.tar');
  expect((await buildReport(sample.archive, sample.measurements)).verdict).toBe('verified');
  for (const hide of [[], HIDDEN_KINDS]) {
    const { archive, measurements } = await again(sample, hide);
    expect((await buildReport(archive, measurements)).verdict).toBe('incomplete');
  }
});

describe('a file that carries a snapshot', () => {
  const png = (payload: string): Uint8Array<ArrayBuffer> => {
    const text = new TextEncoder().encode(`tEXttabaqa-snapshot\0${payload}`);
    const chunk = new Uint8Array(8 + 8 + text.length);
    chunk.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    new DataView(chunk.buffer).setUint32(8, text.length - 4);
    chunk.set(text, 12);
    return chunk;
  };
  it('opens: a page, a picture, the JSON itself', async () => {
    const sample = await openFile('public/samples/hello-v1.tar', 'hello-v1.tar');
    const { payload, json } = await makeSnapshot(sample.archive, sample.measurements, HIDDEN_KINDS);
    const carriers = [
      `<!doctype html><html><script>"<script id=x>"</script><script type="application/json" id="tabaqa-snapshot">${payload}</script></html>`,
      `<svg xmlns="http://www.w3.org/2000/svg"><metadata id="tabaqa-snapshot">${payload}</metadata></svg>`,
      `<?xml version="1.0"?><svg><metadata id="tabaqa-snapshot">${payload}</metadata></svg>`,
      json,
      png(payload),
    ];
    for (const carrier of carriers) {
      const { name, images, snapshot } = await openArchive({ blob: new Blob([carrier]) }, 'picture');
      expect(name).toBe('hello-v1.tar');
      expect(images.map(({ key }) => key)).toEqual(sample.archive.images.map(({ key }) => key));
      expect(snapshot?.measurements.length).toBe(sample.measurements.length);
    }
    await expect(openArchive({ blob: new Blob(['<html></html>']) }, 'x')).rejects.toMatchObject({ code: 'not-a-tar' });
  });
});
