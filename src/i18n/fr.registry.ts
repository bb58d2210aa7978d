import type { enRegistry } from './en.registry';

/** Words for images on registries, in French. */
export const frRegistry: Readonly<Record<keyof typeof enRegistry, string>> = {
  'registry.way':
    'La plupart des registres ne se laissent lire par aucune page web, ou font donner les jetons et les couches par d’autres hôtes, que cette page n’a pas le droit d’interroger. Copiez l’image dans un tar, et déposez-le ici :',
  'share.kind.registry': 'L’image sur son registre',
  'share.kind.registry.why': 'À qui l’ouvre, il est d’abord demandé si ce registre peut être lu.',
};
