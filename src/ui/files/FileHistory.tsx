import { useMemo, type ReactNode } from 'react';
import type { ImageFiles } from '../../app/state';
import type { FileViewQuery } from '../../core/model/fileView';
import type { ImageLayer } from '../../core/model/archive';
import { pathOfNode } from '../../core/model/fileTree';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { commandText } from '../common/commandText';
import { Icon } from '../common/Icon';
import { MemberName } from '../tables/MemberName';
import { modeText } from '../tables/memberText';
import { useView } from '../context';
import { ChangeMark } from './ChangeMark';
import { FileContents } from './FileContents';
import { fileRefAt } from './fileRef';
import { SaveFolder } from './SaveFolder';
import { historyOf, type FileStep } from './fileHistory';

/** What every layer did to a path, which instruction that was, and what is left of it. */
export function FileHistory({
  files,
  layers,
  node,
  query,
  onLayer,
  onClose,
}: {
  files: ImageFiles;
  layers: readonly ImageLayer[];
  node: number;
  /** The view that a folder is saved from. */
  query: FileViewQuery;
  onLayer: (layer: number) => void;
  onClose: () => void;
}): ReactNode {
  const { t, rich, formatBytes, formatNumber } = useI18n();
  const { steps, finalLayer, times, bytes, hidden } = useMemo(() => historyOf(files, node), [files, node]);
  const { view, update } = useView();
  const looked = steps.findLast(({ layer, change }) => `${layer + 1}` === view.look && change !== 'removed');
  const file = looked ? fileRefAt(files, looked.event) : null;
  const path = pathOfNode(files.tree.nodes, node);
  const last = steps.at(-1);
  const links = steps.filter(({ type, change }) => type === 'hardlink' && change !== 'removed');
  const linked = links.at(-1)?.linked ?? null;
  return (
    <section className="file-history" aria-label={t('files.history')}>
      <header>
        <h2>
          <MemberName name={path} />
        </h2>
        {last?.type === 'directory' ? <SaveFolder files={files} query={query} node={node} /> : null}
        <button type="button" className="button" aria-label={t('files.closeHistory')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <ol>
        {steps.map((step) => (
          <li key={step.event}>
            <button type="button" className="button" onClick={() => onLayer(step.layer)}>
              {rich('files.layerNumber', { number: formatNumber(step.layer + 1) })}
            </button>
            <ChangeMark change={step.change} />
            <StepFacts step={step} />
            {step.change !== 'removed' && fileRefAt(files, step.event) ? (
              <button
                type="button"
                className="button"
                aria-pressed={step === looked}
                onClick={() => update({ look: step === looked ? null : `${step.layer + 1}` })}
              >
                {rich('files.look')}
              </button>
            ) : null}
            <Code className="one-line muted">{commandText(layers[step.layer]?.createdBy ?? null) ?? ''}</Code>
          </li>
        ))}
      </ol>
      <p>
        {finalLayer === null
          ? rich('files.history.gone')
          : rich('files.history.there', { layer: formatNumber(finalLayer + 1) })}{' '}
        {times === 0
          ? null
          : rich('files.history.stored', {
              count: times,
              bytes: <bdi>{formatBytes(bytes)}</bdi>,
              hidden: <bdi>{formatBytes(hidden)}</bdi>,
            })}{' '}
        {links.length === 0
          ? null
          : linked === null
            ? rich('files.history.noLink')
            : rich('files.history.link', { target: linked })}
      </p>
      {looked && file ? (
        <FileContents
          file={file}
          path={path}
          entry={looked.entry}
          layer={looked.layer + 1}
          onClose={() => update({ look: null })}
        />
      ) : null}
    </section>
  );
}

function StepFacts({ step: { change, type, size, entry, by } }: { step: FileStep }): ReactNode {
  const { rich } = useI18n();
  if (change === 'removed') {
    if (by === null) return null;
    const isWhiteout = by.slice(by.lastIndexOf('/') + 1).startsWith('.wh.');
    return <span>{rich(isWhiteout ? 'files.history.byWhiteout' : 'files.history.byOther', { name: by })}</span>;
  }
  return (
    <span className="file-facts">
      {type === 'file' ? <Bytes value={size} /> : null}
      {entry ? (
        <>
          <Code>{modeText(entry.mode, type)}</Code>
          <Ltr>{`${entry.uid}:${entry.gid}`}</Ltr>
          {entry.link === '' ? null : <span>{rich('files.leadsTo', { target: entry.link })}</span>}
        </>
      ) : null}
    </span>
  );
}
