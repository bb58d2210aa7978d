import { svg, type SvgNode } from './svg';

/** How a text of a picture looks. Sizes in pixels. */
export interface TextStyle {
  readonly family: 'sans' | 'mono';
  readonly size: number;
  readonly bold?: boolean;
}

/** Width of a text in pixels. The page asks the browser; see {@link roughMeasure} for where there is none. */
export type Measure = (text: string, style: TextStyle) => number;

/** Fonts that the reader's machine has: a picture brings none. */
export const FONT_FAMILIES: Readonly<Record<TextStyle['family'], string>> = {
  sans: "system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', Tahoma, sans-serif",
  mono: "ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace",
};

const MONO_WIDTH = 0.61;
const SANS_WIDTH = 0.56;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\p{Emoji_Presentation}]/u;
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Width by what characters have on average; wide enough for most fonts. */
export const roughMeasure: Measure = (text, { family, size, bold = false }) => {
  const one = size * (family === 'mono' ? MONO_WIDTH : SANS_WIDTH) * (bold && family === 'sans' ? 1.06 : 1);
  let width = 0;
  for (const character of text) {
    if (!WITHOUT_WIDTH.test(character)) width += WIDE.test(character) ? 1.8 * one : one;
  }
  return width;
};

export interface TextOptions {
  readonly fill: string;
  /** Direction of the text; `start` is on the right where it is `rtl`. */
  readonly dir?: 'ltr' | 'rtl';
  readonly anchor?: 'start' | 'end' | 'middle';
}

/** One line of text with its baseline at `y`. */
export function svgText(
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
  style: TextStyle,
  { fill, dir = 'ltr', anchor = 'start' }: TextOptions,
): SvgNode {
  return svg(
    'text',
    {
      x,
      y,
      fill,
      direction: dir,
      'text-anchor': anchor,
      'font-family': FONT_FAMILIES[style.family],
      'font-size': style.size,
      'font-weight': style.bold ? 600 : 400,
    },
    text,
  );
}

/** `text`, cut to fit into `width` with an ellipsis at its end. */
export function fitted(text: string, width: number, style: TextStyle, measure: Measure): string {
  if (measure(text, style) <= width) return text;
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let fits = 0;
  let over = characters.length;
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (measure(`${characters.slice(0, middle).join('')}…`, style) <= width) fits = middle;
    else over = middle;
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`;
}

/** `text` in lines of at most `width`, broken between words; a longer word is cut. */
export function wrapped(text: string, width: number, style: TextStyle, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && measure(longer, style) <= width) lines[lines.length - 1] = longer;
    else lines.push(fitted(word, width, style, measure));
  }
  return lines;
}
