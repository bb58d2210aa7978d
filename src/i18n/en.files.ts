/** Words of the files that layers hold, in English. */
export const enFiles = {
  'notices.inLayer': 'in the layer',
  'inLayer.tar-unsafe-name.why':
    'In the files of the image a slash at the front is left out, and what climbs out is in no folder. Nothing is written to your disk.',
  'inLayer.tar-duplicate-member.why': 'Unpacking keeps the last one; the bytes of the others stay in the layer.',
  'inLayer.tar-sparse-member.why': 'It stores only the parts that are not zero.',
  'inLayer.tar-link-broken.why':
    'A hard link names a file that must be there already, in this layer or below. Unpacking fails, or leaves it out.',
} as const;
