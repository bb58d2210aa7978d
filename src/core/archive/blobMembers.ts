import { MEMBER_TYPES, type MemberColumns } from '../model/members';
import type { Span } from '../model/source';
import { textReader } from '../tar/text';

/** Regular members that are named by a digest, `blobs/<algorithm>/…` (OCI image-spec image-layout.md). */
export function* blobMembers(members: MemberColumns): Generator<{ path: string; span: Span; algorithm: string }> {
  const nameAt = textReader(members.names);
  for (let i = 0; i < members.count; i++) {
    if (MEMBER_TYPES[members.type[i] ?? -1] !== 'file') continue;
    const path = nameAt(i);
    const algorithm = /(?:^|\/)blobs\/([^/]+)\/[^/]+$/.exec(path)?.[1];
    const span = { offset: members.data[i] ?? 0, length: members.size[i] ?? 0 };
    if (algorithm !== undefined) yield { path, span, algorithm };
  }
}
