import type { ReactNode } from 'react';
import type { LayoutNode } from '../../core/compare/layoutModel';
import { stateOf } from '../../core/compare/layoutWords';
import { LIMITS } from '../../core/limits';
import type { Archive } from '../../core/model/archive';
import { shellCommand } from '../../core/verify/shell';
import { useI18n } from '../../i18n/i18n';
import { Ltr, Path } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { ColumnShape } from '../common/ColumnShape';
import { CopyButton } from '../common/CopyButton';
import { Icon } from '../common/Icon';
import { useCommands } from '../common/useCommands';
import '../shell/Foot.css';
import { FootCommand } from '../shell/FootCommand';
import { PlaceButtons } from '../shell/PlaceButtons';
import { useCopy } from '../tables/useCopy';
import type { TreeIndex } from './treeIndex';
import { namedByText } from './words';

interface LayoutFootProps {
  readonly archive: Archive;
  readonly index: TreeIndex;
  /** The file that is pointed at or chosen. */
  readonly node: LayoutNode | null;
  /** The board lists the members of the tar. */
  readonly isStored: boolean;
  readonly isPinned: boolean;
  readonly onOpen: (node: LayoutNode) => void;
  /** Shows the file among the members of the tar; null where it cannot. */
  readonly onShowStored: ((node: LayoutNode) => void) | null;
  readonly onLetGo: () => void;
}

/** One file: its whole path, where its bytes are, what names it, and the shell line that shows it. */
export function LayoutFoot(props: LayoutFootProps): ReactNode {
  const { archive, node, isStored, isPinned, onOpen, onShowStored, onLetGo } = props;
  const { t, rich } = useI18n();
  const copy = useCopy();
  const command = node?.span ? shellCommand(archive, node.span) : null;
  useCommands(
    {
      copy: () => (node ? () => copy(node.digest ?? node.path) : null),
      shell: () => (command === null ? null : () => copy(command, 'app.copiedCommand')),
    },
    'part',
  );
  if (!node) {
    return (
      <footer className="foot foot-steady" aria-label={t('layouts.foot')}>
        <p className="foot-line muted">{rich('layouts.choose')}</p>
        <p className="foot-line foot-second foot-hint muted">
          <span>{rich('layouts.hint')}</span>
        </p>
      </footer>
    );
  }
  return (
    <footer className="foot foot-steady" aria-label={t('layouts.foot')}>
      <p className="foot-line">
        <strong>
          {node.kind === 'layer'
            ? rich('ladder.layer', { n: Number(node.part.split(':')[1] ?? 0) })
            : rich(`document.${node.kind}`)}
        </strong>
        <span className="foot-column">
          <ColumnShape column={node.column} />
          {rich(`format.${props.index.trees.columns[node.column].format}`)}
        </span>
        <span className="layout-foot-path" dir="ltr">
          <Path>{node.path}</Path>
          <CopyButton text={node.path} label={t('app.copy')} />
        </span>
        {onShowStored && node.member ? (
          <button type="button" className="button" onClick={() => onShowStored(node)}>
            {rich('layouts.showStored')}
          </button>
        ) : null}
        {node.document === null ? null : (
          <button type="button" className="button" onClick={() => onOpen(node)}>
            {rich('foot.open')}
          </button>
        )}
        {isStored ? null : <PlaceButtons />}
        {isPinned ? (
          <button
            type="button"
            className="button bare foot-unpin"
            aria-label={t('foot.unpin')}
            title={t('foot.unpin')}
            onClick={onLetGo}
          >
            <Icon name="close" />
          </button>
        ) : null}
      </p>
      <p className="foot-line foot-second">
        <Origin {...props} node={node} />
        <Names {...props} node={node} />
      </p>
      {command === null ? null : <FootCommand command={command} />}
    </footer>
  );
}

/** Whether it is in the archive and where, or how it is made. */
function Origin({ archive, node }: LayoutFootProps & { node: LayoutNode }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const { span, member, path, size } = node;
  const other = member && member.name !== path ? <Path>{member.name}</Path> : null;
  const amount = size === null ? null : <Bytes value={size} />;
  if (stateOf(node) === 'absent') return <span>{rich('note.not-in-archive')}</span>;
  const offset =
    span && archive.container === 'tar' ? (
      <span>{rich('documents.at', { offset: <Ltr>{formatNumber(span.offset)}</Ltr> })}</span>
    ) : null;
  if (node.origin === 'found') {
    return (
      <>
        {offset}
        {amount}
        {other ? <span>{rich(node.link ? 'layouts.linkTo' : 'layouts.storedAs', { path: other })}</span> : null}
      </>
    );
  }
  return (
    <>
      <span>{rich('origin.derived')}</span>
      {amount}
      {other ? <span>{rich('layouts.bytesOf', { path: other })}</span> : null}
      {node.recipe && !other ? <span>{rich(`recipe.${node.recipe}`)}</span> : null}
      {node.kind === 'layer' && node.column === 'v1' && !other ? <span>{rich('layouts.unpacked')}</span> : null}
    </>
  );
}

function Names({ index, node }: LayoutFootProps & { node: LayoutNode }): ReactNode {
  const i18n = useI18n();
  const names = index.names.get(node.id)?.length ?? 0;
  const isTooLarge = node.document !== null && (node.size ?? 0) > LIMITS.layoutDocumentBytes;
  return (
    <>
      <span>{namedByText(i18n, index, node)}</span>
      {names > 0 ? <span>{i18n.rich('layouts.names', { count: names })}</span> : null}
      {isTooLarge ? <span>{i18n.rich('layouts.tooLarge')}</span> : null}
    </>
  );
}
