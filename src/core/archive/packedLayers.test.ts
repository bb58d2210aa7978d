import { execFileSync } from 'node:child_process';
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildReport, measureRequests, measureSpans, openArchive } from '../engine';
import { fixturePath } from '../testing/fixtures';
import { readFixture } from '../testing/readFixture';
import { extract, inFolder, missingTools } from '../testing/nativeTools';

const FIXTURE = 'small.docker20-save.tar';
const missing = missingTools(['xz', 'bzip2', 'tar']);
const title =
  missing.length > 0 ? `skipped: this machine has no ${missing.join(', ')}` : 'layers packed by other tools';

/** The report on a real docker archive whose layers were packed where they are. */
function reportPacked(command: string) {
  return inFolder(async (folder) => {
    const members = extract(fixturePath(FIXTURE), folder);
    const pack = `for file; do ${command} < "$file" > "$file.new" && mv "$file.new" "$file"; done`;
    execFileSync('find', [members, '-type', 'f', '-name', 'layer.tar', '-exec', 'sh', '-ec', pack, 'sh', '{}', '+']);
    const tar = join(folder, 'packed.tar');
    execFileSync('tar', ['--create', '--file', tar, '--directory', members, '.']);
    const archive = await openArchive({ blob: await openAsBlob(tar) }, 'packed.tar');
    return buildReport(archive, await measureSpans(archive.source, measureRequests(archive)));
  });
}

describe.skipIf(missing.length > 0)(title, () => {
  it.each([
    ['xz', 'xz -zc'],
    ['xz', 'xz -zc --check=sha256 --block-size=20000'],
    ['bzip2', 'bzip2 -zc'],
  ])('of %s have the DiffIDs of the plain ones (%s)', async (compression, command) => {
    const plain = await readFixture(FIXTURE).then(({ archive, measurements }) => buildReport(archive, measurements));
    const packed = await reportPacked(command);
    const layers = ({ images }: typeof plain) =>
      images[0]?.representations.find(({ origin }) => origin === 'found')?.layers;
    expect(packed.verdict).toBe('verified');
    expect(layers(packed)?.map(({ diffId }) => diffId)).toEqual(layers(plain)?.map(({ diffId }) => diffId));
    expect(new Set(layers(packed)?.map((layer) => layer.compression))).toEqual(new Set([compression]));
  });
});
