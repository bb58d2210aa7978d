import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { ActionKind } from '../../app/commands';
import { useI18n } from '../../i18n/i18n';
import { Icon } from './Icon';
import './Sheet.css';

/** Whether a sheet is in front of the page; if so, which action's key closes it again. */
export function openSheet(): ActionKind | null {
  const sheet = document.querySelector<HTMLDialogElement>('dialog[open]');
  return sheet ? (sheet.dataset['action'] as ActionKind) : null;
}

/**
 * A dialog over the whole page, which waits until it is closed; the focus goes back to where it was. What is inside exists only while it is
 * open, and the first thing with `data-focus-first` has the focus then.
 */
export function Sheet({
  open,
  action,
  title,
  className,
  onClose,
  children,
}: {
  open: boolean;
  /** What its key asks for. */
  action: ActionKind;
  title: ReactNode;
  className: string;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('[data-focus-first]')?.focus();
    }
    if (!open) element?.close();
  }, [open]);
  // Not where its button is: that may not be shown, as on a wall.
  return createPortal(
    <dialog
      ref={dialog}
      className={`sheet ${className}`}
      data-action={action}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      {open ? (
        <div className="sheet-body">
          <div className="sheet-head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="button bare" aria-label={t('app.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          {children}
        </div>
      ) : null}
    </dialog>,
    document.body,
  );
}
