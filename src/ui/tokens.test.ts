import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLOURS } from '../core/picture/colours';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** The colours of a theme, by the names of their tokens. */
function coloursOf(theme: Theme): ReadonlyMap<string, string> {
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }[theme]]));
}

/** As WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const INKS = ['ink', 'muted', 'v1', 'v2s1', 'v2s2', 'oci', 'bad'];
/** What text is on, and the least contrast there. */
const PAIRS: readonly (readonly [string, readonly string[], number])[] = [
  ...INKS.map((ink) => [ink, ['page', 'panel'], 4.6] as const),
  // Selected and pointed at; what stands there is text of these colours, too.
  ...INKS.map((ink) => [ink, ['hot', 'hover'], 4.5] as const),
  ['on-bad', ['bad'], 4.5],
  // Edges of what can be pressed or typed in.
  ['line-strong', ['page', 'panel', 'hot', 'hover'], 3],
];

describe.each(THEMES)('in %s colours', (theme) => {
  const colours = coloursOf(theme);
  const of = (name: string): string => colours.get(name) ?? expect.fail(`no token ${name}`);

  it.each(PAIRS)('%s is read on %s', (ink, grounds, least) => {
    const low = grounds
      .map((ground) => ({ ground, contrast: contrast(of(ink), of(ground)) }))
      .filter((each) => each.contrast < least);
    expect(low).toEqual([]);
  });
});

it('pictures to take away have the light colours', () => {
  const light = coloursOf('light');
  for (const [name, colour] of Object.entries(COLOURS)) expect(light.get(name), name).toBe(colour);
});
