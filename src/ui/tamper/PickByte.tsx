import { useState, type ReactNode } from 'react';
import { pickLetter, placeOf, type BytePlace, type PickedByte } from '../../app/tamperPick';
import type { Workspace } from '../../app/state';
import type { Image } from '../../core/model/archive';
import { spanKey } from '../../core/model/source';
import { useI18n } from '../../i18n/i18n';
import { Code, Path } from '../../i18n/isolates';
import { commandText } from '../common/commandText';
import { useAnswer } from '../common/useAnswer';
import { useServices, useView } from '../context';
import { ByteFields } from './ByteFields';
import { ByteLine } from './ByteLine';
import { GuessFields } from './GuessFields';
import { FLIP_BUTTON } from './shared';

interface Props {
  readonly workspace: Workspace;
  readonly image: Image;
  /** Of the layer, from 1. */
  readonly number: number;
  /** Of a compressed layer: as it is stored, not what is inside. */
  readonly isStored: boolean;
  readonly onStored: (isStored: boolean) => void;
}

/** Which byte of a layer to flip: a letter of a text unless another one is chosen; then who will notice; then it is done. */
export function PickByte({ workspace, image, number, isStored, onStored }: Props): ReactNode {
  const { t, rich } = useI18n();
  const { bench, session } = useServices();
  const { update } = useView();
  const [chosen, setChosen] = useState<PickedByte | null>(null);

  const span = image.layers[number - 1]?.span ?? null;
  const measured = span && workspace.measurements.find((each) => spanKey(each.span) === spanKey(span));
  const compression = measured?.compression ?? 'none';
  const isCompressed = compression !== 'none';
  const isPlain = !isCompressed || !isStored;
  const key = measured ? `${workspace.archive.name} ${spanKey(measured.span)}` : null;
  const { value: letter } = useAnswer(key, (signal) => pickLetter(session, image, number, signal));
  const size = (isPlain ? measured?.unpackedSize : span?.length) ?? 0;
  const start = isPlain ? (letter === undefined ? null : (letter ?? NO_LETTER)) : { offset: size >> 1, mask: 1 };
  const picked = chosen ?? start;
  const fits = picked !== null && picked.offset < size;
  const placeKey = key !== null && isPlain && picked && fits ? `${key} ${picked.offset}^${picked.mask}` : null;
  const { value: place } = useAnswer(placeKey, (signal) =>
    placeOf(session, image, number, picked ?? NO_LETTER, signal),
  );

  const flip = (): void => {
    if (!picked || !fits) return;
    bench.make({ kind: isPlain && isCompressed ? 'inside' : 'flip', layer: number, ...picked });
  };

  return (
    <>
      <section className="tamper-section">
        <h2>{rich('tamper.pick')}</h2>
        <label className="tamper-field">
          {rich('tamper.layer')}{' '}
          <select dir="ltr" value={number} onChange={({ target }) => update({ sel: `layer:${target.value}` })}>
            {image.layers.map((layer, i) => (
              <option key={`${i + 1}`} value={i + 1}>
                {[t('tamper.layerOption', { n: i + 1 }), commandText(layer.createdBy)?.slice(0, COMMAND_SHOWN)]
                  .filter(Boolean)
                  .join(' · ')}
              </option>
            ))}
          </select>
        </label>
        {isCompressed ? (
          <fieldset className="tamper-choices">
            <legend>{rich('tamper.where')}</legend>
            {[false, true].map((stored) => (
              <label key={String(stored)}>
                <input
                  type="radio"
                  name="tamper-where"
                  checked={isStored === stored}
                  onChange={() => {
                    onStored(stored);
                    setChosen(null);
                  }}
                />
                <span>{stored ? rich('tamper.where.stored') : rich('tamper.where.inside', { compression })}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        {picked === null ? (
          <p className="muted">{key === null ? rich('tamper.waiting') : rich('tamper.looking')}</p>
        ) : (
          <>
            <dl className="tamper-facts">
              <dt>{rich('tamper.member')}</dt>
              <dd>
                <Path>{image.layers[number - 1]?.path ?? ''}</Path>
              </dd>
              <dt>{rich('tamper.path')}</dt>
              <dd>
                <Where place={isPlain ? place : undefined} isPlain={isPlain} />
              </dd>
              {place?.byte == null || !isPlain ? null : (
                <>
                  <dt>{rich('tamper.byte')}</dt>
                  <dd>
                    {rich('tamper.byteChange', { before: hex(place.byte), after: hex(place.byte ^ picked.mask) })}
                  </dd>
                </>
              )}
            </dl>
            {place?.line && isPlain ? <ByteLine line={place.line} /> : null}
            <ByteFields key={`${isStored} ${start?.offset ?? ''}`} picked={picked} size={size} onChange={setChosen} />
          </>
        )}
      </section>
      <section className="tamper-section">
        <h2>{rich('tamper.predict')}</h2>
        <GuessFields />
        <button type="button" id={FLIP_BUTTON} className="button primary" disabled={!fits} onClick={flip}>
          {rich('tamper.flip')}
        </button>
      </section>
    </>
  );
}

/** In a layer without a text: the first byte. */
const NO_LETTER: PickedByte = { offset: 0, mask: 1 };
const COMMAND_SHOWN = 30;
const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;

function Where({ place, isPlain }: { place: BytePlace | undefined; isPlain: boolean }): ReactNode {
  const { rich } = useI18n();
  if (!isPlain) return <span className="muted">{rich('tamper.compressed')}</span>;
  if (!place) return <span className="muted">…</span>;
  if (place.path === null) return rich('tamper.outside');
  return place.isContent ? <Path>{place.path}</Path> : rich('tamper.headerOf', { path: <Code>{place.path}</Code> });
}
