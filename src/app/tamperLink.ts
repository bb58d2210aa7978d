import { LIMITS } from '../core/limits';
import type { Tamper, Tampering } from '../core/model/tamper';

const HEX = /^(?:0|[1-9a-f][0-9a-f]{0,12})$/;
const MASK = /^(?!00)[0-9a-f]{2}$/;
const LAYER = /^[1-9]\d{0,3}$/;
const COUNT = /^(?:0|[1-9]\d{0,14})$/;
/** Of a reference (distribution reference.go). */
const TAG = /^\w[\w.-]{0,127}$/;

/**
 * Reads the `flip` of a link, which is untrusted: `layer:3@1f4^01`, `inside:…`, `byte:1f4^01`, `swap:1,2`, `drop:layer:2`, `orphan`, `tag:…`,
 * `cut:12345`, with `;` between them, and `fix:4` at the end. Offsets and masks are hexadecimal. Null for anything else.
 */
export function parseTampering(text: string): Tampering | null {
  const parts = text.split(';');
  const last = /^fix:([1-9])$/.exec(parts.at(-1) ?? '')?.[1];
  const tampers = (last === undefined ? parts : parts.slice(0, -1)).map(parseTamper);
  if (tampers.length === 0 || tampers.length > LIMITS.tampers) return null;
  if (!tampers.every((each) => each !== null)) return null;
  return { tampers, repaired: last === undefined ? 0 : Number(last) };
}

function parseTamper(text: string): Tamper | null {
  const colon = text.indexOf(':');
  const [kind, rest] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
  switch (kind) {
    case 'layer':
    case 'inside': {
      const [layer = '', place = '', ...more] = rest.split('@');
      const byte = parseByte(place);
      if (!LAYER.test(layer) || more.length > 0 || !byte) return null;
      return { kind: kind === 'layer' ? 'flip' : 'inside', layer: Number(layer), ...byte };
    }
    case 'byte': {
      const byte = parseByte(rest);
      return byte && { kind, ...byte };
    }
    case 'swap': {
      const [a = '', b = '', ...more] = rest.split(',');
      if (!LAYER.test(a) || !LAYER.test(b) || a === b || more.length > 0) return null;
      return { kind, layers: [Number(a), Number(b)] };
    }
    case 'drop': {
      const layer = rest.startsWith('layer:') ? rest.slice('layer:'.length) : '';
      return LAYER.test(layer) ? { kind, layer: Number(layer) } : null;
    }
    case 'orphan':
      return colon < 0 ? { kind } : null;
    case 'tag':
      return TAG.test(rest) ? { kind, tag: rest } : null;
    case 'cut':
      return COUNT.test(rest) ? { kind, size: Number(rest) } : null;
    default:
      return null;
  }
}

function parseByte(text: string): { offset: number; mask: number } | null {
  const [offset = '', mask = '', ...more] = text.split('^');
  if (!HEX.test(offset) || !MASK.test(mask) || more.length > 0) return null;
  return { offset: Number.parseInt(offset, 16), mask: Number.parseInt(mask, 16) };
}

/** The text that {@link parseTampering} reads back; null for no change. */
export function formatTampering({ tampers, repaired }: Tampering): string | null {
  if (tampers.length === 0) return null;
  return [...tampers.map(formatTamper), ...(repaired > 0 ? [`fix:${repaired}`] : [])].join(';');
}

/** One change, as a link says it. */
export function formatTamper(tamper: Tamper): string {
  switch (tamper.kind) {
    case 'flip':
      return `layer:${tamper.layer}@${byteText(tamper)}`;
    case 'inside':
      return `inside:${tamper.layer}@${byteText(tamper)}`;
    case 'byte':
      return `byte:${byteText(tamper)}`;
    case 'swap':
      return `swap:${tamper.layers.join(',')}`;
    case 'drop':
      return `drop:layer:${tamper.layer}`;
    case 'orphan':
      return 'orphan';
    case 'tag':
      return `tag:${tamper.tag}`;
    case 'cut':
      return `cut:${tamper.size}`;
  }
}

function byteText({ offset, mask }: { readonly offset: number; readonly mask: number }): string {
  return `${offset.toString(16)}^${mask.toString(16).padStart(2, '0')}`;
}

/** Whether a text can be a tag. */
export function isTag(text: string): boolean {
  return TAG.test(text);
}
