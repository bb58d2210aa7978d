import type { ReactNode } from 'react';
import type { EnvValue, StatedList } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { CopyButton } from '../common/CopyButton';
import { Icon } from '../common/Icon';
import { HiddenValue } from '../common/Pieces';
import { useShownValues } from '../common/ShownValues';
import { KeyLink } from './KeyLink';
import { More } from './More';

/** Variables with their values hidden; what looks like a secret is marked. */
export function EnvTable({ env }: { env: StatedList<EnvValue> }): ReactNode {
  const { rich } = useI18n();
  return (
    <>
      <ul className="config-env">
        {env.items.map((each) => (
          <Variable key={each.at} env={each} />
        ))}
      </ul>
      <More of={env} />
      {env.items.some(({ secret }) => secret) ? <p className="muted">{rich('config.secretWhy')}</p> : null}
    </>
  );
}

function Variable({ env: { name, value, at, secret } }: { env: EnvValue }): ReactNode {
  const { t, rich } = useI18n();
  const { isShown, all, toggle } = useShownValues();
  const shown = isShown(name);
  return (
    <li data-secret={secret ? '' : undefined}>
      <KeyLink at={at}>
        <Code>{name}</Code>
      </KeyLink>
      {value === null ? (
        <span className="config-value muted">{rich('config.noValue')}</span>
      ) : (
        <>
          <Code className="config-value">{shown ? value : <HiddenValue />}</Code>
          {shown ? <CopyButton text={value} label={t('config.copyOf', { name })} /> : null}
          <button
            type="button"
            className="button small"
            aria-label={t(shown ? 'config.hideOf' : 'config.showOf', { name })}
            disabled={all}
            onClick={() => toggle(name)}
          >
            {rich(shown ? 'config.hide' : 'config.show')}
          </button>
        </>
      )}
      {secret ? (
        <span className="config-secret">
          <Icon name="lock" size={12} /> {rich('config.secret')}
        </span>
      ) : null}
    </li>
  );
}
