import type { enLayouts } from './en.layouts';

/** Words of the layouts board (the folder trees side by side), in French. */
export const frLayouts: Readonly<Record<keyof typeof enLayouts, string>> = {
  'board.layouts': 'Layouts',
  'layouts.label': 'Les fichiers de l’image dans trois layouts',
  'layouts.title': '<q>{name}</q> : une image dans trois layouts',
  'layouts.part': 'Partie',
  'layouts.order': 'Ordre',
  'layouts.order.role': 'Par partie',
  'layouts.order.tar': 'Comme stocké',
  'layouts.choose': 'Choisir un fichier pour voir ce qui le nomme, et la même partie dans chaque layout',
  'layouts.hint':
    'Survoler un fichier ou se déplacer avec les flèches : des traits mènent à ce qu’il nomme. <b>Espace</b> le garde, <b>Entrée</b> l’ouvre, <b>C</b> copie son digest ou son chemin.',
  'layouts.kept': 'Gardé. Entrée l’ouvre, Échap le relâche.',
  'layouts.foot': 'Le fichier choisi',

  'layouts.only.none': 'dans aucun des trois',
  'layouts.only.one': 'seulement dans {a}',
  'layouts.only.two': 'seulement dans {a} et {b}',
  'layouts.because': '{only} : {why}',
  'layouts.listsItself': '<c>manifest.json</c> liste lui-même les parties',
  'layouts.within': '<c>{name}</c>, dans le dossier de la couche {n}',

  'layouts.file': '<c>{path}</c>, {state}, {named}',
  'layouts.namedBy': 'nommé par {names}',
  'layouts.namedByNothing': 'rien ne le nomme ici',
  'layouts.way': '<c>{from}</c> {by}',
  'layouts.wayAt': '<c>{from}</c> {by}, à <c>{pointer}</c>',
  'layouts.by.path': 'par son chemin',
  'layouts.by.digest': 'par son digest',
  'layouts.by.diff-id': 'par son DiffID',
  'layouts.by.v1-id': 'par son ID v1',
  'layouts.by.link': 'par un lien',
  'layouts.by.folder': 'par sa présence dans le dossier',
  'layouts.names': 'nomme {count, plural, one {# fichier} other {# fichiers}}',
  'layouts.linkTo': 'un lien : les octets sont ceux de <c>{path}</c>',
  'layouts.storedAs': 'stocké sous <c>{path}</c>',
  'layouts.bytesOf': 'exactement les octets de <c>{path}</c>',
  'layouts.unpacked': 'les octets de la couche, décompressés : v1 n’a que des tars simples',
  'layouts.tooLarge': 'trop grand pour y chercher ce qu’il nomme',
  'layouts.showStored': 'Où il est stocké',

  'layouts.members': 'Membres de {here} tels qu’ils sont stockés',
  'layouts.in': 'Layouts',
  'layouts.namedByHead': 'Nommé par',
  'layouts.memberKeys': 'Les flèches changent de ligne. Entrée garde la partie, C copie le nom.',
};
