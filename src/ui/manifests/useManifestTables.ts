import type { Workspace } from '../../app/state';
import type { ErrorCode } from '../../core/errors';
import type { ManifestTables } from '../../core/model/manifestTable';
import { useMade } from '../common/useMade';
import { useServices } from '../context';

/** The manifests of the image on screen; null until they are laid side by side for the first time. */
export interface ManifestTablesState {
  readonly tables: ManifestTables | null;
  readonly failure: ErrorCode | null;
}

/** Made in a worker, anew as more is measured. Until it has answered, the last ones stay. Without `isWanted` nothing is made. */
export function useManifestTables(workspace: Workspace, isWanted = true): ManifestTablesState {
  const { session } = useServices();
  const { made, failure } = useMade(workspace, session.manifestTables, isWanted);
  return { tables: made, failure };
}
