import { useId, type ReactNode } from 'react';
import type { Installed } from '../../core/model/packages';
import { useI18n } from '../../i18n/i18n';
import { Path } from '../../i18n/isolates';

/** The databases that say what is installed, what is odd about them, and what nobody says. */
export function DatabaseList({
  installed: { databases, packages, unread, unreadCount },
}: {
  installed: Installed;
}): ReactNode {
  const { rich, list, formatNumber } = useI18n();
  const id = useId();
  return (
    <section className="packages-card" aria-labelledby={id}>
      <h2 id={id}>{rich('packages.databases')}</h2>
      {databases.length > 0 ? (
        <ul>
          {databases.map(({ path, layers, goneIn, count, problem }) => (
            <li key={path}>
              <Path>{path}</Path> <span>{rich('packages.database.count', { count })}</span>{' '}
              <span className="muted">
                {rich('packages.database.layers', { layers: list(layers.map((layer) => formatNumber(layer + 1))) })}
              </span>{' '}
              {goneIn === null ? null : (
                <strong>{rich('packages.database.gone', { layer: formatNumber(goneIn + 1) })}</strong>
              )}{' '}
              {problem === null ? null : <strong>{rich(`packageProblem.${problem}`)}</strong>}
            </li>
          ))}
        </ul>
      ) : null}
      {databases.length === 0 && packages.length === 0 ? <p>{rich('packages.none')}</p> : null}
      {unreadCount > 0 ? (
        <details>
          <summary>{rich('packages.unread', { count: unreadCount })}</summary>
          <ul>
            {unread.map(({ path, problem }) => (
              <li key={path}>
                <Path>{path}</Path> <span className="muted">{rich(`packageProblem.${problem}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="muted small">{rich('packages.limits')}</p>
    </section>
  );
}
