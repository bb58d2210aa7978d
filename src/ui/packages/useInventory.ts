import type { ImageFiles } from '../../app/state';
import type { ContentRef } from '../../core/model/contents';
import type { Installed, SbomComparison } from '../../core/model/packages';
import type { Sensitive } from '../../core/model/sensitive';
import { useAnswer, type Answer } from '../common/useAnswer';
import { useServices } from '../context';

/** What is installed in an image, and its sensitive files; worked out in a worker. */
export function useInventory(
  files: ImageFiles | null,
): Answer<{ readonly installed: Installed; readonly sensitive: Sensitive }> {
  const { session } = useServices();
  return useAnswer(files, async (signal) => {
    if (!files) throw new Error('nothing is asked without files');
    return session.inventory(files, signal);
  });
}

/** An SBOM against what is installed; null when it cannot be read. `asked` is to be the same object as long as it says the same. */
export function useSbomComparison(asked: {
  readonly content: ContentRef;
  readonly installed: Installed;
}): Answer<SbomComparison | null> {
  const { session } = useServices();
  return useAnswer(asked, (signal) => session.compareSbom(asked.content, asked.installed, signal));
}
