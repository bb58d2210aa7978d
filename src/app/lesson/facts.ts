import { memberAt, type Member, type MemberColumns } from '../../core/model/members';
import { summarise } from '../../core/verify/verify';
import type { Session, Workspace } from '../state';

type Fact = (workspace: Workspace, session: Session) => number | null | Promise<number | null>;

function files(members: MemberColumns): readonly Member[] {
  const all = Array.from({ length: members.count }, (_, index) => memberAt(members, index));
  return all.filter(({ type }) => type === 'file');
}

/** How many steps there are, and how many of them made a layer. */
async function stepsOf(
  { archive, imageKey }: Workspace,
  session: Session,
): Promise<{ readonly total: number; readonly makers: number } | null> {
  const listed = archive.schema1[0]?.entries;
  if (listed) return { total: listed.length, makers: listed.filter(({ throwaway }) => !throwaway).length };
  return (await session.configView(imageKey, null))?.history ?? null;
}

/** What a question may ask of the open file: worked out of it, so that the same step fits the reader's own. Null: it has none. */
const FACTS = {
  /** Layers of the image on screen. */
  layers: ({ archive, imageKey }) => archive.images.find(({ key }) => key === imageKey)?.layers.length ?? null,
  /** Members of the tar, folders too. */
  members: ({ archive }) => archive.members.count,
  /** Files of the tar that are not under `blobs`. */
  notBlobs: ({ archive: { members } }) => files(members).filter(({ name }) => !name.startsWith('blobs/')).length,
  /** Bytes that the header of the first file in the tar says that it has. */
  firstFileSize: ({ archive: { members } }) => files(members)[0]?.size ?? null,
  /** Steps of the history, or those that schema 1 lists, and those that made no layer. */
  steps: async (workspace, session) => (await stepsOf(workspace, session))?.total ?? null,
  emptySteps: async (workspace, session) => {
    const steps = await stepsOf(workspace, session);
    return steps && steps.total - steps.makers;
  },
  /** Names that the bytes contradict, as the page counts them. */
  mismatches: ({ findings }) => summarise(findings).mismatches,
  /** Media types that are other names in the OCI manifest than in that of schema 2. */
  renamed: async ({ imageKey }, session) =>
    (await session.manifestTables(imageKey)).views.manifest?.table.counts['schema2 oci'].renamed ?? null,
  /** Files that nothing in the archive points at. */
  orphans: ({ archive }) => archive.orphanCount,
} as const satisfies Readonly<Record<string, Fact>>;

type FactName = keyof typeof FACTS;

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
