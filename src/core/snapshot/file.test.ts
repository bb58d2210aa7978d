import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { carriedFile, carryFile } from './file';

const bytesOf = async (blob: Blob): Promise<Buffer> => Buffer.from(await blob.arrayBuffer());
const page = (element: Blob | string): Blob =>
  new Blob(['<!doctype html><script>const x = \'id="tabaqa-file" data-head="\';</script>', element, '</body></html>']);

describe('a page carries a file', () => {
  it.each([
    ['little', Buffer.from('a')],
    ['much the same', Buffer.alloc(100_000, 'layer ')],
    // More than one piece, and no shorter deflated.
    ['nothing alike', randomBytes(2_500_001)],
  ])('of %s, and gives it back with its name', async (_, bytes) => {
    const name = '"><script>alert(1)</script> طبقة.tar';
    const element = await carryFile({ file: new Blob([new Uint8Array(bytes)]), name, view: '#/layers?sel=layer:2' });
    expect(element.size).toBeLessThan((bytes.length * 4) / 3 + 400);
    expect((await element.text()).match(/</g)).toHaveLength(2);
    const carried = await carriedFile(page(element));
    expect(carried).toMatchObject({ name, view: '#/layers?sel=layer:2' });
    expect(carried && (await bytesOf(carried.file)).equals(bytes)).toBe(true);
  });

  it('or none', async () => {
    expect(await carriedFile(new Blob(['<!doctype html><title>x</title>']))).toBeNull();
    expect(await carriedFile(page(''))).toBeNull();
  });

  it('of so many bytes at most', async () => {
    const file = new Blob([new Uint8Array(LIMITS.carriedBytes + 1)]);
    await expect(carryFile({ file, name: 'x', view: null })).rejects.toMatchObject({ code: 'internal' });
  });

  it.each([
    ['cut', (text: string) => text.slice(0, -12)],
    ['other signs', (text: string) => text.replace('</script>', '!</script>')],
    ['another size', (text: string) => text.replace(/data-head="[^"]*"/, `data-head="${head({ size: 4 })}"`)],
    ['a bomb', (text: string) => text.replace(/data-head="[^"]*"/, `data-head="${head({ size: 2 ** 40 })}"`)],
    ['no head', (text: string) => text.replace(/data-head="[^"]*"/, 'data-head=""')],
  ])('that was changed (%s): it is refused', async (_, change) => {
    const element = await carryFile({ file: new Blob(['abc']), name: 'x.tar', view: null });
    const changed = new Blob([change(await element.text())]);
    await expect(carriedFile(changed)).rejects.toMatchObject({ code: 'snapshot-unreadable' });
  });
});

function head(other: object): string {
  return Buffer.from(JSON.stringify({ name: 'x.tar', view: null, size: 3, isPacked: false, ...other })).toString(
    'base64url',
  );
}
