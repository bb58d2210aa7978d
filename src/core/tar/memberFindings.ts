import type { Details } from '../errors';
import { LIMITS } from '../limits';
import type { DiagnosticList } from './diagnosticList';
import { isSize, type HeaderFields } from './member';
import { misleadingName, unsafeName } from './names';

/**
 * Tells what is odd about the member whose own header is at `offset`. In a layer, whose members are files of a Linux system, some names are only
 * worth knowing.
 */
export function memberFindings(
  diagnostics: DiagnosticList,
  offset: number,
  typeflag: string,
  fields: HeaderFields,
  inLayer = false,
): void {
  const { prefix, name, link } = fields;
  const tell = (code: Told, details: Details): void => add(diagnostics, code, details, { offset, fields, inLayer });
  const tooLong = prefix.length + name.length > LIMITS.tarNameBytes || link.length > LIMITS.tarNameBytes;
  const unsafe = tooLong ? 'too-long' : unsafeName(prefix, name);
  if (unsafe) tell('tar-unsafe-name', { reason: unsafe });
  const misleading = tooLong ? null : misleadingName(prefix, name);
  if (misleading) tell('tar-misleading-name', { reason: misleading });
  if (fields.type === 'other') tell('tar-unknown-type', { flag: printable(typeflag) });
  if (fields.type === 'sparse') {
    const unpacked = isSize(fields.sparseSize) ? { unpacked: fields.sparseSize } : {};
    tell('tar-sparse-member', { size: fields.size, ...unpacked });
  }
}

type Told = 'tar-unsafe-name' | 'tar-misleading-name' | 'tar-unknown-type' | 'tar-sparse-member';

function add(
  diagnostics: DiagnosticList,
  code: Told,
  details: Details,
  { offset, fields, inLayer }: { readonly offset: number; readonly fields: HeaderFields; readonly inLayer: boolean },
): void {
  const severity = inLayer && MAY_BE.has(details['reason'] ?? code) ? 'info' : 'warning';
  diagnostics.add(code, severity, details, { path: pathOf(fields), offset });
}

/** Reasons, and codes, that are in order in a layer. */
const MAY_BE: ReadonlySet<string | number> = new Set([
  'absolute',
  'backslash',
  'not-utf8',
  'invisible',
  'tar-sparse-member',
]);

function printable(typeflag: string): string {
  return /[!-~]/.test(typeflag) ? typeflag : `0x${typeflag.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The name for a diagnostic, as the columns have it. */
export function pathOf({ prefix, name }: HeaderFields): string {
  const text = utf8.decode(name.subarray(0, LIMITS.tarNameBytes));
  return prefix.length > 0 ? `${utf8.decode(prefix)}/${text}` : text;
}
