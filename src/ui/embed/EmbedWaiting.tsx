import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import './embed.css';

/** Inside another page, nothing is open: that page opens it, not the reader. */
export function EmbedWaiting(): ReactNode {
  const { rich } = useI18n();
  return (
    <main className="embed-waiting">
      <h1>{rich('embed.waiting')}</h1>
      <p className="muted">{rich('embed.waitingFor')}</p>
    </main>
  );
}
