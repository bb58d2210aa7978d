/** Words for images on registries, in English. */
export const enRegistry = {
  'registry.way':
    'Most registries let no web page read them, or hand out tokens and layers from other hosts, which this page may not ask. Copy the image into a tar, and drop that here:',
  'share.kind.registry': 'The image on its registry',
  'share.kind.registry.why': 'Whoever opens it is asked first whether that registry may be read.',
} as const;
