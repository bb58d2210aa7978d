/** What an entry's last component says (OCI image-spec, layer.md, "Whiteouts"). */
export type WhiteoutName =
  | { readonly kind: 'none' }
  /** `.wh.<name>`: hides `name` of lower layers; its bytes begin at `nameAt`. */
  | { readonly kind: 'file'; readonly nameAt: number }
  /** `.wh..wh..opq`: hides everything that lower layers have in the folder. */
  | { readonly kind: 'opaque' }
  /** What AUFS kept for itself, `.wh..wh.plnk` and the like: nothing. */
  | { readonly kind: 'metadata' }
  /** Begins like a whiteout but names nothing that can be hidden. */
  | { readonly kind: 'odd' };

const PREFIX = bytesOf('.wh.');
const OPAQUE = bytesOf('.wh..wh..opq');
const METADATA = ['.wh..wh.aufs', '.wh..wh.orph', '.wh..wh.plnk'].map(bytesOf);
const DOT = 0x2e;

/** Reads the component in `bytes` from `from` to `to`. */
export function whiteoutName(bytes: Uint8Array, from: number, to: number): WhiteoutName {
  if (!begins(bytes, from, to, PREFIX)) return { kind: 'none' };
  const length = to - from;
  if (length === OPAQUE.length && begins(bytes, from, to, OPAQUE)) return { kind: 'opaque' };
  if (METADATA.some((name) => name.length === length && begins(bytes, from, to, name))) return { kind: 'metadata' };
  const nameAt = from + PREFIX.length;
  const isDots = bytes[nameAt] === DOT && (to - nameAt === 1 || (to - nameAt === 2 && bytes[nameAt + 1] === DOT));
  if (nameAt === to || isDots || begins(bytes, nameAt, to, PREFIX)) return { kind: 'odd' };
  return { kind: 'file', nameAt };
}

function begins(bytes: Uint8Array, from: number, to: number, start: Uint8Array): boolean {
  if (to - from < start.length) return false;
  for (let at = 0; at < start.length; at++) if (bytes[from + at] !== start[at]) return false;
  return true;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
