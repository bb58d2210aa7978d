import { memo, useDeferredValue, useMemo, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import type { Board } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { AttachedBoard } from '../attached/AttachedBoard';
import { BytesBoard } from '../bytes/BytesBoard';
import { ExportControls } from '../common/ExportControls';
import { LadderBoard } from '../compare/LadderBoard';
import { usePointedDigest } from '../common/useLit';
import { ConfigBoard } from '../config/ConfigBoard';
import { useView } from '../context';
import { CompareBoard } from '../diff/CompareBoard';
import { DocumentsBoard } from '../documents/DocumentsBoard';
import { LayoutsBoard } from '../layouts/LayoutsBoard';
import { ManifestsBoard } from '../manifests/ManifestsBoard';
import { FilesBoard } from '../files/FilesBoard';
import { PackagesBoard } from '../packages/PackagesBoard';
import { FileButton } from '../open/FileButton';
import { SaveButton } from '../save/SaveButton';
import { HideProvider } from '../share/hide';
import { ShareButton } from '../share/ShareButton';
import { SaveProvider } from '../save/SaveProvider';
import { IntegrityBoard } from '../tables/IntegrityBoard';
import { LayersBoard } from '../tables/LayersBoard';
import { MembersBoard } from '../tables/MembersBoard';
import { TamperBoard } from '../tamper/TamperBoard';
import { BoardPanel, BoardTabs } from './BoardTabs';
import { Foot } from './Foot';
import { Identity } from './Identity';
import { KeptNote } from './KeptNote';
import { NetworkLock } from './NetworkLock';
import { Notices } from './Notices';
import { SourceNote } from './SourceNote';
import { ReportButton } from './ReportButton';
import { TopBar } from './TopBar';
import { VerdictLine } from './VerdictLine';
import './Workbench.css';

/** The boards that scroll by themselves and have a foot of their own are not among them. */
const VIEWS: Readonly<Record<Exclude<Board, 'ladder' | 'layouts'>, (props: { workspace: Workspace }) => ReactNode>> = {
  manifests: ManifestsBoard,
  config: ConfigBoard,
  layers: LayersBoard,
  files: FilesBoard,
  documents: DocumentsBoard,
  members: MembersBoard,
  attached: AttachedBoard,
  integrity: IntegrityBoard,
  bytes: BytesBoard,
  packages: PackagesBoard,
  compare: CompareBoard,
  tamper: TamperBoard,
};

/** Boards that are not about the selected part alone. */
const WITHOUT_FOOT: ReadonlySet<Board> = new Set<Board>(['files', 'packages', 'compare', 'tamper']);

/** The workspace with its progress as it was when something else of it last changed: progress comes many times a second, and boards are large. */
function useWithoutProgress(workspace: Workspace): Workspace {
  const { archive, imageKey, representations, findings, artifactFindings, measurements, failure } = workspace;
  const { status } = workspace.measuring;
  return useMemo(
    () => workspace,
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [archive, imageKey, representations, findings, artifactFindings, measurements, failure, status],
  );
}

/** An open archive: what it is, what holds, and the boards onto it. */
export function Workbench({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich, t } = useI18n();
  const { mode } = useView().view;
  const quiet = useWithoutProgress(workspace);
  return (
    <SaveProvider workspace={quiet}>
      <HideProvider>
        <div className="workbench">
          <TopBar
            actions={
              <>
                <ShareButton workspace={quiet} />
                <ExportControls>
                  <SaveButton />
                  <ReportButton name={workspace.archive.name} />
                </ExportControls>
                <FileButton>{rich('app.openAnother')}</FileButton>
              </>
            }
          >
            <Identity workspace={workspace} />
          </TopBar>
          {mode === 'embed' ? <h1 className="hidden">{t('embed.label')}</h1> : null}
          <main className="workbench-main" {...usePointedDigest()}>
            <div className="status-line">
              <BoardTabs hasAttached={workspace.archive.artifacts.length > 0} />
              <VerdictLine workspace={workspace} />
              <NetworkLock />
            </div>
            <SourceNote workspace={workspace} />
            <KeptNote />
            <Notices workspace={workspace} />
            <BoardPanel>
              <BoardView workspace={quiet} />
            </BoardPanel>
          </main>
        </div>
      </HideProvider>
    </SaveProvider>
  );
}

const BoardView = memo(function BoardView({ workspace }: { workspace: Workspace }): ReactNode {
  const { view } = useView();
  // The tab answers at once; the board, which may be large, is rendered in slices.
  const board = useDeferredValue(view.board);
  if (board === 'ladder') return <LadderBoard workspace={workspace} />;
  if (board === 'layouts') return <LayoutsBoard workspace={workspace} />;
  const View = VIEWS[board];
  return (
    <>
      <div className="board-body">
        <View workspace={workspace} />
      </div>
      {view.sel === null || WITHOUT_FOOT.has(board) ? null : <Foot workspace={workspace} spot={null} />}
    </>
  );
});
