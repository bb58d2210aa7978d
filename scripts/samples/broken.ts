import { buildTar, type TarEntry } from '../../src/core/testing/buildTar';
import { sha256Hex } from '../../src/core/testing/imageParts';
import { LAYERS } from './content';

export interface BrokenSample {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const BLOCK = 512;
const NAME_BYTES = 100;
const CHECKSUM = { at: 148, length: 8 } as const;
const END_BYTES = 2 * BLOCK;
const NOTE = 'Nothing points here: this blob was added to the tar, and no document names it.\n';

/** What goes wrong with tars, each made of `whole`, a hybrid of {@link LAYERS}, in one way. */
export function brokenSamples(whole: Uint8Array): readonly BrokenSample[] {
  const [first = 0, second = 0] = LAYERS.map((entries) =>
    headerOf(whole, `blobs/sha256/${sha256Hex(buildTar(entries))}`),
  );
  return [
    // In the middle of the second layer.
    { file: 'cut.tar', bytes: whole.slice(0, second + 4 * BLOCK) },
    { file: 'swapped.tar', bytes: swapNames(whole, first, second) },
    { file: 'orphan.tar', bytes: withBlob(whole, NOTE) },
    { file: 'exported.tar', bytes: buildTar(lastFiles()) },
  ];
}

function headerOf(tar: Uint8Array, name: string): number {
  const at = Buffer.from(tar.buffer, tar.byteOffset, tar.length).indexOf(`${name}\0`);
  if (at < 0 || at % BLOCK !== 0) throw new Error(`no member ${name}`);
  return at;
}

/** Each of two members has the other's name. */
function swapNames(tar: Uint8Array, first: number, second: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(tar);
  bytes.set(tar.subarray(second, second + NAME_BYTES), first);
  bytes.set(tar.subarray(first, first + NAME_BYTES), second);
  for (const at of [first, second]) {
    const header = bytes.subarray(at, at + BLOCK);
    header.fill(0x20, CHECKSUM.at, CHECKSUM.at + CHECKSUM.length);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.set(Buffer.from(`${sum.toString(8).padStart(6, '0')}\0 `), CHECKSUM.at);
  }
  return bytes;
}

function withBlob(tar: Uint8Array, body: string): Uint8Array<ArrayBuffer> {
  const blob = buildTar([{ name: `blobs/sha256/${sha256Hex(body)}`, body, mode: 0o100644 }]);
  return new Uint8Array(Buffer.concat([tar.subarray(0, tar.length - END_BYTES), blob]));
}

/** What `docker export` finds in a container besides the image's files. */
const OF_THE_CONTAINER: readonly TarEntry[] = [
  { name: '.dockerenv', mode: 0o100755 },
  ...['dev/', 'proc/', 'sys/'].map((name): TarEntry => ({ name, type: 'directory', mode: 0o40755 })),
];

/** The files of all layers as a container has them: what `docker export` writes. */
function lastFiles(): TarEntry[] {
  const files = new Map(OF_THE_CONTAINER.map((entry) => [entry.name, entry]));
  for (const entry of LAYERS.flat()) {
    const [, folder = '', removed] = /^(.*\/)?\.wh\.(.*)$/.exec(entry.name) ?? [];
    if (removed === undefined) files.set(entry.name, entry);
    else files.delete(folder + removed);
  }
  return [...files.values()];
}
