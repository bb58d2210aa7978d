import { describe, expect, it } from 'vitest';
import { compareSides, openSide } from '../testing/diffSides';
import { plainLayout } from '../testing/plainLayout';
import type { ImageDiff } from '../model/imageDiff';
import { diffIgnores, ignoringDiff } from './diffIgnores';
import { diffJson, diffMarkdown } from './diffReport';

async function diffOf(): Promise<ImageDiff> {
  const entry = { name: 'a|b', body: 'x', mtime: 1, uid: 1 };
  const a = plainLayout({ layers: [[entry]], config: { created: '2024-01-01T00:00:00Z' } });
  const b = plainLayout({
    layers: [[{ ...entry, mtime: 2, uid: 2 }]],
    config: { created: '2025-01-01T00:00:00Z' },
    gzip: 6,
  });
  return compareSides(await openSide(a), await openSide(b));
}

describe('ignoringDiff', () => {
  it('leaves out what is ignored and judges what is left', async () => {
    const diff = await diffOf();
    expect(ignoringDiff(diff, []).causes).toEqual(diff.causes);
    const codes = (text: string): string[] => ignoringDiff(diff, diffIgnores(text)).causes.map(({ code }) => code);
    expect(codes('times')).toEqual(['file-owners']);
    expect(codes('owners')).toEqual(['file-times', 'config-created']);
    const both = ignoringDiff(diff, diffIgnores('owners,times,nonsense'));
    expect(both).toMatchObject({ verdict: 'same', causes: [], counts: { content: 0, metadata: 0, packaging: 0 } });
  });

  it('hides the aspects of files with it', async () => {
    const diff = await diffOf();
    const counted = ignoringDiff(diff, ['times', 'owners']).aspects;
    expect([...diff.files.aspects].map((bits) => bits & counted)).toEqual([0]);
    expect([...diff.files.aspects].every((bits) => bits !== 0)).toBe(true);
  });
});

describe('a comparison to take away', () => {
  it('is JSON with the paths that differ', async () => {
    const value: unknown = JSON.parse(diffJson(await diffOf(), () => true));
    expect(value).toMatchObject({
      verdict: 'metadata',
      files: { count: 1, differing: [{ path: 'a|b', state: 'changed', differs: ['owner', 'times'] }] },
    });
    expect(value).not.toHaveProperty('wanted');
  });

  it('is Markdown that no name can break out of', async () => {
    const text = diffMarkdown(
      await diffOf(),
      {
        verdict: 'Same *content*',
        a: 'A',
        b: 'B',
        built: 'B on A',
        cause: ({ code, count }) => `${code} ${count}`,
        weight: ({ weight }) => weight,
        headings: { why: 'Why', key: 'Key', path: 'Path', state: 'State' },
        state: (state) => state,
      },
      () => true,
    );
    expect(text).toContain(String.raw`**Same \*content\***`);
    expect(text).toContain('- A\n- B\n- B on A\n');
    expect(text).toContain('- metadata: file-times 1\n');
    expect(text).toContain('| `created` | `"2024-01-01T00:00:00Z"` | `"2025-01-01T00:00:00Z"` |');
    expect(text).toContain('| `a\\|b` | changed | owner, times |');
  });
});
