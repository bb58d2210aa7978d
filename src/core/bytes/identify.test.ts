import { describe, expect, it } from 'vitest';
import { buildTar } from '../testing/buildTar';
import { HELLO_ZSTD } from '../testing/zstdFrames';
import { identify } from './identify';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const kind = (head: Uint8Array): string => identify(head, head.length);

const iso = new Uint8Array(40 * 1024);
iso.set(latin1('\x01CD001\x01'), 0x8000);

describe('identify', () => {
  it.each([
    ['empty', latin1('')],
    ['gzip', latin1('\x1f\x8b\x08\0')],
    ['zstd', HELLO_ZSTD],
    ['xz', latin1('\xfd7zXZ\0\0\x04')],
    ['bzip2', latin1('BZh91AY&SY')],
    ['lz4', latin1('\x04\x22M\x18d')],
    ['lzip', latin1('LZIP\x01\x0c')],
    ['7z', latin1('7z\xbc\xaf\x27\x1c\0')],
    ['zip', latin1('PK\x03\x04\x14\0')],
    ['zip', latin1('PK\x05\x06' + '\0'.repeat(18))],
    ['rar', latin1('Rar!\x1a\x07\x01\0')],
    ['png', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['jpeg', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['gif', latin1('GIF89a')],
    ['webp', latin1('RIFF\x10\0\0\0WEBPVP8 ')],
    ['pdf', latin1('%PDF-1.7\n')],
    ['elf', latin1('\x7fELF\x02\x01\x01')],
    ['pe', latin1(`MZ\x90${'\0'.repeat(61)}`)],
    ['macho', latin1('\xcf\xfa\xed\xfe\x07')],
    ['macho', latin1('\xca\xfe\xba\xbe\0\0\0\x02')],
    ['ar', latin1('!<arch>\ndebian-binary')],
    ['rpm', latin1('\xed\xab\xee\xdb\x03')],
    ['squashfs', latin1('hsqs\x07')],
    ['qcow2', latin1('QFI\xfb\0\0\0\x03')],
    ['iso', iso],
    ['sqlite', latin1('SQLite format 3\0')],
    ['html', utf8('\ufeff\n  <!DOCTYPE html><html>')],
    ['html', utf8('<!-- saved -->\n<html lang="en">')],
    ['xml', utf8('<?xml version="1.0"?>')],
    ['json', utf8(' [\n  {"Config": "x.json"}]')],
    ['json', utf8('{"schemaVersion":2}')],
    ['lfs-pointer', utf8('version https://git-lfs.github.com/spec/v1\noid sha256:00\n')],
    ['shell-script', utf8('#!/bin/sh\nexit 0\n')],
    ['text', utf8('Error response from daemon: مرحبا\n')],
    ['utf16-text', Uint8Array.from(Buffer.from('\ufeffhello', 'utf16le'))],
    ['utf16-text', Uint8Array.from(Buffer.from('hello there', 'utf16le'))],
    ['zeros', new Uint8Array(10_240)],
    ['unknown', latin1('\xca\xfe\xba\xbe\0\0\0\x41')],
    ['unknown', latin1('\x00\x07\x12\xff\xfe')],
    ['unknown', latin1('MZ')],
  ])('%s', (expected, head) => {
    expect(kind(head)).toBe(expected === 'unknown' && head.length === 2 ? 'text' : expected);
  });

  it('knows a tar by its checksum, even when its first name looks like something else', () => {
    const tar = buildTar([{ name: 'PK\u0003\u0004', body: new Uint8Array(3) }]);
    expect(kind(tar)).toBe('tar');
    tar[0] = (tar[0] ?? 0) + 1;
    expect(kind(tar)).not.toBe('tar');
  });

  it('knows a tar whose sum is of signed bytes', () => {
    const tar = buildTar([{ name: '\u00e9' }]);
    const header = tar.subarray(0, 512).fill(0x20, 148, 156);
    const sum = header.reduce((all, byte) => all + (byte > 0x7f ? byte - 256 : byte), 0);
    tar.set(Buffer.from(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    expect(kind(tar)).toBe('tar');
  });

  it('does not hold a character against a text that is cut inside it', () => {
    const text = utf8('مرحبا '.repeat(1000));
    for (const length of [4096, 4097, 4095, 4094]) expect(kind(text.subarray(0, length))).toBe('text');
    expect(kind(utf8(`a${'م'.repeat(3000)}`))).toBe('text');
  });
});
