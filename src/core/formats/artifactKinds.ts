import type { ArtifactKind } from '../model/artifact';

/**
 * What media types, artifact types and config types name. An entry that ends in `*` stands for everything that begins so.
 * Sources: the projects' own specifications, in the order of the kinds.
 */
const TYPES: readonly (readonly [kind: ArtifactKind, types: readonly string[]])[] = [
  ['attestation', ['application/vnd.docker.attestation.manifest.v1+json']],
  ['in-toto', ['application/vnd.in-toto*', 'application/vnd.dsse.envelope.v1+json']],
  [
    'cosign-signature',
    [
      'application/vnd.dev.cosign.simplesigning.v1+json',
      'application/vnd.dev.cosign.artifact.sig.v1+json',
      'dev.cosignproject.cosign/sigs',
    ],
  ],
  ['cosign-attestation', ['application/vnd.dev.cosign.artifact.att.v1+json', 'dev.cosignproject.cosign/atts']],
  ['cosign-sbom', ['application/vnd.dev.cosign.artifact.sbom.v1+json']],
  ['sigstore-bundle', ['application/vnd.dev.sigstore.bundle*']],
  ['notation-signature', ['application/vnd.cncf.notary.signature', 'application/jose+json', 'application/cose']],
  ['spdx', ['text/spdx*', 'application/spdx*', 'spdx+json']],
  ['cyclonedx', ['application/vnd.cyclonedx*']],
  ['helm-chart', ['application/vnd.cncf.helm.*']],
  ['wasm', ['application/wasm', 'application/vnd.wasm.*', 'application/vnd.module.wasm.*']],
  ['buildkit-cache', ['application/vnd.buildkit.cacheconfig.*']],
  ['docker-plugin', ['application/vnd.docker.plugin.*']],
  ['containerd-checkpoint', ['application/vnd.containerd.container.*']],
  ['soci-index', ['application/vnd.amazon.soci.*']],
];

const EXACT = new Map(
  TYPES.flatMap(([kind, types]) => types.filter((type) => !type.endsWith('*')).map((type) => [type, kind] as const)),
);
const PREFIXES = TYPES.flatMap(([kind, types]) =>
  types.filter((type) => type.endsWith('*')).map((type) => [type.slice(0, -1), kind] as const),
);

/** What a media type, an artifact type or a config type names, its parameters left out; null when it is none of those we know. */
export function artifactKind(type: string | null | undefined): ArtifactKind | null {
  if (!type) return null;
  const plain = type.replace(/;.*$/s, '').trim().toLowerCase();
  return EXACT.get(plain) ?? PREFIXES.find(([prefix]) => plain.startsWith(prefix))?.[1] ?? null;
}
