import { chooseFile, save } from './download';
import type { Session, SessionState } from './state';

/** Whether anything of what is open may leave the page in a file or a link: not where the page that posted it keeps it (`localOnly`). */
export function mayExport(state: SessionState): boolean {
  return state.kind !== 'open' || state.source.kind !== 'file' || state.source.posted?.localOnly !== true;
}

/** The one way out for what is open, as files. */
export interface Exporter {
  readonly save: typeof save;
  /** For what is kept, nothing is asked, as if it were cancelled. */
  readonly choose: typeof chooseFile;
}

export function createExporter(
  { getState }: Pick<Session, 'getState'>,
  ways: Exporter = { save, choose: chooseFile },
): Exporter {
  return {
    save(name, content) {
      if (mayExport(getState())) ways.save(name, content);
    },
    choose: async (name) => (mayExport(getState()) ? ways.choose(name) : 'cancelled'),
  };
}
