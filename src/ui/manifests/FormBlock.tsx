import { memo, startTransition, useEffect, useRef, useState, type ReactNode } from 'react';
import type { ManifestKind } from '../../core/model/manifestForms';
import type { KindPair, TableView } from '../../core/model/manifestTable';
import type { Part } from '../../core/model/representation';
import type { ShownRow } from './fold';
import { FormRow } from './FormRow';
import { isSamePlace } from './places';

/** About what a screen shows. */
export const BLOCK_ROWS = 24;
/** How far off the screen rows are made. */
const NEAR = '500px 0px';
const LINE_HEIGHT = 18;
const TURN_MILLISECONDS = 30;

interface FormBlockProps {
  readonly rows: readonly ShownRow[];
  /** Number of its first row. */
  readonly first: number;
  /** The row above it, and the one below. */
  readonly before: ShownRow | null;
  readonly after: ShownRow | null;
  readonly shown: readonly ManifestKind[];
  readonly columns: TableView['columns'];
  readonly pair: KindPair | null;
  /** The part that is lit, and the one that is kept; null when none of its rows tells of it. */
  readonly active: Part | null;
  readonly pinned: Part | null;
  /** Of the grid's Tab stop, when it is in here. */
  readonly tabIndex: number | null;
  /** Its rows are made in their turn wherever they are, and stay. */
  readonly stays: boolean;
  /** They are made at once. */
  readonly isKept: boolean;
  readonly onMade: () => void;
  readonly onFold: (key: string) => void;
}

/** Some rows of a table, which are only there near the screen: a manifest of many layers has thousands. */
export const FormBlock = memo(function FormBlock(props: FormBlockProps): ReactNode {
  const { rows, first, before, after, shown, columns, pair, active, pinned, tabIndex, stays, isKept, onMade, onFold } =
    props;
  const block = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [size, setSize] = useState<number | null>(null);
  const isMade = isKept || isNear;

  useEffect(() => {
    const element = block.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (!entry) return;
        const holdsFocus = element.contains(document.activeElement);
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setSize(entry.boundingClientRect.height);
        // In slices, between which the page answers.
        startTransition(() => setNear((before) => entry.isIntersecting || holdsFocus || (stays && before)));
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    // One block after the other: many rows at once would be one long task.
    const turn = stays
      ? setTimeout(() => startTransition(() => setNear(true)), (first / BLOCK_ROWS) * TURN_MILLISECONDS)
      : 0;
    return () => {
      observer.disconnect();
      clearTimeout(turn);
    };
  }, [stays, first]);
  useEffect(() => {
    if (isMade) onMade();
  }, [isMade, onMade]);

  if (!isMade) {
    return (
      <div
        ref={block}
        className="form-block"
        role="presentation"
        style={{ blockSize: size ?? rows.length * LINE_HEIGHT }}
      />
    );
  }
  const isActive = (row: ShownRow | null | undefined): boolean => active !== null && row?.part === active;
  return (
    <div ref={block} className="form-block" role="presentation">
      {rows.map((row, at) => {
        const above = rows[at - 1] ?? before;
        const below = rows[at + 1] ?? after;
        return (
          <FormRow
            key={row.key}
            row={row}
            index={first + at}
            shown={shown}
            columns={columns}
            pair={pair}
            begins={row.place.kind !== 'whole' && !(above && isSamePlace(row.place, above.place))}
            isActive={isActive(row)}
            isFirst={isActive(row) && above?.part !== row.part}
            isLast={isActive(row) && below?.part !== row.part}
            isPinned={pinned !== null && pinned === row.part}
            onFold={onFold}
            tabKind={first + at === tabIndex ? (shown[0] ?? null) : null}
          />
        );
      })}
    </div>
  );
});
