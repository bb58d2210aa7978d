import { Menu } from '@base-ui/react/menu';
import { useState, type ReactNode } from 'react';
import { placeHash } from '../../app/place';
import { HIDDEN_KINDS, type HiddenKind } from '../../core/model/snapshot';
import type { Measure } from '../../core/picture/text';
import { useI18n } from '../../i18n/i18n';
import { withoutIsolates } from '../../i18n/visible';
import { useAnnounce } from '../common/announce';
import { copyText } from '../common/copy';
import { ExportControls, useMayExport } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { useAnswer } from '../common/useAnswer';
import { VerdictMark } from '../common/VerdictMark';
import { useServices, useView } from '../context';
import { useHiding } from '../share/hide';
import { pngWith, svgWith } from './carry';
import { canvasMeasure } from './measure';
import { pngOf } from './png';
import './takeaway.css';

/** A board as files. */
export interface Drawing {
  /** What it shows, as a document of its own. */
  readonly svg: (measure: Measure) => string;
  /** The same as a table. */
  readonly markdown: () => string;
}

interface TakeAwayProps {
  /** Of the files, without an extension. */
  readonly name: string;
  /** Gives the board without the values of the kinds to hide. */
  readonly draw: (hide: readonly HiddenKind[], signal: AbortSignal) => Promise<Drawing>;
}

/**
 * A menu of what a board can be taken away as: a picture (SVG, PNG), a table (Markdown), paper. What is to be hidden is in none of them. Pictures
 * carry a snapshot, so that this page opens them again.
 */
export function TakeAway({ name, draw }: TakeAwayProps): ReactNode {
  const { t, rich } = useI18n();
  const announce = useAnnounce();
  const { session, exporter } = useServices();
  const { view } = useView();
  const { hide } = useHiding();
  const [failed, setFailed] = useState(false);
  const mayExport = useMayExport();
  /** Another one each time that the menu is opened. */
  const [opening, setOpening] = useState<object | null>(null);
  const { value: made, failure } = useAnswer(opening, async (signal) => {
    // Without a snapshot, for an archive that is too large for one, a picture carries none.
    const snapshot = session.snapshot(hide, placeHash(view), signal).then(
      ({ payload }) => payload,
      () => null,
    );
    return { drawing: await draw(hide, signal), payload: await snapshot };
  });
  const shown = HIDDEN_KINDS.filter((kind) => !hide.includes(kind));
  return (
    <>
      {failed ? (
        <span role="alert">
          <VerdictMark verdict="unknown">{rich('takeaway.failed')}</VerdictMark>
        </span>
      ) : null}
      <ExportControls>
        <Menu.Root onOpenChange={(isOpen) => setOpening(isOpen ? {} : null)}>
          <Menu.Trigger className="button takeaway" disabled={!mayExport}>
            <Icon name="download" />
            {rich('takeaway.label')}
          </Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="popover-layer" align="end" sideOffset={6}>
              <Menu.Popup className="popover takeaway-menu">
                <Menu.Group>
                  {WAYS.map((way) => (
                    <Menu.Item
                      key={way}
                      className="takeaway-item"
                      disabled={!made && way !== 'print'}
                      onClick={() => (way === 'print' ? print() : made && take(way, made))}
                    >
                      {rich(`takeaway.${way}`)}
                    </Menu.Item>
                  ))}
                  <Menu.GroupLabel className="takeaway-note muted small">
                    {failure !== null
                      ? rich('takeaway.cannot', { why: rich(`error.${failure}.title`) })
                      : shown.length === 0
                        ? rich('takeaway.redacted')
                        : rich('takeaway.shown', {
                            kinds: <>{shown.map((kind) => t(`share.hide.${kind}`)).join(t('list.separator'))}</>,
                          })}
                  </Menu.GroupLabel>
                </Menu.Group>
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      </ExportControls>
    </>
  );

  function take(way: Exclude<Way, 'print'>, { drawing, payload }: { drawing: Drawing; payload: string | null }): void {
    const table = (): string => withoutIsolates(drawing.markdown());
    setFailed(false);
    switch (way) {
      case 'svg': {
        const picture = drawing.svg(canvasMeasure());
        return exporter.save(`${name}.svg`, payload === null ? picture : svgWith(picture, payload));
      }
      case 'png':
        return void pngOf(drawing.svg(canvasMeasure())).then(
          (bytes) => exporter.save(`${name}.png`, payload === null ? bytes : pngWith(bytes, payload)),
          () => setFailed(true),
        );
      case 'markdown':
        return exporter.save(`${name}.md`, table());
      case 'copy':
        return void copyText(table()).then((done) => announce(t(done ? 'app.copied' : 'app.copyRefused')));
    }
  }
}

const WAYS = ['svg', 'png', 'markdown', 'copy', 'print'] as const;
type Way = (typeof WAYS)[number];
