import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices, useView } from '../context';
import { LessonButton } from '../lesson/LessonButton';
import { NewerDot } from '../offline/NewerDot';
import { DisplaySettings } from './DisplaySettings';
import './TopBar.css';

/** The first line of every screen but one inside another page: the name, what the screen puts there, and how the page looks. */
export function TopBar({ children, actions }: { children?: ReactNode; actions?: ReactNode }): ReactNode {
  const { t } = useI18n();
  const { navigation, view } = useServices();
  const { mode } = useView().view;
  const home = (): void => {
    navigation.close();
    view.update({ board: 'ladder' });
  };
  if (mode === 'embed') return null;
  return (
    <header className="top-bar">
      <button type="button" className="logo" aria-label={t('app.home')} onClick={home}>
        <Icon name="logo" size={18} />
        <span lang="en" dir="ltr">
          Tabaqa
        </span>
        <span lang="ar" dir="rtl">
          طبقة
        </span>
      </button>
      <div className="top-bar-middle">{children}</div>
      <div className="top-bar-actions">
        {actions}
        <LessonButton />
        <NewerDot />
        <DisplaySettings />
      </div>
    </header>
  );
}
