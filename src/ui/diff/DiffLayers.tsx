import type { ReactNode } from 'react';
import { FILE_ASPECTS, type DiffLayer, type EntryCounts, type ImageDiff } from '../../core/model/imageDiff';
import { cutPieces } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { Digest } from '../common/Digest';
import { Pieces } from '../common/Pieces';
import { DiffScroll } from './DiffScroll';

/** Rows that are shown: an image that runs has at most 127 layers. */
const MOST_ROWS = 512;
/** Of what made a layer. */
const MOST_CHARACTERS = 300;

/** The layers of both in two columns, the base first; what only one has leaves a gap in the other. */
export function DiffLayers({ rows, built }: Pick<ImageDiff, 'built'> & { rows: ImageDiff['layers'] }): ReactNode {
  const { t, rich } = useI18n();
  return (
    <section className="diff-section">
      <h2>{rich('diff.layers')}</h2>
      {built ? <p>{rich(`diff.built.${built.base}`, { layers: built.layers })}</p> : null}
      <DiffScroll label={t('diff.layersLabel')}>
        <table className="diff-table" aria-label={t('diff.layers')}>
          <thead>
            <tr>
              <th scope="col">{rich('diff.a')}</th>
              <th scope="col">{rich('diff.b')}</th>
              <th scope="col">{rich('diff.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map(({ a, b, state, entries }) => (
              <tr key={`${a?.number}:${b?.number}`} data-state={state}>
                <td>{a ? <Layer layer={a} /> : null}</td>
                <td>{b ? <Layer layer={b} /> : null}</td>
                <td>
                  {rich(`diff.layer.${state}`)}
                  {entries ? <Entries entries={entries} /> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </DiffScroll>
    </section>
  );
}

function Layer({ layer }: { layer: DiffLayer }): ReactNode {
  const { formatNumber } = useI18n();
  const { number, diffId, digest, compression, size, createdBy } = layer;
  const name = diffId ?? digest;
  return (
    <span className="diff-layer">
      <b>{formatNumber(number)}</b>
      {name === null ? null : <Digest value={name} copy={false} />}
      {compression === null ? null : <Code>{compression}</Code>}
      {size === null ? null : <Bytes value={size} />}
      {createdBy === null ? null : (
        <Code className="one-line muted">
          <Pieces pieces={cutPieces(createdBy, MOST_CHARACTERS).pieces} />
        </Code>
      )}
    </span>
  );
}

function Entries({ entries }: { entries: EntryCounts }): ReactNode {
  const { rich, list, formatNumber } = useI18n();
  const counted = FILE_ASPECTS.flatMap((aspect) =>
    entries.aspects[aspect] > 0
      ? [
          <span key={aspect}>
            {rich(`diff.aspect.${aspect}`)} <bdi>{formatNumber(entries.aspects[aspect])}</bdi>
          </span>,
        ]
      : [],
  );
  const lone = (
    [
      ['only-a', entries.onlyA],
      ['only-b', entries.onlyB],
    ] as const
  ).flatMap(([state, count]) =>
    count > 0
      ? [
          <span key={state}>
            {rich(`diff.fileState.${state}`)} <bdi>{formatNumber(count)}</bdi>
          </span>,
        ]
      : [],
  );
  return <div className="muted">{list([...counted, ...lone])}</div>;
}
