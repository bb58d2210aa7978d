/** Words for the page without a network, in English. */
export const enOffline = {
  'offline.ready': 'Ready to work offline: this page now opens without a network.',
  'offline.newer': 'A newer version is here',
  'offline.newerMeans': 'It is used the next time you open the page. Nothing changes until then.',
} as const;
