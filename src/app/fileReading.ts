import type { Checkpoint, FileRef } from '../core/model/fileBytes';
import { narrowed, type SourceRef } from '../core/model/source';
import type { EnginePool } from '../worker/pool';
import { createCheckpoints } from './checkpoints';
import type { SaveOptions, Session } from './state';

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
  return {
    checkpoint,
    async openFile(file, options) {
      const args = [sourceOf(file), file, checkpoint(file, 0)] as const;
      const { glance, head } = await engine.call('openFile', [...args], watched(options));
      const { checkpoints: made, ...rest } = head;
      checkpoints.add(file.span, made);
      return { glance, head: rest };
    },
    async readFile(file, range, options) {
      const args = [sourceOf(file), file, range, checkpoint(file, range.from)] as const;
      const { checkpoints: made, ...read } = await engine.call('readFile', [...args], watched(options));
      checkpoints.add(file.span, made);
      return read;
    },
    async membersOfFile(file, options) {
      const args = [sourceOf(file), file, checkpoint(file, 0)] as const;
      const { checkpoints: made, ...members } = await engine.call('membersOfFile', [...args], watched(options));
      checkpoints.add(file.span, made);
      return members;
    },
  };
}
