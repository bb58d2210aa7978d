import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { readContents, unwrapContents } from './contents';

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
const base64 = (value: unknown): string => Buffer.from(bytesOf(value)).toString('base64');
const hex = (figure: number): string => String(figure).repeat(64);
const ABOUT = `sha256:${hex(1)}`;
const read = (value: unknown, about: string | null = ABOUT) => readContents(bytesOf(value), 'x', about);
const statement = (fields: object) => ({ _type: 'https://in-toto.io/Statement/v1', subject: [], ...fields });
const subject = (figure: number, algorithm = 'sha256') => ({
  name: `s${figure}`,
  digest: { [algorithm]: hex(figure) },
});
const envelope = (value: unknown) => ({
  payloadType: 'application/vnd.in-toto+json',
  payload: base64(value),
  signatures: [{ sig: 'AA==' }, { sig: 'AA==' }],
});

describe('a statement', () => {
  it.each([
    ['matches', [subject(1)]],
    ['matches', [subject(2), subject(1)]],
    ['differs', [subject(2), subject(3)]],
    ['unknown', [subject(2, 'gitCommit')]],
    ['unknown', []],
  ])('%s what it is attached to', (meant, subjects) => {
    expect(read(statement({ predicateType: 'x', subject: subjects }))?.statement).toMatchObject({
      meant,
      subjectCount: subjects.length,
    });
  });

  it('of an artifact that is about nothing is not compared', () => {
    expect(read(statement({ subject: [subject(1)] }), null)?.statement?.meant).toBe('unknown');
  });

  it('is found in a DSSE envelope, and in the one of a sigstore bundle', () => {
    const dsse = envelope(statement({ predicateType: 'x', subject: [subject(1)] }));
    const found = { signatures: 2, statement: { predicateType: 'x', meant: 'matches' } };
    expect(read(dsse)).toMatchObject({ wrappers: ['dsse'], ...found });
    const bundle = { mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json', dsseEnvelope: dsse };
    expect(read(bundle)).toMatchObject({ wrappers: ['sigstore-bundle', 'dsse'], ...found });
  });

  it('an envelope with something else in it is still an envelope', () => {
    const none = { statement: null, provenance: null, sbom: null, signed: null };
    expect(read({ ...envelope(1), payload: '*' })).toEqual({
      wrappers: ['dsse'],
      base64: 'other',
      signatures: 2,
      ...none,
    });
    expect(read({ mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.3' })).toEqual({
      wrappers: ['sigstore-bundle'],
      base64: null,
      signatures: 0,
      ...none,
    });
  });

  it.each([
    ['aGk/Pg==', 'plain'],
    ['aGk_Pg==', 'other'],
    ['aGk/Pg', 'other'],
    ['aGk/\nPg==', 'other'],
  ])('says of %j that it is %s base64', (payload, base64) => {
    expect(read({ ...envelope(1), payload })).toMatchObject({ wrappers: ['dsse'], base64 });
  });

  it('the payload is given as its exact bytes', () => {
    const payload = '{ "a":  1 }';
    const wrapped = { ...envelope(0), payload: Buffer.from(payload).toString('base64url') };
    expect(new TextDecoder().decode(unwrapContents(bytesOf(wrapped), 'x')?.bytes)).toBe(payload);
  });
});

describe('provenance', () => {
  const all = {
    builder: 'https://builder.example',
    buildType: 'https://type.example',
    invocation: 'run 1',
    source: 'git+https://source.example',
    entryPoint: 'Dockerfile',
    started: '2026-01-01T00:00:00Z',
    finished: '2026-01-02T00:00:00Z',
    materials: [{ uri: 'pkg:docker/a', digest: `sha256:${hex(3)}` }],
    materialCount: 1,
  };
  const material = { uri: 'pkg:docker/a', digest: { sha256: hex(3) } };

  it.each([
    [
      '0.2',
      {
        builder: { id: all.builder },
        buildType: all.buildType,
        invocation: { configSource: { uri: all.source, entryPoint: all.entryPoint } },
        metadata: { buildInvocationID: all.invocation, buildStartedOn: all.started, buildFinishedOn: all.finished },
        materials: [material],
      },
    ],
    [
      '1',
      {
        buildDefinition: {
          buildType: all.buildType,
          externalParameters: { configSource: { uri: all.source, path: all.entryPoint } },
          resolvedDependencies: [material],
        },
        runDetails: {
          builder: { id: all.builder },
          metadata: { invocationId: all.invocation, startedOn: all.started, finishedOn: all.finished },
        },
      },
    ],
  ])('version %s', (version, predicate) => {
    const value = statement({ predicateType: `https://slsa.dev/provenance/v${version}`, predicate });
    expect(read(value)?.provenance).toEqual(all);
  });

  it('says what it says, when fields have another shape', () => {
    const predicate = { builder: 5, buildType: 'x', materials: [5, material], invocation: [], metadata: null };
    const value = statement({ predicateType: 'https://slsa.dev/provenance/v0.2', predicate });
    expect(read(value)?.provenance).toMatchObject({ builder: null, buildType: 'x', materialCount: 1 });
  });
});

describe('an SBOM', () => {
  const spdx = {
    spdxVersion: 'SPDX-2.3',
    name: 'image',
    creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Organization: x', 'Tool: syft-1.0'] },
    packages: [
      {
        name: 'ms',
        versionInfo: '2.1.3',
        licenseConcluded: 'NOASSERTION',
        licenseDeclared: 'MIT',
        externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:npm/ms@2.1.3' }],
      },
      { name: 'base', primaryPackagePurpose: 'CONTAINER' },
      { name: 'bare' },
    ],
  };

  it('in the SPDX form', () => {
    expect(read(spdx)?.sbom).toEqual({
      format: 'spdx',
      version: '2.3',
      name: 'image',
      created: '2026-01-01T00:00:00Z',
      tools: ['syft-1.0'],
      packageCount: 3,
      byType: [
        { type: 'npm', count: 1 },
        { type: 'container', count: 1 },
        { type: '', count: 1 },
      ],
      packages: [
        { name: 'ms', version: '2.1.3', type: 'npm', licence: 'MIT' },
        { name: 'base', version: null, type: 'container', licence: null },
        { name: 'bare', version: null, type: null, licence: null },
      ],
    });
  });

  it('in the CycloneDX form, with components in components', () => {
    const inner = { type: 'library', group: '@a', name: 'b', licenses: [{ license: { id: 'MIT' } }] };
    const value = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: {
        timestamp: 't',
        tools: { components: [{ name: 'syft', version: '1' }] },
        component: { name: 'image' },
      },
      components: [{ type: 'library', name: 'deb', purl: 'pkg:deb/debian/deb@1', components: [inner] }, 'odd'],
    };
    expect(read(value)?.sbom).toMatchObject({
      format: 'cyclonedx',
      tools: ['syft 1'],
      packageCount: 2,
      packages: [
        { name: 'deb', type: 'deb' },
        { name: '@a/b', type: 'library', licence: 'MIT' },
      ],
    });
    expect(read({ ...value, metadata: { tools: [{ vendor: 'a', name: 'b' }] } })?.sbom?.tools).toEqual(['a b']);
  });

  it('as the predicate of a statement', () => {
    const value = statement({ predicateType: 'https://spdx.dev/Document', subject: [subject(1)], predicate: spdx });
    expect(read(value)).toMatchObject({ statement: { meant: 'matches' }, sbom: { packageCount: 3 } });
  });

  it('of very many packages is counted whole and listed in part', () => {
    const packages = Array.from({ length: 5_000 }, (_, i) => ({ name: `p${i}`, primaryPackagePurpose: `T${i}` }));
    const { packageCount, packages: listed, byType } = read({ ...spdx, packages })?.sbom ?? {};
    expect([packageCount, listed?.length, byType?.length]).toEqual([
      5_000,
      LIMITS.contentsListed,
      LIMITS.contentsListed,
    ]);
  });
});

describe('the payload of a signature', () => {
  const payload = (digest: string) => ({
    critical: {
      identity: { 'docker-reference': 'example.com/a' },
      image: { 'docker-manifest-digest': digest },
      type: 'cosign container image signature',
    },
    optional: null,
  });

  it.each([
    ['matches', ABOUT],
    ['differs', `sha256:${hex(2)}`],
  ])('%s what it is attached to', (meant, digest) => {
    expect(read(payload(digest))?.signed).toEqual({
      reference: 'example.com/a',
      digest,
      type: 'cosign container image signature',
      meant,
    });
  });
});

it('anything else is nothing, and never throws', () => {
  expect(readContents(new TextEncoder().encode('{"a":'), 'x', null)).toBeNull();
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([undefined, null].includes(read(value) as null)).toBe(true);
    }),
  );
  const shaped = fc.record(
    {
      _type: fc.constant('https://in-toto.io/Statement/v1'),
      predicateType: fc.constantFrom('https://slsa.dev/provenance/v1', 'https://spdx.dev/Document'),
      subject: fc.jsonValue(),
      predicate: fc.record({ spdxVersion: fc.string(), packages: fc.jsonValue(), buildDefinition: fc.jsonValue() }),
    },
    { requiredKeys: ['_type'] },
  );
  fc.assert(
    fc.property(shaped, (value) => {
      expect(read(value)?.statement).not.toBeNull();
    }),
  );
});
