import { EngineError, type Diagnostic, type DiagnosticCode } from '../errors';
import { LIMITS } from '../limits';
import type { Archive, Document } from '../model/archive';
import type { Measurement } from '../model/facts';
import { HIDDEN_KINDS, NOTHING_HIDDEN, type HiddenKind, type MadeSnapshot } from '../model/snapshot';
import { spanKey, type Span } from '../model/source';
import { packMembers } from './columns';
import { packText } from './packed';
import { redact } from './redact';
import type { Snapshot } from './schema';

/** What only reading the bytes of the archive tells; the rest is found again in the documents. */
const OF_BYTES: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'wrapper-corrupt',
  'tar-truncated',
  'tar-bad-checksum',
  'tar-bad-size',
  'tar-bad-pax',
  'tar-no-end',
  'tar-trailing-data',
  'tar-unsafe-name',
  'tar-misleading-name',
  'tar-unknown-type',
  'tar-sparse-member',
  'too-many-members',
]);

/** Documents in which there is nothing to hide, though they are not JSON. */
const PLAIN: ReadonlySet<Document['kind']> = new Set<Document['kind']>(['v1-version', 'dir-version']);

/**
 * The structure of an archive without the bytes of its layers: documents, members, measurements. Values of the kinds to hide are replaced
 * in the documents, which keep their length; of one that is not JSON, all is blank. `view` is where to look when it is opened. Throws `too-many-files` for an archive of more
 * than {@link LIMITS.snapshotMembers}, `snapshot-unreadable` for one whose documents are more than {@link LIMITS.snapshotBytes}.
 */
export async function makeSnapshot(
  archive: Omit<Archive, 'source'>,
  measurements: readonly Measurement[],
  hide: readonly HiddenKind[],
  view: string | null = null,
): Promise<MadeSnapshot> {
  if (archive.members.count > LIMITS.snapshotMembers) {
    throw new EngineError('too-many-files', 'too many members for a snapshot', { limit: LIMITS.snapshotMembers });
  }
  const hidden = new Set(hide);
  const counts = { ...NOTHING_HIDDEN };
  const documents: Snapshot['documents'] = [];
  const seen = new Set<string>();
  for (const document of archive.documents) {
    const { span, digest } = document;
    if (!span || seen.has(spanKey(span))) continue;
    seen.add(spanKey(span));
    const kept = textOf(document, hidden);
    if (!kept) continue;
    for (const kind of HIDDEN_KINDS) counts[kind] += kept.counts[kind];
    documents.push([span.offset, kept.text, kept.isChanged || document.redacted ? digest : null]);
  }
  const { name, container, size, fileSize, wrappers } = archive;
  const before = archive.snapshot?.hidden ?? NOTHING_HIDDEN;
  const none = { ...NOTHING_HIDDEN };
  for (const kind of HIDDEN_KINDS) none[kind] = before[kind] + (hidden.has(kind) ? counts[kind] : 0);
  const snapshot: Snapshot = {
    tabaqa: 1,
    name,
    container,
    size,
    fileSize,
    wrappers: [...wrappers],
    ...(view !== null && { view }),
    hidden: none,
    members: packMembers(archive.members),
    documents,
    blobs: blobsOf(archive, measurements),
    diagnostics: archive.diagnostics.filter(({ code }) => OF_BYTES.has(code)).map(plain),
  };
  const json = JSON.stringify(snapshot);
  return { payload: await packText(json), json, counts };
}

/** Null for what is not text, or text in which nobody can tell what to hide. */
function textOf({ bytes, kind }: Document, hide: ReadonlySet<HiddenKind>): ReturnType<typeof redact> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (new TextEncoder().encode(text).length !== bytes.length || text.includes('\ufffd')) return null;
  const nothing = { text, counts: NOTHING_HIDDEN, isChanged: false };
  const redacted = redact(text, hide);
  if (!redacted) {
    const isHarmless = PLAIN.has(kind) || hide.size === 0;
    return isHarmless ? nothing : { ...nothing, text: ' '.repeat(bytes.length), isChanged: true };
  }
  const room = bytes.length - new TextEncoder().encode(redacted.text).length;
  return redacted.isChanged ? { ...redacted, text: redacted.text + ' '.repeat(room) } : redacted;
}

/** What is known of the bytes that are left out. */
function blobsOf({ images }: Pick<Archive, 'images'>, measurements: readonly Measurement[]): Snapshot['blobs'] {
  const place = ({ offset, length }: Span): [number, number] => [offset, length];
  const blobs = new Map<string, Snapshot['blobs'][number]>();
  for (const { span, compression } of images.flatMap((image) => image.layers)) {
    if (span) blobs.set(spanKey(span), { at: place(span), compression });
  }
  for (const { span, compression, stored, diffId, unpackedSize, diagnostics } of measurements) {
    blobs.set(spanKey(span), {
      at: place(span),
      compression,
      stored: { ...stored },
      ...(diffId !== stored['sha256'] && { diffId }),
      ...(unpackedSize !== span.length && { unpacked: unpackedSize }),
      ...(diagnostics.length > 0 && { diagnostics: diagnostics.map(plain) }),
    });
  }
  return [...blobs.values()];
}

function plain({ details, ...rest }: Diagnostic): Snapshot['diagnostics'][number] {
  return { ...rest, details: { ...details } };
}
