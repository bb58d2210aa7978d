import * as v from 'valibot';
import { openSource } from '../bytes/source';
import { unwrapContents } from '../contents/contents';
import { sbomPackages } from '../contents/sbom';
import { Statement } from '../contents/shapes';
import { LIMITS } from '../limits';
import type { ContentRef } from '../model/contents';
import type { ImagePackage, SbomComparison } from '../model/packages';
import type { SourceRef } from '../model/source';
import { compareSbom } from '../packages/compareSbom';

/**
 * The SBOM that a content of an artifact is, or holds, against the packages of an image. Null when it is none, not in the archive, or
 * larger than `LIMITS.documentBytes`.
 */
export async function compareAttachedSbom(
  ref: SourceRef,
  { span, path }: ContentRef,
  packages: readonly ImagePackage[],
): Promise<SbomComparison | null> {
  if (!span || span.length > LIMITS.documentBytes) return null;
  const value = unwrapContents(await openSource(ref).read(span.offset, span.length), path)?.value;
  const statement = v.safeParse(Statement, value);
  const listed = sbomPackages(statement.success ? statement.output.predicate : value);
  return listed && compareSbom(listed, packages);
}
