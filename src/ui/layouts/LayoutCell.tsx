import { memo, useMemo, type CSSProperties, type ReactNode } from 'react';
import type { CorrespondenceReason } from '../../core/compare/rows';
import type { LayoutCell as Cell, LayoutNode } from '../../core/compare/layoutModel';
import { lineSize, pathPieces, splitPath, stateOf, type NodeState } from '../../core/compare/layoutWords';
import type { Origin } from '../../core/model/archive';
import type { ColumnId } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { visible } from '../../i18n/visible';
import { Bytes } from '../common/Bytes';
import { Icon } from '../common/Icon';
import type { IconName } from '../common/icons';
import { lineAnchor } from './PaperArrows';
import { nodesOf, type TreeIndex } from './treeIndex';
import { emptyText, nodeLabel, stateText } from './words';

interface LayoutCellProps {
  readonly index: TreeIndex;
  readonly cell: Cell;
  readonly column: ColumnId;
  readonly part: string;
  /** Ids of files that are pointed at or chosen, each in a line. */
  readonly active: string;
  /** Of those that name one of these, or are named by one. */
  readonly linked: string;
  /** The place of this row that is the grid's Tab stop. */
  readonly tabStop: string | null;
  /** Room for the arrows, in pixels. */
  readonly room: number;
  /** How many lines are above it in its column. */
  readonly firstLine: number;
  /** Why this is the same part as the next column's cell. */
  readonly link: CorrespondenceReason | null;
}

/** The place of an empty cell in the order of the keyboard. */
export function emptyStop(column: ColumnId, part: string): string {
  return `${column} ${part}`;
}

/** The files that one layout has for a part, or what is there instead. */
export const LayoutCell = memo(function LayoutCell(props: LayoutCellProps): ReactNode {
  const { index, cell, column, part, tabStop, room, firstLine, link } = props;
  const i18n = useI18n();
  const isEmpty = cell.kind !== 'nodes';
  const stop = emptyStop(column, part);
  return (
    <div
      className="layout-cell"
      role="gridcell"
      dir="ltr"
      data-column={column}
      data-part={part}
      data-kind={cell.kind}
      data-origin={originOf(index, cell)}
      data-link={link ?? undefined}
      style={{ paddingInlineStart: room + 6 }}
      {...(isEmpty ? { tabIndex: tabStop === stop ? 0 : -1, 'data-stop': stop } : {})}
    >
      {isEmpty ? (
        <span className="layout-empty" dir={i18n.dir}>
          {emptyText(i18n, index, cell)}
        </span>
      ) : (
        cell.lines.map((line, at) => (
          <Line key={line[0]?.id} line={line} anchor={lineAnchor(column, firstLine + at)} {...props} />
        ))
      )}
    </div>
  );
});

/** Whether anything that stands here is in the archive. */
function originOf({ nodes }: TreeIndex, cell: Cell): Origin | 'none' {
  const own = cell.kind === 'within' ? [nodes.get(cell.node)] : nodesOf(cell);
  if (own.some((node) => node?.origin === 'found')) return 'found';
  return cell.kind === 'hole' ? 'none' : 'derived';
}

const STATE_ICONS: Readonly<Record<NodeState, IconName>> = { found: 'found', derived: 'derived', absent: 'missing' };

/** One file, or the files of one folder. */
function Line({
  line,
  anchor,
  index,
  active,
  linked,
  tabStop,
  column,
}: LayoutCellProps & { line: readonly LayoutNode[]; anchor: string }): ReactNode {
  const i18n = useI18n();
  const [first] = line;
  const size = lineSize(line);
  if (!first) return null;
  const style: CSSProperties & { '--line': string } = { '--line': anchor };
  const folder = line.length > 1 ? splitPath(first.path).folder : '';
  return (
    <div className="layout-line" data-column={column} style={style}>
      <span className="layout-state" title={stateText(i18n, first)}>
        <Icon name={STATE_ICONS[stateOf(first)]} size={12} />
      </span>
      <span className="layout-names">
        {folder === '' ? null : (
          <code className="layout-folder" lang="en" aria-hidden="true">
            <Pieces path={folder} />
          </code>
        )}
        {line.map((node) => (
          <File
            key={node.id}
            index={index}
            node={node}
            isInFolder={folder !== ''}
            isActive={active.includes(`${node.id}\n`)}
            isLinked={linked.includes(`${node.id}\n`)}
            isTabStop={tabStop === node.id}
          />
        ))}
      </span>
      {size === null ? null : <Bytes value={size} className="layout-size" />}
    </div>
  );
}

interface FileProps {
  readonly index: TreeIndex;
  readonly node: LayoutNode;
  /** Its folder stands before it. */
  readonly isInFolder: boolean;
  readonly isActive: boolean;
  readonly isLinked: boolean;
  readonly isTabStop: boolean;
}

/** One file, with its own name on screen and the rest of what there is to know for a screen reader. */
const File = memo(function File({ index, node, isInFolder, isActive, isLinked, isTabStop }: FileProps): ReactNode {
  const i18n = useI18n();
  const label = useMemo(() => nodeLabel(i18n, index, node), [i18n, index, node]);
  return (
    <button
      type="button"
      className="layout-node"
      tabIndex={isTabStop ? 0 : -1}
      title={visible(node.path)}
      aria-label={label}
      data-stop={node.id}
      data-state={stateOf(node)}
      data-active={isActive ? '' : undefined}
      data-linked={isLinked ? '' : undefined}
    >
      <Path path={isInFolder ? splitPath(node.path).name : node.path} />
    </button>
  );
});

/** A path whose folder is quieter than its own name. */
function Path({ path }: { path: string }): ReactNode {
  const { folder, name } = splitPath(path);
  return (
    <code lang="en">
      {folder === '' ? null : (
        <span className="layout-folder">
          <Pieces path={folder} />
        </span>
      )}
      <b>
        <Pieces path={name} />
      </b>
    </code>
  );
}

/** A path with the tails of long names left out on screen, and printed. */
function Pieces({ path }: { path: string }): ReactNode {
  return pathPieces(path).map(({ text, isTail }, index) =>
    isTail ? (
      <span key={`${index}`}>
        <span className="layout-tail">{text}</span>
        <span className="layout-cut">…</span>
      </span>
    ) : (
      <bdi key={`${index}`}>{visible(text)}</bdi>
    ),
  );
}
