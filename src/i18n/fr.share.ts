import type { enShare } from './en.share';

/** Words of links, snapshots and files to share, in French. */
export const frShare: Readonly<Record<keyof typeof enShare, string>> = {
  'opening.fetching': 'Demande du fichier à l’hôte',
  'gate.file.title': 'Ce lien porte sur <q>{name}</q>, {size}, <n>sha256 {digest}…</n>',
  'gate.file.line':
    'Le fichier lui-même n’est pas dans le lien. Ouvrez votre copie pour voir la même chose : déposez-la ici ou choisissez-la.',
  'gate.file.checking': 'Comparaison de <q>{name}</q> avec le lien',
  'gate.file.differs': 'Pas les mêmes octets que dans le lien',
  'gate.file.differsLine':
    'Lien : <n>{digest}…</n>, le vôtre : <n>{own}…</n> (<q>{name}</q>). Ce que montre le lien n’y est peut-être pas.',
  'gate.file.anyway': 'Ouvrir quand même',
  'gate.file.folder':
    'Ce lien porte sur un seul fichier, et un dossier n’a pas de digest à comparer. Ouvrez le tar lui-même.',
  'gate.file.failed': 'La comparaison a échoué : {why}',
  'gate.url.title': 'Ce lien veut lire <n>{host}</n>',
  'gate.url.line':
    'Votre adresse réseau sera visible de cet hôte, et d’aucun autre. La page n’est ouverte qu’à lui, tant que ce fichier est ouvert ; rien n’est envoyé que la demande du fichier.',
  'gate.url.address': 'Adresse',
  'gate.url.open': 'Lire depuis {host}',
  'gate.url.impossible':
    'Cette copie de la page n’a pas de réseau, et ne peut pas en recevoir. Téléchargez le fichier, et déposez-le ici.',
  'gate.url.download': 'Ouvrir l’adresse dans un nouvel onglet',
  'snapshot.note':
    'Instantané : la structure seulement. Les octets des couches n’y sont pas : ce qui en a été constaté est montré tel qu’enregistré.',
  'snapshot.hidden': '{count, plural, one {# valeur est masquée.} other {# valeurs sont masquées.}}',
  'snapshot.cell': 'correspond, tel qu’enregistré',
  'snapshot.recorded': '(octets des couches : tels qu’enregistrés)',
  'snapshot.files': 'Les fichiers des couches ne sont pas dans un instantané. Ouvrez le tar lui-même pour les voir.',
  'remote.note':
    'Lu depuis <n>{host}</n>, au fur et à mesure de ce qui est regardé. Les couches ne sont récupérées que si vous le demandez.',
  'remote.check': 'Vérifier les couches : {size} à récupérer',
  'lock.open': 'Ouverte à {host} seulement',
  'lock.openTitle': 'Pourquoi cette page peut lire un hôte',
  'lock.openExplain':
    'Un lien a demandé un fichier sur <n>{host}</n>, et vous avez accepté. Le navigateur laisse la page interroger cet hôte, et aucun autre. Ouvrir un fichier à vous, ou un exemple, la referme.',
  'keys.share': 'Partager',
  'share.button': 'Partager',
  'share.help': 'Un lien, un fichier ou un cadre qui montre la même chose',
  'share.title': 'Partager ce qui est à l’écran',
  'share.tabs': 'Manières de partager',
  'share.tab.link': 'Lien',
  'share.tab.file': 'Fichier',
  'share.tab.embed': 'Intégrer',
  'share.what': 'Sur quoi porte le lien',
  'share.kind.sample': 'L’exemple que contient cette page',
  'share.kind.url': 'Le fichier à son adresse',
  'share.kind.file': 'Mon fichier (il faut que l’autre en ait une copie)',
  'share.kind.snapshot': 'Un instantané : la structure seulement, dans le lien lui-même',
  'share.kind.file.why':
    'Le lien en a le nom, la taille et le sha256. À qui l’ouvre, une copie est demandée, puis comparée.',
  'share.kind.url.why': 'L’accord de qui l’ouvre est demandé avant de lire l’hôte.',
  'share.folder': 'Un dossier n’a pas de digest, aucun lien ne peut donc porter sur lui. Un instantané, si.',
  'share.hashing': 'Calcul du sha256 du fichier',
  'share.selection': 'Inclure ce qui est choisi',
  'share.flip': 'Inclure ce qui est modifié sur la copie',
  'share.look': 'Inclure la langue et les couleurs',
  'share.hide': 'Masqué dans les instantanés et dans les images et tableaux des vues ; cocher ce qui peut y figurer',
  'share.hide.env': 'Valeurs de Env',
  'share.hide.labels': 'Labels',
  'share.hide.history': 'Commandes de l’historique',
  'share.hide.author': 'Auteurs',
  'share.hide.urls': 'Adresses',
  'share.hide.embedded': 'Documents à l’intérieur de documents',
  'share.hide.names': 'Les noms des images, des fichiers et des variables y restent.',
  'share.decoded': 'Montrer le lien décodé',
  'share.link': 'Lien',
  'share.length': '{count} caractères',
  'share.tooLong':
    'Un lien peut avoir {limit} caractères, et celui-ci en aurait {count}. Partager plutôt le HTML ou l’instantané comme fichier.',
  'share.copy': 'Copier le lien',
  'share.qr': 'Code QR',
  'share.qrLabel': 'Le lien en code QR',
  'share.qrTooLong': 'Trop long pour un code QR qu’une caméra puisse lire : {count} caractères, {limit} au plus.',
  'share.making': 'Fabrication de l’instantané…',
  'share.failed': 'Il n’y a pas d’instantané : {why}',
  'share.file.html': 'HTML avec la structure de cette image',
  'share.file.htmlHere':
    'Un seul fichier qui s’ouvre depuis n’importe quel disque, sans réseau : cette page, avec l’instantané dedans.',
  'share.file.htmlThere':
    'Ouvre la page en un seul fichier, avec cet instantané, dans un nouvel onglet. Là, Partager › Fichier l’enregistre : cette page ne récupère rien d’elle-même.',
  'share.file.htmlLong':
    'L’instantané est trop long pour tenir dans un lien. L’enregistrer, enregistrer la page en un seul fichier, et déposer l’un sur l’autre.',
  'share.file.whole': 'HTML avec le fichier entier',
  'share.file.wholeHere':
    'Cette page avec le fichier dedans, {size} : chaque nom est vérifié à nouveau là où elle est ouverte, sans réseau. Rien n’y est masqué.',
  'share.file.wholeThere':
    'Remet le fichier, {size}, à la page en un seul fichier, dans un nouvel onglet ; il ne quitte pas cet appareil. Là, Partager › Fichier l’enregistre. Rien n’y est masqué.',
  'share.file.wholeTooLarge': 'Seul un fichier de {limit} au plus l’accompagne, et celui-ci fait {size}.',
  'share.file.wholeNone': 'Seul un fichier l’accompagne : enregistrez l’image en tar, et ouvrez-le.',
  'share.file.page': 'La page en un seul fichier (HTML)',
  'share.file.snapshot': 'Instantané (JSON)',
  'share.file.snapshotWhy': 'La structure en texte. Déposé sur cette page, il s’ouvre à nouveau.',
  'share.file.report': 'Rapport (JSON)',
  'share.file.reportWhy':
    'Tout ce qui a été trouvé, avec ses verdicts, pour des programmes : noms, chemins, digests, tailles, et les adresses des couches conservées ailleurs. Ni valeurs, ni labels, ni commandes.',
  'share.file.markdown': 'Rapport (Markdown)',
  'share.file.markdownWhy':
    'Les verdicts, les couches et les remarques en tableaux, à coller dans une issue. Il n’y a ni valeurs, ni labels, ni commandes.',
  'share.file.pictures':
    'Les images et tableaux des vues sont sous « Emporter », dans celles qui en ont. Y est masqué ce qui n’est pas coché ici. SVG et PNG portent aussi l’instantané : déposés ici, ils s’ouvrent à nouveau là où ils ont été faits. Imprimée, une page est telle qu’à l’écran.',
  'share.embed.line':
    'Du HTML pour une page à vous. Elle montre dans un cadre le lien du premier onglet, sans la barre du haut.',
  'share.embed.copy': 'Copier le HTML',
  'share.embed.code': 'HTML',
  'share.embed.title': '{name} dans Tabaqa',
  'share.embed.contract': 'Envoyer un fichier à vous dans le cadre : le contrat',
  'md.file': 'Fichier',
  'md.verdict': 'Verdict',
  'md.images': 'Images',
  'md.layers': 'Couches',
  'md.size': 'Taille',
  'md.notices': 'Remarques',
  'md.findings': 'Ce qui n’est pas juste',
  'md.claimed': 'Affirmé',
  'md.actual': 'Réel',
};
