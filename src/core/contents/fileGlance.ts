import { identify, type FileKind } from '../bytes/identify';
import type { FileGlance, FileLook, TextEncodingName } from '../model/fileLook';
import { elfLook } from './elf';
import { languageOf } from './language';
import { pictureLook } from './picture';
import { textEncoding } from './textEncoding';
import { derCertificate, pemCertificates } from './x509';

const PRIVATE_KEY = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?)-----/;
/** What a browser would run or load something for. */
const ACTIVE = /<(?:!doctype html|html|head|body|script|svg|iframe|!doctype svg|!entity|!doctype)\b/i;
const ACTIVE_NAME = /\.(?:svgz?|x?html?|mht|mhtml|xml|xsl)$/i;
const PACKED: ReadonlySet<FileKind> = new Set(['gzip', 'zstd', 'bzip2', 'xz', 'lz4', 'lzip', '7z', 'zip', 'rar']);
const TAR_NAME = /\.(?:tar(?:\.(?:gz|zst|xz|bz2))?|tgz|txz|tbz2?|apk|gem|crate)$/i;
const UNPACKED_HERE: ReadonlySet<FileKind> = new Set(['gzip', 'zstd', 'bzip2', 'xz']);

/**
 * What a file is, by its first bytes (`LIMITS.glanceBytes` of them, or all) and its name. Nothing of it is run, followed or fetched: an SVG and a page
 * are texts; a private key is told by its first line and never shown.
 */
export function glanceAt(head: Uint8Array, path: string, size: number): FileGlance {
  if (size === 0) return { look: { kind: 'empty' }, encoding: null };
  const kind = identify(head, size);
  const special = specialLook(head, size, kind, path);
  if (special) return { look: special, encoding: null };
  const encoding = textEncoding(head);
  if (!encoding) return { look: { kind: 'binary', format: kind === 'unknown' ? null : kind }, encoding };
  return { look: textLook(decoded(head, encoding), path), encoding };
}

function specialLook(head: Uint8Array, size: number, kind: FileKind, path: string): FileLook | null {
  if (kind === 'tar' || (UNPACKED_HERE.has(kind) && TAR_NAME.test(path))) return { kind: 'tar' };
  if (PACKED.has(kind)) return { kind: 'compressed', format: kind };
  if (kind === 'pdf') return { kind: 'binary', format: kind };
  return pictureLook(head) ?? elfLook(head) ?? derCertificate(head, size);
}

function textLook(text: string, path: string): FileLook {
  const key = PRIVATE_KEY.exec(text);
  if (key) return { kind: 'private-key', label: key[1] ?? 'PRIVATE KEY' };
  const certificates = pemCertificates(text);
  if (certificates) return certificates;
  if (ACTIVE.test(text.slice(0, 4096)) || ACTIVE_NAME.test(path)) return { kind: 'active-text', language: 'markup' };
  return { kind: 'text', language: languageOf(path, text) };
}

function decoded(bytes: Uint8Array, encoding: TextEncodingName): string {
  return new TextDecoder(encoding).decode(bytes);
}
