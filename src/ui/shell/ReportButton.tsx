import { useState, type ReactNode } from 'react';
import { failureOf } from '../../app/failure';
import type { ErrorCode } from '../../core/errors';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { VerdictMark } from '../common/VerdictMark';
import { useServices } from '../context';

/** Id of the button, for the keyboard shortcut. */
export const REPORT_BUTTON = 'report';

/** Downloads everything found as JSON. */
export function ReportButton({ name }: { name: string }): ReactNode {
  const { t, rich } = useI18n();
  const { session, exporter } = useServices();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const download = (): void => {
    setBusy(true);
    setFailed(null);
    void session
      .report()
      .then(
        (text) => exporter.save(`${name}.report.json`, text),
        (error: unknown) => setFailed(failureOf(error).code),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      {failed === null ? null : (
        <span role="alert">
          <VerdictMark verdict="unknown">{rich(`error.${failed}.title`)}</VerdictMark>
        </span>
      )}
      <button
        id={REPORT_BUTTON}
        type="button"
        className="button"
        title={t('app.reportHelp')}
        disabled={isBusy}
        onClick={download}
      >
        <Icon name="download" />
        {rich('app.report')}
      </button>
    </>
  );
}
