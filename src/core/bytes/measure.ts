import type { Diagnostic } from '../errors';
import type { MeasureRequest, Measurement } from '../model/facts';
import type { Digest } from '../model/digest';
import { CorruptData } from './decoder';
import { createHasher, createSha256, type Hasher } from './hash';
import { readThrough, type PassOptions, type PassResult } from './pass';
import type { ByteSource } from './source';
import type { Sink } from './unpacker';

/**
 * Reads a span once and says what its bytes are: the digests of the stored bytes and, unpacked on the way, the DiffID.
 * Bytes that cannot be unpacked have a null `diffId` and a diagnostic that says why; their stored digests are complete.
 * Algorithms that we do not know are left out of `stored`.
 * Throws EngineError: `cancelled`, `file-changed`, `out-of-bounds`.
 */
export async function measureSpan(
  source: ByteSource,
  request: MeasureRequest,
  options: PassOptions = {},
): Promise<Measurement> {
  const hashers = await storedHashers(request.algorithms);
  const unpacked = request.unpack ? await unpackedHash() : null;
  const stored = (chunk: Uint8Array): void => {
    for (const hasher of hashers.values()) hasher.update(chunk);
  };
  const pass = await readThrough(source, request.span, { stored, unpacked }, options);
  const digests = Object.fromEntries([...hashers].map(([algorithm, hasher]) => [algorithm, hasher.digest()]));
  return {
    span: request.span,
    stored: digests,
    compression: pass.compression,
    ...unpackedFacts(request, pass, digests['sha256'] ?? null, unpacked),
  };
}

type UnpackedFacts = Pick<Measurement, 'diffId' | 'unpackedSize' | 'diagnostics'>;
const UNKNOWN = { diffId: null, unpackedSize: null };

function unpackedFacts(
  request: MeasureRequest,
  { compression, ending }: PassResult,
  sha256: Digest | null,
  unpacked: UnpackedHash | null,
): UnpackedFacts {
  const report = (
    code: Diagnostic['code'],
    severity: Diagnostic['severity'],
    at: number,
    details: Diagnostic['details'],
  ) => [{ code, severity, path: request.path, offset: request.span.offset + at, details }] satisfies Diagnostic[];

  if (!unpacked) return { ...UNKNOWN, diagnostics: [] };
  if (!ending) return { diffId: sha256, unpackedSize: request.span.length, diagnostics: [] };
  if (ending instanceof CorruptData) {
    const details = { compression, why: ending.reason, at: ending.offset, unpacked: unpacked.size() };
    return { ...UNKNOWN, diagnostics: report('layer-corrupt', 'error', ending.offset, details) };
  }
  const { trailingOffset } = ending;
  const diagnostics =
    trailingOffset === null
      ? []
      : report('layer-trailing-data', 'warning', trailingOffset, {
          compression,
          at: trailingOffset,
          length: request.span.length - trailingOffset,
        });
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
  size(): number;
  digest(): Digest;
}

async function unpackedHash(): Promise<UnpackedHash> {
  const hasher = await createSha256();
  let size = 0;
  return {
    start() {
      hasher.reset();
      size = 0;
    },
    take(chunk) {
      hasher.update(chunk);
      size += chunk.length;
    },
    size: () => size,
    digest: () => hasher.digest(),
  };
}
