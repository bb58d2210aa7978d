import type { ReactNode } from 'react';
import { ICONS, MIRRORED, type IconName } from './icons';
import './Icon.css';

/** A glyph beside words; hidden from screen readers, so the words must say it too. */
export function Icon({ name, size = 14 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg
      className="icon"
      data-icon={name}
      data-mirrored={MIRRORED.has(name) ? '' : undefined}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
