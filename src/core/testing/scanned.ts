import { blobSource, type ByteSource } from '../bytes/source';
import { memberAt, type Member } from '../model/members';
import { scanTar, type ScanOptions, type TarScan } from '../tar/scan';
import { tarHeader } from '../tar/write';
import type { TarEntry } from './buildTar';

export function memorySource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return blobSource(new Blob([bytes]));
}

export function scanBytes(bytes: Uint8Array<ArrayBuffer>, options?: ScanOptions): Promise<TarScan> {
  return scanTar(memorySource(bytes), options);
}

export function membersOf({ columns }: TarScan): Member[] {
  return Array.from({ length: columns.count }, (_, index) => memberAt(columns, index));
}

export function namesOf(scan: TarScan): string[] {
  return membersOf(scan).map(({ name }) => name);
}

export function codesOf({ diagnostics }: TarScan): string[] {
  return diagnostics.map(({ code }) => code);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

/** A header with some of its bytes replaced (a character is a byte) and the checksum made right again, or made `sum`. */
export function patched(header: Uint8Array, at: number, text: string, sum?: number): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(header);
  block.set(Buffer.from(text, 'latin1'), at);
  block.fill(0x20, 148, 156);
  const total = sum ?? block.reduce((all, byte) => all + byte, 0);
  block.set(Buffer.from(`${total.toString(8).padStart(6, '0')}\0 `), 148);
  return block;
}

/** Bytes put into the archive as they are. */
export function raw(...parts: readonly Uint8Array[]): TarEntry {
  return { name: '', raw: concat(...parts) };
}

/** One block that begins with `text`. */
export function block(text = ''): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(512);
  bytes.set(Buffer.from(text, 'latin1'));
  return bytes;
}

/** A member of any type flag, with a body of at most one block. */
export function typed(typeflag: string, name: string, body = ''): TarEntry {
  return raw(patched(tarHeader({ name, size: body.length }), 156, typeflag), ...(body ? [block(body)] : []));
}

/** PAX records of ASCII text, each `key=value`. */
export function paxBody(...records: readonly string[]): string {
  const record = (text: string): string => {
    let length = text.length + 3;
    while (`${length} ${text}\n`.length !== length) length++;
    return `${length} ${text}\n`;
  };
  return records.map(record).join('');
}
