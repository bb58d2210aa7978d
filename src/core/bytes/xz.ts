import type { CorruptReason, Decoder, Ending } from './decoder';
import { createChecksum, type Checksum, type ChecksumName } from './hash';
import { Input, RunDecoder, type Run } from './run';
import { XzBlocks } from './xzEmbedded';

const MAGIC = Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0);
const FOOTER_MAGIC = [0x59, 0x5a];

/** The checks a stream may have, by number (xz file format §2.1.1.2). Multi-byte numbers are little endian. */
const CHECKS: ReadonlyMap<number, { readonly name: ChecksumName | null; readonly size: number }> = new Map([
  [0, { name: null, size: 0 }],
  [1, { name: 'crc32', size: 4 }],
  [4, { name: 'crc64', size: 8 }],
  [10, { name: 'sha256', size: 32 }],
]);

/**
 * An xz decoder that reads what the xz command line reads: many streams, padding between and after them, many blocks; every
 * checksum and the index are checked. Filters other than LZMA2 are refused (`unsupported-feature`), and dictionaries above
 * `LIMITS.xzDictionary` (`window-too-large`): that is the library's own limit.
 */
export async function xzDecoder(): Promise<Decoder> {
  const input = new Input();
  const [crc32, crc64, sha256, written, read] = await Promise.all([
    createChecksum('crc32'),
    createChecksum('crc64'),
    createChecksum('sha256'),
    createChecksum('crc32'),
    createChecksum('crc32'),
  ]);
  const blocks = await XzBlocks.open(input);
  const reader = new XzReader(input, blocks, { crc32, crc64, sha256 }, { written, read });
  return new RunDecoder(input, reader.streams(), () => blocks.free());
}

/** The records that the index of a stream must have: their CRC-32, as read from the blocks and from the index. */
interface Records {
  readonly written: Checksum;
  readonly read: Checksum;
}

class XzReader {
  /** Blocks of the current stream, and the bytes that their records in the index take. */
  private blockCount = 0;
  private recordBytes = 0;

  constructor(
    private readonly input: Input,
    private readonly blocks: XzBlocks,
    private readonly checksums: Readonly<Record<ChecksumName, Checksum>>,
    private readonly records: Records,
  ) {}

  /** Reads streams for as long as there are any; what comes after the last and is no padding is not theirs. */
  *streams(): Run<Ending> {
    const { input } = this;
    if (!(yield* input.takeMagic(MAGIC))) throw input.corrupt('bad-header', 'not an xz stream');
    for (;;) {
      yield* this.stream();
      const trailingOffset = input.offset;
      yield* this.skipZeros();
      const isPadding = (input.offset - trailingOffset) % 4 === 0;
      if (!(yield* input.more())) return { trailingOffset: isPadding ? null : trailingOffset };
      if (!isPadding || !(yield* input.takeMagic(MAGIC))) return { trailingOffset };
    }
  }

  private *skipZeros(): Generator<null, void> {
    const { input } = this;
    while ((yield* input.more()) && input.piece[input.at] === 0) {
      while (input.piece[input.at] === 0) input.at++;
    }
  }

  /** A stream after its magic number. */
  private *stream(): Run<void> {
    const { input } = this;
    const flags = yield* input.take(2);
    yield* this.expect(this.crc32(flags), 'bad-header');
    const check = CHECKS.get(flags[1] ?? 0);
    if (!check || flags[0] !== 0) throw input.corrupt('unsupported-feature', 'unknown stream flags');

    this.blockCount = 0;
    this.recordBytes = 0;
    this.records.written.reset();
    for (;;) {
      const [size] = yield* input.take(1);
      if (!size) break;
      yield* this.block((size + 1) * 4, check.size, check.name && this.checksums[check.name]);
    }
    const indexSize = yield* this.index();
    const tail = Uint8Array.of(...littleEndian(indexSize / 4 - 1), ...flags);
    yield* this.expect(this.crc32(tail), 'bad-checksum');
    yield* this.expect([...tail, ...FOOTER_MAGIC], 'bad-data');
  }

