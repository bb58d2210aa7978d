import type { Diagnostic } from '../errors';
import type { MeasureRequest, Measurement } from '../model/facts';
import type { Digest } from '../model/digest';
import { CorruptData } from './decoder';
import { createHasher, createSha256, type Hasher } from './hash';
import { identify } from './identify';
import { readThrough, type PassOptions, type PassResult } from './pass';
import type { ByteSource } from './source';
import type { Sink } from './unpacker';

export interface MeasureOptions extends PassOptions {
  /** Gets the unpacked bytes on the way, or the stored ones when they are not compressed; nothing of what is not to be unpacked. */
  readonly plain?: Sink | null;
}

/**
 * Reads a span once and says what its bytes are: the digests of the stored bytes and, unpacked on the way, the DiffID.
 * Bytes that cannot be unpacked have a null `diffId` and a diagnostic that says why; their stored digests are complete.
 * Algorithms that we do not know are left out of `stored`.
 * Throws EngineError: `cancelled`, `file-changed`, `out-of-bounds`.
 */
export async function measureSpan(
  source: ByteSource,
  request: MeasureRequest,
  { plain, ...options }: MeasureOptions = {},
): Promise<Measurement> {
  const hashers = await storedHashers(request.algorithms);
  const unpacked = request.unpack ? await unpackedHash() : null;
  const head = new Head();
  const stored = (chunk: Uint8Array): void => {
    head.take(chunk);
    for (const hasher of hashers.values()) hasher.update(chunk);
  };
  const pass = await readThrough(source, request.span, { stored, unpacked, ...(plain && { plain }) }, options);
  const digests = Object.fromEntries([...hashers].map(([algorithm, hasher]) => [algorithm, hasher.digest()]));
  if (!pass.ending || pass.ending instanceof CorruptData) unpacked?.unused();
  return {
    span: request.span,
    stored: digests,
    compression: pass.compression,
    ...unpackedFacts(request, pass, { sha256: digests['sha256'] ?? null, head: head.bytes() }, unpacked),
  };
}

type UnpackedFacts = Pick<Measurement, 'diffId' | 'unpackedSize' | 'diagnostics'>;
const UNKNOWN = { diffId: null, unpackedSize: null };

function unpackedFacts(
  request: MeasureRequest,
  { compression, ending }: PassResult,
  stored: { readonly sha256: Digest | null; readonly head: Uint8Array },
  unpacked: UnpackedHash | null,
): UnpackedFacts {
  const report = (
    code: Diagnostic['code'],
    severity: Diagnostic['severity'],
    at: number,
    details: Diagnostic['details'],
  ) => [{ code, severity, path: request.path, offset: request.span.offset + at, details }] satisfies Diagnostic[];

  if (!unpacked) return { ...UNKNOWN, diagnostics: [] };
  const notTar = (head: Uint8Array, size: number): Diagnostic[] => {
    if (request.tar !== true) return [];
    const kind = identify(head, size);
    const isTar = kind === 'tar' || kind === 'zeros' || kind === 'empty';
    return isTar ? [] : report('layer-not-a-tar', 'error', 0, { kind });
  };
  if (!ending) {
    const { length } = request.span;
    return { diffId: stored.sha256, unpackedSize: length, diagnostics: notTar(stored.head, length) };
  }
  if (ending instanceof CorruptData) {
    const details = { compression, why: ending.reason, at: ending.offset, unpacked: unpacked.size() };
    return { ...UNKNOWN, diagnostics: report('layer-corrupt', 'error', ending.offset, details) };
  }
  const { trailingOffset } = ending;
  const diagnostics: Diagnostic[] =
    trailingOffset === null
      ? []
      : report('layer-trailing-data', 'warning', trailingOffset, {
          compression,
          at: trailingOffset,
          length: request.span.length - trailingOffset,
        });
  diagnostics.push(...notTar(unpacked.head(), unpacked.size()));
  return { diffId: unpacked.digest(), unpackedSize: unpacked.size(), diagnostics };
}

async function storedHashers(algorithms: readonly string[]): Promise<ReadonlyMap<string, Hasher>> {
  const hashers = new Map<string, Hasher>();
  for (const algorithm of new Set(['sha256', ...algorithms])) {
    const hasher = await createHasher(algorithm);
    if (hasher) hashers.set(algorithm, hasher);
  }
  return hashers;
}

interface UnpackedHash extends Sink {
  /** Instead of a digest. */
  unused(): void;
  head(): Uint8Array;
  size(): number;
  digest(): Digest;
}

async function unpackedHash(): Promise<UnpackedHash> {
  const hasher = await createSha256();
  let head = new Head();
  let size = 0;
  return {
    start() {
      hasher.reset();
      head = new Head();
      size = 0;
    },
    take(chunk) {
      head.take(chunk);
      hasher.update(chunk);
      size += chunk.length;
    },
    head: () => head.bytes(),
    size: () => size,
    digest: () => hasher.digest(),
    unused: () => hasher.free(),
  };
}

/** One tar header. */
const HEAD_SIZE = 512;

/** The first bytes of what is read. */
class Head {
  private readonly kept = new Uint8Array(HEAD_SIZE);
  private length = 0;

  take(chunk: Uint8Array): void {
    if (this.length === HEAD_SIZE) return;
    const part = chunk.subarray(0, HEAD_SIZE - this.length);
    this.kept.set(part, this.length);
    this.length += part.length;
  }

  bytes(): Uint8Array {
    return this.kept.subarray(0, this.length);
  }
}
