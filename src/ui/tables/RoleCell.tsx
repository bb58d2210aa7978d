import type { ReactNode } from 'react';
import type { Member } from '../../core/model/members';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { MemberName } from './MemberName';
import type { MemberRole } from './memberRoles';

/** What a member is for; of a link, also what it points to. */
export function RoleCell({ role, member }: { role: MemberRole; member: Member }): ReactNode {
  const isLink = member.link !== '';
  return (
    <>
      <RoleWords role={role} />
      {isLink ? (
        <span className="role-link small">
          <Icon name="arrow" size={11} /> <MemberName name={member.link} />
        </span>
      ) : null}
    </>
  );
}

function RoleWords({ role }: { role: MemberRole }): ReactNode {
  const { rich } = useI18n();
  switch (role.kind) {
    case 'document':
      return (
        <span>
          {rich(`document.${role.document}`)}
          {role.unreferenced ? <span className="small"> · {rich('members.unreferenced')}</span> : null}
        </span>
      );
    case 'layer':
      return <span>{rich(role.shown ? 'members.layer' : 'members.otherLayer', { number: role.number })}</span>;
    case 'artifact':
      return <span>{rich('members.artifact')}</span>;
    case 'mark':
      return <span>{rich('document.v1-version')}</span>;
    case 'unreferenced':
      return <span className="muted">{rich('members.unreferenced')}</span>;
    case 'none':
      return null;
  }
}
