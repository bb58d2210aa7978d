import { StrictMode } from 'react';
import { createLit } from './app/lit';
import { createRoot } from 'react-dom/client';
import { createCompareNavigation } from './app/compareNavigation';
import { createComparison } from './app/comparison';
import { createNavigation } from './app/navigation';
import { readOwnPage } from './app/ownPage';
import { createPolicy } from './app/policy';
import { loadSamples } from './app/samples';
import { createSession } from './app/session';
import { createViewStore } from './app/viewStore';
import { App } from './ui/App';
import { createPool } from './worker/pool';
import { poolSize, spawnWorker } from './worker/spawn';

const ownPage = readOwnPage(document);
const view = createViewStore(window);
const engine = createPool({ size: poolSize(), spawn: spawnWorker });
const session = createSession(engine);
const policy = createPolicy(window);
const navigation = createNavigation(session, view, {
  policy,
  // Workers keep the policy that the page had when they started.
  lock: () => policy.tighten() && engine.restart(),
});
const comparison = createComparison(engine, session);
const comparing = createCompareNavigation(session, view, comparison);
const services = { session, view, navigation, comparison, comparing, lit: createLit(), policy, ownPage };
if (ownPage?.carried) navigation.openCarried(ownPage.carried);
void loadSamples().finally(engine.warm);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  );
}
