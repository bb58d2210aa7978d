import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTar } from '../testing/buildTar';
import { elfLook } from './elf';
import { glanceAt } from './fileGlance';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const glance = (content: Uint8Array | string, path = 'usr/share/thing') => {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  return glanceAt(bytes, path, bytes.length);
};

function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const chunk = (type: string, body: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync('')),
  ]);
}

describe('what a file is', () => {
  it.each([
    ['#!/bin/sh\nset -e\n', 'entry', 'shell'],
    ['#!/usr/bin/env python3\n', 'tool', 'python'],
    ['#!/usr/bin/env node\n', 'cli', 'javascript'],
    ['{"a":1}', 'no-ending', 'json'],
    ['[Unit]\nA=b\n', 'lib/systemd/system/x.service', 'conf'],
    ['root:x:0:0::/:/bin/sh\n', 'etc/passwd', 'conf'],
    ['FROM alpine\n', 'app/Dockerfile', 'dockerfile'],
    ['int main(){}', 'src/a.c', 'c-like'],
    ['hello', 'README', 'plain'],
  ])('%j called %s is text in %s', (content, path, language) => {
    expect(glance(content, path)).toEqual({ look: { kind: 'text', language }, encoding: 'utf-8' });
  });

  it('shows what a browser would run as text, whatever it is called', () => {
    const active = { look: { kind: 'active-text', language: 'markup' }, encoding: 'utf-8' };
    expect(glance('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'x.svg')).toEqual(active);
    expect(glance('<script>x()</script>', 'page.html.png')).toEqual(active);
    expect(glance('<!doctype html><script>x()</script>', 'no-ext')).toEqual(active);
    expect(glance('<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r>&e;</r>', 'xxe.xml')).toEqual(active);
    expect(glance('Content-Type: multipart/related\n\n<script>1</script>', 'a.mht')).toEqual(active);
  });

  it('reads UTF-16 and Latin-1, and says so', () => {
    expect(glance(Buffer.from('\ufeffhello', 'utf16le')).encoding).toBe('utf-16le');
    expect(glance(Buffer.from('hello world, without a mark', 'utf16le')).encoding).toBe('utf-16le');
    expect(glance(Buffer.from('hello world, without a mark', 'utf16le').swap16()).encoding).toBe('utf-16be');
    expect(glance(Buffer.from('caf\xe9 cr\xe8me', 'latin1')).encoding).toBe('latin1');
    expect(glance(utf8('café').subarray(0, 4)).encoding).toBe('utf-8');
  });

  it('never calls bytes with zeros or many controls text', () => {
    expect(glance(Uint8Array.from({ length: 16384 }, (_, i) => i % 256))).toEqual({
      look: { kind: 'binary', format: null },
      encoding: null,
    });
    expect(glance('\x1b[2J\x1b]8;;javascript:x\x07click\x1b]8;;\x07').encoding).toBe('utf-8');
    expect(glance(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), 'x.wasm').encoding).toBeNull();
  });

  it('tells private keys of every kind', () => {
    for (const label of [
      'PRIVATE KEY',
      'RSA PRIVATE KEY',
      'OPENSSH PRIVATE KEY',
      'ENCRYPTED PRIVATE KEY',
      'PGP PRIVATE KEY BLOCK',
    ]) {
      const found = glance(`some words\n-----BEGIN ${label}-----\nMIIE\n-----END ${label}-----\n`, 'x.conf');
      expect(found.look).toEqual({ kind: 'private-key', label });
    }
  });

  it('draws only what is a picture by its bytes', () => {
    expect(glance(png(30000, 20000), 'x').look).toEqual({
      kind: 'picture',
      type: 'image/png',
      width: 30000,
      height: 20000,
    });
    expect(glance(Buffer.from('GIF89a\x10\0\x20\0', 'latin1')).look).toMatchObject({
      type: 'image/gif',
      width: 16,
      height: 32,
    });
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108012c019003012200021101031101', 'hex');
    expect(glance(jpeg).look).toMatchObject({ type: 'image/jpeg', width: 400, height: 300 });
    const webp = Buffer.from('52494646240000005745425056503820180000003001009d012a0200030001403425a4000370', 'hex');
    expect(glance(webp).look).toMatchObject({ type: 'image/webp', width: 2, height: 3 });
    expect(glance('<script>top.x=1</script>', 'page.png').look.kind).toBe('active-text');
  });

  it('tells tars, also compressed ones by their name', () => {
    expect(glance(buildTar([{ name: 'a' }])).look).toEqual({ kind: 'tar' });
    const gzip = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
    expect(glance(gzip, 'x.tgz').look).toEqual({ kind: 'tar' });
    expect(glance(gzip, 'x.gz').look).toEqual({ kind: 'compressed', format: 'gzip' });
    expect(glance(Uint8Array.of(0x50, 0x4b, 3, 4, ...new Uint8Array(60))).look).toEqual({
      kind: 'compressed',
      format: 'zip',
    });
    expect(glance('%PDF-1.4 /OpenAction', 'x.pdf').look).toEqual({ kind: 'binary', format: 'pdf' });
    expect(glance('').look).toEqual({ kind: 'empty' });
  });

  it('ends well for any bytes', () => {
    const magic = fc.constantFrom(
      '7f454c46020101',
      '89504e470d0a1a0a0000000d49484452',
      '30820101',
      'ffd8ffe0',
      '52494646aaaaaaaa57454250',
      '',
    );
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const bytes = Buffer.concat([Buffer.from(start, 'hex'), rest]);
        expect(typeof glanceAt(bytes, 'x', bytes.length).look.kind).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});

const PROGRAM = process.execPath;
const SHELL = '/bin/sh';
describe.skipIf(!existsSync(SHELL) || process.platform !== 'linux')('an ELF file', () => {
  it('needs what the loader says', () => {
    const bytes = readFileSync(SHELL);
    const look = elfLook(bytes);
    expect(look).toMatchObject({ bits: 64, order: 'little', type: 'DYN', go: null });
    const listed = execFileSync('ldd', [SHELL], { encoding: 'utf8' });
    for (const name of look?.needed ?? ['?']) expect(listed).toContain(name);
    expect(listed).toContain(look?.interpreter);
    expect(elfLook(bytes.subarray(0, 4096))?.needed).toBeNull();
    expect(elfLook(readFileSync(PROGRAM).subarray(0, 65536))?.interpreter).toBe(look?.interpreter);
  });
});

describe('a Go program', () => {
  it('says how it was built', () => {
    const module = 'path\texample.org/cmd/tool\nmod\texample.org/cmd\tv1.2.3\th1:x=\nbuild\t-a=b\n';
    const text = (value: string): Buffer =>
      Buffer.concat([
        Buffer.from([
          (value.length & 0x7f) | (value.length > 127 ? 0x80 : 0),
          ...(value.length > 127 ? [value.length >> 7] : []),
        ]),
        Buffer.from(value, 'latin1'),
      ]);
    const header = Buffer.alloc(64);
    header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
    header.writeUInt16LE(2, 16);
    header.writeUInt16LE(183, 18);
    const info = Buffer.alloc(32);
    info.set([0xff, ...Buffer.from(' Go buildinf:'), 8, 2]);
    const bytes = Buffer.concat([header, info, text('go1.22.1'), text(`${'s'.repeat(16)}${module}${'e'.repeat(16)}`)]);
    expect(elfLook(bytes)).toMatchObject({
      type: 'EXEC',
      machine: 'AARCH64',
      needed: [],
      interpreter: null,
      go: { version: 'go1.22.1', path: 'example.org/cmd/tool', module: 'example.org/cmd v1.2.3' },
    });
  });
});
