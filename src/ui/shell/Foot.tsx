import { useEffect, useMemo, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import type { Board } from '../../app/viewState';
import { comparisonRow, type Row } from '../../core/compare/rows';
import type { ImageLayer } from '../../core/model/archive';
import type { Measurement } from '../../core/model/facts';
import type { Facet } from '../../core/model/representation';
import { tocId } from '../../core/model/toc';
import { spanKey, type Span } from '../../core/model/source';
import { shellCommand } from '../../core/verify/shell';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { ColumnShape } from '../common/ColumnShape';
import { CopyButton } from '../common/CopyButton';
import { ExportControls } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { Digest } from '../common/Digest';
import { useCommands } from '../common/useCommands';
import { V1IdWords } from '../common/V1IdMark';
import { facetAt, facetOf, type Spot } from '../compare/spot';
import { useLight } from '../common/useLit';
import { useView } from '../context';
import { useCopy } from '../tables/useCopy';
import { FootCommand } from './FootCommand';
import { NamedIn } from './NamedIn';
import { PlaceButtons } from './PlaceButtons';
import { LayerNotes, OpenToc } from './LayerNotes';
import { useSaves } from '../save/context';
import { Reasons } from './Reasons';
import './Foot.css';

/** The boards that offer to go through the places which name a digest, and have this foot. */
const WALKED: ReadonlySet<Board> = new Set<Board>(['ladder', 'manifests', 'documents']);

/** The part that is pointed at or pinned: its whole digest, why it is the same part in every format, and the shell line that shows the same. */
export function Foot({ workspace, spot }: { workspace: Workspace; spot: Spot | null }): ReactNode {
  const { t, rich } = useI18n();
  const { view, update } = useView();
  const { representations } = workspace;
  const at = spot ?? (view.sel === null ? null : { part: view.sel, column: null });
  const part = at?.part ?? null;
  const row = useMemo(() => (part === null ? null : comparisonRow(representations, part)), [representations, part]);
  const read = view.board === 'documents' && row ? facetOf(row, view.doc) : null;
  /** The document on screen is this part: it says its own recipe. */
  const isRead = read !== null;
  const cell = read ?? (row && at ? facetAt(row, at.column) : null);
  const digests = useMemo(
    () => (row ? digestsOf(at?.column && cell ? [cell.facet] : Object.values(row.cells)) : []),
    [row, cell, at?.column],
  );
  const light = useLight();
  useEffect(() => {
    light('part', digests);
    return () => light('part', []);
  }, [light, digests]);
  const layer = row && layerOf(workspace, row);
  /** So does its table of contents. */
  const isOwnToc = view.board === 'documents' && view.doc === tocId(layer?.path ?? '');
  const noted = layer && !isOwnToc ? { layer, measurement: measurementOf(workspace, layer) } : null;
  const name = cell && (cell.facet.digest ?? cell.facet.v1Id);
  const command = row && cell && commandOf(workspace, row, cell.facet);
  const copy = useCopy();
  useCommands(
    {
      copy: () => (name === null ? null : () => copy(name)),
      shell: () => (command === null ? null : () => copy(command, 'app.copiedCommand')),
    },
    'part',
  );
  return (
    <footer className={view.board === 'ladder' ? 'foot foot-steady' : 'foot'} aria-label={t('foot.label')}>
      {row && cell ? (
        <>
          <p className="foot-line">
            <strong>{rich(row.number === null ? `role.${row.role}` : 'ladder.layer', { n: row.number ?? '' })}</strong>
            <span className="foot-column">
              <ColumnShape column={cell.column} />
              {rich(`column.${cell.column}`)}
            </span>
            {isRead ? null : (
              <>
                <Names facet={cell.facet} />
                <SaveLayer number={row.number} span={layerOf(workspace, row)?.span ?? null} />
                <OpenDocument row={row} facet={cell.facet} />
                {noted ? <OpenToc {...noted} /> : null}
              </>
            )}
            {name !== null && WALKED.has(view.board) ? <PlaceButtons /> : null}
            {view.sel === row.part ? (
              <button
                type="button"
                className="button bare foot-unpin"
                aria-label={t('foot.unpin')}
                title={t('foot.unpin')}
                onClick={() => update({ sel: null })}
              >
                <Icon name="close" />
              </button>
            ) : null}
          </p>
          <p className="foot-line foot-second">
            {noted ? <LayerNotes {...noted} /> : null}
            <Reasons row={row} />
            <NamedIn documents={workspace.archive.documents} name={name} />
            {cell.facet.recipe === null || isRead ? null : <span>{rich(`recipe.${cell.facet.recipe}`)}</span>}
            {cell.facet.v1IdKind === null ? null : (
              <span>
                <V1IdWords of={cell.facet} />
              </span>
            )}
          </p>
          {command === null ? null : <FootCommand command={command} />}
        </>
      ) : (
        <>
          <p className="foot-line muted">
            <span>{rich('foot.choose')}</span>
          </p>
          <p className="foot-line foot-second foot-hint muted">
            <span>{rich('ladder.hint')}</span>
          </p>
        </>
      )}
    </footer>
  );
}

function Names({ facet }: { facet: Facet }): ReactNode {
  const { t, rich } = useI18n();
  if (facet.digest !== null) return <Digest value={facet.digest} full />;
  if (facet.v1Id !== null) {
    return (
      <span className="digest" dir="ltr">
        <Code>{facet.v1Id}</Code>
        <CopyButton text={facet.v1Id} label={t('app.copyDigest', { digest: facet.v1Id.slice(0, 12) })} />
      </span>
    );
  }
  return <span className="foot-none muted">{rich('foot.noDigest')}</span>;
}

/** The digests that name a part, of its stored and of its unpacked bytes. */
function digestsOf(facets: readonly (Facet | null)[]): string[] {
  return facets.flatMap((facet) => [facet?.digest ?? [], facet?.diffId ?? []].flat());
}

function measurementOf({ measuring }: Workspace, of: Pick<ImageLayer, 'span'> | undefined): Measurement | undefined {
  const state = of?.span ? measuring.spans.get(spanKey(of.span)) : undefined;
  return state?.kind === 'measured' ? state.measurement : undefined;
}

function layerOf({ archive, imageKey }: Workspace, row: Row): ImageLayer | undefined {
  return archive.images.find((each) => each.key === imageKey)?.layers[(row.number ?? 0) - 1];
}

/** How to see the same in a shell; nothing for what is not in the tar. */
function commandOf(workspace: Workspace, row: Row, facet: Facet): string | null {
  if (!facet.span) return null;
  const layer = layerOf(workspace, row);
  const compression = measurementOf(workspace, facet)?.compression ?? layer?.compression ?? 'none';
  const showsDiffId = row.number !== null && facet.digest === null && facet.diffId !== null;
  return shellCommand(workspace.archive, facet.span, showsDiffId ? compression : 'none');
}

/** The way to the layer as a file of its own; nothing where it has no bytes. */
function SaveLayer({ number, span }: { number: number | null; span: Span | null }): ReactNode {
  const { rich } = useI18n();
  const { toggle } = useSaves();
  if (number === null || !span) return null;
  return (
    <ExportControls>
      <button type="button" className="button" onClick={() => toggle({ choice: 'stored', layer: number })}>
        {rich('save.saveLayer')}
      </button>
    </ExportControls>
  );
}

function OpenDocument({ row, facet }: { row: Row; facet: Facet }): ReactNode {
  const { rich } = useI18n();
  const { update } = useView();
  const document = facet.document ?? facet.statedBy;
  if (document === null) return null;
  return (
    <button
      type="button"
      className="button"
      onClick={() => update({ board: 'documents', doc: document, at: null, sel: row.part })}
    >
      {rich(facet.document === null ? 'foot.openStating' : 'foot.open')}
    </button>
  );
}
