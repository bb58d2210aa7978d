import type { ReactNode } from 'react';
import type { BaseSign } from '../../core/model/configView';
import { formatHash } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { useServices, useView } from '../context';

/** How the base image is known, if it is: each sign in a sentence. */
export function BaseSigns({ base }: { base: readonly BaseSign[] }): ReactNode {
  const { rich } = useI18n();
  return (
    <section className="config-base" aria-labelledby="config-base">
      <h2 id="config-base">{rich('config.base')}</h2>
      {base.length === 0 ? <p className="muted">{rich('config.base.none')}</p> : null}
      <ul>
        {base.map((sign, index) => (
          <li key={`${index}`}>
            <Sentence sign={sign} />
            {sign.steps === null || sign.steps === 0 ? null : (
              <> {rich('config.base.reach', { count: sign.steps })}</>
            )}{' '}
            <Ways sign={sign} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentence({ sign: { kind, name, digest, image, beside, layers } }: { sign: BaseSign }): ReactNode {
  const { rich } = useI18n();
  const called = name ?? image ?? digest ?? '';
  if (kind === 'annotation' && name === null) return rich('config.base.annotationDigest', { digest: digest ?? '' });
  if (beside !== null && (kind === 'layers' || kind === 'some-layers'))
    return rich(`config.base.beside.${kind}`, { name: called, file: beside, layers: layers ?? 0 });
  return rich(`config.base.${kind}`, { name: called, layers: layers ?? 0 });
}

/** To the image in this archive or in the file that it is compared with, and to where a document says so. */
function Ways({ sign: { image, beside, stated } }: { sign: BaseSign }): ReactNode {
  const { rich } = useI18n();
  const { comparison } = useServices();
  const { view, update } = useView();
  const place = stated && { board: 'documents' as const, doc: stated.document, at: stated.at };
  return (
    <>
      {image === null ? null : beside === null ? (
        <button
          type="button"
          className="button small"
          onClick={() => update({ img: image, sel: null, doc: null, at: null })}
        >
          {rich('config.base.open')}
        </button>
      ) : (
        <button
          type="button"
          className="button small"
          onClick={() => {
            comparison.showImage(image);
            update({ board: 'compare' });
          }}
        >
          {rich('config.base.compare')}
        </button>
      )}
      {place ? (
        <a
          href={formatHash({ ...view, ...place })}
          onClick={(event) => {
            event.preventDefault();
            update(place);
          }}
        >
          {rich('config.base.place')}
        </a>
      ) : null}
    </>
  );
}
