import type { ArtifactMessageId } from './codes';

/** Words for what stands beside the images, and for special layers, in English. */
export const enArtifacts = {
  'artifact.attestation': 'attestation',
  'artifact.attestation.why':
    'Statements that BuildKit made about one platform of the image: how it was built, and often what is in it. Its platform <c>unknown/unknown</c> only keeps runtimes away from it.',
  'artifact.in-toto': 'in-toto attestation',
  'artifact.in-toto.why':
    'A statement in the in-toto form: about which digests, of which kind (the predicate type), and what.',
  'artifact.cosign-signature': 'cosign signature',
  'artifact.cosign-signature.why':
    'A signed note that says which manifest digest was meant. The signature itself is an annotation and is not verified here: that needs the signer’s key.',
  'artifact.cosign-attestation': 'cosign attestation',
  'artifact.cosign-attestation.why':
    'in-toto statements in signed envelopes. The envelope is opened here; its signature is not verified: that needs the signer’s key.',
  'artifact.cosign-sbom': 'cosign SBOM',
  'artifact.cosign-sbom.why':
    'A list of what is in the image, attached by cosign without a signature of its own. The newer way is an attestation.',
  'artifact.sigstore-bundle': 'sigstore bundle',
  'artifact.sigstore-bundle.why':
    'A signed statement with all that is needed to verify it: certificate, signature and log entry in one document.',
  'artifact.notation-signature': 'Notation signature',
  'artifact.notation-signature.why':
    'A Notary Project signature: a JWS or COSE envelope about the manifest that it is attached to.',
  'artifact.spdx': 'SPDX SBOM',
  'artifact.spdx.why': 'A list of packages with their licences, in the SPDX form.',
  'artifact.cyclonedx': 'CycloneDX SBOM',
  'artifact.cyclonedx.why': 'A list of components, in the CycloneDX form.',
  'artifact.helm-chart': 'Helm chart',
  'artifact.helm-chart.why':
    'A package for Kubernetes, not an image: its config is the chart’s metadata, its layer the chart as a tar.',
  'artifact.wasm': 'WebAssembly module',
  'artifact.wasm.why': 'A program for a WebAssembly runtime. Its layers are modules, not file-system changes.',
  'artifact.buildkit-cache': 'BuildKit cache',
  'artifact.buildkit-cache.why':
    'Layers and a list of the build steps that made them, so that a later build need not run them again. It cannot be run.',
  'artifact.docker-plugin': 'Docker plugin',
  'artifact.docker-plugin.why':
    'A plugin for the Docker engine: one root file system and a config that an image does not have.',
  'artifact.containerd-checkpoint': 'containerd checkpoint',
  'artifact.containerd-checkpoint.why':
    'The frozen state of a running container: its memory, its settings and its own file changes.',
  'artifact.soci-index': 'SOCI index',
  'artifact.soci-index.why':
    'Tables of where each file is inside the compressed layers, so that a container can start before all of them are downloaded.',
  'artifact.files': 'files',
  'artifact.files.why': 'Plain files that were pushed as an OCI artifact, each with its file name (ORAS).',
  'artifact.annotations': 'annotations only',
  'artifact.annotations.why':
    'It has no content: everything it says is in the annotations of its manifest. Empty descriptors stand where parts must stand.',
  'artifact.unknown': 'artifact of an unknown kind',
  'artifact.unknown.why': 'It uses the form of an image for something of its own. Its types say what.',

  'aboutBy.subject': 'its manifest says so (<c>subject</c>)',
  'aboutBy.docker-reference': 'the index says so (<c>vnd.docker.reference.digest</c>)',
  'aboutBy.containerd-subject': 'the index says so (<c>io.containerd.manifest.subject</c>)',
  'aboutBy.cosign-tag': 'its tag says so, as cosign names tags',
  'aboutBy.referrers-tag': 'the tag of its index says so (referrers tag)',
  'aboutBy.cosign-layout': 'it stands beside the one image of a layout that cosign saved',
  'aboutBy.index-subject': 'the index that it is in says so (<c>subject</c>)',
  'aboutTarget.image': 'an image in this tar',
  'aboutTarget.index': 'an index in this tar, so all images behind it',
  'aboutTarget.artifact': 'another artifact in this tar',
  'aboutTarget.absent': 'something that is not in this tar',

  'layerKind.encrypted': 'encrypted',
  'layerKind.encrypted.why':
    'The bytes are encrypted (ocicrypt). Their digest is checked; what is in them can only be read with the key.',
  'layerKind.foreign': 'kept elsewhere',
  'layerKind.foreign.why':
    'A layer that may not be redistributed, such as a Windows base layer. Its descriptor says where to get it; this page never does.',
  'layerKind.estargz': 'eStargz',
  'layerKind.estargz.why':
    'A gzip layer of many members with a table of contents at its end: single files can be fetched before the rest. To other tools it is an ordinary gzip layer.',
  'layerKind.zstd-chunked': 'zstd:chunked',
  'layerKind.zstd-chunked.why':
    'A zstd layer of many frames with a table of contents in frames that are skipped: only files that are not yet there need be fetched. To other tools it is an ordinary zstd layer.',
  'layerKind.nydus': 'nydus',
  'layerKind.nydus.why':
    'Blocks of a nydus file system, not a tar. The last layer of the image says what is where in them.',
  'layerKind.nydus-bootstrap': 'nydus bootstrap',
  'layerKind.nydus-bootstrap.why':
    'The file tree of a nydus image: names, modes and where the contents are in the other layers.',
  'layers.kind': 'Kind',
  'layers.ordinary': 'ordinary',
  'foot.keyWrapping': 'The key is wrapped by {schemes}.',
  'foot.urls': 'Said to be at {urls} (text only: nothing is fetched).',

  'attached.list': 'What is stored beside the images',
  'attached.none': 'Nothing is stored beside the images in this tar.',
  'attached.aboutThis': 'About this image',
  'attached.aboutOthers': 'About other images in this tar',
  'attached.aboutAbsent': 'About something not in this tar',
  'attached.aboutNothing': 'On their own',
  'attached.about': 'About',
  'attached.nothing': 'nothing: no document says that it belongs to something',
  'attached.saidBy': 'because {by}',
  'attached.names': 'Names',
  'attached.artifactType': 'Artifact type',
  'attached.noArtifactType': 'none: it is known by its parts',
  'attached.manifest': 'Manifest',
  'attached.noManifest': 'none: an index lists the bytes themselves',
  'attached.verdict': 'Verdict',
  'attached.openManifest': 'Open its manifest',
  'attached.showImage': 'Show that image',
  'attached.parts': 'Its parts',
  'attached.config': 'config',
  'attached.content': 'content',
  'attached.empty': 'the empty descriptor: nothing is meant to be here',
  'attached.embedded.matches': 'its bytes are in the manifest, too, and match',
  'attached.embedded.differs': 'the bytes in the manifest are not what it says',
  'attached.part': 'Part',
  'attached.partType': 'Media type',
  'attached.partSize': 'Size',
  'attached.partDigest': 'Digest',
  'attached.partVerdict': 'Verdict',
  'attached.more': '{count} more',

  'verdicts.attached':
    '{n, plural, one {# name of what is attached does not match its bytes} other {# names of what is attached do not match their bytes}}',
} as const satisfies Readonly<Record<ArtifactMessageId, string>> & Readonly<Record<string, string>>;
