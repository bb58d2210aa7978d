import { useId, type ReactNode } from 'react';
import type { SystemFile } from '../../core/model/packages';
import { useI18n } from '../../i18n/i18n';
import { Code, Name } from '../../i18n/isolates';

/** Which system the image says it is. */
export function SystemCard({ systems }: { systems: readonly SystemFile[] }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const id = useId();
  const last = systems.at(-1);
  return (
    <section className="packages-card" aria-labelledby={id}>
      <h2 id={id}>{rich('packages.system')}</h2>
      {last ? <System system={last} /> : <p className="muted">{rich('packages.system.none')}</p>}
      {systems.slice(0, -1).map((each) =>
        each.path === last?.path && each.release.prettyName !== last.release.prettyName ? (
          <p key={`${each.path} ${each.layer}`} className="muted small">
            {rich('packages.system.before', {
              name: each.release.prettyName ?? each.release.name ?? '—',
              layer: formatNumber(each.layer + 1),
            })}
          </p>
        ) : null,
      )}
    </section>
  );
}

function System({ system: { path, layer, there, release } }: { system: SystemFile }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const facts = [
    ['packages.system.id', release.id],
    ['packages.system.version', release.version ?? release.versionId ?? release.buildId],
    ['packages.system.codename', release.codename],
    ['packages.system.like', release.idLike],
    ['packages.system.support', release.supportEnd],
  ] as const;
  return (
    <>
      <p className="packages-system">
        <Name>{release.prettyName ?? release.name ?? release.id ?? '—'}</Name>
      </p>
      <dl>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{rich(name)}</dt>
              <dd>
                <Code>{value}</Code>
              </dd>
            </div>
          ),
        )}
      </dl>
      <p className="muted small">
        {rich(there ? 'packages.system.from' : 'packages.system.gone', { path, layer: formatNumber(layer + 1) })}
      </p>
    </>
  );
}