  /** A block after the first byte of its header. */
  private *block(headerSize: number, checkSize: number, checksum: Checksum | null): Run<void> {
    const { input, blocks } = this;
    const rest = yield* input.take(headerSize - 1);
    yield* blocks.feed(Uint8Array.of(headerSize / 4 - 1, ...rest), 'bad-header');

    checksum?.reset();
    const start = input.offset;
    const chunks = this.chunks();
    let unpacked = 0;
    for (let step = chunks.next(); !step.done; step = chunks.next()) {
      if (step.value) {
        checksum?.update(step.value);
        unpacked += step.value.length;
      }
      yield step.value;
    }
    const size = input.offset - start;
    yield* blocks.feed(yield* input.take(-size & 3), 'bad-data');
    if (checksum) yield* this.expect(checksum.digest(), 'bad-checksum');
    this.record(headerSize + size + checkSize, unpacked);
  }

  /** The LZMA2 chunks of a block, to their end mark: only their sizes are read here, to know where that is. */
  private *chunks(): Run<void> {
    const { input, blocks } = this;
    for (;;) {
      const [control = 0] = yield* input.take(1);
      yield* blocks.feed(Uint8Array.of(control), 'bad-data');
      if (control === 0) return;
      // Compressed chunks have the sizes of both forms and, from 0xc0 on, properties; the others have one size.
      const header = yield* input.take(control < 0x80 ? 2 : control < 0xc0 ? 4 : 5);
      yield* blocks.feed(header, 'bad-data');
      const [high = 0, low = 0] = header.subarray(control < 0x80 ? 0 : 2);
      for (let left = high * 256 + low + 1; left > 0;) {
        const part = yield* input.some(left);
        left -= part.length;
        yield* blocks.feed(part, 'bad-data');
      }
    }
  }

  private record(unpaddedSize: number, unpackedSize: number): void {
    const bytes = Uint8Array.of(...variableLength(unpaddedSize), ...variableLength(unpackedSize));
    this.records.written.update(bytes);
    this.blockCount++;
    this.recordBytes += bytes.length;
  }

  /** The index after its first byte, a zero; returns its size (§4). It says nothing that the blocks did not say. */
  private *index(): Generator<null, number> {
    const { input, checksums, records } = this;
    const whole = checksums.crc32;
    const count = variableLength(this.blockCount);
    yield* this.expect(count, 'bad-size');
    whole.reset();
    whole.update(Uint8Array.of(0, ...count));
    records.read.reset();
    for (let left = this.recordBytes; left > 0;) {
      const part = yield* input.some(left);
      left -= part.length;
      whole.update(part);
      records.read.update(part);
    }
    if (!isEqual(records.read.digest(), records.written.digest())) throw input.corrupt('bad-size', 'wrong index');
    const size = 1 + count.length + this.recordBytes;
    const padding = new Uint8Array(-size & 3);
    yield* this.expect(padding, 'bad-data');
    whole.update(padding);
    yield* this.expect(whole.digest(), 'bad-checksum');
    return size + padding.length + 4;
  }

  private *expect(bytes: ArrayLike<number>, otherwise: CorruptReason): Generator<null, void> {
    const taken = yield* this.input.take(bytes.length);
    if (!isEqual(taken, bytes)) throw this.input.corrupt(otherwise, 'not what comes before says');
  }

  private crc32(bytes: Uint8Array): Uint8Array {
    const { crc32 } = this.checksums;
    crc32.reset();
    crc32.update(bytes);
    return crc32.digest();
  }
}

function isEqual(a: Uint8Array, b: ArrayLike<number>): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Seven bits a byte, the lowest first (§1.2). */
function variableLength(value: number): number[] {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) + 0x80);
  return [...bytes, value];
}

function littleEndian(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer);
}
