import type { enOffline } from './en.offline';

/** Words for the page without a network, in French. */
export const frOffline: Readonly<Record<keyof typeof enOffline, string>> = {
  'offline.ready': 'Prête à fonctionner hors ligne : cette page s’ouvre désormais sans réseau.',
  'offline.newer': 'Une version plus récente est là',
  'offline.newerMeans': 'Elle servira à la prochaine ouverture de la page. D’ici là, rien ne change.',
};
