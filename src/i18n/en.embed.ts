/** Words for this page inside another page, in English. */
export const enEmbed = {
  'embed.consentTitle': 'Another page wants to open a file here',
  'embed.consent': '{origin} sends this file to be shown:',
  'embed.consentMeans':
    'The file is read on this device and goes nowhere. That page can see which part of it you select, and may send further files until you close this page.',
  'embed.no': 'No',
  'embed.once': 'Open it',
  'embed.always': 'Always open from there',
  'embed.waiting': 'Nothing is open yet',
  'embed.waitingFor': 'The page around this one chooses what is shown here.',
  'embed.openPage': 'Open in Tabaqa',
  'embed.about': 'About Tabaqa',
  'embed.label': 'Tabaqa: what is inside a container image',
  'embed.localOnly':
    'The page that opened this file asks that nothing of it is exported: nothing is saved, and there are no lists, reports, pictures and snapshots of it.',
  'embed.kept': 'Stays here',
} as const;
