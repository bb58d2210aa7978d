import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';

/** One side of paper. */
export function Side({ page, pages, children }: { page: number; pages: number; children: ReactNode }): ReactNode {
  const { rich } = useI18n();
  return (
    <section className="paper-side">
      <header className="paper-head">
        <Icon name="logo" size={18} />
        <strong>Tabaqa</strong>
        <span lang="ar" dir="rtl">
          طبقة
        </span>
        <span className="paper-number">{rich('paper.page', { page, pages })}</span>
      </header>
      {children}
    </section>
  );
}
