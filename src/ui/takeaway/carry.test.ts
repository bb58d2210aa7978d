import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeSnapshot, openArchive } from '../../core/engine';
import { HIDDEN_KINDS } from '../../core/model/snapshot';
import { crc32, pngWith, svgWith } from './carry';

async function sample() {
  const bytes = readFileSync('public/samples/hello-oci.tar');
  const archive = await openArchive({ blob: new Blob([bytes]) }, 'hello-oci.tar');
  return { archive, payload: (await makeSnapshot(archive, [], HIDDEN_KINDS)).payload };
}

/** A grey dot. */
function dot(): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const picture = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Uint8Array.from(Buffer.concat([signature, ...picture]));
}

it('the checksum is that of PNG', () => {
  // That of the last chunk of every PNG.
  expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082);
});

it('pictures carry the snapshot back', async () => {
  const { archive, payload } = await sample();
  const svg = svgWith('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text>a</text></svg>', payload);
  for (const picture of [svg, pngWith(dot(), payload)]) {
    const opened = await openArchive({ blob: new Blob([picture]) }, 'picture');
    expect(opened.snapshot).toBeDefined();
    expect(opened.images.map(({ key }) => key)).toEqual(archive.images.map(({ key }) => key));
  }
  await expect(openArchive({ blob: new Blob([dot()]) }, 'picture')).rejects.toMatchObject({ code: 'not-a-tar' });
});
