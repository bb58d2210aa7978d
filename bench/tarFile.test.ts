import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildTar } from '../src/core/testing/buildTar';
import { sha256Hex } from '../src/core/testing/imageParts';
import { inFolder } from '../src/core/testing/nativeTools';
import { median } from './results';
import { TarFile } from './tarFile';

it('writes to disk what buildTar writes in memory', () =>
  inFolder((folder) => {
    const body = new TextEncoder().encode('some text that is not a whole block');
    const source = join(folder, 'source');
    writeFileSync(source, body);
    const tar = new TarFile(join(folder, 'a.tar'), { hash: true });
    tar.add({ name: 'one' }, body);
    tar.addFile({ name: 'two' }, source, body.length);
    const digest = tar.end();
    const written = readFileSync(join(folder, 'a.tar'));
    expect(digest).toBe(sha256Hex(written));
    expect(digest).toBe(
      sha256Hex(
        buildTar([
          { name: 'one', body },
          { name: 'two', body },
        ]),
      ),
    );
  }));

it('leaves holes for zeros', () =>
  inFolder((folder) => {
    const tar = new TarFile(join(folder, 'a.tar'), { hash: false });
    tar.addHole({ name: 'zeros' }, 100_000);
    tar.add({ name: 'after' }, new Uint8Array([1]));
    tar.end();
    const expected = buildTar([
      { name: 'zeros', body: new Uint8Array(100_000) },
      { name: 'after', body: new Uint8Array([1]) },
    ]);
    expect(sha256Hex(readFileSync(join(folder, 'a.tar')))).toBe(sha256Hex(expected));
  }));

it('takes the middle of the rounds', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
