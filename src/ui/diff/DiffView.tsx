import { useMemo, type ReactNode } from 'react';
import {
  DIFF_IGNORES,
  diffIgnores,
  ignoringDiff,
  type DiffIgnore,
  type IgnoringDiff,
} from '../../core/compare/diffIgnores';
import { diffJson, diffMarkdown, hiddenNames } from '../../core/compare/diffReport';
import { CAUSE_WEIGHTS, type Cause, type ImageDiff, type LayerRow } from '../../core/model/imageDiff';
import { FORMAT_IDS } from '../../core/model/archive';
import type { RowVerdict } from '../../core/model/integrity';
import { useI18n, type I18n, type Words } from '../../i18n/i18n';
import { visible, withoutIsolates } from '../../i18n/visible';
import { ExportControls } from '../common/ExportControls';
import { useShownValues } from '../common/ShownValues';
import { TakeText } from '../common/TakeText';
import { VerdictMark } from '../common/VerdictMark';
import { useServices, useView } from '../context';
import { DiffDocument } from './DiffDocument';
import { DiffFiles } from './DiffFiles';
import { DiffIdentityTable } from './DiffIdentityTable';
import { DiffLayers } from './DiffLayers';

const MARKS: Readonly<Record<ImageDiff['verdict'], RowVerdict>> = {
  identical: 'matches',
  same: 'matches',
  metadata: 'tolerated',
  different: 'mismatch',
  unknown: 'unknown',
  unchecked: 'unknown',
};

interface Names {
  readonly a: string;
  readonly b: string;
}

/** What came of comparing: the verdict, why digests differ, and all that is behind it. */
export function DiffView({ diff, isDone, names }: { diff: ImageDiff; isDone: boolean; names: Names }): ReactNode {
  const i18n = useI18n();
  const { rich } = i18n;
  const { comparison, exporter } = useServices();
  const { view } = useView();
  const ignored = useMemo(() => diffIgnores(view.ign), [view.ign]);
  const { isShown, all, toggleAll } = useShownValues();
  const hidden = useMemo(() => [...hiddenNames(diff)], [diff]);
  const asks = hidden.some((name) => !isShown(name));
  const left = useMemo(() => ignoringDiff(diff, ignored), [diff, ignored]);
  return (
    <>
      {isDone ? (
        <p className="diff-verdict" role="status">
          <VerdictMark verdict={MARKS[left.verdict]}>
            {rich(`diff.verdict.${left.verdict}`, left.counts)} {ignored.length > 0 ? rich('diff.ignoring') : null}
          </VerdictMark>
        </p>
      ) : null}
      {isDone && diff.layers.some(mayBeMeasured) ? (
        <p>
          <button type="button" className="button" onClick={comparison.measure}>
            {rich('diff.measure')}
          </button>
        </p>
      ) : null}
      <div className="table-tools">
        <Ignores ignored={ignored} />
        {hidden.length === 0 ? null : (
          <button type="button" className="button" aria-pressed={all} onClick={toggleAll}>
            {rich(all ? 'config.hideAll' : 'config.showAll')}
          </button>
        )}
        <ExportControls>
          <TakeText
            icon="download"
            asks={asks}
            take={(shown) => exporter.save(`${names.a}.diff.json`, diffJson(diff, shown))}
          >
            {rich('diff.json')}
          </TakeText>
          <TakeText
            icon="download"
            asks={asks}
            take={(shown) =>
              exporter.save(`${names.a}.diff.md`, withoutIsolates(markdown(i18n, diff, left, names, shown)))
            }
          >
            {rich('diff.markdown')}
          </TakeText>
        </ExportControls>
      </div>
      <Causes causes={left.causes} />
      <DiffIdentityTable diff={diff} names={names} />
      <DiffLayers rows={diff.layers} built={diff.built} />
      <DiffDocument view="config" document={diff.config} />
      <DiffDocument view="manifest" document={diff.manifest} />
      <DiffFiles diff={diff} aspects={left.aspects} />
    </>
  );
}

