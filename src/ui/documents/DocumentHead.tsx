import type { ReactNode } from 'react';
import type { Document } from '../../core/model/archive';
import type { Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr, Path } from '../../i18n/isolates';
import { Digest } from '../common/Digest';
import { Fact } from '../common/Fact';
import { OriginMark } from '../common/OriginMark';
import { VerdictMark } from '../common/VerdictMark';
import { DocumentLink } from './DocumentLink';

/** What a document is: its digest and what came of it, size, media type, where it is or how it was worked out. */
export function DocumentHead({
  document,
  finding,
  documentOf,
}: {
  document: Document;
  /** Of the claim that another document makes of this one's digest. */
  finding: Finding | null;
  documentOf: (id: string) => Document | null;
}): ReactNode {
  const { rich, formatBytes, formatExactBytes, formatNumber, container } = useI18n();
  const size = document.bytes.length;
  return (
    <dl className="document-facts">
      <Fact name={rich('documents.digest')}>
        <Digest value={document.digest} full />
        {finding ? (
          <span className="document-verdict">
            <VerdictMark verdict={finding.verdict} reason={finding.reason} />
            {finding.verdict === 'mismatch' ? <Code>{finding.claim.claimed}</Code> : null}
          </span>
        ) : document.origin === 'found' ? (
          <span className="small muted">
            {rich(container === 'document' ? 'documents.asGiven' : 'documents.named')}
          </span>
        ) : null}
      </Fact>
      <Fact name={rich('documents.size')}>
        <Ltr>
          {formatExactBytes(size)}
          {size >= 1000 ? ` · ${formatBytes(size)}` : ''}
        </Ltr>
      </Fact>
      <Fact name={rich('documents.mediaType')}>
        {document.mediaType === null ? (
          <span className="muted">{rich('documents.noType')}</span>
        ) : (
          <Code className="media-type">{document.mediaType}</Code>
        )}
      </Fact>
      <Fact name={rich('documents.origin')}>
        <OriginMark origin={document.origin} words />
        {document.span && container === 'tar' ? (
          <span className="small muted">
            {rich('documents.at', { offset: <Ltr>{formatNumber(document.span.offset)}</Ltr> })}
          </span>
        ) : null}
        {document.within === undefined ? null : (
          <span className="small muted">
            {rich('documents.within', {
              document: (
                <DocumentLink id={document.within}>
                  <Path>{document.within}</Path>
                </DocumentLink>
              ),
            })}
          </span>
        )}
      </Fact>
      {document.recipe ? (
        <Fact name={rich('documents.recipe')}>
          <span>
            {rich(`recipe.${document.recipe.code}`)} <Sources ids={document.recipe.from} documentOf={documentOf} />
          </span>
        </Fact>
      ) : null}
    </dl>
  );
}

function Sources({ ids, documentOf }: { ids: readonly string[]; documentOf(id: string): Document | null }): ReactNode {
  const { rich } = useI18n();
  const sources = ids.slice(0, SOURCES_SHOWN).flatMap((id) => documentOf(id) ?? []);
  if (sources.length === 0) return null;
  return (
    <span className="document-sources">
      {rich('documents.builtFrom')}{' '}
      {sources.map(({ id, path }) => (
        <DocumentLink key={id} id={id}>
          <Path>{path}</Path>
        </DocumentLink>
      ))}
      {ids.length > SOURCES_SHOWN ? '…' : null}
    </span>
  );
}

const SOURCES_SHOWN = 4;
