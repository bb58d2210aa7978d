import type { ReactNode, RefObject } from 'react';
import { joinEnds, joinPath, type JoinCell, type JoinEnds } from './joinPath';
import './Joins.css';
import { useMeasured } from './useMeasured';
import { zoomOf } from './zoomOf';

interface JoinsProps {
  /** Its rows say `data-active` and `data-pinned`, and their cells `data-link`: why a cell is the same part as the next one. */
  readonly grid: RefObject<HTMLElement | null>;
  /** Changes with what is lit, kept or shown. */
  readonly what: string;
}

interface Join {
  readonly ends: JoinEnds;
  readonly reason: string;
  readonly isPinned: boolean;
}

/**
 * Curves between the places of the part that is lit or kept in neighbouring columns: two lines for the same bytes, one for the same
 * content, dashes for what is derived, dots for no more than the same place. For the eye alone: the line below the board says why in words.
 */
export function Joins({ grid, what }: JoinsProps): ReactNode {
  const joins = useMeasured(grid, joinsIn, { what, scrolls: true }) ?? [];
  return (
    <svg className="joins" aria-hidden="true">
      {joins.map(({ ends, reason, isPinned }) => (
        <g key={`${ends.x1} ${ends.y1}`} data-reason={reason} data-pinned={isPinned ? '' : undefined}>
          <path className="join-halo" d={joinPath(ends)} />
          <path d={joinPath(ends)} />
          {reason === 'same-digest' ? <path className="join-core" d={joinPath(ends)} /> : null}
          <circle cx={ends.x1} cy={ends.y1} r={3} />
          <circle cx={ends.x2} cy={ends.y2} r={3} />
        </g>
      ))}
    </svg>
  );
}

/** What a part is known by in a cell of each board, the best first. */
const PLACES = ['.digest', '.ladder-line', '.layout-node[data-active]', '.layout-line', '.form-digits'];

function joinsIn(grid: HTMLElement): Join[] {
  const origin = grid.getBoundingClientRect();
  const zoom = zoomOf(grid);
  const cells = grid.querySelectorAll<HTMLElement>(':is([data-active], [data-pinned]) > [data-link]');
  return [...cells].flatMap((cell) => {
    const next = cell.nextElementSibling;
    if (!next) return [];
    const ends = joinEnds(cellIn(cell, origin, zoom), cellIn(next, origin, zoom));
    const isPinned = cell.parentElement?.dataset['pinned'] !== undefined;
    return [{ ends, reason: cell.dataset['link'] ?? '', isPinned }];
  });
}

function cellIn(cell: Element, origin: DOMRect, zoom: number): JoinCell {
  const box = cell.getBoundingClientRect();
  const [place = box] = PLACES.flatMap((selector) => cell.querySelector(selector)?.getBoundingClientRect() ?? []);
  const y = place.top + place.height / 2;
  const beside = inkIn(cell).filter(({ top, bottom }) => top <= y && bottom >= y);
  return {
    left: (box.left - origin.left) / zoom,
    right: (box.right - origin.left) / zoom,
    y: (y - origin.top) / zoom,
    from: (Math.min(box.right, ...beside.map(({ left }) => left)) - origin.left) / zoom,
    to: (Math.max(box.left, ...beside.map(({ right }) => right)) - origin.left) / zoom,
  };
}

/** Where a cell has text or a mark. */
function inkIn(cell: Element): DOMRect[] {
  const found = [...cell.querySelectorAll('svg, button')].map((mark) => mark.getBoundingClientRect());
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    found.push(...range.getClientRects());
  }
  return found;
}
