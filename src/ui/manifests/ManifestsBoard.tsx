import { useCallback, useId, useMemo, useState, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { comparisonRow } from '../../core/compare/rows';
import { MANIFEST_KINDS, type ManifestKind } from '../../core/model/manifestForms';
import { MANIFEST_VIEWS, type ManifestView, type TableRow, type TableView } from '../../core/model/manifestTable';
import type { Part, Representation } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { ColumnSwitch } from '../compare/ColumnSwitch';
import { pinnedText } from '../compare/pinnedText';
import { useShownColumns } from '../compare/useShownColumns';
import { Segments } from '../common/Segments';
import { useCommands } from '../common/useCommands';
import { usePrinting } from '../common/usePrinting';
import { useView } from '../context';
import { ACTIVE_ROW, DOCUMENT_TEXT, focusSoon } from '../tables/focusSoon';
import { Counts } from './Counts';
import { DropNotes } from './DropNotes';
import { canFold, foldRows } from './fold';
import { FormTable } from './FormTable';
import { FormsTakeAway } from './FormsTakeAway';
import { choicesOf, COLUMN, comparedPairs, firstForm, kindOf } from './kinds';
import './ManifestsBoard.css';
import { MediaTypeCard } from './MediaTypeCard';
import { placeText } from './places';
import { rowsShown } from './rowsShown';
import { useManifestTables } from './useManifestTables';

/** The manifest, the config or the list of platforms in every form, side by side, aligned by what each line means. */
export function ManifestsBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich } = useI18n();
  const { view } = useView();
  const { tables, failure } = useManifestTables(workspace);
  if (!tables) {
    return (
      <p className="table-empty" role={failure ? 'alert' : undefined}>
        {rich(failure ? 'forms.failed' : 'forms.waiting')}
      </p>
    );
  }
  const there = MANIFEST_VIEWS.filter((each) => tables.views[each] !== null);
  const shown = there.includes(view.forms) ? view.forms : there[0];
  const table = shown === undefined ? null : tables.views[shown];
  if (shown === undefined || !table) return <p className="table-empty">{rich('forms.none')}</p>;
  return (
    <FormsView
      key={`${shown} ${workspace.imageKey ?? ''}`}
      workspace={workspace}
      view={shown}
      views={there}
      table={table}
    />
  );
}

interface FormsViewProps {
  readonly workspace: Workspace;
  readonly view: ManifestView;
  readonly views: readonly ManifestView[];
  readonly table: TableView;
}

