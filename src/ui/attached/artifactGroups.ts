import type { Artifact } from '../../core/model/artifact';

export const ARTIFACT_GROUPS = ['aboutThis', 'aboutOthers', 'aboutAbsent', 'aboutNothing'] as const;
export type ArtifactGroup = (typeof ARTIFACT_GROUPS)[number];

/** What an artifact is to the image on screen. */
function groupOf({ about }: Artifact, imageKey: string | null): ArtifactGroup {
  if (!about) return 'aboutNothing';
  if (imageKey !== null && about.images.includes(imageKey)) return 'aboutThis';
  return about.images.length > 0 ? 'aboutOthers' : 'aboutAbsent';
}

/** What stands beside the images, by what it is about: the image on screen first. Groups without any are left out. */
export function artifactGroups(
  artifacts: readonly Artifact[],
  imageKey: string | null,
): { readonly id: ArtifactGroup; readonly artifacts: readonly Artifact[] }[] {
  const groups = new Map<ArtifactGroup, Artifact[]>(ARTIFACT_GROUPS.map((id) => [id, []]));
  for (const artifact of artifacts) groups.get(groupOf(artifact, imageKey))?.push(artifact);
  return [...groups].flatMap(([id, all]) => (all.length > 0 ? [{ id, artifacts: all }] : []));
}
