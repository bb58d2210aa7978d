import { describe, expect, it } from 'vitest';
import type { Claim, Facet, Finding, Verdict } from '../../core/model/representation';
import { cellState, decisive } from './cellState';

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
  v1IdZone: null,
  values: [],
  span: claim.span,
  recipe: null,
};

describe('cellState', () => {
  it('tells what decides the cell', () => {
    expect(cellState(facet, finding('mismatch'), undefined)).toEqual({
      kind: 'finding',
      finding: finding('mismatch'),
    });
  });

  it('tells how far a pending one is', () => {
    const pending = finding('pending');
    expect(cellState(facet, pending, { kind: 'running', done: 5, total: 10 })).toEqual({
      kind: 'running',
      percent: 50,
    });
    expect(cellState(facet, pending, { kind: 'stopped' })).toEqual({ kind: 'stopped' });
    expect(cellState(facet, pending, undefined)).toEqual({ kind: 'waiting' });
  });

  it('says that nothing is claimed, and why', () => {
    expect(cellState(facet, null, undefined)).toEqual({ kind: 'nothing' });
    expect(cellState({ ...facet, v1IdKind: 'random' }, null, undefined)).toEqual({ kind: 'v1Id' });
    expect(cellState({ ...facet, origin: 'derived' }, null, undefined)).toEqual({ kind: 'computed' });
  });
});

describe('decisive', () => {
  it('is the worst claim of each cell, wherever it stands; the first of equals', () => {
    const other = { ...finding('pending'), claim: { ...claim, part: 'layer:2' } };
    const verdicts = [finding('matches'), finding('mismatch'), other, finding('pending')];
    expect([...decisive(verdicts)]).toEqual([
      ['oci layer:1', finding('mismatch')],
      ['oci layer:2', other],
    ]);
    const equals = [finding('matches'), { ...finding('matches'), actual: 'later' }];
    expect(decisive(equals).get('oci layer:1')).toBe(equals[0]);
  });
});
