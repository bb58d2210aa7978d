import type { ReactNode } from 'react';
import type { Occurrence } from '../../core/model/integrity';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { Digest } from '../common/Digest';
import { ShellLine } from './ShellLine';

/** Each of the members with one name: where it is, what it is, and which tools take it. */
export function Occurrences({ occurrences }: { occurrences: readonly Occurrence[] }): ReactNode {
  const { rich } = useI18n();
  return (
    <ol className="occurrences">
      {occurrences.map((each, i) => (
        <li key={each.number} value={each.number}>
          <What occurrence={each} />
          {i === 0 ? <p>{rich('integrity.takenFirst')}</p> : null}
          {i === occurrences.length - 1 ? <p>{rich('integrity.takenLast')}</p> : null}
          {each.taken ? <p>{rich('integrity.taken')}</p> : null}
          {each.shell === null ? null : <ShellLine shell={each.shell} />}
        </li>
      ))}
    </ol>
  );
}

function What({ occurrence: { type, offset, size, link, digest } }: { occurrence: Occurrence }): ReactNode {
  const { rich, formatNumber } = useI18n();
  return (
    <p>
      {rich('integrity.occurrence', {
        type: rich(`memberType.${type}`),
        offset: <Ltr>{formatNumber(offset)}</Ltr>,
        size: <Ltr>{formatNumber(size)}</Ltr>,
      })}{' '}
      {link === null ? null : <Code>{visible(link.slice(0, LINK_SHOWN))}</Code>}
      {digest === null ? null : <Digest value={digest} full />}
    </p>
  );
}

const LINK_SHOWN = 4096;
