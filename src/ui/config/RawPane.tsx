import { useEffect, useRef, type ReactNode } from 'react';
import type { ConfigView } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { Pieces } from '../common/Pieces';
import { useView } from '../context';
import { usePlaces } from './context';

/** How far from its top edge the pane shows what it is asked for. */
const THIRD = 3;

/** The config printed one value a line, beside what is read out of it; the place that is asked for is marked and in sight. */
export function RawPane({ view }: { view: ConfigView }): ReactNode {
  const { t, rich } = useI18n();
  const { update } = useView();
  const { at } = usePlaces();
  const pane = useRef<HTMLElement>(null);
  const { lines, lineCount, document } = view;
  const meant = at === null ? -1 : lines.findIndex((line) => line.at === at);
  useEffect(() => {
    const element = pane.current;
    const line = element?.querySelector<HTMLElement>('[aria-current]');
    if (element && line) element.scrollTo({ top: line.offsetTop - element.clientHeight / THIRD });
  }, [meant]);
  if (!document || lines.length === 0) return null;
  return (
    <div className="config-raw">
      <div className="config-raw-head">
        <h2>{rich('config.raw')}</h2>
        <button
          type="button"
          className="button small"
          onClick={() => update({ board: 'documents', doc: document.id, at })}
        >
          {rich('config.rawOpen')}
        </button>
      </div>
      {/* It scrolls, and has nothing inside that takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="config-raw-scroll" ref={pane} dir="ltr" aria-label={t('config.raw')} tabIndex={0}>
        {lines.map((line, index) => (
          <div
            key={`${index}`}
            className="raw-line"
            aria-current={index === meant ? 'true' : undefined}
            style={{ paddingInlineStart: `${line.depth + 1}ch` }}
          >
            <Code>
              {line.name === null ? null : (
                <>
                  <span className="json-key">&quot;{visible(JSON.stringify(line.name).slice(1, -1))}&quot;</span>:{' '}
                </>
              )}
              <Pieces pieces={line.text} />
              {line.comma ? ',' : ''}
            </Code>
          </div>
        ))}
        {lineCount > lines.length ? (
          <p className="muted">{rich('config.rawMore', { count: lineCount - lines.length })}</p>
        ) : null}
      </section>
    </div>
  );
}
