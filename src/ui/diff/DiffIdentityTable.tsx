import type { ReactNode } from 'react';
import type { DiffIdentity, ImageDiff } from '../../core/model/imageDiff';
import type { MessageId } from '../../i18n/en';
import { useI18n } from '../../i18n/i18n';
import { Code, Name } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { Digest } from '../common/Digest';
import { platformText } from '../shell/platform';
import { DiffScroll } from './DiffScroll';

interface Fact {
  readonly label: MessageId;
  readonly text: (identity: DiffIdentity) => string;
  readonly show: (identity: DiffIdentity) => ReactNode;
}

const FACTS: readonly Fact[] = [
  {
    label: 'diff.names',
    text: ({ names }) => [...names].sort().join('\n'),
    show: ({ names }) => names.slice(0, 5).map((name) => <Name key={name}>{name}</Name>),
  },
  { label: 'diff.imageId', text: ({ imageId }) => imageId ?? '', show: ({ imageId }) => digestOf(imageId) },
  {
    label: 'diff.manifestDigest',
    text: ({ manifestDigest }) => manifestDigest ?? '',
    show: ({ manifestDigest }) => digestOf(manifestDigest),
  },
  {
    label: 'diff.platform',
    text: ({ platform }) => platformText(platform),
    show: ({ platform }) => <Code>{platformText(platform)}</Code>,
  },
  {
    label: 'diff.layout',
    text: ({ layouts }) => layouts.join(),
    show: ({ layouts }) => <Layouts layouts={layouts} />,
  },
];

/** What both images are called and are, side by side. */
export function DiffIdentityTable({ diff, names }: { diff: ImageDiff; names: { a: string; b: string } }): ReactNode {
  const { t, rich, formatNumber } = useI18n();
  const { a, b } = diff.identity;
  const larger = Math.max(diff.bytes.a, diff.bytes.b);
  const cell = ({ text, show }: Fact, identity: DiffIdentity): ReactNode =>
    text(identity) === '' ? <span className="muted">{rich('diff.none')}</span> : show(identity);
  return (
    <section className="diff-section">
      <h2>{rich('diff.identity')}</h2>
      <DiffScroll label={t('diff.identity')}>
        <table className="diff-table">
          <thead>
            <tr>
              <th scope="col">{rich('diff.fact')}</th>
              <th scope="col">{rich('diff.aIs', { name: names.a })}</th>
              <th scope="col">{rich('diff.bIs', { name: names.b })}</th>
              <th scope="col">{rich('diff.state')}</th>
            </tr>
          </thead>
          <tbody>
            {FACTS.map((fact) => {
              const isSame = fact.text(a) === fact.text(b);
              return (
                <tr key={fact.label} data-state={isSame ? 'same' : 'changed'}>
                  <th scope="row">{rich(fact.label)}</th>
                  <td>{cell(fact, a)}</td>
                  <td>{cell(fact, b)}</td>
                  <td>{rich(isSame ? 'diff.same' : 'diff.different')}</td>
                </tr>
              );
            })}
            <tr>
              <th scope="row">{rich('diff.shared')}</th>
              <td colSpan={2}>
                <Bytes value={diff.sharedBytes} />
              </td>
              <td>
                {larger > 0
                  ? rich('diff.sharedOf', { percent: formatNumber(Math.round((100 * diff.sharedBytes) / larger)) })
                  : null}
              </td>
            </tr>
          </tbody>
        </table>
      </DiffScroll>
    </section>
  );
}

function digestOf(digest: string | null): ReactNode {
  return digest === null ? null : <Digest value={digest} />;
}

function Layouts({ layouts }: Pick<DiffIdentity, 'layouts'>): ReactNode {
  const { rich, list } = useI18n();
  return list(layouts.map((layout) => <span key={layout}>{rich(`format.${layout}`)}</span>));
}
