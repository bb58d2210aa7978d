import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useState, useSyncExternalStore, type MouseEvent, type ReactNode } from 'react';
import type { ByteRun, BytesMap } from '../../core/model/byteRuns';
import { useI18n } from '../../i18n/i18n';
import { hexRows, runAt, type HexRow } from './hexRows';

const ROW_HEIGHT = 22;
const narrow = matchMedia('(width < 700px)');

/** Bytes in a row: as many as fit. */
function useRowBytes(): number {
  return useSyncExternalStore(watchNarrow, () => (narrow.matches ? 8 : 16));
}

function watchNarrow(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

/** The bytes of a map, sixteen in a row, on a phone eight, in hexadecimal and as text; those of one run are marked, and a press chooses the run of a byte. */
export function HexView({
  map,
  selected,
  onChoose,
}: {
  map: BytesMap;
  selected: ByteRun | null;
  onChoose: (offset: number) => void;
}): ReactNode {
  const { t } = useI18n();
  const [scroller, attach] = useState<HTMLDivElement | null>(null);
  const width = useRowBytes();
  const rows = useMemo(() => hexRows(map, width), [map, width]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const first = selected === null ? -1 : rows.findLastIndex(({ offset }) => offset <= selected.offset);
  useEffect(() => {
    if (first >= 0) virtualizer.scrollToIndex(first, { align: 'auto' });
    // Only another run brings its first row on screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [first, scroller]);
  const choose = ({ target }: MouseEvent): void => {
    const byte = target instanceof HTMLElement ? target.dataset['byte'] : undefined;
    const run = byte === undefined ? undefined : map.runs[runAt(map.runs, Number(byte))];
    if (run) onChoose(run.offset);
  };
  return (
    // The table beside it has the same runs for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="hex-view"
      ref={attach}
      onClick={choose}
      dir="ltr"
      // It scrolls, so the keyboard must reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={t('bytes.hex')}
    >
      <div style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? (
            <Row key={item.key} row={row} width={width} map={map} selected={selected} top={item.start} />
          ) : null;
        })}
      </div>
    </div>
  );
}

function Row({
  row,
  width,
  map,
  selected,
  top,
}: {
  row: HexRow;
  /** Bytes of a whole row. */
  width: number;
  map: BytesMap;
  selected: ByteRun | null;
  top: number;
}): ReactNode {
  const { offset, bytes, gap } = row;
  const lead = offset % width;
  const cells = Array.from(bytes, (byte, index) => {
    const at = offset + index;
    const place = runAt(map.runs, at);
    const isSelected = selected !== null && at >= selected.offset && at < selected.offset + selected.length;
    return { at, byte, parity: place % 2, isSelected };
  });
  return (
    <div className="hex-row" data-gap={gap ? '' : undefined} style={{ insetBlockStart: top }}>
      <span className="hex-offset">{(offset - lead).toString(16).padStart(8, '0')}</span>
      <span className="hex-bytes">
        {Array.from({ length: lead }, (_, index) => (
          <i key={`lead-${index}`} />
        ))}
        {cells.map(({ at, byte, parity, isSelected }) => (
          <i key={at} data-byte={at} data-parity={parity} data-selected={isSelected ? '' : undefined}>
            {byte.toString(16).padStart(2, '0')}
          </i>
        ))}
      </span>
      <span className="hex-text">
        {Array.from({ length: lead }, (_, index) => (
          <i key={`lead-${index}`} />
        ))}
        {cells.map(({ at, byte, isSelected }) => (
          <i key={at} data-byte={at} data-selected={isSelected ? '' : undefined}>
            {byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'}
          </i>
        ))}
      </span>
    </div>
  );
}
