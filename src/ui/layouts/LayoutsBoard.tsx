import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { LAYOUT_ORDERS } from '../../app/viewState';
import { layoutMarkdown } from '../../core/compare/layoutMarkdown';
import { layoutSvg } from '../../core/compare/layoutSvg';
import { layoutTrees } from '../../core/compare/layoutTrees';
import { comparisonRows } from '../../core/compare/rows';
import { LIMITS } from '../../core/limits';
import { COLUMN_IDS, type ColumnId } from '../../core/model/representation';
import { useI18n, type I18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { ColumnSwitch } from '../compare/ColumnSwitch';
import { LADDER_CHOICES, useShownColumns } from '../compare/useShownColumns';
import { Segments } from '../common/Segments';
import { useView } from '../context';
import { StoredTable } from '../tables/StoredTable';
import { TakeAway, type Drawing } from '../takeaway/TakeAway';
import { LayoutFoot } from './LayoutFoot';
import { LayoutGrid, type CellLinks } from './LayoutGrid';
import './layouts.css';
import { nodeAt, treeIndex, type LayoutSpot, type TreeIndex } from './treeIndex';
import { useSpot } from './useSpot';
import { nodeLabel, takeawayWords } from './words';

/** The files of an image in three layouts, side by side by part, or as they are stored. */
export function LayoutsBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich } = useI18n();
  const { archive, imageKey, representations } = workspace;
  const image = archive.images.find(({ key }) => key === imageKey);
  const index = useMemo(
    () => (image && representations.length > 0 ? treeIndex(layoutTrees(archive, image, representations)) : null),
    [archive, image, representations],
  );
  if (index) return <Board workspace={workspace} index={index} />;
  return <p className="layout-none">{rich(image ? 'ladder.waiting' : 'ladder.noImage')}</p>;
}

function Board({ workspace, index }: { workspace: Workspace; index: TreeIndex }): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { view, update } = useView();
  const announce = useAnnounce();
  const { archive, imageKey, representations } = workspace;
  const { trees } = index;
  const columns = useShownColumns(
    LADDER_CHOICES,
    COLUMN_IDS.findLast((id) => trees.columns[id].origin === 'found') ?? 'oci',
  );
  const rows = useMemo(() => trees.rows.filter(({ number }) => (number ?? 0) <= LIMITS.ladderLayers), [trees]);
  const links = useMemo(() => cellLinks(representations, columns.shown), [representations, columns.shown]);
  const [hovered, setHovered] = useSpot();
  const [focused, setFocused] = useSpot();
  /** Which file of the chosen part. */
  const [chosen, setChosen] = useState<LayoutSpot | null>(null);
  const pinned =
    view.sel === null ? null : chosen?.part === view.sel ? chosen : { part: view.sel, column: null, node: null };
  const spot = hovered ?? focused ?? pinned;
  // On a phone the line below the board has no height of its own: it would grow under the finger.
  const told = columns.shown.length > 1 ? spot : pinned;
  const node = told && nodeAt(index, told);
  const isStored = view.order === 'tar' && archive.container === 'tar';

  const pin = useCallback(
    (next: LayoutSpot) => {
      const isSame = view.sel === next.part && (chosen === null || chosen.node === next.node);
      setChosen(isSame ? null : next);
      update({ sel: isSame ? null : next.part });
      const file = nodeAt(index, next);
      announce(isSame ? t('ladder.unpinned') : `${file ? nodeLabel(i18n, index, file) : ''}. ${t('layouts.kept')}`);
    },
    [view.sel, chosen, update, announce, i18n, t, index],
  );
  const open = useCallback(
    (next: LayoutSpot) => {
      const document = nodeAt(index, next)?.document ?? null;
      if (document === null) pin(next);
      else update({ board: 'documents', doc: document, at: null, sel: next.part });
    },
    [index, pin, update],
  );
  const letGo = (): void => {
    setChosen(null);
    update({ sel: null });
  };
  return (
    <>
      <div className="layout-tools">
        {archive.container === 'tar' ? (
          <Segments
            label={t('layouts.order')}
            choices={LAYOUT_ORDERS}
            chosen={isStored ? 'tar' : 'role'}
            nameOf={(order) => rich(`layouts.order.${order}`)}
            onChoose={(order) => update({ order })}
          />
        ) : null}
        <TakeAway
          name={`${archive.name}.layouts`}
          // Names and sizes of files: there is nothing in it that is hidden.
          draw={() => Promise.resolve(drawingOf(i18n, index, archive.name))}
        />
      </div>
      {isStored ? (
        <div className="board-body">
          <StoredTable
            archive={archive}
            imageKey={imageKey}
            index={index}
            sel={view.sel}
            onChoose={(file) => pin(spotOf(file))}
          />
        </div>
      ) : (
        <div className="layout-scroll board-body">
          <ColumnSwitch columns={columns} nameOf={(column) => `columnShort.${column}`} />
          <LayoutGrid
            // An image has rows of its own, which are not all made at once.
            key={imageKey}
            index={index}
            rows={rows}
            columns={columns.shown}
            links={links}
            spot={spot}
            pinned={view.sel}
            onHover={setHovered}
            onFocus={setFocused}
            onPin={pin}
            onOpen={open}
          />
          {trees.rows.length > rows.length ? (
            <p className="layout-none">{rich('ladder.more', { count: trees.rows.length - rows.length })}</p>
          ) : null}
        </div>
      )}
      <LayoutFoot
        archive={archive}
        index={index}
        node={node}
        isStored={isStored}
        isPinned={told !== null && view.sel === told.part}
        onOpen={(file) => open(spotOf(file))}
        onShowStored={
          archive.container === 'tar' && !isStored
            ? (file) => {
                setChosen(spotOf(file));
                update({ order: 'tar', sel: file.part });
              }
            : null
        }
        onLetGo={letGo}
      />
    </>
  );
}

function drawingOf(i18n: I18n, index: TreeIndex, name: string): Drawing {
  const words = takeawayWords(i18n, index, name);
  return {
    svg: (measure) => layoutSvg(index.trees, words, measure),
    markdown: () => layoutMarkdown(index.trees, words),
  };
}

function spotOf({ part, column, id }: { part: string; column: ColumnId; id: string }): LayoutSpot {
  return { part, column, node: id };
}

/** Why neighbouring cells are the same part, as the ladder says it. */
function cellLinks(representations: Workspace['representations'], columns: readonly ColumnId[]): CellLinks {
  return new Map(
    comparisonRows(representations).map(({ part, correspondence }) => [
      part,
      new Map(
        columns.flatMap((a, i) => {
          const reason = correspondence.find((each) => each.a === a && each.b === columns[i + 1])?.reason;
          return reason ? [[a, reason] as const] : [];
        }),
      ),
    ]),
  );
}
