import { StrictMode } from 'react';
import { createLit } from './app/lit';
import { createRoot } from 'react-dom/client';
import { createBench } from './app/bench';
import { createCompareNavigation } from './app/compareNavigation';
import { createComparison } from './app/comparison';
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
const navigation = createNavigation(session, view);
const comparison = createComparison(engine, session);
const comparing = createCompareNavigation(session, view, comparison);
const bench = createBench(engine, session, view);
const services = { session, view, navigation, comparison, comparing, bench, lit: createLit() };
void loadSamples().finally(engine.warm);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  );
}
