import { createContext, useContext, useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Note } from '../common/Note';

const Context = createContext<(name: string) => void>(() => undefined);

/** Says what was being saved when the file that it came from was closed; it is above everything that is closed with it. */
export function CutSavesProvider({ children }: { children: ReactNode }): ReactNode {
  const { rich } = useI18n();
  const [cut, setCut] = useState<string | null>(null);
  return (
    <Context value={setCut}>
      {cut === null ? null : <Note onClose={() => setCut(null)}>{rich('save.cut', { name: cut })}</Note>}
      {children}
    </Context>
  );
}

/** Tells that the file with this name was cut short while it was saved. */
export function useTellCut(): (name: string) => void {
  return useContext(Context);
}
