import { memberAt, type Member } from '../../core/model/members';
import type { Image } from '../../core/model/archive';
import type { ColumnId } from '../../core/model/representation';
import type { Workspace } from '../state';
import type { Material, Option, Task } from './model';

/** A task that has nothing to choose from but what its text has. */
export const PLAIN: Pick<Task, 'options' | 'start' | 'asked'> = { options: {}, start: {}, asked: null };

export function imageOf({ workspace }: Material): Image | null {
  return workspace.archive.images.find(({ key }) => key === workspace.imageKey) ?? null;
}

/** The files of the tar, in stored order. */
export function filesOf({ workspace: { archive } }: Material): readonly Member[] {
  return Array.from({ length: archive.members.count }, (_, index) => memberAt(archive.members, index)).filter(
    ({ type }) => type === 'file',
  );
}

/** A name with its long hexadecimal parts cut, to be told apart at a glance. */
export function shortName(name: string): string {
  return name.replace(/[\da-f]{24,}/g, (digits) => `${digits.slice(0, 12)}…`);
}

export function option(id: string, code = shortName(id)): Option {
  return { id, code };
}

/** The columns in which a layer is named by what its bytes are. Docker v1 names none. */
export function columnsThatName({ workspace }: Material, layer: number): ReadonlySet<ColumnId> {
  return new Set(
    workspace.representations
      .filter(({ column, facets }) =>
        facets.some(
          ({ part, digest, diffId }) =>
            column !== 'v1' && part === `layer:${layer}` && (digest !== null || diffId !== null),
        ),
      )
      .map(({ column }) => column),
  );
}

/** Everything is measured, and the forms follow it. */
export function isRead({ measuring, findings, representations }: Workspace): boolean {
  return (
    measuring.status === 'done' &&
    representations.length > 0 &&
    representations.every(({ cannot }) => cannot !== 'not-measured') &&
    findings.every(({ verdict }) => verdict !== 'pending')
  );
}
