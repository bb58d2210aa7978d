import * as v from 'valibot';
import { LIMITS } from '../limits';
import type { Provenance } from '../model/contents';
import { Provenance as Shape } from './shapes';

/** Who built it, how, of what, as SLSA provenance of any version says; null when the predicate is of another type. */
export function readProvenance(predicateType: string, predicate: unknown): Provenance | null {
  if (!predicateType.startsWith('https://slsa.dev/provenance/')) return null;
  const parsed = v.safeParse(Shape, predicate);
  if (!parsed.success) return null;
  const { builder, buildType, recipe, invocation, materials, metadata, buildDefinition, runDetails } = parsed.output;
  const external = buildDefinition?.externalParameters;
  const run = runDetails?.metadata;
  const all = buildDefinition?.resolvedDependencies ?? materials ?? [];
  return {
    builder: first(runDetails?.builder?.id, builder?.id),
    buildType: first(buildDefinition?.buildType, buildType, recipe?.type),
    invocation: first(run?.invocationId, run?.invocationID, metadata?.buildInvocationID, metadata?.buildInvocationId),
    source: first(external?.configSource?.uri, external?.workflow?.repository, invocation?.configSource?.uri),
    entryPoint: first(
      external?.configSource?.path,
      external?.workflow?.path,
      invocation?.configSource?.entryPoint,
      recipe?.entryPoint,
    ),
    started: first(run?.startedOn, metadata?.buildStartedOn),
    finished: first(run?.finishedOn, metadata?.buildFinishedOn),
    materials: all.slice(0, LIMITS.contentsListed).map(({ uri, name, digest }) => {
      const [named] = Object.entries(digest ?? {});
      return { uri: first(uri, name) ?? '', digest: named ? `${named[0]}:${named[1]}` : null };
    }),
    materialCount: all.length,
  };
}

/** The first that says something: writers leave fields empty as well as out. */
function first(...texts: readonly (string | null | undefined)[]): string | null {
  return texts.find((text) => text) ?? null;
}
