import { Menu } from '@base-ui/react/menu';
import { useState, type ReactNode } from 'react';
import { HIDDEN_KINDS } from '../../core/model/snapshot';
import type { Measure } from '../../core/picture/text';
import { useI18n } from '../../i18n/i18n';
import { withoutIsolates } from '../../i18n/visible';
import { useAnnounce } from '../common/announce';
import { copyText } from '../common/copy';
import { ExportControls, useMayExport } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { VerdictMark } from '../common/VerdictMark';
import { useServices } from '../context';
import { pngWith, svgWith } from './carry';
import { canvasMeasure } from './measure';
import { pngOf } from './png';
import './takeaway.css';

interface TakeAwayProps {
  /** Of the files, without an extension. */
  readonly name: string;
  /** What the board shows, as a document of its own. */
  readonly svg: (measure: Measure) => string;
  /** The same as a table. */
  readonly markdown: () => string;
}

/**
 * A menu of what a board can be taken away as: a picture (SVG, PNG), a table (Markdown), paper. Each is made when it is asked for. Pictures carry
 * a snapshot, redacted, so that this page opens them again.
 */
export function TakeAway({ name, svg, markdown }: TakeAwayProps): ReactNode {
  const { t, rich } = useI18n();
  const announce = useAnnounce();
  const { session, exporter } = useServices();
  const [failed, setFailed] = useState(false);
  const mayExport = useMayExport();
  /** Null for an archive that is too large for one. */
  const snapshot = (): Promise<string | null> =>
    session.snapshot(HIDDEN_KINDS).then(
      ({ payload }) => payload,
      () => null,
    );
  const saveSvg = async (): Promise<void> => {
    const picture = svg(canvasMeasure());
    const payload = await snapshot();
    exporter.save(`${name}.svg`, payload === null ? picture : svgWith(picture, payload));
  };
  const table = (): string => withoutIsolates(markdown());
  const savePng = (): void => {
    setFailed(false);
    Promise.all([pngOf(svg(canvasMeasure())), snapshot()]).then(
      ([bytes, payload]) => exporter.save(`${name}.png`, payload === null ? bytes : pngWith(bytes, payload)),
      () => setFailed(true),
    );
  };
  const copyTable = (): void =>
    void copyText(table()).then((done) => announce(t(done ? 'app.copied' : 'app.copyRefused')));
  return (
    <>
      {failed ? (
        <span role="alert">
          <VerdictMark verdict="unknown">{rich('takeaway.failed')}</VerdictMark>
        </span>
      ) : null}
      <ExportControls>
        <Menu.Root>
          <Menu.Trigger className="button takeaway" disabled={!mayExport}>
            <Icon name="download" />
            {rich('takeaway.label')}
          </Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="popover-layer" align="end" sideOffset={6}>
              <Menu.Popup className="popover takeaway-menu">
                <Item onClick={() => void saveSvg()}>{rich('takeaway.svg')}</Item>
                <Item onClick={savePng}>{rich('takeaway.png')}</Item>
                <Item onClick={() => exporter.save(`${name}.md`, table())}>{rich('takeaway.markdown')}</Item>
                <Item onClick={copyTable}>{rich('takeaway.copy')}</Item>
                <Item onClick={() => print()}>{rich('takeaway.print')}</Item>
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      </ExportControls>
    </>
  );
}

function Item({ onClick, children }: { onClick: () => void; children: ReactNode }): ReactNode {
  return (
    <Menu.Item className="takeaway-item" onClick={onClick}>
      {children}
    </Menu.Item>
  );
}
