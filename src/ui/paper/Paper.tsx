import type { ReactNode } from 'react';
import type { PaperKind } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useView } from '../context';
import { Handout } from './Handout';
import './paper.css';
import { TeacherSheets } from './TeacherSheets';

/** Sheets for a workshop, as they are printed: in the page's own language, without the network. */
export function Paper({ kind }: { kind: PaperKind }): ReactNode {
  const { rich } = useI18n();
  const { update } = useView();
  return (
    <main className="paper">
      <div className="paper-bar">
        <button type="button" className="button" onClick={() => update({ paper: null })}>
          {rich('paper.back')}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          <Icon name="print" size={14} />
          {rich('paper.print')}
        </button>
        <span className="muted">{rich('paper.size')}</span>
      </div>
      {kind === 'handout' ? <Handout /> : <TeacherSheets />}
    </main>
  );
}
