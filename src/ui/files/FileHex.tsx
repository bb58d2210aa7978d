import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { holdsKey } from './fileText';
import { hexLine, HEX_ROW } from './hexLine';
import { Scroller } from '../common/Scroller';

const LINE_HEIGHT = 20;
const OVERSCAN = 8;

/** The bytes as offsets, hexadecimal numbers and letters; not those of a private key. */
export function FileHex({ path, bytes }: { path: string; bytes: Uint8Array }): ReactNode {
  const { t, rich } = useI18n();
  const [scroller, attach] = useState<HTMLElement | null>(null);
  const isHidden = useMemo(() => holdsKey(bytes), [bytes]);
  // Nothing made of it is kept from one render to the next.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: isHidden ? 0 : Math.ceil(bytes.length / HEX_ROW),
    getScrollElement: () => scroller,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
  });
  if (isHidden) {
    return (
      <p className="file-note" role="note">
        <Icon name="lock" /> <span>{rich('inside.keyIn')}</span>
      </p>
    );
  }
  return (
    <Scroller className="hex-scroll" attach={attach} dir="ltr" label={t('inside.hex', { path: path.slice(0, 200) })}>
      <div className="text-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const { offset, hex, letters } = hexLine(bytes, index);
          return (
            <code key={index} className="hex-row" lang="en" style={{ transform: `translateY(${start}px)` }}>
              <span className="muted">{offset}</span> <span>{hex}</span> <span className="hex-letters">{letters}</span>
            </code>
          );
        })}
      </div>
    </Scroller>
  );
}
