import { describe, expect, it } from 'vitest';
import { SAMPLE_NAMES } from '../../app/samples';
import { measureRequests, measureSpans, openArchive, represent } from '../../core/engine';
import type { Archive } from '../../core/model/archive';
import type { Measurement } from '../../core/model/facts';
import { memberAt } from '../../core/model/members';
import { spanKey } from '../../core/model/source';
import type { Finding, Representation } from '../../core/model/representation';
import { sampleFile } from '../../core/testing/samples';
import { verify } from '../../core/verify/verify';
import { layerRows } from '../tables/layerRows';
import { memberRoles } from '../tables/memberRoles';
import type { MemberRole } from '../tables/memberRoles';
import { documentGroups } from './documentGroups';
import { scanJson } from './jsonTokens';
import { marksOf } from './marks';
import { runFor } from './slices';
import { nameTargets } from './targets';

interface Opened {
  readonly archive: Archive;
  readonly key: string;
  readonly representations: readonly Representation[];
  readonly measurements: readonly Measurement[];
  readonly findings: readonly Finding[];
}

async function open(name: string): Promise<Opened> {
  const archive = await openArchive({ blob: sampleFile(name) }, name);
  const [image] = archive.images;
  if (!image) throw new Error(`${name} has no image`);
  const measurements = await measureSpans(archive.source, measureRequests(archive));
  const representations = await represent(archive, image, measurements);
  const findings = verify(archive.documents, representations, measurements);
  return { archive, key: image.key, representations, measurements, findings };
}

it('lists a schema 1 manifest as what it is', async () => {
  const { archive, key, representations } = await open('hello-s1');
  const groups = documentGroups(archive, key, representations);
  expect(groups.map(({ id }) => id)).toEqual(['v2s1', 'v2s2', 'oci']);
  const kinds = groups.map(({ documents }) => documents.filter(({ kind }) => kind === 'schema1-manifest').length);
  expect(kinds).toEqual([1, 0, 0]);
});

/** Of a document alone, the layers are elsewhere. */
const TARS = SAMPLE_NAMES.filter((name) => name !== 'hello-s1');

describe.each(TARS)('%s', (name) => {
  const opened = open(name);

  it('lists every document, found and derived', async () => {
    const { archive, key, representations } = await opened;
    const groups = documentGroups(archive, key, representations);
    expect(groups.slice(0, 3).map((group) => group.id)).toEqual(['v1', 'v2s2', 'oci']);
    const listed = new Set(groups.flatMap((group) => group.documents.map((document) => document.id)));
    const all = [...archive.documents, ...representations.flatMap((each) => each.derived)];
    expect([...listed].toSorted()).toEqual([...new Set(all.map((document) => document.id))].toSorted());
  });

  it('knows what every digest in its documents names', async () => {
    const { archive, key, representations } = await opened;
    const targets = nameTargets(archive, key, representations);
    const names = { known: (text: string) => targets.has(text) };
    const unknown: string[] = [];
    let digests = 0;
    for (const document of [...archive.documents, ...representations.flatMap((each) => each.derived)]) {
      if (document.kind === 'v1-version') continue;
      const text = new TextDecoder().decode(document.bytes);
      const scanned = runFor(scanJson(text), Infinity)?.value;
      expect(scanned?.problem, document.id).toBeNull();
      for (let index = 0; scanned && index < scanned.tokens.count; index++) {
        for (const mark of marksOf(text, scanned.tokens, index, 0, text.length, names)) {
          if (mark.kind !== 'name') continue;
          digests += 1;
          // The config also names the image of the build step before the last, which docker save leaves out.
          const isBuildStep = text.slice(0, mark.start).endsWith('"Image":"');
          if (targets.has(mark.text) === isBuildStep) unknown.push(`${document.id}: ${mark.text}`);
        }
      }
    }
    expect(unknown).toEqual([]);
    expect(digests).toBeGreaterThan(10);
  });

  it('has a row with all names for each layer', async () => {
    const { archive, representations, measurements, findings } = await opened;
    const spans = new Map(
      measurements.map((each) => [spanKey(each.span), { kind: 'measured', measurement: each } as const]),
    );
    const rows = layerRows(archive.images[0]?.layers ?? [], representations, findings, spans);
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4]);
    for (const row of rows) {
      expect(row.digest?.value).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(row.diffId).toMatch(/^sha256:/);
      expect(row.chainId).toMatch(/^sha256:/);
      expect(row.v1Id?.value).toMatch(/^[0-9a-f]{64}$/);
      expect(row.storedSize).toBeGreaterThan(0);
      expect(row.unpackedSize).toBeGreaterThan(0);
    }
    expect(rows[0]?.chainId).toBe(rows[0]?.diffId);
    const verdicts = rows.map((row) => row.verdict);
    const expected = {
      'hello-v1': [null, null, null, null],
      'hello-flipped': ['matches', 'mismatch', 'matches', 'matches'],
    };
    expect(verdicts).toEqual(
      name === 'hello-v1' || name === 'hello-flipped' ? expected[name] : ['matches', 'matches', 'matches', 'matches'],
    );
  });

  it('tells what every member is for', async () => {
    const { archive, key } = await opened;
    const roleOf = memberRoles(archive, key);
    const roles = new Map<MemberRole['kind'], number>();
    for (let index = 0; index < archive.members.count; index++) {
      const { kind } = roleOf(memberAt(archive.members, index));
      roles.set(kind, (roles.get(kind) ?? 0) + 1);
    }
    expect(roles.get('layer')).toBe(4);
    expect(roles.get('unreferenced') ?? 0).toBe(archive.orphans.filter((orphan) => orphan.document === null).length);
    expect(roles.get('document')).toBe(archive.documents.length);
  });
});
