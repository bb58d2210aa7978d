import type { ReactNode } from 'react';
import { visible } from '../../i18n/visible';
import { nameParts } from './memberText';

/** A member's name, left-to-right with each segment in its own direction; what is invisible in it is shown. */
export function MemberName({ name }: { name: string }): ReactNode {
  return (
    <code className="member-name" dir="ltr" lang="en" title={visible(name.slice(0, 2000))}>
      {nameParts(name).map(({ text, tail }, index) => {
        if (text === '/') return '/';
        if (!tail) return <bdi key={`${index}`}>{visible(text)}</bdi>;
        return (
          <span key={`${index}`}>
            <span className="tail">{text}</span>
            <span className="tail-cut" aria-hidden="true">
              …
            </span>
          </span>
        );
      })}
    </code>
  );
}
