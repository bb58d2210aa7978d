import fc from 'fast-check';

/** A place in bytes of any number: a part of the way, or that many bytes after the 512-byte block that is there begins. */
interface Place {
  readonly part: number;
  readonly inBlock: number | null;
}

/** What happens to files on their way. */
export type Damage =
  | { readonly kind: 'cut'; readonly at: Place }
  | { readonly kind: 'flip'; readonly at: Place; readonly bits: number }
  | { readonly kind: 'zero' | 'repeat'; readonly at: Place; readonly length: number }
  | { readonly kind: 'swap'; readonly at: Place; readonly other: Place; readonly length: number }
  | { readonly kind: 'insert'; readonly at: Place; readonly bytes: Uint8Array };

const part = fc.double({ min: 0, max: 1, noNaN: true });
/** Headers and documents begin with a block, and are a small part of an archive. */
const at = fc.record({ part, inBlock: fc.option(fc.nat(600)) });
const length = fc.oneof(fc.integer({ min: 1, max: 16 }), fc.constantFrom(512, 1024, 4096), fc.nat(20_000));
const bytes = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.constant(new Uint8Array(512)));

/** Any damage. */
export const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut'), at }),
  fc.record({ kind: fc.constant('flip'), at, bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constantFrom('zero', 'repeat'), at, length }),
  fc.record({ kind: fc.constant('swap'), at, other: at, length }),
  fc.record({ kind: fc.constant('insert'), at, bytes }),
);

/** The bytes after all of it, one after the other. */
export function damaged(whole: Uint8Array, damages: readonly Damage[]): Uint8Array<ArrayBuffer> {
  return damages.reduce(suffer, new Uint8Array(whole));
}

function suffer(whole: Uint8Array<ArrayBuffer>, each: Damage): Uint8Array<ArrayBuffer> {
  const start = placeIn(whole, each.at);
  const [before, after] = [whole.subarray(0, start), whole.subarray(start)];
  switch (each.kind) {
    case 'cut':
      return before.slice();
    case 'flip':
      return joined(
        before,
        after.subarray(0, 1).map((byte) => byte ^ each.bits),
        after.subarray(1),
      );
    case 'zero':
      return whole.slice().fill(0, start, start + each.length);
    case 'repeat':
      return joined(before, after.subarray(0, each.length), after);
    case 'insert':
      return joined(before, each.bytes, after);
    case 'swap': {
      const other = placeIn(whole, each.other);
      const [a, b] = [Math.min(start, other), Math.max(start, other)];
      const size = Math.min(each.length, b - a, whole.length - b);
      const run = (from: number): Uint8Array => whole.subarray(from, from + size);
      return joined(whole.subarray(0, a), run(b), whole.subarray(a + size, b), run(a), whole.subarray(b + size));
    }
  }
}

function placeIn({ length: size }: Uint8Array, { part: way, inBlock }: Place): number {
  const exact = Math.floor(way * size);
  return Math.min(inBlock === null ? exact : exact - (exact % 512) + inBlock, size);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
