/** Words about conversions between formats, in English. */
export const enConvert = {
  'recipe.schema1-manifest':
    'Built as <c>skopeo</c> converts to schema 1, before it signs with a key made for the moment: one entry for each step of the history, newest first, and the config inside of the newest. A registry would also write the name and the tag in it, and digests of the layers as it stores them.',
  'recipe.v2s2-list':
    'The index entry by entry with Docker’s media types. Each entry names the schema 2 manifest of its platform, which has a digest of its own; annotations are dropped.',
  'recipe.platform-index':
    'Docker’s list entry by entry with OCI media types. Each entry names the OCI manifest of its platform, which has a digest of its own.',
  'cannot.not-an-image': 'There is no image in it that could be converted.',
  'cannot.no-history':
    'The history in the config does not say which step made which layer, and schema 1 has one entry for each step.',
  'cannot.compression-unknown-to-docker':
    'A layer is compressed in another way than gzip, and for readers of this form there is nothing else.',
  'cannot.manifests-missing':
    'The manifest of another platform is not in {here}, so what its entry would say is not known.',
  'cannot.too-many-manifests': 'So many platforms that their manifests are not worked out.',
} as const;
