import { createContext, useContext } from 'react';
import type { Finding } from '../../core/model/representation';
import type { Mark } from './marks';
import type { Target } from './targets';

/** What the marks of one document need to know of the rest. */
export interface Reading {
  /** What a name names; undefined when nothing here has it. */
  target: (name: string) => Target | undefined;
  /** What came of the claim that the document makes with this digest. */
  finding: (name: string) => Finding | null;
  /** The address of what a mark names, for a link. */
  href: (target: Target) => string;
  follow: (target: Target) => void;
  /** Shows what a mark means. */
  explain: (mark: Mark) => void;
  /** Selects the part that a mark names, if it names one. */
  select: (mark: Mark) => void;
}

const Context = createContext<Reading | null>(null);
export const ReadingProvider = Context;

export function useReading(): Reading {
  const reading = useContext(Context);
  if (!reading) throw new Error('useReading outside ReadingProvider');
  return reading;
}
