import { openSource } from '../bytes/source';
import { glanceAt } from '../contents/fileGlance';
import { readFile, type ExtractOptions } from '../layers/extract';
import { membersOf } from '../layers/members';
import { LIMITS } from '../limits';
import type { ByteRange, FileBytes, FileMembers, FileRef } from '../model/fileBytes';
import type { FileGlance } from '../model/fileLook';
import type { SourceRef } from '../model/source';

type Options = Omit<ExtractOptions, 'onCheckpoint'>;

/** What a file in a layer is, and its first bytes. */
export interface FileOpened {
  readonly glance: FileGlance;
  readonly head: FileBytes;
}

/** Opens a file in a layer: reads as much as it takes to say what it is. Throws as `readFile` does. */
export async function openFile(ref: SourceRef, file: FileRef, options: Options = {}): Promise<FileOpened> {
  const source = openSource(ref);
  const head = await readFile(source, file, { from: 0, to: LIMITS.glanceBytes }, options);
  const glance = glanceAt(head.bytes, file.path, head.cut ? head.bytes.length : file.size);
  const isMore = glance.look.kind === 'elf' && !head.cut && head.bytes.length < file.size;
  if (!isMore || file.size > LIMITS.elfBytes) return { glance, head };
  const next = head.checkpoints.findLast(({ unpacked }) => unpacked <= file.data) ?? options.checkpoint ?? null;
  const whole = await readFile(source, file, { from: 0, to: file.size }, { ...options, checkpoint: next });
  const checkpoints = [...head.checkpoints, ...whole.checkpoints];
  return { glance: glanceAt(whole.bytes, file.path, file.size), head: { ...head, checkpoints } };
}

export function readFileIn(ref: SourceRef, file: FileRef, range: ByteRange, options: Options = {}): Promise<FileBytes> {
  return readFile(openSource(ref), file, range, options);
}

export function membersIn(ref: SourceRef, file: FileRef, options: Options = {}): Promise<FileMembers> {
  return membersOf(openSource(ref), file, options);
}
