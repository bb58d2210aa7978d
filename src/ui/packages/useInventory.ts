import type { ImageFiles } from '../../app/state';
import type { ContentRef } from '../../core/model/contents';
import type { Installed, SbomComparison } from '../../core/model/packages';
import type { Sensitive } from '../../core/model/sensitive';
import { useAnswer, type Answer } from '../common/useAnswer';
import { useLatest } from '../common/useLatest';
import { useServices } from '../context';

/** What is installed in an image, and its sensitive files; worked out in a worker. While there are more files, the last answer stays. */
export function useInventory(
  files: ImageFiles,
): Answer<{ readonly installed: Installed; readonly sensitive: Sensitive }> {
  const { session } = useServices();
  const { shown, failure } = useLatest(files, session.inventory);
  return { value: shown?.value, failure };
}

/** An SBOM against what is installed; null when it cannot be read. `asked` is to be the same object as long as it says the same. */
export function useSbomComparison(asked: {
  readonly content: ContentRef;
  readonly installed: Installed;
}): Answer<SbomComparison | null> {
  const { session } = useServices();
  return useAnswer(asked, (signal) => session.compareSbom(asked.content, asked.installed, signal));
}
