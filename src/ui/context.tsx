import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { Bench, BenchState } from '../app/bench';
import type { CompareNavigation } from '../app/compareNavigation';
import type { Comparison, ComparisonState } from '../app/comparison';
import type { Exercises, ExercisesState } from '../app/exercises/exercises';
import type { Exporter } from '../app/exporter';
import type { Lesson, LessonState } from '../app/lesson/lesson';
import type { Embedding } from '../app/embedding/embedding';
import type { Lit } from '../app/lit';
import type { Navigation } from '../app/navigation';
import type { Offers } from '../app/offers';
import type { Offline } from '../app/offline';
import type { OwnPage } from '../app/ownPage';
import type { Policy } from '../app/policy';
import type { Session, SessionState } from '../app/state';
import type { ViewState } from '../app/viewState';
import type { ViewStore } from '../app/viewStore';
import { useWatched } from './common/useWatched';

/** What the page is made over: created once, outside of React. */
export interface Services {
  readonly session: Session;
  readonly view: ViewStore;
  readonly navigation: Navigation;
  readonly comparison: Comparison;
  readonly comparing: CompareNavigation;
  readonly bench: Bench;
  readonly lit: Lit;
  readonly offers: Offers;
  readonly lesson: Lesson;
  readonly exercises: Exercises;
  readonly exporter: Exporter;
  readonly embedding: Embedding;
  readonly offline: Offline;
  readonly policy: Pick<Policy, 'isEnforced' | 'openTo'>;
  /** The page's own text, when it is one file. */
  readonly ownPage: OwnPage | null;
}

const Context = createContext<Services | null>(null);

/** Gives the services to everything inside it. */
export function ServicesProvider({ services, children }: { services: Services; children: ReactNode }): ReactNode {
  return <Context value={services}>{children}</Context>;
}

/** The services themselves, to act on. */
export function useServices(): Services {
  const services = useContext(Context);
  if (!services) throw new Error('useServices outside ServicesProvider');
  return services;
}

/** What the session shows now. */
export function useSession(): SessionState {
  const { session } = useServices();
  return useWatched(session.subscribe, session.getState);
}

/** What the open image is compared with. */
export function useComparison(): ComparisonState {
  const { comparison } = useServices();
  return useWatched(comparison.subscribe, comparison.getState);
}

/** What was done to a copy of what is open. */
export function useBench(): BenchState {
  const { bench } = useServices();
  return useWatched(bench.subscribe, bench.getState);
}

/** The view, and how to change it. */
export function useView(): { readonly view: ViewState; readonly update: ViewStore['update'] } {
  const { view } = useServices();
  return { view: useSyncExternalStore(view.subscribe, view.getView), update: view.update };
}

/** Where the lesson is. */
export function useLesson(): LessonState {
  const { lesson } = useServices();
  return useSyncExternalStore(lesson.subscribe, lesson.getState);
}

/** Where the reader is with the exercises. */
export function useExercises(): ExercisesState {
  const { exercises } = useServices();
  return useSyncExternalStore(exercises.subscribe, exercises.getState);
}
