import type { ReactNode } from 'react';
import './Segments.css';

/** A few choices side by side, of which one holds. */
export function Segments<T extends string>({
  label,
  choices,
  chosen,
  nameOf,
  titleOf,
  onChoose,
}: {
  label: string;
  choices: readonly T[];
  /** Null: none yet. */
  chosen: T | null;
  nameOf: (choice: T) => ReactNode;
  titleOf?: (choice: T) => string;
  onChoose: (choice: T) => void;
}): ReactNode {
  return (
    <div className="segments" role="group" aria-label={label}>
      {choices.map((each) => (
        <button
          key={each}
          type="button"
          className="button"
          aria-pressed={each === chosen}
          title={titleOf?.(each)}
          onClick={() => onChoose(each)}
        >
          {nameOf(each)}
        </button>
      ))}
    </div>
  );
}
