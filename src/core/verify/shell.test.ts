import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../engine';
import { shellCommand, shellWord } from './shell';

const echo = (word: string): string => execFileSync('bash', ['-c', `printf %s ${word}`], { encoding: 'utf8' });

describe('shellWord', () => {
  it('leaves plain paths alone', () => {
    expect(shellWord('blobs/sha256/0a-1_b')).toBe('blobs/sha256/0a-1_b');
  });

  it('is one ASCII word that bash reads back', () => {
    const names = ["it's here.tar", 'a b', '$HOME`x`', 'دليل/a.txt', '\u202egnp.rat', 'a\nb', '', 'é0f', '~'];
    for (const name of names) {
      const word = shellWord(name);
      expect(word).toMatch(/^[ -~]*$/);
      expect(echo(word)).toBe(name);
    }
  });

  it('holds for any text', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 12 })
      .filter((name) => !name.includes('\0') && name.isWellFormed());
    fc.assert(
      fc.property(text, (name) => {
        expect(echo(shellWord(name))).toBe(name);
      }),
      { numRuns: 40 },
    );
  });
});

describe('shellCommand', () => {
  it('of a file in a folder names it below the folder', async () => {
    const files = [
      { path: 'a b/layer.tar', blob: new Blob(['x']) },
      { path: 'index.json', blob: new Blob(['{"manifests":[]}']) },
    ];
    const archive = await openArchive({ folder: files }, '-image');
    const span = { offset: archive.members.data[0] ?? -1, length: 1 };
    expect(shellCommand(archive, span)).toBe("cat './-image/a b/layer.tar' | sha256sum");
    expect(shellCommand(archive, span, 'gzip')).toBe("cat './-image/a b/layer.tar' | gzip -dc | sha256sum");
    expect(shellCommand(archive, { ...span, length: 2 })).toBeNull();
  });
});
