/** Words about conversions between formats, in English. */
export const enConvert = {
  'recipe.schema1-manifest':
    'Built as <c>skopeo</c> converts to schema 1, before it signs with a key made for the moment: one entry for each step of the history, newest first, and the config inside of the newest. A registry would also write the name and the tag in it, and digests of the layers as it stores them.',
  'recipe.v2s2-list':
    'The index entry by entry with Docker’s media types. Each entry names the schema 2 manifest of its platform, which has a digest of its own; annotations are dropped.',
  'recipe.platform-index':
    'Docker’s list entry by entry with OCI media types. Each entry names the OCI manifest of its platform, which has a digest of its own.',
  'recipe.manifest-of-unpacked':
    'Built from the config and the layers as they are written here, unpacked: a plain layer’s digest is its DiffID.',
  'recipe.v1-json-skopeo':
    'Written as <c>skopeo</c> and <c>podman</c> do: the ID is computed from the chain ID and the parent, that of the top layer from part of the config too. <c>docker save</c> gives other IDs.',
  'recipe.repositories-diff-id':
    'Names and tags, each with the DiffID of the last layer, as <c>docker save</c> writes it since 25.',
  'recipe.dir-version': 'The constant file that marks a <c>dir:</c> folder.',
  'cannot.not-an-image': 'There is no image in it that could be converted.',
  'cannot.dates-unreadable': 'A date in the config is not written as RFC 3339 has it.',
  'cannot.no-history':
    'The history in the config does not say which step made which layer, and schema 1 has one entry for each step.',
  'cannot.compression-unknown-to-docker':
    'A layer is compressed in another way than gzip, and for readers of this form there is nothing else.',
  'cannot.manifests-missing':
    'The manifest of another platform is not in {here}, so what its entry would say is not known.',
  'cannot.contents-differ':
    'Something in it is not what its documents say, or cannot be shown to be: every tool would refuse the result.',
  'cannot.too-many-manifests': 'So many platforms that their manifests are not worked out.',
} as const;
