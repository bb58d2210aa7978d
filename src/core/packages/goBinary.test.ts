import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { hasTool } from '../testing/nativeTools';
import { imageReadings } from '../testing/imageReadings';
import { findInstalled } from './installed';
import { GoBinary } from './goBinary';
import type { Read } from './read';

const string = (text: string): Buffer => {
  const body = Buffer.from(text, 'latin1');
  const length: number[] = [];
  let left = body.length;
  for (; left > 0x7f; left = Math.floor(left / 128)) length.push((left & 0x7f) | 0x80);
  return Buffer.concat([Buffer.from([...length, left]), body]);
};

/** An ELF file with a data segment in which a block says what it is made of, as Go 1.18 and later write it. */
function program(modules: string, { at = 8_192 + 320, flags = 2, is64 = true, little = true } = {}): Buffer {
  const file = Buffer.alloc(LIMITS.goBinaryBytes, 0xff);
  file.fill(0, 0, 4_096);
  file.set([0x7f, 0x45, 0x4c, 0x46, is64 ? 2 : 1, little ? 1 : 2]);
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const word = (offset: number, value: number): void => {
    if (is64) view.setBigUint64(offset, BigInt(value), little);
    else view.setUint32(offset, value, little);
  };
  const size = is64 ? 56 : 32;
  word(is64 ? 32 : 28, 64);
  view.setUint16(is64 ? 54 : 42, size, little);
  view.setUint16(is64 ? 56 : 44, 2, little);
  [
    { flags: 5, from: 4_096, length: 4_096 },
    { flags: 6, from: 8_192, length: file.length - 8_192 },
  ].forEach((segment, i) => {
    const header = 64 + i * size;
    view.setUint32(header, 1, little);
    view.setUint32(header + (is64 ? 4 : 24), segment.flags, little);
    word(header + (is64 ? 8 : 4), segment.from);
    word(header + (is64 ? 32 : 16), segment.length);
  });
  const head = Buffer.alloc(32);
  head.write('\xff Go buildinf:', 'latin1');
  head.set([8, flags], 14);
  const frame = 'f'.repeat(16);
  Buffer.concat([head, string('go1.21.5'), string(frame + modules + frame)]).copy(file, at);
  return file;
}

function read(file: Uint8Array, size = file.length): Read | null {
  const binary = new GoBinary();
  for (let at = 0; at < file.length; at += size) binary.take(file.subarray(at, at + size));
  return binary.finish();
}
const lines = (found: Read | null): string[] | undefined =>
  found?.packages.map(({ name, version }) => `${name} ${version ?? '-'}`);

const MODULES = [
  'path\texample.com/app/cmd',
  'mod\texample.com/app\t(devel)\t',
  'dep\tgithub.com/a/b\tv1.2.3\th1:x=',
  'dep\tgithub.com/c/d\tv2.0.0',
  '=>\tgithub.com/fork/d\tv2.0.1\th1:y=',
  'dep\texample.com/local\tv0.0.0',
  '=>\t./local\t(devel)\t',
  '',
  'build\t-ldflags="-X main.token=hunter2"',
  '',
].join('\n');
const MADE_OF = [
  'stdlib go1.21.5',
  'example.com/app -',
  'github.com/a/b v1.2.3',
  'github.com/fork/d v2.0.1',
  'example.com/local -',
];

describe('a Go program', () => {
  it.each([
    [{}],
    [{ is64: false }],
    [{ little: false }],
    [{ is64: false, little: false }],
    [{ at: LIMITS.goBinaryBytes - 16 * 40 }],
  ])('says what it is made of: %j', (options) => expect(lines(read(program(MODULES, options)))).toEqual(MADE_OF));

  it('however its bytes come', () => {
    const file = program(MODULES);
    for (const size of [1, 7, 15, 16, 17, 4_095, 4_097, 8_519]) expect(lines(read(file, size))).toEqual(MADE_OF);
  });

  it('of before Go 1.18 says nothing that can be read, nor does what is no program', () => {
    expect(read(program(MODULES, { flags: 0 }))).toEqual({ packages: [], problem: null });
    expect(read(new Uint8Array(LIMITS.goBinaryBytes))).toBeNull();
    expect(read(program(MODULES, { at: 4_096 }))).toBeNull();
  });

  it('is read in a layer, without how it was built', () => {
    const { tree, readings } = imageReadings(
      [{ name: 'usr/bin/app', body: program(MODULES) }],
      [{ name: 'usr/bin/.wh.app' }],
    );
    expect(
      findInstalled(tree, readings).packages.map(({ kind, name, there, path }) => [kind, name, there, path]),
    ).toEqual(
      ['example.com/app', 'example.com/local', 'github.com/a/b', 'github.com/fork/d', 'stdlib'].map((name) => [
        'go',
        name,
        false,
        'usr/bin/app',
      ]),
    );
    expect(JSON.stringify(readings)).not.toContain('hunter2');
  });

  it('never throws, whatever is changed in it', () => {
    const file = program(MODULES);
    const change = fc.record({
      at: fc.oneof(
        fc.nat(200),
        fc.nat(400).map((n) => 8_500 + n),
      ),
      to: fc.nat(255),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(file);
        for (const { at, to } of changes) bytes[at] = to;
        expect(read(bytes, 65_536)?.packages.length ?? 0).toBeLessThan(50);
      }),
    );
  });

  it.skipIf(!hasTool('podman'))('podman says the same of itself', () => {
    const said = execFileSync('podman', ['version', '--format', '{{.Client.GoVersion}}'], { encoding: 'utf8' }).trim();
    const path = execFileSync('which', ['podman'], { encoding: 'utf8' }).trim();
    expect(lines(read(readFileSync(path), 65_536))).toContain(`stdlib ${said}`);
  });
});
