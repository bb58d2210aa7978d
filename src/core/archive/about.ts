import type { Document, Image } from '../model/archive';
import type { About, Artifact, StatedArtifact } from '../model/artifact';
import { digestOfName, type Digest } from '../model/digest';

/** A digest that a tag had to cut, to 64 characters of its hex (OCI distribution-spec, "Referrers Tag Schema"). */
const CUT_SHA512 = /^sha512:[0-9a-f]{64}$/;

interface Named {
  readonly target: About['target'];
  readonly images: Set<string>;
}

/** The artifacts with what each is about looked up among the manifests and indexes of the archive. */
export function lookUpAbout(
  stated: readonly StatedArtifact[],
  images: readonly Image[],
  documents: ReadonlyMap<string, Document>,
): Artifact[] {
  const named = namesOf(images, documents);
  const artifacts = new Map<Digest, StatedArtifact>();
  for (const artifact of stated) {
    for (const digest of digestsOf(artifact.id, documents)) if (!artifacts.has(digest)) artifacts.set(digest, artifact);
  }
  const long = new Map([...named.keys()].map((digest) => [digest.slice(0, 'sha512:'.length + 64), digest]));
  const whole = (digest: Digest): Digest => (CUT_SHA512.test(digest) ? (long.get(digest) ?? digest) : digest);

  const find = (artifact: StatedArtifact): About | null => {
    if (!artifact.about) return null;
    const about = { ...artifact.about, digest: whole(artifact.about.digest) };
    const known = named.get(about.digest);
    if (known) return { ...about, target: known.target, images: [...known.images] };
    const target = artifacts.has(about.digest) ? 'artifact' : 'absent';
    return { ...about, target, images: [...imagesBehind(artifact)] };
  };

  /** What an artifact about an artifact is about in the end; none when they are about each other. */
  const imagesBehind = (artifact: StatedArtifact): ReadonlySet<string> => {
    const seen = new Set<StatedArtifact>();
    for (let at: StatedArtifact | undefined = artifact; at?.about && !seen.has(at);) {
      seen.add(at);
      const digest = whole(at.about.digest);
      const known = named.get(digest);
      if (known) return known.images;
      at = artifacts.get(digest);
    }
    return new Set();
  };
  return stated.map((artifact) => ({ ...artifact, about: find(artifact) }));
}

/** Manifests and indexes by each of their digests, with the keys of the images behind them. */
function namesOf(images: readonly Image[], documents: ReadonlyMap<string, Document>): Map<Digest, Named> {
  const named = new Map<Digest, Named>();
  const add = (id: string, target: About['target'], key: string): void => {
    for (const digest of digestsOf(id, documents)) {
      const known = named.get(digest);
      if (known) known.images.add(key);
      else named.set(digest, { target, images: new Set([key]) });
    }
  };
  for (const image of images) {
    for (const { manifest, indexes } of image.stated) {
      if (manifest !== null) add(manifest, 'image', image.key);
      for (const index of indexes) add(index, 'index', image.key);
    }
  }
  return named;
}

/** The digest that the document's name says, and that of its bytes: others may say either. */
function digestsOf(id: string, documents: ReadonlyMap<string, Document>): Digest[] {
  const both = [digestOfName(id), documents.get(id)?.digest];
  return [...new Set(both.flatMap((digest) => digest ?? []))];
}
