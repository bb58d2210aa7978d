import type { ReactNode } from 'react';
import type { BaseSign } from '../../core/model/configView';
import { formatHash } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';

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

function Sentence({ sign: { kind, name, digest, image, layers } }: { sign: BaseSign }): ReactNode {
  const { rich } = useI18n();
  const called = name ?? image ?? digest ?? '';
  if (kind === 'annotation' && name === null) return rich('config.base.annotationDigest', { digest: digest ?? '' });
  return rich(`config.base.${kind}`, { name: called, layers: layers ?? 0 });
}

/** To the image in this archive, and to where a document says so. */
function Ways({ sign: { image, stated } }: { sign: BaseSign }): ReactNode {
  const { rich } = useI18n();
  const { view, update } = useView();
  const place = stated && { board: 'documents' as const, doc: stated.document, at: stated.at };
  return (
    <>
      {image === null ? null : (
        <button
          type="button"
          className="button small"
          onClick={() => update({ img: image, sel: null, doc: null, at: null })}
        >
          {rich('config.base.open')}
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
