import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Document } from '../../core/model/archive';
import type { Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { ExportControls } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { useCommands } from '../common/useCommands';
import { useServices } from '../context';
import { MemberName } from '../tables/MemberName';
import { useCopy } from '../tables/useCopy';
import { worst } from '../tables/worst';
import { DocumentHead } from './DocumentHead';
import { Inspector } from './Inspector';
import { TextView } from './TextView';
import { ReadingProvider } from './context';
import type { Reading } from './context';
import { useDocumentText } from './layout';
import type { Mark } from './marks';
import { downloadName } from './downloadName';
import { positionAt } from './textRows';
import { offsetOfPointer } from './pointer';
import type { Target } from './targets';

/** One document: what it is, its exact text or the same text indented, and what its names mean. */
export function DocumentView({
  document,
  card,
  findings,
  targets,
  documentOf,
  imageKey,
  at,
  href,
  follow,
  select,
}: {
  document: Document;
  /** What is known of it beyond its text; null where that is nothing. */
  card: ReactNode;
  findings: readonly Finding[];
  targets: ReadonlyMap<string, Target>;
  documentOf: (id: string) => Document | null;
  imageKey: string | null;
  /** The place in it that is meant (RFC 6901). */
  at: string | null;
  href: (target: Target) => string;
  follow: (target: Target) => void;
  select: (target: Target | undefined) => void;
}): ReactNode {
  const { t, rich } = useI18n();
  const { exporter } = useServices();
  const [wantsPretty, setWantsPretty] = useState(true);
  const [mark, setMark] = useState<Mark | null>(null);
  const { text, isUtf8, isJson, layout } = useDocumentText(document);
  const names = useMemo(() => ({ known: (name: string) => targets.has(name) }), [targets]);

  const own = useMemo(() => findings.filter((each) => each.claim.document === document.id), [findings, document.id]);
  const about = useMemo(
    () => worst(findings.filter((each) => each.claim.kind !== 'size' && isAbout(each, document))),
    [findings, document],
  );
  const finding = useCallback((name: string) => worst(own.filter((each) => each.claim.claimed === name)), [own]);
  const target = useCallback((name: string) => targets.get(name), [targets]);
  const reading = useMemo(
    (): Reading => ({
      target,
      finding,
      href,
      follow,
      explain: setMark,
      select: ({ text: name }) => select(targets.get(name)),
    }),
    [target, finding, href, follow, select, targets],
  );

  const copy = useCopy();
  useCommands({
    copy() {
      const focused = window.document.activeElement;
      const mark = focused instanceof HTMLElement ? focused.dataset['mark'] : undefined;
      return () => copy(mark ?? document.digest);
    },
  });

  const meant = useMemo(
    () => (at === null || !layout?.tokens ? null : offsetOfPointer(text, layout.tokens, at)),
    [at, layout, text],
  );
  const pretty = wantsPretty ? (layout?.pretty ?? null) : null;
  const rows = pretty ?? layout?.stored ?? null;
  const problem = layout?.problem ?? null;
  const exact = document.origin === 'derived' ? 'documents.asDerived' : 'documents.stored';
  return (
    <ReadingProvider value={reading}>
      <article className="document-view" data-origin={document.origin}>
        <header>
          <h2>
            {rich(`document.${document.kind}`)} <MemberName name={document.path} />
          </h2>
          <div className="document-tools">
            {isJson ? (
              <fieldset className="document-toggle" aria-label={t('documents.view')}>
                <button
                  type="button"
                  className="button"
                  aria-pressed={pretty === null}
                  onClick={() => setWantsPretty(false)}
                >
                  {rich(exact)}
                </button>
                <button
                  type="button"
                  className="button"
                  aria-pressed={pretty !== null}
                  disabled={layout !== null && layout.pretty === null}
                  onClick={() => setWantsPretty(true)}
                >
                  {rich('documents.pretty')}
                </button>
              </fieldset>
            ) : null}
            <ExportControls>
              <button type="button" className="button" title={t('documents.copyWhat')} onClick={() => copy(text)}>
                <Icon name="copy" /> {rich('documents.copy')}
              </button>
              <button
                type="button"
                className="button"
                title={t('documents.downloadWhat')}
                onClick={() => exporter.save(downloadName(document), document.bytes)}
              >
                <Icon name="download" /> {rich('documents.download')}
              </button>
            </ExportControls>
          </div>
        </header>
        <DocumentHead document={document} finding={about} documentOf={documentOf} />
        {card}
        {problem ? (
          <p className="document-problem" role="note">
            <Icon name="warning" /> <span>{rich(`problem.${problem.code}`, positionAt(text, problem.offset))}</span>
          </p>
        ) : null}
        {isUtf8 ? null : (
          <p className="document-problem" role="note">
            <Icon name="warning" /> <span>{rich('documents.notUtf8')}</span>
          </p>
        )}
        {layout && rows ? (
          <TextView
            text={text}
            tokens={layout.tokens}
            rows={rows}
            pretty={pretty !== null}
            names={names}
            at={meant}
            label={t('documents.text', { path: document.path.slice(0, 200) })}
          />
        ) : (
          <p className="muted">{rich('documents.reading')}</p>
        )}
        {isJson ? <Inspector mark={mark} shown={document} documentOf={documentOf} imageKey={imageKey} /> : null}
      </article>
    </ReadingProvider>
  );
}

/** Whether a finding is about the very bytes of a document. */
function isAbout({ claim }: Finding, document: Document): boolean {
  if (!document.span) return false;
  return (
    claim.span !== null && claim.span.offset === document.span.offset && claim.span.length === document.span.length
  );
}
