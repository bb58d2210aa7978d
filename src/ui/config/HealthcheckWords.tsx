import type { ReactNode } from 'react';
import type { Healthcheck } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';

const DURATIONS = ['interval', 'timeout', 'startPeriod', 'startInterval'] as const;

/** What is tried and how often, as far as the config states it: the rest is the runtime's own. */
export function HealthcheckWords({ healthcheck }: { healthcheck: Healthcheck }): ReactNode {
  const { rich } = useI18n();
  const { test, retries } = healthcheck;
  const [kind, ...words] = test;
  if (kind === 'NONE') return rich('config.health.none');
  return (
    <>
      <Code>{kind === 'CMD-SHELL' ? words.join(' ') : JSON.stringify(kind === 'CMD' ? words : test)}</Code>
      <ul className="config-health">
        {DURATIONS.map((name) =>
          healthcheck[name] === null ? null : (
            <li key={name}>{rich(`config.health.${name}`, { value: healthcheck[name] })}</li>
          ),
        )}
        {retries === null ? null : <li>{rich('config.health.retries', { count: retries })}</li>}
      </ul>
    </>
  );
}
