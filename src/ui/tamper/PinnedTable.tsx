import type { ReactNode } from 'react';
import type { Tampered } from '../../app/bench';
import { useI18n } from '../../i18n/i18n';
import { Digest } from '../common/Digest';
import { VerdictMark } from '../common/VerdictMark';
import { DiffScroll } from '../diff/DiffScroll';

/** The digests by which the image was known before, and those that it has now: what no attacker can rewrite for whoever wrote them down. */
export function PinnedTable({ bench: { pinned } }: { bench: Tampered }): ReactNode {
  const { t, rich } = useI18n();
  if (pinned.length === 0) return <p>{rich('tamper.nothingPinned')}</p>;
  return (
    <div className="tamper-pinned">
      <h3>{rich('tamper.pinned')}</h3>
      <p>{rich('tamper.pinnedMeans')}</p>
      <DiffScroll label={t('tamper.pinned')}>
        <table className="diff-table">
          <thead>
            <tr>
              <th scope="col">{rich('tamper.pinnedRole')}</th>
              <th scope="col">{rich('tamper.pinnedBefore')}</th>
              <th scope="col">{rich('tamper.pinnedAfter')}</th>
            </tr>
          </thead>
          <tbody>
            {pinned.map(({ role, before, after }) => (
              <tr key={before} data-pinned={after === before ? 'same' : 'other'}>
                <th scope="row">{rich(`tamper.pinned.${role}`)}</th>
                <td>
                  <Digest value={before} />
                </td>
                <td>
                  {after === null ? (
                    <VerdictMark verdict="missing">{rich('tamper.pinnedGone')}</VerdictMark>
                  ) : (
                    <>
                      <Digest value={after} />{' '}
                      {after === before ? (
                        <VerdictMark verdict="matches">{rich('tamper.pinnedSame')}</VerdictMark>
                      ) : (
                        <VerdictMark verdict="mismatch" />
                      )}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </DiffScroll>
    </div>
  );
}
