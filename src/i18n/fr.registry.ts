import type { enRegistry } from './en.registry';

/** Words for images on registries, in French. */
export const frRegistry: Readonly<Record<keyof typeof enRegistry, string>> = {
  'registry.way':
    'La plupart des registres ne se laissent lire par aucune page web, ou font donner les couches par d’autres hôtes, que cette page n’a pas le droit d’interroger. Copiez l’image dans un tar, et déposez-le ici :',
  'gate.token.title': 'Ce registre demande un jeton à <n>{tokens}</n>. Autoriser les deux ?',
  'gate.token.line':
    '<n>{host}</n> donne cette image à qui a un jeton, et dit que <n>{tokens}</n> en délivre à tout le monde. Votre adresse réseau sera visible de ces deux hôtes, et d’aucun autre. La page leur est ouverte pour ce seul lien ; ni nom ni mot de passe n’est envoyé.',
  'gate.token.address': 'Jetons',
  'gate.token.open': 'Lire depuis {host} et {tokens}',
  'lock.openTokens':
    'Ce registre fait délivrer ses jetons par <n>{tokens}</n>. Vous avez accepté que cet hôte soit interrogé aussi, pour ce lien.',
  'share.kind.registry': 'L’image sur son registre',
  'share.kind.registry.why': 'À qui l’ouvre, il est d’abord demandé si ce registre peut être lu.',
};
