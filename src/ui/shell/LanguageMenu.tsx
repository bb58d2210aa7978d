import { Menu } from '@base-ui/react/menu';
import { useRef, type ReactNode } from 'react';
import { LANGS, type Lang } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useView } from '../context';
import { LANG_NAMES } from './languages';
import './LanguageMenu.css';

/** The languages of the page, each in its own words. */
export function LanguageMenu(): ReactNode {
  const { t } = useI18n();
  const { view, update } = useView();
  const name = LANG_NAMES[view.lang];
  const label = t('app.language', { name });
  // The menu opens in here, so that it is in the page’s header for a screen reader, too.
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place}>
      <Menu.Root>
        <Menu.Trigger className="button bare" aria-label={label} title={label}>
          <Icon name="language" />
          <span className="language-name">{name}</span>
          <Icon name="chevron" size={10} />
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner className="popover-layer" align="end" sideOffset={6}>
            <Menu.Popup className="popover language-menu">
              <Menu.RadioGroup value={view.lang} onValueChange={(lang: Lang) => update({ lang })}>
                {LANGS.map((lang) => (
                  <Menu.RadioItem key={lang} className="language-item" value={lang} lang={lang} closeOnClick>
                    <span className="language-mark">{lang === view.lang ? <Icon name="check" size={12} /> : null}</span>
                    <bdi>{LANG_NAMES[lang]}</bdi>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
