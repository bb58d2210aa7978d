import { failureOf, isCancelled } from './failure';
import type { Policy } from './policy';
import type { FileLink, SourceLink } from './sourceLink';
import type { Failure, OwnSource, Session } from './state';

/** What a link waits for before it opens anything: a copy of its file, or leave to read from a host. */
export type GateState =
  | { readonly kind: 'file'; readonly link: FileLink; readonly check: FileCheck }
  | {
      readonly kind: 'url';
      readonly url: string;
      readonly host: string;
      /** The origin that the registry hands its tokens out at, where that is another; null until it says so. */
      readonly tokens: string | null;
      /** `impossible`: this page cannot be opened to a host. */
      readonly status: 'asking' | 'impossible';
    };

/** How far the copy is compared with the link. */
export type FileCheck =
  | { readonly kind: 'waiting' }
  /** A folder has no digest. */
  | { readonly kind: 'folder' }
  | { readonly kind: 'checking'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'differs'; readonly name: string; readonly digest: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface LinkGate {
  /** Null when nothing is waited for. */
  readonly getState: () => GateState | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins to wait for what the link needs, which may be a second origin, for tokens; for null, waits for nothing any more. */
  readonly wait: (link: Extract<SourceLink, { kind: 'file' | 'url' | 'registry' }> | null, tokens?: string) => void;
  /** Compares a copy with the link; opens it when it has the same bytes. */
  readonly check: (source: OwnSource) => void;
  /** Opens the copy though it has other bytes. */
  readonly openAnyway: () => void;
  readonly cancelCheck: () => void;
  /** The reader lets the page read from the host. */
  readonly agree: () => void;
}

export interface GateOptions {
  readonly hashFile: Session['hashFile'];
  readonly policy: Pick<Policy, 'agree'>;
  /** The copy may be opened; `isSame`: it has the bytes that the link says. */
  readonly onFile: (source: OwnSource, isSame: boolean) => void;
  /** The host may be read, without loading the page anew. */
  readonly onAgreed: () => void;
}

export function createLinkGate({ hashFile, policy, onFile, onAgreed }: GateOptions): LinkGate {
  const listeners = new Set<() => void>();
  let state: GateState | null = null;
  let chosen: OwnSource | null = null;
  let work = new AbortController();

  const show = (next: GateState | null): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const stop = (): AbortSignal => {
    work.abort();
    work = new AbortController();
    return work.signal;
  };
  const leave = (): void => {
    stop();
    chosen = null;
    if (state) show(null);
  };

  const compare = async (link: FileLink, source: OwnSource): Promise<void> => {
    const signal = stop();
    chosen = source;
    const tell = (check: FileCheck): void => show({ kind: 'file', link, check });
    if (source.kind === 'folder') return tell({ kind: 'folder' });
    const { name, size } = source.file;
    tell({ kind: 'checking', name, done: 0, total: size });
    try {
      const onProgress = (step: { done: number; total: number }): void => {
        if (!signal.aborted) tell({ kind: 'checking', name, ...step });
      };
      const digest = await hashFile(source.file, { signal, onProgress });
      if (signal.aborted) return;
      if (digest !== link.digest) return tell({ kind: 'differs', name, digest });
      leave();
      onFile(source, true);
    } catch (error) {
      if (!signal.aborted && !isCancelled(error)) tell({ kind: 'failed', failure: failureOf(error) });
    }
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wait(link, tokens) {
      if (link === null) return leave();
      stop();
      chosen = null;
      if (link.kind === 'file') show({ kind: 'file', link, check: { kind: 'waiting' } });
      else show({ kind: 'url', url: link.url, host: new URL(link.url).host, tokens: tokens ?? null, status: 'asking' });
    },
    check(source) {
      if (state?.kind === 'file') void compare(state.link, source);
    },
    openAnyway() {
      const source = chosen;
      if (!source) return;
      leave();
      onFile(source, false);
    },
    cancelCheck() {
      stop();
      chosen = null;
      if (state?.kind === 'file') show({ ...state, check: { kind: 'waiting' } });
    },
    agree() {
      if (state?.kind !== 'url') return;
      const { url, tokens } = state;
      if (policy.agree([new URL(url).origin, ...(tokens === null ? [] : [tokens])])) onAgreed();
      else show({ ...state, status: 'impossible' });
    },
  };
}
