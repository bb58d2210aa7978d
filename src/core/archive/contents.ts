import type { Diagnostic } from '../errors';
import type { Archive } from '../model/archive';

export interface OpenProgress {
  readonly stage: 'unwrapping' | 'scanning' | 'listing' | 'reading';
  /** Bytes, of the opened file while unwrapping and of the tar while scanning; files while listing; documents while reading. */
  readonly done: number;
  readonly total: number;
}

export interface OpenOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: OpenProgress) => void;
}

/** What was opened, as files with names: nothing of it is understood yet. */
export type Contents = Pick<Archive, 'container' | 'source' | 'size' | 'fileSize' | 'wrappers' | 'members'> & {
  readonly diagnostics: readonly Diagnostic[];
};
