import { useMemo } from 'react';
import type { Workspace } from '../../app/state';
import type { HiddenKind, MadeSnapshot } from '../../core/model/snapshot';
import { useMayExport } from '../common/ExportControls';
import { useAnswer, type Answer } from '../common/useAnswer';
import { useServices } from '../context';

/** A snapshot of what is open, made anew as more is measured or something else is to be hidden; none of what is kept. */
export function useSnapshot({ archive, measurements }: Workspace, hide: readonly HiddenKind[]): Answer<MadeSnapshot> {
  const { session } = useServices();
  const mayExport = useMayExport();
  const of = useMemo(() => ({ archive, measurements, hide }), [archive, measurements, hide]);
  return useAnswer(mayExport ? of : null, (signal) => session.snapshot(hide, null, signal));
}
