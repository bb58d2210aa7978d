import type { ImageLayer } from '../model/archive';
import type { Measurement } from '../model/facts';
import { spanKey } from '../model/source';
import type { DigestChange, Follow } from '../model/tamper';

/** Which digests of layers are others than before: of the stored bytes by each algorithm, and of the unpacked ones where both are known. */
export function digestChanges(
  layers: readonly Pick<ImageLayer, 'span'>[],
  measurements: { readonly before: readonly Measurement[]; readonly after: readonly Measurement[] },
  follow: Follow,
): DigestChange[] {
  const before = bySpan(measurements.before);
  const after = bySpan(measurements.after);
  const found = new Map<string, DigestChange>();
  for (const { span } of layers) {
    const now = span && follow(span);
    const [was, is] = [span && before.get(spanKey(span)), now && after.get(spanKey(now))];
    if (!was || !is || !now) continue;
    const size = now.length;
    const add = (role: DigestChange['role'], from: string | null | undefined, to: string | null | undefined): void => {
      if (from && to && from !== to) found.set(`${role} ${from}`, { role, from, to, size });
    };
    for (const [algorithm, digest] of Object.entries(was.stored)) add('stored', digest, is.stored[algorithm]);
    add('diff-id', was.diffId, is.diffId);
  }
  return [...found.values()];
}

function bySpan(measurements: readonly Measurement[]): ReadonlyMap<string, Measurement> {
  return new Map(measurements.map((each) => [spanKey(each.span), each]));
}
