import { createBLAKE3, createSHA256, createSHA384, createSHA512, sha256 as sha256Hex } from 'hash-wasm';
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
}

/** The digest algorithms that can be computed, by the name that digests begin with (OCI image-spec descriptor.md). */
const ALGORITHMS: ReadonlyMap<string, () => Promise<IHasher>> = new Map([
  ['sha256', createSHA256],
  ['sha384', createSHA384],
  ['sha512', createSHA512],
  ['blake3', () => createBLAKE3()],
]);

/** Instances that gave their digest, by algorithm. Making one costs more than hashing a small layer. */
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

/** `sha256:…` of bytes that are in memory. */
export async function sha256(bytes: Uint8Array): Promise<Digest> {
  return `sha256:${await sha256Hex(bytes)}`;
}

async function hasherOf(algorithm: string, create: () => Promise<IHasher>): Promise<Hasher> {
  const instance = idle.get(algorithm)?.pop() ?? (await create());
  instance.init();
  let isOver = false;
  return {
    reset: () => void instance.init(),
    update: (chunk) => void instance.update(chunk),
    digest() {
      if (isOver) throw new Error('a hasher gives one digest');
      isOver = true;
      const digest = instance.digest('hex');
      const others = idle.get(algorithm);
      if (others) others.push(instance);
      else idle.set(algorithm, [instance]);
      return `${algorithm}:${digest}`;
    },
  };
}
