import { describe, expect, it } from 'vitest';
import { integrityTable, measureRequests, measureSpans, openArchive } from '../engine';
import type { IntegrityTable } from '../model/integrity';
import { LIMITS } from '../limits';
import { buildImage } from '../testing/buildImage';
import { buildTar } from '../testing/buildTar';
import { sha256Of } from '../testing/imageParts';
import { situations } from '../testing/situations';

async function tableOf(tar: Uint8Array<ArrayBuffer>, most?: number): Promise<IntegrityTable> {
  const archive = await openArchive({ blob: new Blob([tar]) }, 'x.tar');
  const measured = await measureSpans(archive.source, measureRequests(archive));
  return integrityTable(archive, measured, most);
}

const FINE: ReadonlySet<string> = new Set(['matches', 'absent', 'repeated', 'unreferenced', 'tolerated']);

describe('integrityTable', () => {
  it.each(situations().map((each) => [each.name, each] as const))('%s', async (_, { tar, row, alone }) => {
    const { rows } = await tableOf(tar);
    expect(rows.map(({ kind, verdict, about }) => `${kind}.${verdict}.${about}`)).toContain(row);
    const others = rows.filter(({ kind, verdict }) => !row.startsWith(`${kind}.`) && !FINE.has(verdict));
    if (alone) expect(others).toEqual([]);
  });

  it.each(['docker-v1', 'docker-archive', 'oci-layout', 'hybrid'] as const)(
    'a sound %s has nothing wrong',
    async (format) => {
      const { rows, counts } = await tableOf(
        buildImage({ format, layers: [[{ name: 'a', body: 'a' }], [{ name: 'b', body: 'b' }]] }),
      );
      expect(rows.filter(({ verdict }) => !FINE.has(verdict))).toEqual([]);
      expect(counts.matches).toBeGreaterThan(3);
    },
  );

  it('lists the worst where it may not list all, and counts all', async () => {
    const [first] = situations();
    if (!first) throw new Error('no situation');
    const whole = await tableOf(first.tar);
    const cut = await tableOf(first.tar, 2);
    expect(cut.rows).toEqual(whole.rows.slice(0, 2));
    expect(cut.counts).toEqual(whole.counts);
  });

  it('gives each of several members with one name its own digest', async () => {
    const body = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
    const tar = buildTar([
      { name: 'manifest.json', body: '[]' },
      { name: './x', body: body('one') },
      { name: 'x', type: 'symlink', link: 'manifest.json' },
      ...Array.from({ length: LIMITS.occurrences }, () => ({ name: 'x', body: body('two') })),
      { name: 'x', body: '' },
    ]);
    const { rows } = await tableOf(tar);
    const [row, ...others] = rows.filter(({ kind }) => kind === 'repeated-member');
    const { occurrences = [] } = row ?? {};
    expect([row?.actual, others.length, occurrences.length]).toEqual([
      `${LIMITS.occurrences + 3}`,
      0,
      LIMITS.occurrences,
    ]);
    expect(occurrences[0]).toMatchObject({ number: 1, type: 'file', size: 3, link: null, digest: sha256Of('one') });
    expect(occurrences[0]?.shell).toMatch(/ \.\/x \| sha256sum$/);
    expect(occurrences[1]).toMatchObject({
      number: 2,
      type: 'symlink',
      link: 'manifest.json',
      digest: null,
      shell: null,
    });
    expect(occurrences[2]?.digest).toBe(sha256Of('two'));
    expect(occurrences.at(-1)).toMatchObject({ number: LIMITS.occurrences + 3, size: 0, digest: sha256Of('') });
    const { offset = 0, size = 0 } = occurrences[0] ?? {};
    expect(tar.subarray(offset, offset + size)).toEqual(body('one'));
  });

  it('says pending of what is not measured', async () => {
    const tar = buildImage({ format: 'oci-layout', layers: [[{ name: 'a', body: 'a' }]] });
    const { rows } = await integrityTable(await openArchive({ blob: new Blob([tar]) }, 'x.tar'), []);
    const pending = rows.filter(({ verdict }) => verdict === 'pending').map(({ kind }) => kind);
    expect(pending).toContain('digest');
    expect(pending).toContain('diff-id');
    expect(pending).not.toContain('size');
  });

  it('gives each row an id of its own', async () => {
    for (const { tar } of situations()) {
      const { rows } = await tableOf(tar);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }
  });
});
