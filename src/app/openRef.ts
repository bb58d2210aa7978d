import { LIMITS } from '../core/limits';
import type { Progress } from '../core/model/facts';
import type { OpenRef } from '../core/model/source';
import type { EnginePool } from '../worker/pool';
import type { OpenSource, OpenStage } from './state';

/** Gives the file of a built-in sample. */
export type LoadSample = (name: string) => Promise<File>;

export interface OpenRefOptions {
  readonly engine: EnginePool;
  readonly loadSample: LoadSample;
  readonly signal: AbortSignal;
  /** Files of a folder so far, with a total of 0; or bytes of a file that has to be fetched whole. */
  readonly onProgress: (progress: Progress) => void;
}

/** What is opened, and what it is called until its own bytes say more; the size is 0 where it is not known. */
export interface Referred {
  readonly ref: OpenRef;
  readonly name: string;
  readonly size: number;
  /** What is opened in place of the source: the file that a page of ours carries. */
  readonly carried?: OpenSource;
  /** Where that page says to look, as the hash of a link. */
  readonly view?: string;
}

/** What a source is called before it is open. */
export function sourceName(source: OpenSource): string {
  switch (source.kind) {
    case 'file':
      return source.file.name;
    case 'url':
      return nameInUrl(source.url);
    case 'registry':
      return source.reference;
    case 'snapshot':
      return 'snapshot';
    default:
      return source.name;
  }
}

/** What is done first. */
export function firstStage({ kind }: OpenSource): OpenStage {
  return kind === 'folder' ? 'listing' : kind === 'url' || kind === 'registry' ? 'fetching' : 'reading';
}

/** The bytes of what is opened. Rejects as {@link OpenSource}'s `list` and the engine do. */
export async function openRef(source: OpenSource, options: OpenRefOptions): Promise<Referred> {
  const { engine, loadSample, signal, onProgress } = options;
  const name = sourceName(source);
  switch (source.kind) {
    case 'file': {
      const carried = (await mayCarry(source.file))
        ? await engine.call('carriedFile', [source.file], { signal })
        : null;
      if (!carried) return { ref: { blob: source.file }, name, size: source.file.size };
      const file = new File([carried.file], carried.name);
      const { view } = carried;
      return {
        ref: { blob: file },
        name: file.name,
        size: file.size,
        carried: { ...source, file },
        ...(view !== null && { view }),
      };
    }
    case 'sample': {
      const file = await loadSample(source.name);
      return { ref: { blob: file }, name: file.name, size: file.size };
    }
    case 'folder': {
      const folder = await source.list(signal, (done) => onProgress({ done, total: 0 }));
      return { ref: { folder }, name, size: 0 };
    }
    case 'registry': {
      const folder = await engine.call('listRegistry', [source.reference], { signal });
      return { ref: { folder }, name, size: 0 };
    }
    case 'snapshot':
      return { ref: { snapshot: source.payload }, name, size: 0 };
    case 'url': {
      const ref = await engine.call('reachUrl', [source.url], { signal, onProgress });
      return { ref, name, size: 'blob' in ref ? ref.blob.size : ref.size };
    }
  }
}

/** Whether a file begins as a page does. Only then is it worth to be looked through. */
async function mayCarry(file: File): Promise<boolean> {
  return (
    file.size <= LIMITS.snapshotCarrierBytes &&
    /^\s*<(?:!doctype html|html|script)\b/i.test(await file.slice(0, PAGE_HEAD).text())
  );
}

const PAGE_HEAD = 256;

function nameInUrl(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
