import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { TakeAway } from '../takeaway/TakeAway';
import { formsMarkdown, formsPicture, type FormsShown } from './picture';

/** The menu that gives the board as picture and table. */
export function FormsTakeAway({ name, shown }: { name: string; shown: FormsShown }): ReactNode {
  const i18n = useI18n();
  return (
    <TakeAway
      name={`${name}.${shown.view}`}
      svg={(measure) => formsPicture(i18n, shown, measure)}
      markdown={() => formsMarkdown(i18n, shown)}
    />
  );
}
