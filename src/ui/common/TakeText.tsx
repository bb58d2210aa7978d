import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { useMayExport } from './ExportControls';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { useShownValues } from './ShownValues';

type IsShown = (name: string) => boolean;
const EVERYTHING: IsShown = () => true;

/** A button that takes a text away. Where values in it are hidden, it asks whether to take them too. */
export function TakeText({
  icon,
  asks,
  take,
  children,
}: {
  icon: IconName;
  /** Something in it is hidden now. */
  asks: boolean;
  take: (isShown: IsShown) => void;
  children: ReactNode;
}): ReactNode {
  const { rich } = useI18n();
  const { isShown } = useShownValues();
  const mayExport = useMayExport();
  if (!asks) {
    return (
      <button type="button" className="button" onClick={() => take(EVERYTHING)}>
        <Icon name={icon} />
        {children}
      </button>
    );
  }
  return (
    <Menu.Root>
      <Menu.Trigger className="button" disabled={!mayExport}>
        <Icon name={icon} />
        {children}
        <Icon name="chevron" size={12} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="popover-layer" align="end" sideOffset={6}>
          <Menu.Popup className="popover takeaway-menu">
            <Menu.Item className="takeaway-item" onClick={() => take(isShown)}>
              {rich('config.without')}
            </Menu.Item>
            <Menu.Item className="takeaway-item" onClick={() => take(EVERYTHING)}>
              {rich('config.with')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
