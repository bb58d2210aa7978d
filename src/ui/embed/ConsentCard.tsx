import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { Answer, Consent } from '../../app/embedding/embedding';
import { useI18n } from '../../i18n/i18n';
import { Code, Name } from '../../i18n/isolates';
import { useServices } from '../context';
import './embed.css';

/** Asks whether a page that is not known may open a file here. Escape and Enter both mean no. */
export function ConsentCard(): ReactNode {
  const { embedding } = useServices();
  const consent = useSyncExternalStore(embedding.subscribe, embedding.getConsent);
  return consent ? <Card key={consent.origin} consent={consent} onAnswer={embedding.answer} /> : null;
}

function Card({ consent, onAnswer }: { consent: Consent; onAnswer: (answer: Answer) => void }): ReactNode {
  const { rich } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-default]')?.focus();
  }, []);
  const { origin, name, title } = consent;
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="sheet consent"
      aria-labelledby="consent-title"
      aria-describedby="consent-text"
      onCancel={() => onAnswer('no')}
    >
      <div className="sheet-body">
        <h2 id="consent-title">{rich('embed.consentTitle')}</h2>
        <div id="consent-text" className="consent-text">
          <p>{rich('embed.consent', { origin: <Code>{origin}</Code> })}</p>
          <p>
            <Name>{title ?? name}</Name>
          </p>
          <p className="muted">{rich('embed.consentMeans')}</p>
        </div>
        <p className="consent-answers">
          <button type="button" className="button primary" data-default onClick={() => onAnswer('no')}>
            {rich('embed.no')}
          </button>
          <button type="button" className="button" onClick={() => onAnswer('once')}>
            {rich('embed.once')}
          </button>
          <button type="button" className="button" onClick={() => onAnswer('always')}>
            {rich('embed.always')}
          </button>
        </p>
      </div>
    </dialog>
  );
}
