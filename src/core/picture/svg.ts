/** An element of an SVG document. Strings among the children are text: they are escaped when it is written. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (SvgNode | string)[];
}

/** An element; attributes that are undefined are left out. */
export function svg(
  name: string,
  attributes: SvgNode['attributes'] = {},
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  return { name, attributes, children };
}

/** A picture as a document of its own (SVG 1.1): no script, no style sheet, nothing that is fetched. */
export function svgDocument(
  picture: {
    readonly width: number;
    readonly height: number;
    readonly title: string;
    /** BCP 47. */
    readonly lang: string;
    readonly background: string;
  },
  children: readonly SvgNode[],
): string {
  const { title, lang, background } = picture;
  const width = Math.ceil(picture.width);
  const height = Math.ceil(picture.height);
  const root = svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xml:lang': lang,
      role: 'img',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
    },
    svg('title', {}, title),
    svg('rect', { width, height, fill: background }),
    ...children,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`;
}

function written({ name, attributes, children }: SvgNode): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(typeof value === 'number' ? rounded(value) : value)}"`],
  );
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child))).join('');
  return inside === '' ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${inside}</${name}>`;
}

function rounded(value: number): string {
  return `${Math.round(value * 100) / 100}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 has no way to write (§2.2). */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replace(NOT_XML, '\ufffd').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
