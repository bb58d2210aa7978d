import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { BOARDS, type Board } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { LadderBoard } from '../compare/LadderBoard';
import { useView } from '../context';
import { DocumentsBoard } from '../documents/DocumentsBoard';
import { FileButton } from '../open/FileButton';
import { LayersBoard } from '../tables/LayersBoard';
import { MembersBoard } from '../tables/MembersBoard';
import { Foot } from './Foot';
import { Identity } from './Identity';
import { NetworkLock } from './NetworkLock';
import { Notices } from './Notices';
import { ReportButton } from './ReportButton';
import { TopBar } from './TopBar';
import { VerdictLine } from './VerdictLine';
import './Workbench.css';

const VIEWS: Readonly<Record<Exclude<Board, 'ladder'>, (props: { workspace: Workspace }) => ReactNode>> = {
  layers: LayersBoard,
  documents: DocumentsBoard,
  members: MembersBoard,
};

/** An open archive: what it is, what holds, and the boards onto it. */
export function Workbench({ workspace }: { workspace: Workspace }): ReactNode {
  const { t, rich } = useI18n();
  const { view, update } = useView();
  return (
    <Tabs.Root
      className="workbench"
      value={view.board}
      onValueChange={(value) => {
        const board = BOARDS.find((each) => each === value);
        if (board) update({ board });
      }}
    >
      <TopBar
        actions={
          <>
            <ReportButton name={workspace.archive.name} />
            <FileButton>{rich('app.openAnother')}</FileButton>
          </>
        }
      >
        <Identity workspace={workspace} />
      </TopBar>
      <main className="workbench-main">
        <div className="status-line">
          <Tabs.List className="boards" aria-label={t('board.label')}>
            {BOARDS.map((board) => (
              <Tabs.Tab key={board} value={board} className="board-tab">
                {rich(`board.${board}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <VerdictLine workspace={workspace} />
          <NetworkLock />
        </div>
        <Notices workspace={workspace} />
        {BOARDS.map((board) => (
          <Tabs.Panel key={board} value={board} className="board">
            <BoardView board={board} workspace={workspace} />
          </Tabs.Panel>
        ))}
      </main>
    </Tabs.Root>
  );
}

function BoardView({ board, workspace }: { board: Board; workspace: Workspace }): ReactNode {
  const { view } = useView();
  if (board === 'ladder') return <LadderBoard workspace={workspace} />;
  const View = VIEWS[board];
  return (
    <>
      <div className="board-body">
        <View workspace={workspace} />
      </div>
      {view.sel === null ? null : <Foot workspace={workspace} spot={null} />}
    </>
  );
}
