import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { comparisonRows } from '../../core/compare/rows';
import { LIMITS } from '../../core/limits';
import type { ImageLayer } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';
import { Foot } from '../shell/Foot';
import { ColumnSwitch } from './ColumnSwitch';
import { Ladder } from './Ladder';
import './LadderBoard.css';
import type { Spot } from './spot';
import { LADDER_CHOICES, useShownColumns } from './useShownColumns';

const NO_LAYERS: readonly ImageLayer[] = [];

/** The same image in its formats, part by part, with the line that explains what is pointed at. */
export function LadderBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich } = useI18n();
  const { view } = useView();
  const { archive, representations, imageKey, findings } = workspace;
  const rows = useMemo(() => comparisonRows(representations), [representations]);
  const shown = useMemo(() => rows.filter(({ number }) => (number ?? 0) <= LIMITS.ladderLayers), [rows]);
  const first = representations.findLast((each) => each.origin !== 'derived')?.column ?? 'oci';
  const columns = useShownColumns(LADDER_CHOICES, first);
  const [hovered, setHovered] = useSpot();
  const [focused, setFocused] = useSpot();
  const spot = hovered ?? focused ?? (view.sel === null ? null : { part: view.sel, column: null });
  if (representations.length === 0) {
    return <p className="ladder-empty">{rich(imageKey === null ? 'ladder.noImage' : 'ladder.waiting')}</p>;
  }
  return (
    <>
      <div className="ladder-scroll board-body">
        <ColumnSwitch columns={columns} nameOf={(column) => `columnShort.${column}`} />
        <Ladder
          // An image has rows of its own, which are not all made at once.
          key={imageKey}
          rows={shown}
          columns={columns.shown}
          representations={representations}
          layers={archive.images.find((each) => each.key === imageKey)?.layers ?? NO_LAYERS}
          findings={findings}
          active={spot?.part ?? null}
          onHover={setHovered}
          onFocus={setFocused}
        />
        {rows.length > shown.length ? (
          <p className="ladder-empty">{rich('ladder.more', { count: rows.length - shown.length })}</p>
        ) : null}
      </div>
      <Foot workspace={workspace} spot={spot} />
    </>
  );
}

/** A place that is pointed at, or null; naming the same place again changes nothing. */
function useSpot(): [Spot | null, (spot: Spot | null) => void] {
  const [spot, setSpot] = useState<Spot | null>(null);
  const set = useCallback(
    (next: Spot | null) =>
      setSpot((before) => (before?.part === next?.part && before?.column === next?.column ? before : next)),
    [],
  );
  return [spot, set];
}
