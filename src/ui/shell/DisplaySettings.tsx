import type { ReactNode } from 'react';
import { DENSITIES, THEMES, type Density, type Theme } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import type { IconName } from '../common/icons';
import { useView } from '../context';
import { PaletteButton } from '../palette/PaletteButton';
import './DisplaySettings.css';
import { KeySheet } from './KeySheet';
import { LanguageMenu } from './LanguageMenu';

const THEME_ICONS: Readonly<Record<Theme, IconName>> = { auto: 'auto', light: 'sun', dark: 'moon' };
const DENSITY_ICONS: Readonly<Record<Density, IconName>> = { comfortable: 'rows', compact: 'compact' };

function after<T>(all: readonly T[], current: T): T {
  return all[(all.indexOf(current) + 1) % all.length] ?? current;
}

/** Language; colours and row height: one button each, that goes on to the next choice; all commands; and the keys. */
export function DisplaySettings(): ReactNode {
  const { t } = useI18n();
  const { view, update } = useView();
  const theme = t(`app.theme.${view.theme}`);
  const density = t(`app.density.${view.density}`);
  return (
    <div className="display-settings" role="group" aria-label={t('app.settings')}>
      <LanguageMenu />
      <button
        type="button"
        className="button bare"
        aria-label={theme}
        title={theme}
        onClick={() => update({ theme: after(THEMES, view.theme) })}
      >
        <Icon name={THEME_ICONS[view.theme]} size={16} />
      </button>
      <button
        type="button"
        className="button bare"
        aria-label={density}
        title={density}
        onClick={() => update({ density: after(DENSITIES, view.density) })}
      >
        <Icon name={DENSITY_ICONS[view.density]} size={16} />
      </button>
      <PaletteButton />
      <KeySheet />
    </div>
  );
}
