import { PACE } from '../core/limits';
import { EngineError } from '../core/errors';
import type { Progress } from '../core/model/facts';
import type { EnginePool } from '../worker/pool';
import { mayExport } from './exporter';
import { failureOf, isCancelled } from './failure';
import { paced } from './pace';
import { firstStage, openRef, sourceName } from './openRef';
import { openSample } from './samples';
import type { OpenSource, Session, SessionState } from './state';
import { createWorkspace, type OpenWorkspace } from './workspace';

type Opening = Extract<SessionState, { kind: 'opening' }>;

/** Nothing is open yet. `loadSample` gives the file of a built-in sample. */
export function createSession(engine: EnginePool, loadSample: (name: string) => Promise<File> = openSample): Session {
  const listeners = new Set<() => void>();
  let state: SessionState = { kind: 'empty' };
  let workspace: OpenWorkspace | null = null;
  let asked: OpenSource | null = null;
  /** Work that belongs to what is on screen: aborted, and so silent, as soon as something else is. */
  let current = new AbortController();

  const show = (next: SessionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const leave = (): AbortSignal => {
    current.abort();
    workspace?.close();
    workspace = null;
    current = new AbortController();
    return current.signal;
  };

  const open = async (source: OpenSource): Promise<void> => {
    const signal = leave();
    engine.renew();
    asked = source;
    let name = sourceName(source);
    let size = source.kind === 'file' ? source.file.size : 0;
    let opening: Opening = { kind: 'opening', source, name, stage: firstStage(source), done: 0, total: size };
    show(opening);
    const progress = paced(PACE.stateMilliseconds, () => show(opening));
    signal.addEventListener('abort', () => progress.stop(), { once: true });
    try {
      const onProgress = (step: Progress): void => {
        opening = { ...opening, ...step };
        progress.ask();
      };
      const referred = await openRef(source, { engine, loadSample, signal, onProgress });
      signal.throwIfAborted();
      ({ name, size } = referred);
      asked = referred.carried ?? source;
      const { view } = referred;
      const opened = await engine.call('openArchive', [referred.ref, name], {
        signal,
        onProgress(step) {
          opening = { ...opening, ...step, name };
          progress.ask();
        },
      });
      const image = opened.archive.images[0] ?? null;
      const representations = image
        ? await engine.call('represent', [{ documents: opened.archive.documents }, image, []], { signal })
        : [];
      signal.throwIfAborted();
      progress.stop();
      const onChange = (): void => {
        if (workspace) show({ kind: 'open', source, workspace: workspace.get(), ...(view !== undefined && { view }) });
      };
      workspace = createWorkspace({ engine, opened, image, representations, onChange });
      onChange();
    } catch (error) {
      progress.stop();
      if (signal.aborted || isCancelled(error)) return;
      const container = source.kind === 'folder' ? 'folder' : 'tar';
      show({ kind: 'failed', source, name, container, size, failure: failureOf(error) });
    }
  };

  const opened = (): OpenWorkspace => {
    if (!workspace) throw new EngineError('internal', 'nothing is open');
    return workspace;
  };

  const wholeFile = async (): Promise<File> => {
    if (asked?.kind === 'file') return asked.file;
    if (asked?.kind === 'sample') return loadSample(asked.name);
    throw new EngineError('internal', 'what is open is no file');
  };

  const close = (): void => {
    leave();
    if (state.kind !== 'empty') show({ kind: 'empty' });
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (source) => void open(source),
    showImage: (key) => workspace?.showImage(key),
    cancel() {
      if (workspace) workspace.stop();
      else if (state.kind === 'opening') close();
    },
    resume: () => workspace?.resume(),
    close,
    getSource: () => (state.kind === 'open' ? asked : null),
    hashFile: (file, options) => engine.call('hashFile', [file], options),
    async snapshot(hide, view, signal) {
      if (!mayExport(state)) throw new EngineError('internal', 'it is kept: nothing of it is exported');
      return opened().snapshot(hide, view, signal);
    },
    async carry(view) {
      if (!mayExport(state)) throw new EngineError('internal', 'it is kept: nothing of it is exported');
      const file = await wholeFile();
      return engine.call('carryFile', [{ file, name: file.name, view }]);
    },
    wholeFile,
    redactedTables: async (image, hide, signal) => opened().redactedTables(image, hide, signal),
    report: async () => opened().report(),
    openContent: async (content, signal) => opened().openContent(content, signal),
    integrity: async (signal) => opened().integrity(signal),
    exportOffers: async (signal) => opened().exportOffers(signal),
    save: async (what, file, options) => opened().save(what, file, options),
    manifestTables: async (image, signal) => opened().manifestTables(image, signal),
    configView: async (image, beside, signal) => opened().configView(image, beside, signal),
    orderMembers: async (query, signal) => opened().orderMembers(query, signal),
    files: async (image, signal) => opened().files(image, signal),
    fileListing: async (files, query, format) => opened().fileListing(files, query, format),
    memberBytes: async (index, signal) => opened().memberBytes(index, signal),
    duplicates: async (files, options) => opened().duplicates(files, options),
    waste: async (files, signal) => opened().waste(files, signal),
    inventory: async (files, signal) => opened().inventory(files, signal),
    compareSbom: async (content, installed, signal) => opened().compareSbom(content, installed, signal),
    openFile: async (file, options) => opened().openFile(file, options),
    readFile: async (file, range, options) => opened().readFile(file, range, options),
    membersOfFile: async (file, options) => opened().membersOfFile(file, options),
    fileRows: async (tree, query, signal) => opened().fileRows(tree, query, signal),
  };
}
