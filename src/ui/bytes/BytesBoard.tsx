import { createColumnHelper, useTable } from '@tanstack/react-table';
import { useId, useMemo, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import type { ByteRun, BytesMap } from '../../core/model/byteRuns';
import { textAt, type MemberColumns } from '../../core/model/members';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { CopyTextButton } from '../common/CopyTextButton';
import { ExportControls } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { VerdictMark } from '../common/VerdictMark';
import { useAnswer } from '../common/useAnswer';
import { useServices, useView } from '../context';
import { MemberName } from '../tables/MemberName';
import { VirtualTable, type ColumnLayout } from '../tables/VirtualTable';
import { features, type Features } from '../tables/features';
import { rowHeight } from '../tables/rowHeight';
import { useRowWindow } from '../tables/useRowWindow';
import { useShowSelected } from '../tables/useShowSelected';
import { FlipButton } from './FlipButton';
import { HexView } from './HexView';
import { hexText, runAt } from './hexRows';
import './bytes.css';

/** Longest value that is shown in a cell. */
const VALUE_SHOWN = 200;
const BYTES_COPIED = 4096;

/** One member of the archive byte by byte: what each run is, says, and whether that holds; beside it the bytes as hexadecimal and text. */
export function BytesBoard({ workspace: { archive, imageKey } }: { workspace: Workspace }): ReactNode {
  const { t, rich, formatNumber } = useI18n();
  const { view, update } = useView();
  const { members } = archive;
  const offset = view.byte === null ? 0 : Number(view.byte);
  const index = useMemo(() => memberWith(members, offset), [members, offset]);
  const { session, exporter } = useServices();
  const { value: map, failure } = useAnswer(index < 0 ? null : `${archive.name} ${index}`, (signal) =>
    session.memberBytes(index, signal),
  );
  if (index < 0) return <p className="table-empty">{rich('bytes.none')}</p>;
  const go = (to: number): void =>
    update({ byte: `${archive.container === 'tar' ? (members.firstHeader[to] ?? 0) : (members.data[to] ?? 0)}` });
  return (
    <section className="table-board bytes-board" aria-label={t('bytes.label')}>
      <div className="table-tools">
        <button type="button" className="button" disabled={index === 0} onClick={() => go(index - 1)}>
          {rich('bytes.previous')}
        </button>
        <button type="button" className="button" disabled={index === members.count - 1} onClick={() => go(index + 1)}>
          {rich('bytes.next')}
        </button>
        <strong className="bytes-member">
          <MemberName name={textAt(members.names, index)} />
        </strong>
        <ExportControls>
          <button
            type="button"
            className="button"
            disabled={!map}
            onClick={() =>
              exporter.save(`${textAt(members.names, index)}.bytes.json`, `${JSON.stringify(map?.runs, null, 2)}\n`)
            }
          >
            <Icon name="download" /> {rich('bytes.json')}
          </button>
        </ExportControls>
        <output className="table-count">
          {rich('bytes.member', { number: formatNumber(index + 1), total: formatNumber(members.count) })}
          {map && map.omitted > 0 ? <> · {rich('bytes.omitted', { count: formatNumber(map.omitted) })}</> : null}
        </output>
      </div>
      {failure === null ? null : <p role="alert">{rich('bytes.failed', { why: rich(`error.${failure}.title`) })}</p>}
      {map ? (
        <Runs key={index} map={map} offset={offset}>
          <FlipButton archive={archive} imageKey={imageKey} offset={offset} />
        </Runs>
      ) : null}
    </section>
  );
}

/** The last member that begins at or before the byte; members stand in the order of the tar. */
function memberWith({ count, firstHeader }: MemberColumns, offset: number): number {
  let found = count === 0 ? -1 : 0;
  for (let index = 0; index < count && (firstHeader[index] ?? 0) <= offset; index++) found = index;
  return found;
}

function Runs({ map, offset, children }: { map: BytesMap; offset: number; children: ReactNode }): ReactNode {
  const i18n = useI18n();
  const { t, rich } = i18n;
  const { view, update } = useView();
  const hint = useId();
  const selected = runAt(map.runs, offset);
  const run = map.runs[selected];
  const columns = useMemo(() => runColumns(i18n), [i18n]);
  const data = useMemo(() => [...map.runs], [map]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (each) => `${each.offset}`,
    enableSorting: false,
  });
  const { rows } = table.getRowModel();
  const window = useRowWindow(rows.length, rowHeight(view.density));
  useShowSelected(window, view.byte, selected);
  const choose = (next: number): void => update({ byte: `${next}` });
  return (
    <>
      <div className="bytes-panes">
        <VirtualTable
          table={table}
          window={window}
          count={rows.length}
          rowAt={(at) => rows[at]}
          layout={LAYOUT}
          label={t('bytes.runs')}
          hint={hint}
          isSelected={(each) => each === run}
          onOpen={(each) => choose(each.offset)}
          copied={(each) => hexText(bytesOf(map, each))}
        />
        <HexView map={map} selected={run ?? null} onChoose={choose} />
      </div>
      <p className="table-keys muted small" id={hint}>
        {rich('bytes.keys')}
      </p>
      {run ? (
        <RunCard map={map} run={run}>
          {children}
        </RunCard>
      ) : null}
    </>
  );
}

