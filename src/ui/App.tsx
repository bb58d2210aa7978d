import './styles';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import type { ReactNode } from 'react';
import type { Container } from '../core/model/archive';
import { DIR } from '../i18n/format';
import { I18nProvider } from '../i18n/i18n';
import { AnnounceProvider } from './common/announce';
import { ConsentCard } from './embed/ConsentCard';
import { EmbedFoot } from './embed/EmbedFoot';
import { EmbedWaiting } from './embed/EmbedWaiting';
import { ServicesProvider, useSession, useView, type Services } from './context';
import { RefusedChapter } from './lesson/RefusedChapter';
import { DropZone } from './open/DropZone';
import { Failed } from './open/Failed';
import { LinkGateCard, useGate } from './open/LinkGateCard';
import { Landing } from './open/Landing';
import { Opening } from './open/Opening';
import { CutSavesProvider } from './save/CutSaves';
import { Guard } from './shell/Guard';
import { LinkNote } from './shell/LinkNote';
import { useDocument } from './shell/useDocument';
import { usePageCommands } from './shell/usePageCommands';
import { useShortcuts } from './shell/useShortcuts';
import { useRest } from './useRest';

/** The page. */
export function App({ services }: { services: Services }): ReactNode {
  return (
    <ServicesProvider services={services}>
      <Localised />
    </ServicesProvider>
  );
}

function Localised(): ReactNode {
  const { lang, mode } = useView().view;
  const container = useContainer();
  const rest = useRest();
  return (
    <I18nProvider lang={lang} container={container}>
      <DirectionProvider direction={DIR[lang]}>
        <AnnounceProvider>
          <Guard>
            {mode === 'embed' ? null : <DropZone />}
            <ConsentCard />
            <LinkNote />
            <RefusedChapter />
            <CutSavesProvider>
              <Screen />
              {mode === 'embed' ? <EmbedFoot /> : null}
              {mode === 'present' && rest ? <rest.Present /> : null}
            </CutSavesProvider>
            {rest ? <rest.LessonPanel /> : null}
            {rest ? <rest.ExercisePanel /> : null}
            {rest ? <rest.Palette /> : null}
          </Guard>
        </AnnounceProvider>
      </DirectionProvider>
    </I18nProvider>
  );
}

function useContainer(): Container {
  const state = useSession();
  if (state.kind === 'open') return state.workspace.archive.container;
  return state.kind === 'failed' ? state.container : 'tar';
}

function Screen(): ReactNode {
  const state = useSession();
  const { paper, mode } = useView().view;
  const gate = useGate();
  const rest = useRest();
  useDocument(state);
  usePageCommands(state);
  useShortcuts(state);
  if (paper) return rest ? <rest.Paper kind={paper} /> : null;
  switch (state.kind) {
    case 'empty':
      if (gate) return <LinkGateCard gate={gate} />;
      return mode === 'embed' ? <EmbedWaiting /> : <Landing />;
    case 'opening':
      return <Opening state={state} />;
    case 'failed':
      return <Failed state={state} />;
    case 'open':
      return rest ? <rest.Workbench workspace={state.workspace} /> : null;
  }
}
