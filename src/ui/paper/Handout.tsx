import type { ReactNode } from 'react';
import type { MessageId } from '../../i18n/en';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { ColumnShape } from '../common/ColumnShape';
import { Icon } from '../common/Icon';
import { MediaTypeCard } from '../manifests/MediaTypeCard';
import { Side } from './Side';

const COLUMNS = ['v1', 'v2s2', 'oci'] as const;
const LAYERS = [1, 2, 3, 4];

/** What is written where, in the words of each format. */
const FIELDS = {
  pointer: { v1: 'repositories', v2s2: 'manifest.json: RepoTags', oci: 'index.json' },
  manifest: { v1: 'json: "parent"', v2s2: 'manifest: config, layers', oci: 'manifest: config, layers' },
  config: { v1: '<id>/json', v2s2: 'config', oci: 'config' },
  layer: { v1: '<id>/layer.tar', v2s2: 'layer', oci: 'blobs/sha256/…' },
  mark: { v1: '<id>/VERSION', v2s2: '"schemaVersion": 2', oci: 'oci-layout' },
} as const;

const TERMS = [
  ['layer', 'layer'],
  ['blob', 'blob'],
  ['digest', 'digest'],
  ['DiffID', 'diffId'],
  ['ChainID', 'chainId'],
  ['config', 'config'],
  ['Image ID', 'imageId'],
  ['manifest', 'manifest'],
  ['index', 'index'],
  ['media type', 'mediaType'],
  ['tag', 'tag'],
  ['whiteout', 'whiteout'],
] as const;

const COMMANDS = [
  ['docker pull node && docker save node -o node.tar', 'save'],
  ['tar -tvf node.tar', 'list'],
  ['tar -xOf node.tar manifest.json | jq .', 'archive'],
  ['tar -xOf node.tar blobs/sha256/DIGEST | sha256sum', 'sum'],
  ['skopeo inspect --raw docker-archive:node.tar | jq .', 'raw'],
  ['skopeo copy docker-archive:node.tar oci-archive:node-oci.tar', 'oci'],
] as const;

const CASCADE = ['byte', 'layer', 'config', 'imageId', 'manifest', 'index', 'pinned'] as const;

/** The learner's sheet: a ladder to fill in by hand, and what to keep. */
export function Handout(): ReactNode {
  const { rich } = useI18n();
  return (
    <>
      <Side page={1} pages={2}>
        <EmptyLadder />
        <MediaTypeCard rows={[]} />
      </Side>
      <Side page={2} pages={2}>
        <Glossary />
        <Commands />
        <Cascade />
        <p className="paper-notes">{rich('paper.notes')}</p>
        <Where />
      </Side>
    </>
  );
}

function EmptyLadder(): ReactNode {
  const { rich } = useI18n();
  return (
    <>
      <p className="paper-who">
        <span>{rich('paper.name')}</span>
        <span>{rich('paper.seat')}</span>
      </p>
      <h1>{rich('paper.ladder.title')}</h1>
      <p>{rich('paper.ladder.how')}</p>
      <table className="paper-ladder">
        <thead>
          <tr>
            <th scope="col">{rich('ladder.role')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                <ColumnShape column={column} /> {rich(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['pointer', 'manifest', 'config'] as const).map((role) => (
            <Row key={role} of={role} name={rich(`role.${role}`)} />
          ))}
          {LAYERS.map((n) => (
            <Row key={n} of="layer" name={rich('ladder.layer', { n })} />
          ))}
          <Row of="mark" name={rich('role.mark')} />
        </tbody>
      </table>
      <ol className="paper-tasks">
        <li>
          {rich('paper.ladder.mark', {
            check: <Icon key="check" name="check" size={12} />,
            random: <Icon key="random" name="random" size={12} />,
          })}
        </li>
        <li>{rich('paper.ladder.arrows')}</li>
        <li>{rich('paper.ladder.flip')}</li>
      </ol>
    </>
  );
}

function Row({ of, name }: { of: keyof typeof FIELDS; name: ReactNode }): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map((column) => (
        <td key={column} data-column={column}>
          <Code>{FIELDS[of][column]}</Code>
        </td>
      ))}
    </tr>
  );
}

function Glossary(): ReactNode {
  const { rich } = useI18n();
  return (
    <>
      <h2>{rich('paper.glossary.title')}</h2>
      <dl className="paper-terms">
        {TERMS.map(([term, id]) => (
          <div key={term}>
            <dt dir="ltr" lang="en">
              {term}
            </dt>
            <dd>{rich(`paper.glossary.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Commands(): ReactNode {
  const { rich } = useI18n();
  return (
    <>
      <h2>{rich('paper.commands.title')}</h2>
      <dl className="paper-commands">
        {COMMANDS.map(([command, id]) => (
          <div key={id}>
            <dt>
              <Code>{command}</Code>
            </dt>
            <dd>{rich(`paper.commands.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Cascade(): ReactNode {
  const { rich } = useI18n();
  return (
    <>
      <h2>{rich('paper.cascade.title')}</h2>
      <ol className="paper-cascade">
        {CASCADE.map((step, index) => (
          <li key={step}>
            {index === 0 ? null : <Icon name="arrow" size={14} />}
            <span>{rich(`paper.cascade.${step}` satisfies MessageId)}</span>
          </li>
        ))}
      </ol>
      <p className="paper-v1">
        <ColumnShape column="v1" /> {rich('paper.cascade.v1')}
      </p>
    </>
  );
}

/** The address of this copy of the page, where it has one that others can open. */
function Where(): ReactNode {
  const { rich } = useI18n();
  const isShared = /^https?:$/.test(location.protocol) && !/^(?:localhost|127\.|\[::1\])/.test(location.host);
  return (
    <p className="paper-where">
      {rich('paper.where')}{' '}
      {isShared ? <Code>{`${location.origin}${location.pathname}`}</Code> : <span className="paper-line" />}
    </p>
  );
}
