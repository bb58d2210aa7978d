import type { enPaper } from './en.paper';

/** Words of the sheets that are printed for a workshop, in French. */
export const frPaper: Readonly<Record<keyof typeof enPaper, string>> = {
  'paper.handout': 'Feuille du participant',
  'paper.teacher': 'Fiches de l’enseignant',
  'paper.print': 'Imprimer',
  'paper.back': 'Retour à la page',
  'paper.size': 'Pour du papier A4, en portrait, recto verso.',
  'paper.name': 'Nom',
  'paper.seat': 'Place',
  'paper.page': 'Page {page} sur {pages}',
  'paper.ladder.title': 'Une image, trois formats',
  'paper.ladder.how':
    'Ouvrez la même image dans les trois et écrivez dans chaque case ce que vous trouvez : le nom du fichier, et les 12 premiers chiffres de son digest ou de son ID.',
  'paper.ladder.mark':
    'Mettez ensuite {check} à côté de chaque nom qui est le sha256 de ses octets, et {random} à côté de chaque nom aléatoire.',
  'paper.ladder.arrows': 'Tracez une flèche de chaque nom vers ce qu’il nomme.',
  'paper.ladder.flip':
    'Un octet de la couche 2 est autre. Dans chaque colonne, soulignez tous les noms qui doivent changer.',
  'paper.glossary.title': 'Mots',
  'paper.glossary.layer':
    'Une couche : ce qu’une étape de construction a changé dans les fichiers, en un tar. L’image, ce sont toutes les couches, l’une sur l’autre.',
  'paper.glossary.blob': 'Un fichier nommé par le digest de ses octets.',
  'paper.glossary.digest': 'Le sha256 d’octets, écrit <c>sha256:</c> et 64 chiffres. D’autres octets en ont un autre.',
  'paper.glossary.diffId':
    'Le digest d’une couche <b>décompressée</b>. Celui de son blob est le digest de ce qui est stocké, peut-être compressé.',
  'paper.glossary.chainId':
    'Un nom pour une couche <b>avec toutes celles du dessous</b> : calculé à partir de leurs DiffID.',
  'paper.glossary.config':
    'Comment l’image est exécutée (commande, variables, utilisateur), son historique, et les DiffID.',
  'paper.glossary.imageId': 'Le digest de la config.',
  'paper.glossary.manifest':
    'La liste des parties d’une image : une config et ses couches, chacune par media type, taille et digest.',
  'paper.glossary.index': 'Une liste de manifests, un par plateforme. Docker l’appelle manifest list.',
  'paper.glossary.mediaType': 'Dit ce que sont des octets, quel que soit le nom de leur fichier.',
  'paper.glossary.tag': 'Un nom donné par des gens. Il peut passer à une autre image ; un digest, non.',
  'paper.glossary.whiteout':
    'Un fichier vide <c>.wh.name</c> dans une couche : « <c>name</c> est supprimé ». Ses octets restent dans la couche du dessous.',
  'paper.commands.title': 'Six commandes',
  'paper.commands.save': 'enregistrer une image en tar',
  'paper.commands.list': 'ce qu’il y a dans le tar, dans son ordre',
  'paper.commands.archive': 'la liste des images du tar. Ce n’est <b>pas</b> un manifest v2',
  'paper.commands.sum': 'une couche a-t-elle le digest qui la nomme ?',
  'paper.commands.raw': 'le manifest, tel que skopeo le fait à partir de ce tar',
  'paper.commands.oci': 'la même image en layout OCI',
  'paper.cascade.title': 'Ce qu’un octet change',
  'paper.cascade.byte': 'un octet d’une couche',
  'paper.cascade.layer': 'le digest et le DiffID de la couche',
  'paper.cascade.config': 'la config qui liste le DiffID',
  'paper.cascade.imageId': 'son digest : l’Image ID',
  'paper.cascade.manifest': 'le manifest qui liste les deux, et son digest',
  'paper.cascade.index': 'l’index qui liste le manifest',
  'paper.cascade.pinned': 'le digest que vous avez noté : il ne correspond plus',
  'paper.cascade.v1': 'v1 : l’ID de la couche est un nombre aléatoire. Rien ne change, personne ne s’en aperçoit.',
  'paper.notes': 'Ce que j’ai trouvé',
  'paper.where': 'Où est la page :',
  'paper.teacher.times': 'Quatre-vingt-dix minutes ou un peu plus : {minutes} pour les chapitres',
  'paper.teacher.minutes': '{minutes} min',
  'paper.teacher.counted': 'compté dans le fichier ouvert',
  'paper.teacher.exercises': 'Exercices',
  'paper.teacher.seats':
    'Les noms et les nombres sont ceux {seat, plural, =0 {sans place} other {de la place #}}. Pour une autre, l’exercice les montre par « Montrer la solution ».',
  'paper.teacher.hard': '{minutes} min, pour les rapides',
  'paper.teacher.problems': 'Ce qui peut mal tourner',
  'paper.teacher.problem.network':
    '<b>Pas de réseau.</b> Rien ici n’en a besoin : faites passer le fichier HTML unique sur une clé USB. Il s’ouvre depuis le disque.',
  'paper.teacher.problem.docker': '<b>Pas de Docker sur leurs machines.</b> Les exemples sont dans la page.',
  'paper.teacher.problem.phones':
    '<b>Seulement des téléphones.</b> La page montre une colonne à la fois ; la leçon est en bas de l’écran.',
  'paper.teacher.problem.locked': '<b>Des ordinateurs sans droits.</b> Le fichier HTML ne demande pas d’installation.',
  'paper.teacher.problem.keyboard':
    '<b>Des claviers arabes ou français.</b> Chiffres et lettres sont lus d’après leur place là où la disposition en a d’autres.',
  'paper.teacher.problem.projector':
    '<b>Un vidéoprojecteur pâle.</b> Chaque couleur a une forme et un mot à côté d’elle. <b>P</b> agrandit tout ; ces fiches remplacent la fenêtre de l’orateur.',
};
