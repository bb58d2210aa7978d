import type { enErrors } from './en.errors';

/** Words for why nothing can be shown, in French. */
export const frErrors: Readonly<Record<keyof typeof enErrors, string>> = {
  'error.empty-file.title': 'Ce fichier est vide',
  'error.empty-file.meaning':
    'Il a <n>0 octet</n>. Un téléchargement ou un <c>docker save</c> interrompu dès le début laisse un tel fichier.',
  'error.empty-file.todo':
    'Le produire ou le télécharger à nouveau, et chercher un message d’erreur de l’outil qui l’a écrit.',
  'error.not-a-tar.title': 'Ce n’est pas un tar',
  'error.not-a-tar.meaning':
    'L’archive d’une image est un tar : ses 512 premiers octets sont un en-tête avec une somme de contrôle. Ce fichier n’en a pas.',
  'error.not-a-tar.todo': 'Enregistrer l’image en tar avec l’une des commandes ci-dessous, puis ouvrir ce fichier-là.',
  'error.unsupported-compression.title': 'Cette compression ne peut pas être décompressée ici',
  'error.unsupported-compression.meaning':
    'Les tars dans gzip, zstd, xz et bzip2 s’ouvrent directement, mais celui-ci utilise <c>{kind}</c> d’une manière qui n’est pas décompressée ici. Le fichier est peut-être intact.',
  'error.unsupported-compression.todo':
    'Le décompresser d’abord (<c>xz -d</c>, <c>zstd -d --long=31</c>, <c>bunzip2</c>), puis ouvrir le tar obtenu.',
  'error.wrapper-corrupt.title': 'Le fichier compressé est endommagé',
  'error.wrapper-corrupt.meaning': 'Il commence comme un tar compressé, mais rien n’a pu être décompressé.',
  'error.wrapper-corrupt.todo':
    'Le copier ou le télécharger à nouveau. <c>gzip -t</c>, <c>zstd -t</c>, <c>xz -t</c> ou <c>bzip2 -t</c> le vérifie.',
  'error.wrapper-too-large.title': 'Le tar contenu est trop grand pour être décompressé ici',
  'error.wrapper-too-large.meaning':
    'Un tar compressé est décompressé en entier avant d’être lu, et celui-ci ne tiendrait pas. Un tar non compressé s’ouvre quelle que soit sa taille.',
  'error.wrapper-too-large.todo':
    'Le décompresser d’abord (<c>gunzip</c>, <c>zstd -d</c>, <c>xz -d</c>, <c>bunzip2</c>), puis ouvrir le tar obtenu.',
  'error.not-an-image.title': 'Il n’y a pas d’image dans {here}',
  'error.not-an-image.meaning':
    'Ont été cherchés : <c>manifest.json</c>, <c>index.json</c> avec <c>oci-layout</c>, et <c>repositories</c> avec des dossiers de couches. Aucun n’y est sous une forme lisible.',
  'error.not-an-image.todo': 'Enregistrer une image avec l’une des commandes ci-dessous, puis ouvrir ce fichier-là.',
  'error.unsafe-names.title': 'Les noms dans {here} mènent au-dehors',
  'error.unsafe-names.meaning':
    'Sur {count} noms, {unsafe} commencent par une barre oblique ou remontent avec <c>..</c>. Une fois extraits, de tels fichiers pourraient arriver n’importe où sur un disque : ils ne sont donc jamais lus comme parties d’une image, et sans eux il n’y en a pas.',
  'error.unsafe-names.todo':
    'Enregistrer à nouveau l’image avec l’une des commandes ci-dessous. Si l’archive a été faite à la main, la refaire sans <c>tar -P</c>. Ne pas extraire ce fichier avec un outil inconnu.',
  'error.too-many-files.title': 'Ce dossier a trop de fichiers',
  'error.too-many-files.meaning':
    'Jusqu’à {limit} fichiers et dossiers sont lus. Un dossier qui contient une image en a bien moins : elle est peut-être plus bas.',
  'error.too-many-files.todo':
    'Choisir le dossier qui contient <c>index.json</c>, <c>manifest.json</c> ou <c>repositories</c>.',
  'error.not-a-document.title': 'Du JSON, mais pas un document d’image',
  'error.not-a-document.meaning':
    'Un manifest, une liste ou un index, la config d’une image et un manifest schema 1 peuvent s’ouvrir seuls. Ce n’est aucun de ceux-là.',
  'error.not-a-document.todo':
    'Demander le document lui-même : <c>skopeo inspect --raw</c>, <c>crane manifest</c>, <c>crane config</c> ou <c>docker manifest inspect</c>.',
  'error.cut-short.title': 'Le fichier se termine avant de dire ce qu’est l’image',
  'error.cut-short.meaning':
    'Il commence comme un bon tar, mais il est tronqué : les documents qui décrivent l’image viennent plus loin dans le fichier, ou manquent.',
  'error.cut-short.todo': 'Le copier ou le télécharger à nouveau, et comparer sa taille à celle de l’original.',
  'error.tar-damaged.title': 'Le tar est endommagé avant de dire ce qu’est l’image',
  'error.tar-damaged.meaning':
    'Il commence comme un tar, mais un en-tête est illisible (à l’octet {offset}), et rien de ce qui a été lu ne dit ce qu’est l’image.',
  'error.tar-damaged.todo':
    'Le copier ou le télécharger à nouveau. Une copie faite en mode texte, ou à travers un terminal, modifie des octets : le copier comme un fichier binaire.',
  'error.document-unreadable.title': 'Le document qui dit ce qu’est l’image est illisible',
  'error.document-unreadable.meaning': '<c>{path}</c> est bien dans {here}, mais on ne peut rien en tirer.',
  'error.document-unreadable.todo':
    'Enregistrer à nouveau l’image, ou regarder le document comme du texte (dans un tar : <c>tar -xOf</c> suivi du nom du fichier et de celui du document).',
  'error.root-filesystem.title': 'C’est un système de fichiers, pas une image',
  'error.root-filesystem.meaning':
    'Il a des dossiers comme <c>bin/</c>, <c>etc/</c> et <c>usr/</c> mais pas de manifest : cela ressemble à <c>docker export</c>, qui écrit les fichiers d’un conteneur et laisse de côté les couches, la config et les noms.',
  'error.root-filesystem.todo':
    'Utiliser <c>docker save</c> avec le nom de l’image, et non <c>docker export</c> avec celui du conteneur.',
  'error.single-layer.title': 'Cela ressemble à une seule couche, pas à une image entière',
  'error.single-layer.meaning':
    'Il y a des fichiers, peut-être avec des marques de suppression (<c>.wh.…</c>), mais rien ne dit à quelle image ils appartiennent : ni manifest, ni config.',
  'error.single-layer.todo': 'Enregistrer l’image entière avec l’une des commandes ci-dessous.',
  'error.file-changed.title': 'Le fichier a changé pendant sa lecture',
  'error.file-changed.meaning':
    'Le navigateur ne donne plus ses octets : il a été réécrit ou déplacé, ou son disque a été retiré.',
  'error.file-changed.todo': 'Attendre la fin de l’écriture, puis l’ouvrir à nouveau.',
  'error.out-of-bounds.title': 'Quelque chose pointe au-delà de la fin du fichier',
  'error.out-of-bounds.meaning':
    'Une partie de ce fichier est censée se trouver là où il n’y a pas d’octets. Le fichier est tronqué ou endommagé.',
  'error.out-of-bounds.todo': 'Le copier ou le télécharger à nouveau.',
  'error.cannot-export.title': 'Impossible de l’enregistrer ainsi',
  'error.cannot-export.meaning':
    'Un tar de cette forme ne peut pas être fait de cette image, ou un nom dans ses documents mènerait hors du dossier où le tar est extrait.',
  'error.cannot-export.todo': 'Choisir une autre forme d’enregistrement.',
  'error.snapshot-unreadable.title': 'L’instantané dans ce lien ne peut pas être lu',
  'error.snapshot-unreadable.meaning':
    'Un instantané est une structure que porte un lien, une page ou une image. Celui-ci est coupé, ou a été modifié en chemin (<c>{what}</c>) : les messageries et les logiciels de courrier rompent parfois les longs liens.',
  'error.snapshot-unreadable.todo': 'Redemander le lien, ou plutôt le fichier HTML.',
  'error.not-recorded.title': 'Ces octets ne sont pas dans l’instantané',
  'error.not-recorded.meaning':
    'Un instantané a les documents, les noms et les tailles. Les octets des couches sont restés là où il a été fait.',
  'error.not-recorded.todo': 'Ouvrir le tar lui-même pour les voir.',
  'error.url-unreachable.title': 'Impossible de lire cette adresse',
  'error.url-unreachable.meaning':
    '<c>{host}</c> n’a pas répondu. Soit il est injoignable, soit il ne permet pas aux pages web de le lire (CORS). Un navigateur ne dit pas à une page lequel des deux.',
  'error.url-unreachable.todo': 'Télécharger le fichier et le déposer ici.',
  'error.url-refused.title': 'L’hôte ne donne pas ce fichier',
  'error.url-refused.meaning':
    '<c>{host}</c> a répondu avec le statut <n>{status}</n>. Le fichier a peut-être été déplacé, ou n’est pas pour tout le monde.',
  'error.url-refused.todo':
    'Regarder l’adresse dans un autre onglet. Si le fichier peut y être téléchargé, le déposer ici.',
  'error.registry-differs.title': 'Le registre a donné d’autres octets que ceux que nomme le digest',
  'error.registry-differs.meaning':
    'À la demande de <c>{digest}</c>, <c>{host}</c> a envoyé un manifest dont le digest est <c>{actual}</c>. Il a été modifié, là-bas ou en chemin.',
  'error.registry-differs.todo':
    'Ne pas s’y fier. Interroger ceux qui tiennent le registre, ou obtenir l’image d’ailleurs.',
  'error.registry-token.title': 'Personne n’a donné de jeton pour ce registre',
  'error.registry-token.meaning':
    '<c>{host}</c> veut un jeton que délivre <c>{origin}</c>, et cet hôte n’en a pas donné. Soit il est injoignable, soit il ne permet pas aux pages web de l’interroger (CORS).',
  'error.registry-token.todo': 'Copier l’image dans un tar avec un outil, et le déposer ici.',
  'error.layer-differs.title': 'Une couche est endommagée, rien n’a été enregistré',
  'error.layer-differs.meaning':
    'Ce qui est sorti de <c>{path}</c> à la décompression n’est pas ce que ce fichier donnait auparavant, ou n’a pas la même longueur. Un tar fait avec cela serait faux.',
  'error.layer-differs.todo': 'Copier ou télécharger à nouveau le fichier, et le rouvrir.',
  'error.cannot-write.title': 'Le navigateur n’a pas pu écrire le fichier',
  'error.cannot-write.meaning':
    'Le disque est peut-être plein, le dossier interdit en écriture, ou le navigateur n’a pas la place de garder le fichier avant son enregistrement (les fenêtres privées en ont peu). Son message : <c>{why}</c>.',
  'error.cannot-write.todo':
    'Faire de la place ou choisir un autre dossier, puis réessayer. Une fenêtre normale a plus de place qu’une fenêtre privée.',
  'error.cancelled.title': 'Arrêté',
  'error.cancelled.meaning': 'La lecture a été arrêtée avant qu’il y ait quelque chose à montrer.',
  'error.cancelled.todo': 'Rouvrir le fichier à tout moment.',
  'error.internal.title': 'Cette page a rencontré une erreur',
  'error.internal.meaning': 'C’est un défaut de la page, pas du fichier. Le fichier n’a pas été touché.',
  'error.internal.todo':
    'Copier les détails (ils ne contiennent rien du fichier) dans un rapport de bug, puis réessayer.',
};
