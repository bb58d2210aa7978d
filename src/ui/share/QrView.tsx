import { useMemo, type ReactNode } from 'react';
import { LIMITS } from '../../core/limits';
import { useI18n } from '../../i18n/i18n';
import { qrCode } from './qr';

/** A text as a QR code, for the wall of a classroom; always dark on light, as readers want it. */
export function QrView({ text }: { text: string }): ReactNode {
  const { t, rich, formatNumber } = useI18n();
  const fits = text.length <= LIMITS.qrCharacters;
  const code = useMemo(() => (fits ? qrCode(text) : null), [text, fits]);
  if (!code) {
    const values = { count: formatNumber(text.length), limit: formatNumber(LIMITS.qrCharacters) };
    return <p className="muted">{rich('share.qrTooLong', values)}</p>;
  }
  return (
    <svg
      className="qr"
      role="img"
      aria-label={t('share.qrLabel')}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
    >
      <rect className="qr-light" width={code.size} height={code.size} />
      <path className="qr-dark" d={code.path} />
    </svg>
  );
}
