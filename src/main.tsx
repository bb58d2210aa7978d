import { StrictMode } from 'react';
import { createLit } from './app/lit';
import { createRoot } from 'react-dom/client';
import { createNavigation } from './app/navigation';
import { loadSamples } from './app/samples';
import { createSession } from './app/session';
import { createViewStore } from './app/viewStore';
import { App } from './ui/App';
import { createPool } from './worker/pool';
import { poolSize, spawnWorker } from './worker/spawn';

const view = createViewStore(window);
const engine = createPool({ size: poolSize(), spawn: spawnWorker });
const session = createSession(engine);
const services = { session, view, navigation: createNavigation(session, view), lit: createLit() };
void loadSamples().finally(engine.warm);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  );
}
