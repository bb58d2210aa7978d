import type { ReactNode } from 'react';
import type { I18n } from '../../i18n/i18n';

const ROLES = { pointer: 'role.pointer', manifest: 'role.manifest', config: 'role.config', mark: 'role.mark' } as const;

/** A part of an image as the ladder calls it. */
export function partName({ rich }: I18n, part: string): ReactNode {
  const layer = /^layer:(\d+)$/.exec(part)?.[1];
  if (layer !== undefined) return rich('ladder.layer', { n: layer });
  return Object.hasOwn(ROLES, part) ? rich(ROLES[part as keyof typeof ROLES]) : part;
}
