import { describe, expect, it } from 'vitest';
import type { Measurement } from '../model/facts';
import type { Claim, Representation } from '../model/representation';
import { summarise, verdictOf, verify } from './verify';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;
const span = { offset: 512, length: 100 };
const claim = (fields: Partial<Claim>): Claim => ({
  id: `${fields.kind ?? 'digest'} ${fields.claimed ?? A}`,
  column: 'oci',
  part: 'layer:1',
  kind: 'digest',
  document: 'blobs/sha256/m',
  pointer: '/layers/0/digest',
  claimed: A,
  span,
  target: 'blobs/sha256/a',
  ...fields,
});
const stating = (...claims: Claim[]): Representation[] => [
  { column: 'oci', origin: 'found', platform: null, facets: [], derived: [], claims, cannot: null },
];
const measured = (fields: Partial<Measurement> = {}): Measurement => ({
  span,
  stored: { sha256: A },
  compression: 'gzip',
  diffId: B,
  unpackedSize: 1024,
  diagnostics: [],
  ...fields,
});

describe('verify', () => {
  it('waits for measuring, then says whether the bytes are what is claimed', () => {
    expect(verify([], stating(claim({})), [])[0]?.verdict).toBe('pending');
    expect(verify([], stating(claim({})), [measured()])[0]?.verdict).toBe('matches');
    expect(verify([], stating(claim({ claimed: B })), [measured()])[0]).toMatchObject({
      verdict: 'mismatch',
      actual: A,
    });
  });

  it('holds a DiffID against the unpacked bytes, not the stored ones', () => {
    expect(verify([], stating(claim({ kind: 'diff-id', claimed: B })), [measured()])[0]?.verdict).toBe('matches');
    expect(verify([], stating(claim({ kind: 'diff-id', claimed: A })), [measured()])[0]?.verdict).toBe('mismatch');
  });

  it('never merges "cannot tell" with "does not match"', () => {
    const unread = measured({ diffId: null });
    const broken = measured({ diffId: null, diagnostics: [{ code: 'layer-corrupt', severity: 'error', details: {} }] });
    const diffId = claim({ kind: 'diff-id', claimed: B });
    expect(verify([], stating(diffId), [unread])[0]).toMatchObject({ verdict: 'unknown', reason: 'encrypted' });
    expect(verify([], stating(diffId), [broken])[0]).toMatchObject({ verdict: 'unknown', reason: 'unreadable' });
    expect(verify([], stating(claim({ claimed: 'md4:00' })), [measured()])[0]).toMatchObject({
      verdict: 'unknown',
      reason: 'algorithm',
    });
    expect(verify([], stating(claim({ span: null })), [])[0]?.verdict).toBe('missing');
  });

  it('compares sizes without measuring', () => {
    expect(verify([], stating(claim({ kind: 'size', claimed: '100' })), [])[0]?.verdict).toBe('matches');
    expect(verify([], stating(claim({ kind: 'size', claimed: '99' })), [])[0]).toMatchObject({
      verdict: 'mismatch',
      actual: '100',
    });
  });
});

describe('summarise', () => {
  it('counts one name once, however many documents repeat it', () => {
    const repeated = stating(
      claim({ id: '1' }),
      claim({ id: '2', document: 'manifest.json' }),
      claim({ id: '3', kind: 'size', claimed: '100' }),
    );
    expect(summarise(verify([], repeated, [measured()]))).toMatchObject({ total: 1, matches: 1, mismatches: 0 });
  });

  it('counts one hash claimed of the stored and of the unpacked bytes by its worse claim, in any order', () => {
    const digest = claim({});
    const diffId = claim({ kind: 'diff-id' });
    for (const claims of [
      [digest, diffId],
      [diffId, digest],
    ]) {
      const findings = verify([], stating(...claims), [measured()]);
      expect(summarise(findings)).toMatchObject({ total: 1, matches: 0, mismatches: 1 });
    }
  });

  it('counts a wrong size', () => {
    const findings = verify([], stating(claim({ kind: 'size', claimed: '7' })), []);
    expect(summarise(findings)).toMatchObject({ total: 1, mismatches: 1 });
  });
});

describe('verdictOf', () => {
  it('is the worst', () => {
    const findings = verify([], stating(claim({}), claim({ claimed: B }), claim({ span: null })), [measured()]);
    expect(verdictOf(findings)?.verdict).toBe('mismatch');
    expect(verdictOf([])).toBeNull();
  });
});
