import type { Checkpoint, FileBytes, FileRef } from '../core/model/fileBytes';
import { narrowed, type SourceRef } from '../core/model/source';
import type { EnginePool } from '../worker/pool';
import { createCheckpoints } from './checkpoints';
import type { FilePart, SaveOptions, Session } from './state';

export interface FileReading extends Pick<Session, 'openFile' | 'readFile' | 'membersOfFile'> {
  /** From where the file's layer can be unpacked to read its bytes from an offset on. */
  readonly checkpoint: (file: FileRef, from: number) => Checkpoint | null;
}

/** Reads files in layers; what one reading of a compressed layer leaves is where the next one begins. */
export function createFileReading(engine: EnginePool, archive: SourceRef, lifetime: AbortSignal): FileReading {
  const checkpoints = createCheckpoints();
  const checkpoint = ({ span, data }: FileRef, from: number): Checkpoint | null =>
    checkpoints.before(span, data + from);
  const watched = ({ signal, onProgress }: SaveOptions = {}) => ({
    signal: signal ? AbortSignal.any([signal, lifetime]) : lifetime,
    onProgress,
  });
  const sourceOf = ({ span }: FileRef): SourceRef => narrowed(archive, [span]);
  const kept = ({ span }: FileRef, from: Checkpoint | null, { checkpoints: made, ...read }: FileBytes): FilePart => {
    checkpoints.add(span, made);
    return { ...read, isKept: from !== null || made.length > 0 };
  };
  return {
    checkpoint,
    async openFile(file, options) {
      const from = checkpoint(file, 0);
      const { glance, head } = await engine.call('openFile', [sourceOf(file), file, from], watched(options));
      return { glance, head: kept(file, from, head) };
    },
    async readFile(file, range, options) {
      const from = checkpoint(file, range.from);
      const read = await engine.call('readFile', [sourceOf(file), file, range, from], watched(options));
      return kept(file, from, read);
    },
    async membersOfFile(file, options) {
      const args = [sourceOf(file), file, checkpoint(file, 0)] as const;
      const { checkpoints: made, ...members } = await engine.call('membersOfFile', [...args], watched(options));
      checkpoints.add(file.span, made);
      return members;
    },
  };
}
