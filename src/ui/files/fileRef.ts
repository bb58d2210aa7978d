import type { ImageFiles } from '../../app/state';
import type { FileRef } from '../../core/model/fileBytes';
import { MEMBER_TYPES, memberAt } from '../../core/model/members';

/** Where the bytes are that a path has after an event: of a hard link, those of the file that it leads to. Null for all that has no bytes of its own. */
export function fileRefAt({ tree: { events }, layers }: ImageFiles, event: number): FileRef | null {
  const target = events.target[event] ?? -1;
  const source = target >= 0 ? target : event;
  const row = events.row[source] ?? -1;
  const layer = layers[events.layer[source] ?? 0];
  if (!layer || row < 0 || MEMBER_TYPES[events.type[source] ?? 0] !== 'file') return null;
  const { name, data, size, type } = memberAt(layer.entries, row);
  return type === 'file' ? { span: layer.span, path: name, data, size } : null;
}
