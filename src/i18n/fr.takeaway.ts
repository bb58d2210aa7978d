import type { enTakeaway } from './en.takeaway';

/** Words of the menu that gives a board as a picture or table, in French. */
export const frTakeaway: Readonly<Record<keyof typeof enTakeaway, string>> = {
  'takeaway.label': 'Emporter',
  'takeaway.svg': 'Image (SVG)',
  'takeaway.png': 'Image (PNG)',
  'takeaway.markdown': 'Tableau (Markdown)',
  'takeaway.copy': 'Copier le tableau',
  'takeaway.print': 'Imprimer…',
  'takeaway.failed': 'Le navigateur n’a pas pu dessiner l’image. Le SVG montre la même.',
  'takeaway.redacted':
    'Dans les images et tableaux, valeurs, labels, commandes, auteurs et adresses sont masqués. Ce qui peut être vu se coche sous Partager, Fichier.',
  'takeaway.shown': 'N’est pas masqué dans les images et tableaux, comme coché sous Partager : {kinds}.',
  'takeaway.cannot': 'Rien ne peut être masqué, il n’y a donc ni images ni tableaux : {why}.',
};
