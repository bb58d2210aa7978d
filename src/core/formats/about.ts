import type { Document } from '../model/archive';
import type { ArtifactKind, StatedAbout } from '../model/artifact';
import { pointerStep } from '../model/jsonPointer';
import { artifactKind } from './artifactKinds';
import { entryPointer } from './links';
import type { Descriptor } from './shapes';

/** `sha256-<hex>`, alone or with cosign's ending, behind any repository name (OCI distribution-spec, "Referrers Tag Schema"). */
const TAG = /(?:^|:)(sha256|sha512)-([0-9a-f]{64,128})(?:\.(sig|att|sbom))?$/;
const BY_SUFFIX: Readonly<Record<string, ArtifactKind>> = {
  sig: 'cosign-signature',
  att: 'cosign-attestation',
  sbom: 'cosign-sbom',
};

type Said = Pick<StatedAbout, 'digest' | 'by'>;

/** What a tag says of what it names: which manifest it is about, and as what. */
function tagMeaning(names: readonly string[]): { about: Said; kind: ArtifactKind | null } | null {
  for (const name of names) {
    const [, algorithm, hex, suffix = ''] = TAG.exec(name) ?? [];
    if (algorithm === undefined || hex === undefined) continue;
    const by = suffix === '' ? 'referrers-tag' : 'cosign-tag';
    return { about: { digest: `${algorithm}:${hex}`, by }, kind: BY_SUFFIX[suffix] ?? null };
  }
  return null;
}

/** The kind that cosign's tag or layout gives to what has none of its own; null when there is neither. */
export function kindByPlace(descriptor: Descriptor, names: readonly string[]): ArtifactKind | null {
  return tagMeaning(names)?.kind ?? artifactKind(descriptor.annotations?.['kind']);
}

/** Where it may be said what an artifact is about. */
interface Sayings {
  readonly subject: Descriptor | null | undefined;
  readonly descriptor: Descriptor;
  /** Of the artifact, and of the indexes that it is in. */
  readonly names: readonly string[];
  /** The image of cosign's own layout, where its index is one. */
  readonly cosignImage: string | null;
  readonly indexSubject: Descriptor | null;
  /** Its manifest or index. */
  readonly document: Document | null;
  /** The index that lists it, and at which place. */
  readonly listing: Document | undefined;
  readonly at: number;
}

/** What an artifact is said to be about, and where that is said; null when nothing says it. */
export function statedAbout(said: Sayings): StatedAbout | null {
  const about = aboutOf(said);
  return about && { ...about, place: placeOf(about.by, said) };
}

const ANNOTATIONS: Readonly<Partial<Record<StatedAbout['by'], string>>> = {
  'docker-reference': 'vnd.docker.reference.digest',
  'containerd-subject': 'io.containerd.manifest.subject',
};

function placeOf(by: StatedAbout['by'], { document, listing, at }: Sayings): StatedAbout['place'] {
  if (by === 'subject') return document && { document: document.id, pointer: '/subject/digest' };
  if (!listing) return null;
  if (by === 'index-subject') return { document: listing.id, pointer: '/subject/digest' };
  const annotation = ANNOTATIONS[by];
  const inside = annotation === undefined ? '' : `/annotations${pointerStep(annotation)}`;
  return { document: listing.id, pointer: entryPointer(listing, at) + inside };
}

function aboutOf(said: Sayings): Said | null {
  const { annotations } = said.descriptor;
  const places: readonly (readonly [Said['by'], string | null | undefined])[] = [
    ['subject', said.subject?.digest],
    ['docker-reference', annotations?.['vnd.docker.reference.digest']],
    ['containerd-subject', annotations?.['io.containerd.manifest.subject']],
  ];
  for (const [by, digest] of places) if (digest) return { digest, by };
  const tagged = tagMeaning(said.names);
  if (tagged) return tagged.about;
  const isOfCosign = artifactKind(annotations?.['kind']) !== null;
  if (isOfCosign && said.cosignImage !== null) return { digest: said.cosignImage, by: 'cosign-layout' };
  return said.indexSubject ? { digest: said.indexSubject.digest, by: 'index-subject' } : null;
}

/** The one image that an index of cosign's own layout (`cosign save`) is for; null in any other index. */
export function cosignImageOf(entries: readonly Descriptor[]): string | null {
  const images = entries.filter((each) =>
    /^dev\.cosignproject\.cosign\/image(?:Index)?$/.test(each.annotations?.['kind'] ?? ''),
  );
  return images.length === 1 ? (images[0]?.digest ?? null) : null;
}
