import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { ROOT } from '../setup.mjs';
import { cardTags } from './linkCard';

const content = (site: string | undefined, property: string): unknown =>
  cardTags(site).find(({ attrs }) => attrs?.['property'] === `og:${property}`)?.attrs?.['content'];

it('names the picture where the page will be, and none where that is not known', () => {
  expect(content('https://host.example/tools', 'image')).toBe('https://host.example/tools/og.png');
  expect(content('https://host.example/tools/', 'url')).toBe('https://host.example/tools/');
  expect(content(undefined, 'image')).toBeUndefined();
  expect(content(undefined, 'title')).toMatch(/^Tabaqa/);
  expect(() => cardTags('host.example')).toThrow(TypeError);
});

/** Width and height of a PNG, by its first chunk. */
function sizeOf(name: string): string {
  const png = readFileSync(`${ROOT}public/${name}`);
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

it('has a picture of the size that it says, small enough to be fetched', () => {
  expect(sizeOf('og.png')).toBe('1200x630');
  expect(readFileSync(`${ROOT}public/og.png`).length).toBeLessThan(100_000);
});

it('has the icons that the manifest names, of the sizes that it says', () => {
  const Manifest = v.object({ icons: v.array(v.object({ src: v.string(), type: v.string(), sizes: v.string() })) });
  const text = readFileSync(`${ROOT}public/manifest.webmanifest`, 'utf8');
  const { icons } = v.parse(Manifest, JSON.parse(text));
  const pictures = icons.filter(({ type }) => type === 'image/png');
  expect(pictures).toHaveLength(3);
  for (const { src, sizes } of pictures) expect(sizeOf(src)).toBe(sizes);
});
