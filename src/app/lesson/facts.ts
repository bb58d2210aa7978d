import { MEMBER_TYPES } from '../../core/model/members';
import type { Session, Workspace } from '../state';

type Fact = (workspace: Workspace, session: Session) => number | null | Promise<number | null>;

const FILE = MEMBER_TYPES.indexOf('file');

/** What a question may ask of the open file: worked out of it, so that the same step fits the reader's own. Null: it has none. */
const FACTS = {
  /** Layers of the image on screen. */
  layers: ({ archive, imageKey }) => archive.images.find(({ key }) => key === imageKey)?.layers.length ?? null,
  images: ({ archive }) => archive.images.length,
  /** Members of the tar, folders too. */
  members: ({ archive }) => archive.members.count,
  /** Bytes that the header of the first file in the tar says that it has. */
  firstFileSize: ({ archive: { members } }) => members.size[members.type.indexOf(FILE)] ?? null,
  /** Steps of the history, and those that made no layer. */
  steps: async ({ imageKey }, session) => (await session.configView(imageKey, null))?.history.total ?? null,
  emptySteps: async ({ imageKey }, session) => {
    const { total, makers } = (await session.configView(imageKey, null))?.history ?? {};
    return total === undefined || makers === undefined ? null : total - makers;
  },
  /** Claims of the file's documents for the image on screen, and those that its bytes contradict. */
  names: ({ findings }) => findings.length,
  mismatches: ({ findings }) => findings.filter(({ verdict }) => verdict === 'mismatch').length,
  /** Media types that are other names in the OCI manifest than in that of schema 2. */
  renamed: async ({ imageKey }, session) =>
    (await session.manifestTables(imageKey)).views.manifest?.table.counts['schema2 oci'].renamed ?? null,
} as const satisfies Readonly<Record<string, Fact>>;

type FactName = keyof typeof FACTS;

export const FACT_NAMES: readonly string[] = Object.keys(FACTS);

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** The value of a fact for what is open; null where it has none. */
export async function factValue(name: string, session: Session): Promise<number | null> {
  const state = session.getState();
  if (state.kind !== 'open' || !isFactName(name)) return null;
  const fact: Fact = FACTS[name];
  return fact(state.workspace, session);
}
