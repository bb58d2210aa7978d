import {
  createBLAKE3,
  createCRC32,
  createCRC64,
  createSHA256,
  createSHA384,
  createSHA512,
  sha256 as sha256Hex,
} from 'hash-wasm';
import type { IHasher } from 'hash-wasm';
import type { Digest } from '../model/digest';

/** Takes bytes in order and gives their digest. */
export interface Hasher {
  /** Forgets everything taken. */
  reset(): void;
  /** Copies the chunk: it may be reused as soon as this returns. */
  update(chunk: Uint8Array): void;
  /** The digest of everything taken, as `algorithm:hex`. Ends the hasher. */
  digest(): Digest;
  /** Ends it without a digest, for the next one that needs its kind. */
  free(): void;
}

/** The digest algorithms that can be computed, by the name that digests begin with (OCI image-spec descriptor.md). */
const ALGORITHMS: ReadonlyMap<string, () => Promise<IHasher>> = new Map([
  ['sha256', createSHA256],
  ['sha384', createSHA384],
  ['sha512', createSHA512],
  ['blake3', () => createBLAKE3()],
]);

/** Takes bytes in order and gives the checksum that stands behind them in compressed data. */
export interface Checksum {
  /** Forgets everything taken. Needed before the first bytes, and after a digest. */
  reset(): void;
  update(chunk: Uint8Array): void;
  /** As it is stored: the CRCs with the lowest byte first. */
  digest(): Uint8Array;
}

/** CRC-32 of IEEE 802.3, CRC-64 of ECMA-182, both reflected; SHA-256. */
const CHECKSUMS = {
  crc32: () => createCRC32(),
  crc64: () => createCRC64(),
  sha256: createSHA256,
} as const satisfies Readonly<Record<string, () => Promise<IHasher>>>;

export type ChecksumName = keyof typeof CHECKSUMS;

export async function createChecksum(name: ChecksumName): Promise<Checksum> {
  const instance = await CHECKSUMS[name]();
  return {
    reset: () => void instance.init(),
    update: (chunk) => void instance.update(chunk),
    digest() {
      const bytes = instance.digest('binary');
      return name === 'sha256' ? bytes : bytes.reverse();
    },
  };
}

/** Instances that are no longer in use, by algorithm. Making one costs more than hashing a small layer. */
const idle = new Map<string, IHasher[]>();

/** A hasher for the algorithm; null when it is not one we can compute. */
export async function createHasher(algorithm: string): Promise<Hasher | null> {
  const create = ALGORITHMS.get(algorithm);
  return create ? hasherOf(algorithm, create) : null;
}

/** A hasher for the algorithm that every digest we name ourselves has. */
export async function createSha256(): Promise<Hasher> {
  return hasherOf('sha256', createSHA256);
}

/** Computes digests of bytes that are in memory without waiting, of every algorithm there is here; null for any other. */
export async function createDigester(): Promise<(algorithm: string, bytes: Uint8Array) => Digest | null> {
  const made = await Promise.all([...ALGORITHMS].map(async ([name, create]) => [name, await create()] as const));
  const instances = new Map(made);
  return (algorithm, bytes) => {
    const instance = instances.get(algorithm);
    return instance ? `${algorithm}:${instance.init().update(bytes).digest('hex')}` : null;
  };
}

/** `sha256:…` of bytes that are in memory. */
export async function sha256(bytes: Uint8Array): Promise<Digest> {
  return `sha256:${await sha256Hex(bytes)}`;
}

/** The 32 bytes of the sha256 of bytes that are in memory. */
export async function sha256Bytes(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const digest = await sha256Hex(bytes);
  return Uint8Array.from(digest.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

async function hasherOf(algorithm: string, create: () => Promise<IHasher>): Promise<Hasher> {
  const instance = idle.get(algorithm)?.pop() ?? (await create());
  instance.init();
  let isOver = false;
  const end = (): void => {
    if (isOver) throw new Error('a hasher gives one digest');
    isOver = true;
    const others = idle.get(algorithm);
    if (others) others.push(instance);
    else idle.set(algorithm, [instance]);
  };
  return {
    reset: () => void instance.init(),
    update: (chunk) => void instance.update(chunk),
    digest() {
      end();
      return `${algorithm}:${instance.digest('hex')}`;
    },
    free: end,
  };
}