function FormsView({ workspace, view: what, views, table }: FormsViewProps): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { view, update } = useView();
  const announce = useAnnounce();
  const hint = useId();
  const { representations } = workspace;
  const columns = useShownColumns(
    useMemo(() => choicesOf(what, table), [what, table]),
    firstForm(table),
  );
  const shown = useMemo(() => columns.shown.map(kindOf), [columns.shown]);
  const pairs = useMemo(() => comparedPairs(table, shown), [table, shown]);
  const pair = pairs.at(-1) ?? null;
  const { rows } = table.table;
  const only = view.diff === 'names';
  const listed = useMemo(() => rowsShown(table, { shown, pairs }, only), [table, shown, pairs, only]);
  const isPrinting = usePrinting();
  const foldable = useMemo(() => !only && canFold(listed), [only, listed]);
  const folds = foldable && !isPrinting;
  /** Those that are not as the others are. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isAll = view.fold === 'none';
  const onScreenRows = useMemo(
    () => foldRows(listed, (key) => !folds || isAll !== turned.has(key)),
    [listed, folds, isAll, turned],
  );
  const turn = useCallback((key: string): void => setTurned((before) => toggled(before, key)), []);
  const named = useMemo(() => namesOf(representations, rows), [representations, rows]);
  const [hovered, setHovered] = useState<Part | null>(null);
  const [focused, setFocused] = useState<Part | null>(null);
  const toggle = (): void => update({ diff: only ? 'all' : 'names' });
  const foldAll = (): void => {
    setTurned(new Set());
    update({ fold: isAll ? 'layers' : 'none' });
  };
  useCommands({
    differences: () => (pair ? toggle : null),
    expand: () => (foldable ? foldAll : null),
  });

  const pin = (row: TableRow, part: Part): void => {
    if (view.sel === part) {
      update({ sel: null });
      announce(t('ladder.unpinned'));
      return;
    }
    update({ sel: part });
    const onLadder = comparisonRow(representations, part);
    announce(onLadder ? pinnedText(i18n, onLadder, ['v2s2', 'oci']) : placeText(i18n, row.place));
  };
  const open = (row: TableRow, kind: ManifestKind): void => {
    const document = table.columns[kind]?.document;
    const pointer = row.cells[kind]?.pointer;
    if (!document || pointer === undefined) return;
    update({ board: 'documents', doc: document.id, at: pointer || null, sel: row.part ?? view.sel });
    focusSoon(DOCUMENT_TEXT);
  };

  const follow = (kind: ManifestKind, part: Part): void => {
    const own = representations.filter(({ column }) => column === COLUMN[kind]);
    const facets = [...own, ...representations].flatMap((each) => each.facets);
    const doc = facets.find((facet) => facet.part === part && facet.document !== null)?.document ?? null;
    const isLayer = part.startsWith('layer:');
    update(isLayer ? { board: 'layers', sel: part } : { board: 'documents', doc, at: null, sel: part });
    focusSoon(isLayer ? ACTIVE_ROW : DOCUMENT_TEXT);
  };

  return (
    <section className="forms-board" aria-label={t('board.manifests')}>
      <div className="forms-bar">
        {views.length < 2 ? null : (
          <Segments
            label={t('forms.what')}
            choices={views}
            chosen={what}
            nameOf={(each) => rich(`forms.view.${each}`)}
            onChoose={(each) => update({ forms: each })}
          />
        )}
        <ColumnSwitch columns={columns} nameOf={(column) => `forms.short.${column}`} />
        <button
          type="button"
          className="button"
          aria-pressed={only && pair !== null}
          disabled={pair === null}
          onClick={toggle}
        >
          {rich('forms.onlyDifferences')}
        </button>
        {foldable ? (
          <button type="button" className="button" aria-pressed={isAll} onClick={foldAll}>
            {rich('forms.everyLine')}
          </button>
        ) : null}
        <FormsTakeAway workspace={workspace} shown={{ view: what, shown, pairs }} only={only} />
      </div>
      <Counts view={what} table={table} pairs={pairs} />
      <DropNotes view={what} table={table} shown={shown} />
      <div className="forms-scroll">
        <FormTable
          view={what}
          table={table}
          rows={onScreenRows}
          shown={shown}
          pair={pair}
          active={hovered ?? focused ?? view.sel}
          pinned={view.sel}
          hint={hint}
          named={named}
          onPoint={(part, by) => (by === 'hover' ? setHovered : setFocused)(part)}
          onPin={pin}
          onOpen={open}
          onFollow={follow}
          onFold={turn}
        />
        {listed.length === 0 ? <p className="table-empty">{rich('forms.noDifferences')}</p> : null}
        {table.table.rowCount > rows.length ? (
          <p className="table-empty">{rich('forms.more', { count: table.table.rowCount - rows.length })}</p>
        ) : null}
        <p className="forms-hint muted" id={hint}>
          {rich('forms.hint')}
        </p>
        <MediaTypeCard rows={rows} />
      </div>
    </section>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(keys);
  if (!after.delete(key)) after.add(key);
  return after;
}

/** The part that each digest in the lines names: a document, or a layer's stored or unpacked bytes. */
function namesOf(representations: readonly Representation[], rows: readonly TableRow[]): ReadonlyMap<string, Part> {
  const wanted = new Set<string | null>();
  for (const { cells } of rows) {
    for (const kind of MANIFEST_KINDS) if (cells[kind]?.names?.kind === 'digest') wanted.add(cells[kind].names.value);
  }
  const named = new Map<string, Part>();
  for (const { facets } of representations) {
    for (const { part, role, digest, diffId } of facets) {
      if (role === 'pointer' || role === 'mark') continue;
      if (digest !== null && wanted.has(digest)) named.set(digest, part);
      if (diffId !== null && wanted.has(diffId)) named.set(diffId, part);
    }
  }
  return named;
}
