import { describe, expect, it } from 'vitest';
import type { Claim, Facet, Finding, Verdict } from '../../core/model/representation';
import { cellState, findingsByCell } from './cellState';

const claim: Claim = {
  id: 'c',
  column: 'oci',
  part: 'layer:1',
  kind: 'digest',
  document: 'index.json',
  pointer: '',
  claimed: 'sha256:00',
  span: { offset: 0, length: 10 },
  target: 'blob',
};
const finding = (verdict: Verdict): Finding => ({ claim, verdict, actual: null, reason: null });
const facet: Facet = {
  part: 'layer:1',
  role: 'layer',
  origin: 'found',
  note: null,
  document: null,
  statedBy: null,
  path: 'blob',
  mediaType: null,
  digest: 'sha256:00',
  size: 10,
  diffId: null,
  chainId: null,
  v1Id: null,
  v1IdKind: null,
  values: [],
  span: claim.span,
  recipe: null,
};

describe('cellState', () => {
  it('tells the worst of the claims', () => {
    expect(cellState(facet, [finding('matches'), finding('mismatch')], undefined)).toEqual({
      kind: 'finding',
      finding: finding('mismatch'),
    });
  });

  it('tells how far a pending one is', () => {
    const pending = [finding('pending')];
    expect(cellState(facet, pending, { kind: 'running', done: 5, total: 10 })).toEqual({
      kind: 'running',
      percent: 50,
    });
    expect(cellState(facet, pending, { kind: 'stopped' })).toEqual({ kind: 'stopped' });
    expect(cellState(facet, pending, undefined)).toEqual({ kind: 'waiting' });
  });

  it('says that nothing is claimed, and why', () => {
    expect(cellState(facet, [], undefined)).toEqual({ kind: 'nothing' });
    expect(cellState({ ...facet, v1IdKind: 'random' }, [], undefined)).toEqual({ kind: 'v1Id' });
    expect(cellState({ ...facet, origin: 'derived' }, [], undefined)).toEqual({ kind: 'computed' });
  });

  it('groups findings by cell', () => {
    expect(findingsByCell([finding('matches'), finding('pending')]).get('oci layer:1')).toHaveLength(2);
  });
});
