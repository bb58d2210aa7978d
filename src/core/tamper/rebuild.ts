import { memberAt, type Member, type MemberColumns } from '../model/members';
import type { Patch, Piece } from '../model/tamper';
import { padded } from '../tar/layout';
import { END_OF_ARCHIVE, paddingFor, tarHeader } from '../tar/write';
import { sizeOfPieces } from './pieces';

/** Another name, link or content of a member. What is left out stays. */
export interface MemberEdit {
  readonly name?: string;
  readonly link?: string;
  readonly body?: readonly Piece[];
}

/** What becomes of the members of an archive. */
export interface Edits {
  /** By index. */
  readonly changed?: ReadonlyMap<number, MemberEdit>;
  readonly removed?: ReadonlySet<number>;
  /** Put after the last member. */
  readonly added?: readonly { readonly name: string; readonly body: Uint8Array<ArrayBuffer> }[];
}

/** Of a tar, its length; of a folder, which becomes a tar, null. */
export type Ground = { readonly members: MemberColumns; readonly tarSize: number | null };

/**
 * The archive as a tar with its members edited. Of a tar, whatever is not edited keeps every byte, headers, padding and end too;
 * a header is written anew where it says something else.
 */
export function rebuild({ members, tarSize }: Ground, { changed, removed, added = [] }: Edits): Patch {
  const dataAt = new Float64Array(members.count).fill(NaN);
  const out = new PieceList();
  if (tarSize !== null) out.add({ offset: 0, length: Math.min(members.firstHeader[0] ?? tarSize, tarSize) });
  let end = members.firstHeader[0] ?? 0;
  for (let index = 0; index < members.count; index++) {
    const member = memberAt(members, index);
    const slot = { from: members.firstHeader[index] ?? 0, to: 0 };
    const own = Math.min(member.data + padded(member.size), tarSize ?? Infinity);
    slot.to = index + 1 < members.count ? (members.firstHeader[index + 1] ?? own) : own;
    end = slot.to;
    if (removed?.has(index)) continue;
    const edit = changed?.get(index);
    if (tarSize !== null && !edit) {
      dataAt[index] = out.size + member.data - slot.from;
      out.add({ offset: slot.from, length: slot.to - slot.from });
      continue;
    }
    const body = edit?.body ?? [{ offset: member.data, length: member.size }];
    const size = sizeOfPieces(body);
    const isSameHeader = edit?.name === undefined && edit?.link === undefined && size === member.size;
    if (tarSize !== null && isSameHeader) out.add({ offset: slot.from, length: member.data - slot.from });
    else out.add(headerOf(member, edit ?? {}, size));
    dataAt[index] = out.size;
    body.forEach((piece) => out.add(piece));
    if (tarSize !== null && isSameHeader) {
      const after = member.data + member.size;
      out.add({ offset: after, length: Math.max(0, slot.to - after) });
    } else out.add(paddingFor(size));
  }
  for (const { name, body } of added) {
    out.add(tarHeader({ name, size: body.length }));
    out.add(body);
    out.add(paddingFor(body.length));
  }
  if (tarSize === null) out.add(END_OF_ARCHIVE);
  else out.add({ offset: end, length: Math.max(0, tarSize - end) });
  const touched = [...(changed ?? [])].flatMap(([index, { body }]) => (body ? [index] : []));
  return { pieces: out.pieces, dataAt, touched };
}

function headerOf(member: Member, edit: MemberEdit, size: number): Uint8Array<ArrayBuffer> {
  const { mode, mtime, uid, gid } = member;
  const type = member.type === 'sparse' || member.type === 'other' ? 'file' : member.type;
  return tarHeader({
    name: edit.name ?? member.name,
    type,
    link: edit.link ?? member.link,
    size,
    mode,
    mtime,
    uid,
    gid,
  });
}

/** Pieces one after the other; runs that follow each other are one. */
class PieceList {
  readonly pieces: Piece[] = [];
  size = 0;

  add(piece: Piece): void {
    const size = sizeOfPieces([piece]);
    if (size === 0) return;
    this.size += size;
    const last = this.pieces.at(-1);
    if (last && 'offset' in last && 'offset' in piece && last.offset + last.length === piece.offset) {
      this.pieces.splice(-1, 1, { offset: last.offset, length: last.length + piece.length });
    } else this.pieces.push(piece);
  }
}
