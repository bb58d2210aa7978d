import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLOURS } from './colours';
import { markdownCode, markdownTable, markdownText } from './markdown';
import { svg, svgDocument } from './svg';
import { fitted, roughMeasure, svgText, wrapped, type TextStyle } from './text';

const MONO: TextStyle = { family: 'mono', size: 12 };
const SANS: TextStyle = { family: 'sans', size: 12 };

describe('svgDocument', () => {
  it('escapes everything that is not its own', () => {
    const text = svgDocument({ width: 10.2, height: 5, title: '<a> & "b"', lang: 'ary', background: '#fff' }, [
      svg('g', { 'data-x': '"><script>', y: 1 / 3, z: undefined }, 'a\u0000<b>\ud800'),
    ]);
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<svg xmlns="http://www.w3.org/2000/svg" xml:lang="ary" role="img" width="11" height="5" viewBox="0 0 11 5">' +
        '<title>&lt;a&gt; &amp; &quot;b&quot;</title><rect width="11" height="5" fill="#fff"/>' +
        '<g data-x="&quot;&gt;&lt;script&gt;" y="0.33">a\ufffd&lt;b&gt;\ufffd</g></svg>\n',
    );
  });

  it('gives each text its direction', () => {
    const { attributes } = svgText('طبقة', { x: 9, y: 1 }, SANS, { fill: '#000', dir: 'rtl' });
    expect(attributes).toMatchObject({ direction: 'rtl', 'text-anchor': 'start', x: 9 });
  });
});

describe('texts that must fit', () => {
  it('cuts to the width that is measured', () => {
    expect(fitted('layer.tar', 200, MONO, roughMeasure)).toBe('layer.tar');
    const cut = fitted('0123456789', roughMeasure('01234', MONO), MONO, roughMeasure);
    expect(cut).toBe('0123…');
    expect(fitted('x', 0, MONO, roughMeasure)).toBe('…');
  });

  it('breaks between words', () => {
    const width = roughMeasure('one two', SANS);
    expect(wrapped('one two three', width, SANS, roughMeasure)).toEqual(['one two', 'three']);
    expect(wrapped('  ', width, SANS, roughMeasure)).toEqual([]);
  });

  it('takes marks for nothing and wide characters for more', () => {
    expect(roughMeasure('e\u0301', MONO)).toBe(roughMeasure('e', MONO));
    expect(roughMeasure('層', MONO)).toBeGreaterThan(roughMeasure('ab', MONO) * 0.8);
  });
});

describe('markdown', () => {
  it('lets no cell out of its place', () => {
    const text = markdownTable(['a'], [[markdownText('x | *y*\nz')], [markdownCode('p|q`r')]]);
    expect(text).toBe('| a |\n| --- |\n| x \\| \\*y\\* z |\n| ``p\\|q`r`` |\n');
  });
});

it('has the colours of the page', () => {
  const css = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');
  for (const [name, colour] of Object.entries(COLOURS)) expect(css).toContain(`--${name}: light-dark(${colour},`);
});
