import type { ReactNode } from 'react';
import type { ConfigHistory, ConfigStep, StepLayer } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';
import { Code, Name } from '../../i18n/isolates';
import { usePlaces } from './context';
import { KeyLink } from './KeyLink';
import { LayerBlock } from './LayerBlock';
import { Pieces } from '../common/Pieces';

/** The steps of the image, those that made no layer as thin lines between the layers. */
export function Timeline({ history }: { history: ConfigHistory }): ReactNode {
  const { t, rich } = useI18n();
  const { steps, layers, state, total } = history;
  const largest = Math.max(1, ...layers.map(({ size }) => size ?? 0));
  const loose = layers.filter(({ step }) => step === null);
  return (
    <>
      <p className="config-summary">
        <Summary history={history} />
      </p>
      <ol className="timeline" aria-label={t('config.timeline')}>
        {steps.map((step, index) => (
          <Step
            key={step.number}
            step={step}
            layer={step.layer === null ? null : (layers[step.layer] ?? null)}
            largest={largest}
            isKnown={state === 'aligned'}
            saysBuilder={steps[index - 1]?.builder !== step.builder}
          />
        ))}
      </ol>
      {total > steps.length ? (
        <p className="muted">{rich('config.moreSteps', { count: total - steps.length })}</p>
      ) : null}
      {loose.length === 0 || total > steps.length ? null : (
        <>
          <h2>{rich('config.looseLayers')}</h2>
          <ul className="timeline">
            {loose.map((layer) => (
              <li key={layer.part} className="step" data-makes="layer">
                <LayerBlock layer={layer} largest={largest} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Instructions that change files. */
const WORKERS: ReadonlySet<string | null> = new Set(['RUN', 'COPY', 'ADD']);

/** Why there are more steps than layers. */
function Summary({ history }: { history: ConfigHistory }): ReactNode {
  const { rich } = useI18n();
  const { state, total, makers, layers, steps } = history;
  if (state === 'none') return rich('config.noHistory');
  if (state === 'differs') return rich('config.stepsDiffer', { makers, layers: layers.length });
  const empty = total - makers;
  const busy = steps.filter((step) => step.empty && WORKERS.has(step.instruction)).length;
  return (
    <>
      {rich('config.steps', { steps: total, layers: layers.length, empty })}{' '}
      {empty === 0
        ? null
        : busy === 0
          ? rich('config.onlyConfig', { empty })
          : rich('config.squashed', { count: busy })}
    </>
  );
}

function Step({
  step,
  layer,
  largest,
  isKnown,
  saysBuilder,
}: {
  step: ConfigStep;
  layer: StepLayer | null;
  largest: number;
  /** Which step made which layer. */
  isKnown: boolean;
  /** The step before has another builder. */
  saysBuilder: boolean;
}): ReactNode {
  const { t, rich } = useI18n();
  const places = usePlaces();
  const { number, at, instruction, text, cut, comment, builder, empty, base } = step;
  const isSilent = instruction === null && text.every((piece) => piece.text === '');
  const about: ReactNode[] = [];
  if (base && saysBuilder) about.push(rich('config.ofBase'));
  if (saysBuilder && builder !== null) about.push(rich('config.by', { builder: rich(`config.builder.${builder}`) }));
  if (comment !== null && !/^(?:buildkit\.|FROM [0-9a-f]{12}$)/.test(comment)) about.push(<Name>{comment}</Name>);
  return (
    <li className="step" data-makes={empty ? 'nothing' : 'layer'} data-base={base ? '' : undefined}>
      {layer ? (
        <LayerBlock layer={layer} largest={largest} />
      ) : (
        <span className="step-none muted">{rich(empty || isKnown ? 'config.noLayer' : 'config.maybeLayer')}</span>
      )}
      <KeyLink at={at}>
        <span aria-hidden="true" dir="ltr" className="step-number">
          {number}
        </span>
        <span className="hidden">{t('config.step', { n: number })}</span>
      </KeyLink>
      <div className="step-text">
        {isSilent ? (
          <span className="muted">{rich('config.silent')}</span>
        ) : (
          <Code className={places.at === at ? 'step-whole' : 'step-short'}>
            {instruction === null ? null : <b>{instruction} </b>}
            <Pieces pieces={text} />
            {cut > 0 ? <span className="muted"> … {t('config.cut', { count: cut })}</span> : null}
          </Code>
        )}
        {about.length === 0 ? null : (
          <span className="step-about muted">
            {about.map((each, index) => (
              <span key={`${index}`}>{each}</span>
            ))}
          </span>
        )}
      </div>
    </li>
  );
}
