import { useState, type ReactNode } from 'react';
import { Icon } from '../common/Icon';
import type { IconName } from '../common/icons';
import { Words } from './Blocks';

/** A chapter or an exercise. */
export interface PanelEntry {
  readonly number: number;
  readonly title: string;
  /** All that is known of it, for screen readers. */
  readonly spoken: string;
  readonly isCurrent: boolean;
  readonly isDone: boolean;
  /** Marks beside its title. */
  readonly marks?: readonly IconName[];
  readonly onGo: () => void;
}

/** The way to each of a panel's parts: a dot each, and below a name, which opens the list of all names. */
export function PanelList({
  label,
  entries,
  name,
  beside,
  foot,
}: {
  readonly label: string;
  readonly entries: readonly PanelEntry[];
  readonly name: ReactNode;
  readonly beside: ReactNode;
  /** Under the names. */
  readonly foot?: ReactNode;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <nav aria-label={label}>
        <ol className="lesson-dots">
          {entries.map((entry) => (
            <li key={entry.number}>
              <Entry entry={entry} className="lesson-dot" onGone={() => setOpen(false)}>
                {entry.number}
              </Entry>
            </li>
          ))}
        </ol>
      </nav>
      <div className="lesson-chapter">
        <button
          type="button"
          className="lesson-name"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          title={label}
        >
          <strong>{name}</strong>
          <Icon name="chevron" size={12} />
        </button>
        <span className="muted small">{beside}</span>
      </div>
      {isOpen ? (
        <>
          <ol className="lesson-names">
            {entries.map((entry) => (
              <li key={entry.number}>
                <Entry entry={entry} className="button bare" onGone={() => setOpen(false)}>
                  <span className="lesson-names-number">{entry.number}</span>
                  <span>
                    <Words text={entry.title} />
                  </span>
                  {entry.marks?.map((mark) => (
                    <Icon key={mark} name={mark} size={12} />
                  ))}
                  {entry.isDone ? <Icon name="check" /> : null}
                </Entry>
              </li>
            ))}
          </ol>
          {foot}
        </>
      ) : null}
    </>
  );
}

function Entry({
  entry: { spoken, isCurrent, isDone, onGo },
  className,
  onGone,
  children,
}: {
  readonly entry: PanelEntry;
  readonly className: string;
  readonly onGone: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className={className}
      aria-current={isCurrent ? 'step' : undefined}
      data-done={isDone ? '' : undefined}
      aria-label={spoken}
      title={spoken}
      onClick={() => {
        onGo();
        onGone();
      }}
    >
      {children}
    </button>
  );
}
