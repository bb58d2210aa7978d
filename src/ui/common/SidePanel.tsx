import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from './Icon';
import './SidePanel.css';

export interface SidePanelProps {
  /** The panel itself can have the focus, by this id. */
  readonly id: string;
  /** What it is, for screen readers. */
  readonly label: string;
  readonly title: ReactNode;
  /** Under the title, always in sight. */
  readonly head?: ReactNode;
  /** At its end, always in sight. */
  readonly foot?: ReactNode;
  /** Words of the button that closes it. */
  readonly closeLabel: ReactNode;
  readonly onClose: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** Something beside the page that leaves it usable: at the inline end where there is room, at the foot of small screens. One at a time. */
export function SidePanel({
  id,
  label,
  title,
  head,
  foot,
  closeLabel,
  onClose,
  onKeyDown,
  children,
}: SidePanelProps): ReactNode {
  return (
    // It only listens to keys pressed in what is inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside id={id} className="side-panel" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="side-panel-head">
        <div className="side-panel-title">
          <h2>{title}</h2>
          <button type="button" className="button bare" onClick={onClose}>
            {closeLabel}
            <Icon name="close" />
          </button>
        </div>
        {head}
      </div>
      <div className="side-panel-body">{children}</div>
      {foot === undefined ? null : <div className="side-panel-foot">{foot}</div>}
    </aside>
  );
}
