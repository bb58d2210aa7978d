import type { Diagnostic } from '../errors';
import type { Archive } from '../model/archive';
import type { Digest } from '../model/digest';
import type { Measurement } from '../model/facts';
import type { Compression } from '../model/mediaType';
import type { SnapshotFacts } from '../model/snapshot';
import { spanKey, type FilesRef } from '../model/source';
import { unpackMembers } from './columns';
import { unpackText } from './packed';
import { readSnapshot, unreadable, type Snapshot } from './schema';

/** An archive of which only the documents are there. */
export interface Recorded {
  readonly name: string;
  readonly contents: Pick<Archive, 'container' | 'source' | 'size' | 'fileSize' | 'wrappers' | 'members'> & {
    readonly diagnostics: readonly Diagnostic[];
  };
  readonly facts: SnapshotFacts;
  /** Of layers, by span key. */
  readonly compressions: ReadonlyMap<string, Compression>;
  /** The digests that redacted documents had, by span key. */
  readonly redacted: ReadonlyMap<string, Digest>;
}

/** The archive in a snapshot as links carry it. Throws `snapshot-unreadable`. */
export async function openSnapshot(payload: string): Promise<Recorded> {
  return openRecorded(readSnapshot(await unpackText(payload)));
}

/** The archive in the JSON of a snapshot. */
export function openRecorded(snapshot: Snapshot): Recorded {
  const { name, container, size, fileSize, wrappers } = snapshot;
  const { source, redacted } = documentsOf(snapshot);
  return {
    name,
    contents: {
      container,
      source,
      size,
      fileSize,
      wrappers,
      // The files of a folder stand one byte apart, which no size counts.
      members: unpackMembers(snapshot.members, size + snapshot.members.names.length),
      diagnostics: snapshot.diagnostics.map(diagnosticOf),
    },
    facts: {
      hidden: snapshot.hidden,
      view: snapshot.view ?? null,
      measurements: snapshot.blobs.flatMap((blob) => measurementOf(blob) ?? []),
    },
    compressions: new Map(
      snapshot.blobs.flatMap((blob) => (blob.compression ? [[keyOf(blob), blob.compression] as const] : [])),
    ),
    redacted,
  };
}

function documentsOf({ documents }: Snapshot): { source: FilesRef; redacted: Map<string, Digest> } {
  const sorted = documents.toSorted(([a], [b]) => a - b);
  const redacted = new Map<string, Digest>();
  let end = -1;
  const files = sorted.map(([offset, text, digest]) => {
    const blob = new Blob([text]);
    if (offset <= end) throw unreadable('documents');
    end = offset;
    if (digest !== null) redacted.set(spanKey({ offset, length: blob.size }), digest);
    return blob;
  });
  return { source: { files, starts: Float64Array.from(sorted, ([offset]) => offset), recorded: true }, redacted };
}

type RecordedBlob = Snapshot['blobs'][number];

function keyOf({ at: [offset, length] }: RecordedBlob): string {
  return spanKey({ offset, length });
}

function measurementOf({ at, compression, stored, ...rest }: RecordedBlob): Measurement | null {
  const sha256 = stored?.['sha256'];
  if (!stored || sha256 === undefined || compression === null) return null;
  const [offset, length] = at;
  return {
    span: { offset, length },
    stored,
    compression,
    diffId: rest.diffId === undefined ? sha256 : rest.diffId,
    unpackedSize: rest.unpacked === undefined ? length : rest.unpacked,
    diagnostics: (rest.diagnostics ?? []).map(diagnosticOf),
    recorded: true,
  };
}

function diagnosticOf({ path, offset, layer, ...rest }: Snapshot['diagnostics'][number]): Diagnostic {
  return {
    ...rest,
    ...(path !== undefined && { path }),
    ...(offset !== undefined && { offset }),
    ...(layer !== undefined && { layer }),
  };
}