/** A layer that is here, and was not measured. */
function mayBeMeasured({ a, b }: LayerRow): boolean {
  return [a, b].some((layer) => layer !== null && layer.span !== null && !layer.measured);
}

function Ignores({ ignored }: { ignored: readonly DiffIgnore[] }): ReactNode {
  const { t, rich } = useI18n();
  const { update } = useView();
  const toggle = (each: DiffIgnore): void => {
    const next = DIFF_IGNORES.filter((name) => (name === each) !== ignored.includes(name));
    update({ ign: next.length > 0 ? next.join(',') : null });
  };
  return (
    <div className="diff-ignores" role="group" aria-label={t('diff.ignore')}>
      <span>{rich('diff.ignore')}</span>
      {DIFF_IGNORES.map((each) => (
        <button
          key={each}
          type="button"
          className="button"
          aria-pressed={ignored.includes(each)}
          onClick={() => toggle(each)}
        >
          {rich(`diff.ignore.${each}`)}
        </button>
      ))}
    </div>
  );
}

/** Places that are named one by one. */
const MOST_PLACES = 12;

function Causes({ causes }: { causes: readonly Cause[] }): ReactNode {
  const i18n = useI18n();
  const { t, rich, list } = i18n;
  return (
    <section className="diff-section">
      <h2>{rich('diff.why')}</h2>
      {causes.length === 0 ? <p>{rich('diff.noCause')}</p> : null}
      {CAUSE_WEIGHTS.map((weight) => {
        const own = causes.filter((cause) => cause.weight === weight);
        if (own.length === 0) return null;
        return (
          <div key={weight} className="diff-causes" data-weight={weight}>
            <h3>{rich(`diff.weight.${weight}`)}</h3>
            <ul>
              {own.map((cause) => (
                <li key={cause.code} data-cause={cause.code}>
                  {t(`cause.${cause.code}`, valuesOf(cause, i18n))}{' '}
                  <bdi className="muted">
                    {cause.layers.length > 0
                      ? rich('diff.inLayers', {
                          count: cause.layers.length,
                          list: [
                            ...cause.layers.slice(0, MOST_PLACES).map((layer) => layer + 1),
                            ...(cause.layers.length > MOST_PLACES ? ['…'] : []),
                          ].join(', '),
                        })
                      : list(cause.documents.map((name) => rich(`diff.inDocuments.${name}`)))}
                  </bdi>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** Layouts are named as they are everywhere; compressions are words of the field. */
function valuesOf(cause: Cause, { t }: I18n): Record<'count' | 'from' | 'to', number | Words> {
  const word = (text: string | null): Words => {
    if (text === null) return { words: t('diff.none') };
    if (cause.code !== 'layout') return { words: visible(text) };
    const names = FORMAT_IDS.filter((id) => text.split(' + ').includes(id)).map((id) => t(`format.${id}`));
    return { words: names.join(' + ') };
  };
  return { count: cause.count, from: word(cause.from), to: word(cause.to) };
}

function markdown(
  i18n: I18n,
  diff: ImageDiff,
  { verdict, counts, causes }: IgnoringDiff,
  names: Names,
  isShown: (name: string) => boolean,
): string {
  const { t } = i18n;
  return diffMarkdown(
    { ...diff, causes },
    {
      verdict: t(`diff.verdict.${verdict}`, counts),
      a: t('diff.aIs', { name: names.a }),
      b: t('diff.bIs', { name: names.b }),
      built: diff.built && t(`diff.built.${diff.built.base}`, { layers: diff.built.layers }),
      cause: (cause) => t(`cause.${cause.code}`, valuesOf(cause, i18n)),
      weight: ({ weight }) => t(`diff.weight.${weight}`),
      headings: { why: t('diff.why'), key: t('diff.key'), path: t('diff.path'), state: t('diff.state') },
      state: (state) => t(`diff.fileState.${state}`),
    },
    isShown,
  );
}