/** As far as they are here. */
function bytesOf({ pieces }: BytesMap, { offset, length }: ByteRun): Uint8Array {
  const piece = pieces.find((each) => each.offset <= offset && offset < each.offset + each.bytes.length);
  const at = offset - (piece?.offset ?? 0);
  return piece?.bytes.subarray(at, at + Math.min(length, BYTES_COPIED)) ?? new Uint8Array();
}

function RunCard({ map, run, children }: { map: BytesMap; run: ByteRun; children: ReactNode }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const { kind, offset, length, value } = run;
  return (
    <section className="bytes-run" aria-live="polite">
      <h2>{rich(`run.${kind}`)}</h2>
      <p>
        {rich(`run.${kind}.why`)} <Verdict run={run} />
      </p>
      {value === null || value === '' ? null : (
        <p className="bytes-value">
          <Code>{visible(value.slice(0, 2000))}</Code>
        </p>
      )}
      <div className="bytes-where muted small">
        {rich('bytes.where', {
          from: formatNumber(offset),
          to: formatNumber(offset + length - 1),
          length: formatNumber(length),
        })}
        <ExportControls>
          <CopyTextButton text={hexText(bytesOf(map, run))}>{rich('bytes.copy')}</CopyTextButton>
        </ExportControls>
        {children}
      </div>
    </section>
  );
}

function Verdict({ run: { verdict, expected } }: { run: ByteRun }): ReactNode {
  const { rich } = useI18n();
  if (verdict === null) return null;
  if (verdict === 'holds') return <VerdictMark verdict="matches">{rich('bytes.holds')}</VerdictMark>;
  return (
    <VerdictMark verdict="mismatch">
      {expected === null ? rich('bytes.differsOnly') : rich('bytes.differs', { expected: <Ltr>{expected}</Ltr> })}
    </VerdictMark>
  );
}

const column = createColumnHelper<Features, ByteRun>();

const LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  kind: { width: 190 },
  value: { least: 160 },
  verdict: { width: 150 },
  offset: { width: 110, numeric: true },
};

function runColumns({ t, formatNumber }: I18n) {
  return column.columns([
    column.accessor((run) => t(`run.${run.kind}`), { id: 'kind', header: t('bytes.kind') }),
    column.accessor('value', {
      header: t('bytes.value'),
      cell: (cell) => <Code className="one-line">{visible((cell.getValue() ?? '').slice(0, VALUE_SHOWN))}</Code>,
    }),
    column.display({ id: 'verdict', header: t('bytes.verdict'), cell: ({ row }) => <Verdict run={row.original} /> }),
    column.accessor('offset', { header: t('bytes.offset'), cell: (cell) => formatNumber(cell.getValue()) }),
  ]);
}
