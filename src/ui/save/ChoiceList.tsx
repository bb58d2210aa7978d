import { useId, type ReactNode } from 'react';
import type { ErrorCode } from '../../core/errors';
import { useI18n } from '../../i18n/i18n';
import { Bytes } from '../common/Bytes';
import type { Choice, ChoiceGroup, ChoiceId } from './choices';

interface LayerField {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly onChange: (number: number) => void;
}

/** Everything that can be saved, with the size that it will have or the word that it cannot. */
export function ChoiceList({
  groups,
  chosen,
  failure,
  onChoose,
  layer,
}: {
  groups: readonly ChoiceGroup[];
  chosen: ChoiceId;
  /** Why the sizes could not be worked out. */
  failure: ErrorCode | null;
  onChoose: (id: ChoiceId) => void;
  layer: LayerField;
}): ReactNode {
  const { rich } = useI18n();
  return (
    <>
      {groups.map(({ id, choices }) => (
        <fieldset key={id} className="save-group">
          <legend>{rich(`save.group.${id}`)}</legend>
          {id === 'layer' ? <LayerNumber {...layer} /> : null}
          {choices.map((choice) => (
            <ChoiceRow
              key={choice.id}
              choice={choice}
              failure={failure}
              isChosen={choice.id === chosen}
              onChoose={onChoose}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}

function LayerNumber({ number, count, onChange }: LayerField): ReactNode {
  const { rich, formatNumber } = useI18n();
  return (
    <label className="save-layer">
      {rich('save.layer')}
      <input
        type="number"
        dir="ltr"
        min={1}
        max={count}
        value={number}
        onChange={({ target }) => {
          if (target.validity.valid && target.value !== '') onChange(target.valueAsNumber);
        }}
      />
      <span className="muted">{rich('save.layerOf', { count: formatNumber(count) })}</span>
    </label>
  );
}

function ChoiceRow({
  choice,
  failure,
  isChosen,
  onChoose,
}: {
  choice: Choice;
  failure: ErrorCode | null;
  isChosen: boolean;
  onChoose: (id: ChoiceId) => void;
}): ReactNode {
  const { rich } = useI18n();
  const figure = useId();
  return (
    <label className="save-choice" data-cannot={choice.cannot === null ? undefined : ''}>
      <input
        type="radio"
        name="save-choice"
        value={choice.id}
        checked={isChosen}
        aria-describedby={figure}
        data-focus-first={isChosen ? '' : undefined}
        onChange={() => onChoose(choice.id)}
      />
      <span>{rich(choice.label)}</span>
      <span id={figure} className="save-figure small muted">
        {choice.size !== null ? (
          <Bytes value={choice.size} />
        ) : choice.cannot !== null ? (
          rich('save.cannot')
        ) : choice.what === null ? (
          rich(failure === null ? 'save.waiting' : `error.${failure}.title`)
        ) : null}
      </span>
    </label>
  );
}
