import type { ReactNode } from 'react';
import { formatHash } from '../../app/viewState';
import type { ManifestKind } from '../../core/model/manifestForms';
import type { ColumnDocument, ManifestView, TableColumn } from '../../core/model/manifestTable';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import { Digest } from '../common/Digest';
import { Icon } from '../common/Icon';
import { useView } from '../context';
import { COLUMN, REDACTED } from './kinds';

/** What a column is, whether it is in the file or derived, and its document's own digest; or why there is none. */
export function FormHead({
  view,
  kind,
  column,
}: {
  view: ManifestView;
  kind: ManifestKind;
  column: TableColumn | null;
}): ReactNode {
  const { rich } = useI18n();
  const document = column?.document ?? null;
  const title = <strong>{rich(`forms.head.${view}.${kind}`)}</strong>;
  return (
    <div className="form-head" role="columnheader" data-column={COLUMN[kind]} data-origin={document?.origin ?? 'none'}>
      <span className="form-title">
        <ColumnShape column={COLUMN[kind]} />
        {document ? <DocumentLink document={document}>{title}</DocumentLink> : title}
        {document ? <Origin origin={document.origin} /> : null}
      </span>
      {document ? (
        <OwnDigest document={document} />
      ) : (
        <span className="form-cannot">{rich(column?.cannot ? `cannot.${column.cannot}` : 'forms.absent')}</span>
      )}
    </div>
  );
}

/** The whole document, to read. */
function DocumentLink({
  document: { id, path },
  children,
}: {
  document: ColumnDocument;
  children: ReactNode;
}): ReactNode {
  const { t } = useI18n();
  const { view, update } = useView();
  const there = { board: 'documents', doc: id, at: null } as const;
  return (
    <a
      href={formatHash({ ...view, ...there })}
      title={t('forms.open', { path })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        update(there);
      }}
    >
      {children}
    </a>
  );
}

/** In a word: the head is narrow. The rest is its title. */
function Origin({ origin }: { origin: ColumnDocument['origin'] }): ReactNode {
  const { t, rich } = useI18n();
  return (
    <span className="origin" data-origin={origin} title={t(`origin.${origin}`)}>
      <Icon name={origin} size={12} />
      {rich(`forms.origin.${origin}`)}
    </span>
  );
}

function OwnDigest({ document }: { document: ColumnDocument }): ReactNode {
  const { digest, registryDigest, size, recipe, redacted } = document;
  const { rich, formatNumber } = useI18n();
  return (
    <>
      <span className="form-digest">
        <Digest value={registryDigest ?? digest} />
        <span className="muted form-size">{rich('forms.size', { size: formatNumber(size) })}</span>
        {recipe?.code === 'schema1-manifest' ? <span className="muted">{rich('forms.unsigned')}</span> : null}
      </span>
      {registryDigest === null ? null : <span className="form-signed muted">{rich('forms.signedDigest')}</span>}
      {redacted === null ? null : <span className="form-signed muted">{rich(REDACTED[redacted])}</span>}
    </>
  );
}
