import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { formatHash } from '../../app/viewState';
import type { ViewState } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';
import { useManifestTables } from '../manifests/useManifestTables';
import { ACTIVE_ROW, DOCUMENT_TEXT, focusSoon } from '../tables/focusSoon';
import { DocumentList } from './DocumentList';
import { DocumentView } from './DocumentView';
import { documentGroups } from './documentGroups';
import { schema1Of } from './schema1Of';
import { SignatureCard } from './SignatureCard';
import { TocCard } from './TocCard';
import { tocOf } from './tocOf';
import { nameTargets } from './targets';
import { useContent } from './useContent';
import { useDocumentPlaces } from './useDocumentPlaces';
import type { Target } from './targets';
import './documents.css';

/** Every document of every form of the image, and the chosen one to read. */
export function DocumentsBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich } = useI18n();
  const { view, update } = useView();
  const { archive, imageKey, representations, artifactFindings } = workspace;
  const findings = useMemo(() => [...workspace.findings, ...artifactFindings], [workspace.findings, artifactFindings]);
  const groups = useMemo(
    () => documentGroups(archive, imageKey, representations),
    [archive, imageKey, representations],
  );
  const targets = useMemo(() => nameTargets(archive, imageKey, representations), [archive, imageKey, representations]);
  const own = useMemo(() => {
    const all = [...archive.documents, ...representations.flatMap((each) => each.derived)];
    return new Map(all.map((document) => [document.id, document]));
  }, [archive, representations]);
  const content = useContent(archive, view.doc === null || own.has(view.doc) ? null : view.doc);
  const isOfForms = view.doc !== null && !own.has(view.doc) && view.doc.startsWith('derived/');
  const forms = useManifestTables(workspace, isOfForms);
  const byId = useMemo(() => {
    const read = content.kind === 'read' ? content.documents : (forms.tables?.derived ?? []);
    return read.length === 0 ? own : new Map([...own, ...read.map((document) => [document.id, document] as const)]);
  }, [own, content, forms]);
  const isReading = content.kind === 'reading' || (isOfForms && forms.tables === null && forms.failure === null);
  const cannot = useMemo(
    () => new Map(representations.flatMap(({ column, cannot: why }) => (why ? [[column, why]] : []))),
    [representations],
  );
  const documentOf = useCallback((id: string) => byId.get(id) ?? null, [byId]);

  const href = useCallback((target: Target) => formatHash({ ...view, ...viewOf(target) }), [view]);
  const parts = useMemo(() => {
    const facets = representations.flatMap((each) => each.facets);
    // A schema 2 manifest is its own format mark, too: the first part is what it is for.
    return new Map(facets.toReversed().flatMap(({ document, part }) => (document === null ? [] : [[document, part]])));
  }, [representations]);
  const choose = useCallback(
    (id: string) => {
      const sel = parts.get(id);
      update({ board: 'documents', doc: id, at: null, ...(sel === undefined ? {} : { sel }) });
    },
    [parts, update],
  );
  const follow = useCallback(
    (target: Target) => {
      if (target.kind === 'document') choose(target.id);
      else update(viewOf(target));
      focusSoon(target.kind === 'document' ? DOCUMENT_TEXT : ACTIVE_ROW);
    },
    [choose, update],
  );

  const select = useCallback(
    (target: Target | undefined) => {
      const isShown = target?.kind === 'layer' && target.imageKey === imageKey;
      const sel = isShown ? target.part : target?.kind === 'document' ? parts.get(target.id) : undefined;
      if (sel !== undefined) update({ sel });
    },
    [imageKey, parts, update],
  );

  const listed = useMemo(() => [...new Set(groups.flatMap((group) => group.documents))], [groups]);
  const first = listed.find((document) => document.origin === 'found') ?? listed[0];
  const chosen = view.doc === null ? first : byId.get(view.doc);
  useDocumentPlaces(listed, representations, chosen);
  if (listed.length === 0) return <p className="table-empty">{rich('documents.none')}</p>;
  return (
    <div className="documents-board">
      <DocumentList groups={groups} cannot={cannot} chosen={chosen?.id ?? null} onChoose={choose} />
      {chosen ? (
        <DocumentView
          key={chosen.id}
          document={chosen}
          card={<Card workspace={workspace} id={chosen.id} />}
          findings={findings}
          targets={targets}
          documentOf={documentOf}
          imageKey={imageKey}
          at={view.at}
          href={href}
          follow={follow}
          select={select}
        />
      ) : isReading ? (
        <p className="muted">{rich('documents.reading')}</p>
      ) : (
        <p className="table-empty">{rich('documents.gone', { id: (view.doc ?? '').slice(0, 200) })}</p>
      )}
    </div>
  );
}

function Card({ workspace, id }: { workspace: Workspace; id: string }): ReactNode {
  const schema1 = schema1Of(workspace.archive, id, workspace.representations);
  const toc = tocOf(workspace, id);
  if (toc) return <TocCard facts={toc} />;
  return schema1 ? <SignatureCard facts={schema1} /> : null;
}

/** What is on screen when a target is followed. */
function viewOf(target: Target): Partial<ViewState> {
  switch (target.kind) {
    case 'document':
      return { board: 'documents', doc: target.id, at: null };
    case 'layer':
      return { board: 'layers', img: target.imageKey, sel: target.part };
    case 'bytes':
      return { board: 'members' };
  }
}
