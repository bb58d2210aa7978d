import type { ReactNode } from 'react';
import type { ConfigCard, Stated, StatedCommand, StatedList } from '../../core/model/configView';
import type { MessageId } from '../../i18n/en';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr, Name } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import { EnvTable } from './EnvTable';
import { HealthcheckWords } from './HealthcheckWords';
import { KeyLink } from './KeyLink';
import { More } from './More';
import { Pieces } from '../common/Pieces';

/** What each row is called, in the order of the card. */
const NAMES = {
  entrypoint: 'config.entrypoint',
  cmd: 'config.cmd',
  env: 'config.env',
  user: 'config.user',
  workdir: 'config.workdir',
  ports: 'config.ports',
  volumes: 'config.volumes',
  labels: 'config.labels',
  healthcheck: 'config.healthcheck',
  stopSignal: 'config.stopSignal',
  stopTimeout: 'config.stopTimeout',
  shell: 'config.shell',
  onbuild: 'config.onbuild',
  platform: 'config.platform',
  osFeatures: 'config.osFeatures',
  created: 'config.created',
  author: 'config.author',
  dockerVersion: 'config.dockerVersion',
  comment: 'config.comment',
} as const satisfies Readonly<Record<Exclude<keyof ConfigCard, 'odd'>, MessageId>>;
type Row = keyof typeof NAMES;
const ROWS = Object.keys(NAMES) as readonly Row[];
/** What an image may well go without is not missed. */
const MISSED: readonly Row[] = [
  'entrypoint',
  'cmd',
  'env',
  'user',
  'workdir',
  'ports',
  'volumes',
  'labels',
  'healthcheck',
  'stopSignal',
];

/** A config to read. What it does not state is named at the end. */
export function ConfigCardView({ card }: { card: ConfigCard }): ReactNode {
  const { t, rich, list } = useI18n();
  const missed = MISSED.filter((row) => card[row] === null);
  return (
    <>
      <dl className="config-card">
        {ROWS.map((row) => {
          const stated = card[row];
          if (stated === null) return null;
          return (
            <div key={row} data-row={row}>
              <dt>
                <KeyLink at={stated.at}>{rich(NAMES[row])}</KeyLink>
              </dt>
              <dd>
                <Value card={card} row={row} />
              </dd>
            </div>
          );
        })}
      </dl>
      {missed.length === 0 ? null : (
        <p className="config-note muted">
          {rich('config.notStated', { names: list(missed.map((row) => t(NAMES[row]))) })}
        </p>
      )}
      {card.odd.map(({ value, at }) => (
        <p key={at} className="config-note">
          <Icon name="warning" /> <span>{rich('config.odd', { type: t(`config.type.${value}`), at })}</span>
        </p>
      ))}
    </>
  );
}

function Value({ card, row }: { card: ConfigCard; row: Row }): ReactNode {
  const { rich } = useI18n();
  switch (row) {
    case 'entrypoint':
    case 'cmd':
      return card[row] && <Command command={card[row]} />;
    case 'env':
      return card.env && <EnvTable env={card.env} />;
    case 'user':
    case 'workdir':
    case 'stopSignal':
    case 'dockerVersion':
      return <Code>{card[row]?.value}</Code>;
    case 'author':
    case 'comment':
      return <Name>{card[row]?.value ?? ''}</Name>;
    case 'created':
      return card.created && <Time value={card.created.value} />;
    case 'ports':
    case 'volumes':
      return card[row] && <Values list={card[row]} />;
    case 'labels':
      return card.labels && <Labels labels={card.labels} />;
    case 'healthcheck':
      return card.healthcheck && <HealthcheckWords healthcheck={card.healthcheck} />;
    case 'stopTimeout':
      return rich('config.seconds', { count: card.stopTimeout?.value ?? 0 });
    case 'shell':
      return <Code>{JSON.stringify(card.shell?.items)}</Code>;
    case 'onbuild':
    case 'osFeatures':
      return card[row] && <Texts list={card[row]} />;
    case 'platform':
      return card.platform && <PlatformWords platform={card.platform} />;
  }
}

function Command({ command }: { command: StatedCommand }): ReactNode {
  const { rich } = useI18n();
  return (
    <>
      <Code>
        <Pieces pieces={command.pieces} />
      </Code>
      <span className="config-form muted">{rich(`config.form.${command.form}`)}</span>
    </>
  );
}

/** A time as people read it, in UTC, with the exact text as title. */
function Time({ value }: { value: string }): ReactNode {
  const { formatDate } = useI18n();
  const date = formatDate(Date.parse(value) / 1000);
  return date === null ? (
    <Code>{value}</Code>
  ) : (
    <time dateTime={value} title={value}>
      <bdi>{date}</bdi> <Ltr>UTC</Ltr>
    </time>
  );
}

function PlatformWords({ platform }: { platform: NonNullable<ConfigCard['platform']> }): ReactNode {
  const { rich } = useI18n();
  const { os, architecture, variant, osVersion } = platform.value;
  return (
    <>
      <Code>{[os, architecture, variant].filter((each) => each !== undefined && each !== '').join('/')}</Code>
      {osVersion === undefined ? null : <span>{rich('config.osVersion', { version: osVersion })}</span>}
    </>
  );
}

function Values({ list }: { list: StatedList<Stated<string>> }): ReactNode {
  return (
    <>
      <ul className="config-values">
        {list.items.map(({ value, at }) => (
          <li key={at}>
            <Code>{value}</Code>
          </li>
        ))}
      </ul>
      <More of={list} />
    </>
  );
}

function Texts({ list }: { list: StatedList<string> }): ReactNode {
  return (
    <>
      <ol className="config-values config-texts">
        {list.items.map((text, index) => (
          <li key={`${index}`}>
            <Code>{text}</Code>
          </li>
        ))}
      </ol>
      <More of={list} />
    </>
  );
}

function Labels({ labels }: { labels: NonNullable<ConfigCard['labels']> }): ReactNode {
  return (
    <>
      <dl className="config-pairs">
        {labels.items.map(({ name, value, at }) => (
          <div key={at}>
            <dt>
              <KeyLink at={at}>
                <Code>{name}</Code>
              </KeyLink>
            </dt>
            <dd>
              <Name>{value ?? ''}</Name>
            </dd>
          </div>
        ))}
      </dl>
      <More of={labels} />
    </>
  );
}
