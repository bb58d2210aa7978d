import { useState, type FormEvent, type ReactNode } from 'react';
import { isTag } from '../../app/tamperLink';
import type { Image } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { useServices } from '../context';

/** The changes that are not of one byte. */
export function OtherChanges({
  image,
  number,
  size,
  isTar,
}: {
  image: Image;
  number: number;
  /** Of the tar. */
  size: number;
  isTar: boolean;
}): ReactNode {
  const { t, rich } = useI18n();
  const { bench } = useServices();
  const others = image.layers.flatMap((_, i) => (i + 1 === number ? [] : [i + 1]));
  const [chosen, setChosen] = useState<number | null>(null);
  const [tag, setTag] = useState('evil');
  const [cut, setCut] = useState(`${Math.floor(size / 2)}`);
  const other = chosen !== null && others.includes(chosen) ? chosen : others.at(-1);
  const cutAt = /^\d{1,15}$/.test(cut) ? Number(cut) : null;
  const submit =
    (make: () => void) =>
    (event: FormEvent): void => {
      event.preventDefault();
      make();
    };
  return (
    <details className="tamper-section tamper-others">
      <summary>{rich('tamper.others')}</summary>
      <ul>
        {other === undefined ? null : (
          <li>
            <button
              type="button"
              className="button"
              onClick={() => bench.make({ kind: 'swap', layers: [number, other] })}
            >
              {rich('tamper.swap')}
            </button>
            <label className="tamper-field">
              {rich('tamper.swapWith')}
              <select value={other} onChange={({ target }) => setChosen(Number(target.value))}>
                {others.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
          </li>
        )}
        <li>
          <button type="button" className="button" onClick={() => bench.make({ kind: 'drop', layer: number })}>
            {rich('tamper.drop')}
          </button>
        </li>
        <li>
          <button type="button" className="button" onClick={() => bench.make({ kind: 'orphan' })}>
            {rich('tamper.orphan')}
          </button>
        </li>
        <li>
          <form onSubmit={submit(() => bench.make({ kind: 'tag', tag }))}>
            <label className="tamper-field">
              {rich('tamper.tag')}
              <input
                dir="ltr"
                size={10}
                spellCheck={false}
                autoComplete="off"
                value={tag}
                aria-invalid={!isTag(tag)}
                onChange={({ target }) => setTag(target.value)}
              />
            </label>
            <button type="submit" className="button" disabled={!isTag(tag)}>
              {rich('tamper.tagDo')}
            </button>
          </form>
        </li>
        {isTar ? (
          <li>
            <form
              onSubmit={submit(() => {
                if (cutAt !== null) bench.make({ kind: 'cut', size: cutAt });
              })}
            >
              <label className="tamper-field">
                {rich('tamper.cut')}
                <input
                  dir="ltr"
                  size={10}
                  inputMode="numeric"
                  autoComplete="off"
                  value={cut}
                  aria-invalid={cutAt === null}
                  onChange={({ target }) => setCut(target.value)}
                />
              </label>
              <button type="submit" className="button" disabled={cutAt === null} aria-label={t('tamper.cutDo')}>
                {rich('tamper.cutDo')}
              </button>
            </form>
          </li>
        ) : null}
      </ul>
    </details>
  );
}
