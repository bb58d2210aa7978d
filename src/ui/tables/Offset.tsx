import type { ReactNode } from 'react';
import type { Member } from '../../core/model/members';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';

/** Where a member's bytes are in the tar; as title, where its header is, too. */
export function Offset({ member }: { member: Member }): ReactNode {
  const { t, formatNumber } = useI18n();
  return (
    <span title={t('members.offsetTitle', { data: hex(member.data), header: hex(member.header) })}>
      <Ltr>{formatNumber(member.data)}</Ltr>
    </span>
  );
}

function hex(offset: number): string {
  return `0x${offset.toString(16).toUpperCase()}`;
}
