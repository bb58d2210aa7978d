import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fit, OR_UNKNOWN } from './fit';
import { ArchiveManifest, Inspected, Manifest } from './shapes';

const digest = 'sha256:00';

describe('fit', () => {
  it('leaves out what may be unknown, names the places, and changes nothing of the value', () => {
    const value = {
      config: { digest, size: '5' },
      layers: [
        { digest, size: 1 },
        { digest, size: true },
        { digest, size: {} },
      ],
    };
    const before = JSON.stringify(value);
    expect(fit(value, Manifest)).toEqual({
      ok: true,
      value: { config: { digest }, layers: [{ digest, size: 1 }, { digest }, { digest }] },
      unknown: [
        { pointer: '/config/size', expected: 'number', found: '"5"' },
        { pointer: '/layers/1/size', expected: 'number', found: 'true' },
        { pointer: '/layers/2/size', expected: 'number', found: 'Object' },
      ],
    });
    expect(JSON.stringify(value)).toBe(before);
  });

  it('takes nothing where something else has another type, and names that', () => {
    const value = { config: { digest, size: '5' }, layers: 5 };
    expect(fit(value, Manifest)).toEqual({
      ok: false,
      misfit: { pointer: '/layers', expected: 'Array', found: '5' },
    });
    expect(fit({ annotations: { size: 5 } }, Manifest).ok).toBe(false);
    expect(fit([], Manifest)).toEqual({ ok: false, misfit: { pointer: '/', expected: 'Object', found: 'Array' } });
  });

  it('refuses what is still not as it must be without them', () => {
    const schema = v.object({ size: v.number(OR_UNKNOWN) });
    expect(fit({ size: 'a' }, schema)).toMatchObject({ ok: false, misfit: { pointer: '/size' } });
  });

  it('looks into lists whose names are folded, and into what a tool printed', () => {
    const list = [{ Config: 'c', LayerSources: { [digest]: { digest, size: '1' } } }];
    expect(fit(list, ArchiveManifest)).toMatchObject({
      ok: true,
      value: [{ Config: 'c', LayerSources: { [digest]: { digest } } }],
      unknown: [{ pointer: `/0/LayerSources/${digest}/size` }],
    });
    for (const printed of [{ Descriptor: { digest, size: '1' } }, [{ Descriptor: { digest, size: '1' } }]]) {
      expect(fit(printed, Inspected)).toMatchObject({ ok: true, value: { manifests: [{ digest }] } });
    }
    expect(fit([], Inspected).ok).toBe(false);
  });
});
