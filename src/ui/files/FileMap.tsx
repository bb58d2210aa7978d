import { useMemo, type CSSProperties, type ReactNode } from 'react';
import type { ImageFiles } from '../../app/state';
import { pathOfNode } from '../../core/model/fileTree';
import type { FileQuery } from '../../core/model/fileView';
import { textAt } from '../../core/model/members';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { useView } from '../context';
import { MAP_DEPTH, mapTiles, type MapTile } from './mapTiles';
import { useFileRows } from './useFileRows';

/** A tile has room for a name from this share of the picture on. */
const NAMED_PERCENT = 4;

/** Where the bytes are: folders over what is in them, each as wide as its share. A press on a folder makes it the top. */
export function FileMap({
  files,
  scope,
  layer,
  selected,
}: {
  files: ImageFiles;
  scope: FileQuery['scope'];
  /** From 0. */
  layer: number;
  /** The node at the top, or -1 for the root. */
  selected: number;
}): ReactNode {
  const { t, rich } = useI18n();
  const { update } = useView();
  const query = useMemo<FileQuery>(
    () => ({ scope, layer, shape: 'tree', sort: 'size', descending: true, filter: '' }),
    [scope, layer],
  );
  const { shown, failure } = useFileRows(files.tree, query);
  const { nodes } = files.tree;
  const top = useMemo(() => {
    const row = shown === null || selected < 0 ? -1 : shown.rows.nodes.indexOf(selected);
    return row >= 0 && (shown?.rows.after[row] ?? 0) > row + 1 ? row : -1;
  }, [shown, selected]);
  const tiles = useMemo(() => (shown === null ? [] : mapTiles(shown.rows, top)), [shown, top]);
  if (failure !== null) return <p role="alert">{rich('files.failed', { why: rich(`error.${failure}.title`) })}</p>;
  if (shown === null) return <p className="muted">{rich('waste.working')}</p>;
  const node = top < 0 ? 0 : (shown.rows.nodes[top] ?? 0);
  const whole = shown.rows.view.size[node] ?? 0;
  const style: CSSProperties & { '--rows': number } = { '--rows': MAP_DEPTH };
  return (
    <section className="file-map" aria-label={t('fileMap.label')}>
      <Crumbs files={files} node={node} size={whole} />
      {tiles.length === 0 ? <p className="table-empty">{rich('files.empty')}</p> : null}
      {/* Shares grow from left to right in every language, as paths do. */}
      <ul className="file-tiles" dir="ltr" style={style}>
        {tiles.map((tile) => (
          <Tile
            key={tile.node}
            tile={tile}
            path={pathOfNode(nodes, tile.node)}
            name={textAt(nodes.names, tile.node)}
            whole={whole}
            onChoose={(path) => update({ path, look: null })}
          />
        ))}
      </ul>
      <p className="muted small">{rich('fileMap.rule')}</p>
    </section>
  );
}

function Tile({
  tile: { depth, start, width, size },
  path,
  name,
  whole,
  onChoose,
}: {
  tile: MapTile;
  path: string;
  name: string;
  whole: number;
  onChoose: (path: string) => void;
}): ReactNode {
  const { t, formatBytes, formatNumber } = useI18n();
  const style: CSSProperties & Record<'--depth' | '--start' | '--share', string> = {
    '--depth': `${depth}`,
    '--start': `${start}%`,
    '--share': `${width}%`,
  };
  const percent = formatNumber(Math.round((size / whole) * 1000) / 10);
  const label = t('fileMap.tile', { path: visible(path.slice(0, 500)), size: formatBytes(size), percent });
  return (
    <li style={style}>
      <button type="button" title={label} aria-label={label} onClick={() => onChoose(path)}>
        {width < NAMED_PERCENT ? null : (
          <>
            <bdi>{visible(name)}</bdi>
            <small>{formatBytes(size)}</small>
          </>
        )}
      </button>
    </li>
  );
}

/** The way from the root to the top of the picture. */
function Crumbs({ files, node, size }: { files: ImageFiles; node: number; size: number }): ReactNode {
  const { t, formatBytes } = useI18n();
  const { update } = useView();
  const { nodes } = files.tree;
  const way: number[] = [];
  for (let at = node; at > 0; at = nodes.parent[at] ?? 0) way.unshift(at);
  return (
    <nav className="file-crumbs" aria-label={t('fileMap.way')} dir="ltr">
      <button type="button" className="button" onClick={() => update({ path: null, look: null })}>
        /
      </button>
      {way.map((each) => (
        <button
          key={each}
          type="button"
          className="button"
          aria-current={each === node ? 'location' : undefined}
          onClick={() => update({ path: pathOfNode(nodes, each), look: null })}
        >
          <bdi>{visible(textAt(nodes.names, each))}</bdi>
        </button>
      ))}
      <Ltr>{formatBytes(size)}</Ltr>
    </nav>
  );
}
