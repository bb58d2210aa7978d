import { StrictMode } from 'react';
import { builtinExercises } from './app/exercises/builtin';
import { createExercises } from './app/exercises/exercises';
import { createProgress } from './app/exercises/progress';
import { builtinChapters } from './app/lesson/builtin';
import { createLesson, DoneSteps } from './app/lesson/lesson';
import { withChapters } from './app/lesson/openChapter';
import { createLit } from './app/lit';
import { createRoot } from 'react-dom/client';
import { createBench } from './app/bench';
import { createCompareNavigation } from './app/compareNavigation';
import { createComparison } from './app/comparison';
import { createEmbedding } from './app/embedding/embedding';
import { startTelling } from './app/embedding/telling';
import { hasInbox, takeInbox } from './app/inbox';
import { createNavigation } from './app/navigation';
import { readOwnPage } from './app/ownPage';
import { keptIn } from './app/kept';
import { createPolicy } from './app/policy';
import { loadSamples, openSample } from './app/samples';
import { watchLaunches } from './app/launched';
import { createOffers } from './app/offers';
import { createOffline } from './app/offline';
import { createExporter } from './app/exporter';
import { createSession } from './app/session';
import { createViewStore } from './app/viewStore';
import { App } from './ui/App';
import { watchHeight } from './ui/embed/watchHeight';
import { loadRest } from './ui/useRest';
import { loadLanguage, loadLanguages } from './languages';
import { createPool, poolSize } from './worker/pool';

const ownPage = readOwnPage(document);
const view = createViewStore(window);
// Before anything is shown, and one that cannot be read is shown in English.
await Promise.allSettled([loadLanguage('en'), loadLanguage(view.getView().lang)]);
// A link to one of them needs all, and reading them is as much as everything else here: tasks of their own keep the page answering.
const { lang, lesson: chapter, exercise } = view.getView();
if (chapter !== null) await apart(() => builtinChapters(lang));
if (exercise !== null) await apart(() => builtinExercises(lang));
const engine = createPool({
  size: poolSize(),
  spawn: () => import('./worker/spawn').then(({ spawnWorker }) => spawnWorker),
});
const session = createSession(engine);
const policy = createPolicy(window);
const opening = createNavigation(session, view, {
  policy,
  // Workers keep the policy that the page had when they started.
  lock: () => policy.tighten() && engine.restart(),
});
const lesson = createLesson({
  session,
  view,
  chaptersIn: builtinChapters,
  openOwn: opening.openOwn,
  kept: keptIn(window, 'tabaqa.lesson', DoneSteps),
});
const navigation = withChapters(opening, lesson);
const comparison = createComparison(engine, session);
const comparing = createCompareNavigation(session, view, comparison);
const exercises = createExercises({
  session,
  view,
  engine,
  comparison,
  progress: createProgress(window),
  loadSample: openSample,
  textsIn: builtinExercises,
});
const bench = createBench(engine, session, view);
const embedding = createEmbedding(window, { session, navigation, views: view });
if (view.getView().mode === 'embed' && window.parent !== window) {
  startTelling({ parent: window.parent, watchHeight }, { session, views: view, embedding });
}
const offline = createOffline({
  isSecureContext,
  location,
  isFramed: window.parent !== window,
  // The development server has no files to keep, nor has the page as one file.
  workers: import.meta.env.PROD && !ownPage ? navigator.serviceWorker : undefined,
  get localStorage() {
    return localStorage;
  },
});
const services = {
  session,
  view,
  navigation,
  comparison,
  comparing,
  bench,
  embedding,
  lit: createLit(),
  offers: createOffers(),
  lesson,
  exercises,
  exporter: createExporter(session),
  offline,
  policy,
  ownPage,
};
if (ownPage?.carried) navigation.openCarried(ownPage.carried);
watchLaunches(window, (file) => navigation.openOwn({ kind: 'file', file }));
if (hasInbox(location.search)) {
  // The file is there once: opened again, the address is that of an empty page.
  history.replaceState(history.state, '', location.pathname + location.hash);
  void takeInbox(globalThis.caches, new URL('./', location.href).href).then((file) => {
    if (file) navigation.openOwn({ kind: 'file', file });
  });
}

/** Does it between two tasks. */
async function apart(work: () => unknown): Promise<void> {
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  await turn();
  work();
  await turn();
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  );
}

// What the first screen does without comes after it. All of it comes, so that nothing that is done later is a request: samples last, whose buttons
// wait for them.
requestAnimationFrame(() =>
  setTimeout(() => void Promise.allSettled([loadRest(), engine.warm(), loadLanguages()]).then(loadSamples)),
);
