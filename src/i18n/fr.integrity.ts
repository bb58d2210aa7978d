import type { enIntegrity } from './en.integrity';

/** Words of the integrity board: kinds of rows, verdicts, what they mean and what to do, in French. */
export const frIntegrity: Readonly<Record<keyof typeof enIntegrity, string>> = {
  'board.integrity': 'Intégrité',
  'integrity.label': 'Chaque affirmation dans {here} face au fait',
  'integrity.filter': 'Filtrer par texte',
  'integrity.filterHint': 'digest, chemin, media type',
  'integrity.only': 'Verdict',
  'integrity.all': 'Tous les verdicts ({count})',
  'integrity.option': '{verdict} ({count})',
  'integrity.keys': 'Les flèches changent de ligne. Entrée explique une ligne, C copie sa commande shell.',
  'integrity.working': 'Comparaison de chaque affirmation au fait…',
  'integrity.failed': 'Le tableau n’a pas pu être fait : {why}',
  'integrity.cut': 'Le tableau a {total} lignes. Les {shown} pires sont listées ; le rapport en a jusqu’à {report}.',
  'integrity.hybrid':
    '<c>manifest.json</c> et <c>index.json</c> : {same, plural, =0 {aucune image n’est identique} one {# image est identique} other {# images sont identiques}} dans les deux{different, plural, =0 {} one {, # diffère} other {, # diffèrent}}{one, plural, =0 {} one {, # n’est que dans l’un} other {, # ne sont que dans l’un}}.',
  'integrity.holds': 'correspond',
  'integrity.hybridMore': 'et {count} autres images ; le tableau les a toutes.',
  'integrity.verdict': 'Verdict',
  'integrity.what': 'Quoi',
  'integrity.claimed': 'Affirmé',
  'integrity.actual': 'Réel',
  'integrity.place': 'Où c’est dit',
  'integrity.formula': 'Comment la valeur réelle est obtenue',
  'integrity.target': 'Au sujet de',
  'integrity.shell': 'Le voir dans un shell',
  'integrity.shellNote': 'À lancer à côté de {here} ; avec bash, GNU tar et ce que nomme la ligne.',
  'integrity.noShell': 'Aucune commande d’une ligne ne montre cela.',
  'integrity.inName': 'dans le nom du membre',
  'integrity.occurrences': 'Chacun d’eux',
  'integrity.occurrence': '{type} à l’octet {offset}, long de {size} octets',
  'integrity.takenFirst': 'Dans une archive Docker, containers/image (skopeo, podman) prend celui-ci.',
  'integrity.takenLast':
    'Docker et GNU tar finissent par celui-ci, de même que containers/image avec une archive OCI, qu’il extrait.',
  'integrity.taken': 'Cette page montre celui-ci.',
  'integrity.detail': 'La ligne choisie',
  'integrity.choose': 'Choisir une ligne pour voir ce qu’elle signifie, que faire, et la commande shell qui le montre.',
  'integrity.means': 'Ce que cela signifie',
  'integrity.todo': 'Que faire',
  'integrity.tools': 'Ce qu’en disent les outils',
  'integrity.refuses': '<b>{tool}</b> le refuse :',
  'integrity.accepts': '<b>{tool}</b> l’accepte sans un mot.',
  'integrity.tried': 'Essayé.',
  'integrity.bySource': 'Pas essayé : d’après son code source, {project}, {file}.',
  'integrity.ofSubject': '{kind} : {subject}',

  'verdict.ambiguous': 'deux sens',
  'verdict.tolerated': 'diffère, toléré',
  'verdict.unreferenced': 'rien ne le désigne',
  'verdict.repeated': 'stocké deux fois',
  'verdict.absent': 'absent, peut l’être',
  'verdict.mismatch.means':
    'Ce qui est affirmé n’est pas vrai. L’un des deux a été modifié ou endommagé ; les octets seuls ne disent pas lequel.',
  'verdict.mismatch.todo':
    'Copier ou enregistrer à nouveau l’image et comparer. Si c’est un nom digne de confiance (un digest épinglé, une signature) qui échoue, ne pas utiliser l’image.',
  'verdict.missing.means': 'Quelque chose ici a besoin d’octets qui ne sont pas dans {here}.',
  'verdict.missing.todo': 'Enregistrer à nouveau l’image, avec tout ce qu’elle contient.',
  'verdict.ambiguous.means':
    'Deux outils peuvent voir deux images différentes dans {here}, chacun selon ses propres règles.',
  'verdict.ambiguous.todo':
    'Ne pas se fier à ce que montre un seul outil. Enregistrer à nouveau l’image avec un outil qui ne l’écrit que d’une manière.',
  'verdict.unknown.means': 'Il y a une affirmation, mais rien ici à quoi la comparer. Ce n’est ni bon ni mauvais.',
  'verdict.unknown.todo':
    'Si cela importe, le vérifier avec un outil qui le peut : la clé pour des octets chiffrés, un autre programme pour un autre algorithme, <c>docker buildx imagetools inspect --raw</c> pour un manifest réimprimé.',
  'verdict.pending.means': 'Ses octets ne sont pas encore lus.',
  'verdict.pending.todo': 'Attendre, ou appuyer sur Continuer.',
  'verdict.tolerated.means':
    'Ce n’est pas comme annoncé, mais les lecteurs regardent la chose elle-même et obtiennent la bonne réponse.',
  'verdict.tolerated.todo': 'Rien, sauf si un outil strict proteste.',
  'verdict.unreferenced.means':
    'C’est dans {here}, mais aucun document n’y mène. Les outils qui lisent l’image ne le voient jamais.',
  'verdict.unreferenced.todo': 'Rien. Cela prend de la place ; les layouts peuvent avoir de tels fichiers.',
  'verdict.repeated.means': 'Les mêmes octets sont aussi sous un autre nom dans {here}.',
  'verdict.repeated.todo': 'Rien. Cela prend de la place.',
  'verdict.absent.means':
    'C’est nommé mais absent, et c’est permis : une autre plateforme, une attestation, un sujet, une couche conservée ailleurs.',
  'verdict.absent.todo': 'Rien, sauf si c’est précisément ce qu’il faut.',
  'verdict.matches.means': 'Ce qui est affirmé est vrai.',
  'verdict.matches.todo': 'Rien. La commande shell permet de le voir sans se fier à cette page.',

  'rowKind.digest': 'digest',
  'rowKind.size': 'taille',
  'rowKind.diff-id': 'DiffID',
  'rowKind.chain-id': 'ChainID',
  'rowKind.file-name': 'nom de fichier',
  'rowKind.media-type': 'media type',
  'rowKind.layer-type': 'compression (media type)',
  'rowKind.layer-count': 'nombre de couches',
  'rowKind.history-count': 'nombre d’étapes',
  'rowKind.platform': 'plateforme',
  'rowKind.reference': 'référence',
  'rowKind.v1-id': 'ID v1',
  'rowKind.toc-digest': 'digest de la table des matières',
  'rowKind.toc-stored-digest': 'digest de la table des matières stockée',
  'rowKind.toc-position': 'place de la table des matières',
  'rowKind.tar-split-digest': 'digest des données tar-split',
  'rowKind.tar-split-position': 'place des données tar-split',
  'rowKind.unpacked-size': 'taille décompressée',
  'rowKind.embedded': 'contenu dans le descripteur',
  'rowKind.attached': 'ce à quoi c’est rattaché',
  'rowKind.same-config': 'même config dans les deux listes',
  'rowKind.same-layers': 'mêmes couches dans les deux listes',
  'rowKind.same-names': 'mêmes noms dans les deux listes',
  'rowKind.listed': 'listé dans les deux',
  'rowKind.duplicate': 'doublon',
  'rowKind.orphan': 'non référencé',
  'rowKind.conflict': 'sorte de document',
  'rowKind.key-case': 'clé dans une autre casse',
  'rowKind.repeated-key': 'clé répétée',
  'rowKind.repeated-member': 'membre répété',
  'rowKind.digest.means': 'Un descripteur nomme des octets par leur hash : toute modification des octets le change.',
  'rowKind.size.means': 'Un descripteur dit combien d’octets attendre, pour qu’un lecteur puisse s’arrêter tôt.',
  'rowKind.diff-id.means':
    'La config nomme chaque couche par le hash de ses octets décompressés, pour que la compression n’importe pas.',
  'rowKind.chain-id.means':
    'Un ChainID nomme une couche avec tout ce qui est au-dessous ; ici, c’est le nom d’un dossier v1.',
  'rowKind.file-name.means':
    'Le fichier est nommé par le hash de ses octets ; pour une config, ce nom est l’ID de l’image.',
  'rowKind.media-type.means':
    'Un descripteur dit quelle sorte de document il nomme, et le document le dit lui-même : par son <c>mediaType</c>, ou par ce qu’il liste.',
  'rowKind.layer-type.means':
    'Le media type dit comment une couche est compressée ; les premiers octets montrent comment elle l’est.',
  'rowKind.layer-count.means': 'À chaque couche listée il faut un DiffID dans la config, dans le même ordre.',
  'rowKind.history-count.means':
    'Les étapes de l’historique qui ne sont pas marquées comme vides devraient être aussi nombreuses que les couches. Elles ne servent qu’aux humains, mais <c>docker load</c> refuse une image qui a plus d’étapes que de couches.',
  'rowKind.platform.means': 'L’index dit pour quel système est une image ; la config le dit aussi.',
  'rowKind.reference.means': 'Un document nomme un fichier de l’archive par son chemin.',
  'rowKind.v1-id.means': 'Le json d’une couche v1 dit son propre ID, qui est aussi le nom de son dossier.',
  'rowKind.toc-digest.means':
    'Le digest du JSON qui liste les fichiers de la couche. Un outil qui récupère des fichiers isolés s’y fie pour cette liste, et au digest de la liste pour chaque fichier.',
  'rowKind.toc-stored-digest.means':
    'Le digest de la liste des fichiers telle qu’elle est stockée, compressée (zstd:chunked). Un outil qui récupère des fichiers isolés s’y fie.',
  'rowKind.toc-position.means':
    'Où est la liste des fichiers dans la couche, sa taille stockée et décompressée, et sa sorte (zstd:chunked). podman suit l’annotation ; le réel est ce que disent les derniers octets de la couche.',
  'rowKind.tar-split-digest.means':
    'Le digest de ce dont podman a besoin pour refaire exactement le même tar à partir des fichiers qu’il a (zstd:chunked).',
  'rowKind.tar-split-position.means':
    'Où sont ces données dans la couche, et leur taille stockée et décompressée (zstd:chunked). Le réel est ce que disent les derniers octets de la couche.',
  'rowKind.unpacked-size.means':
    'La taille de la couche décompressée, pour les outils qui ne la récupèrent pas en entier.',
  'rowKind.embedded.means':
    'Un descripteur peut porter en lui-même le contenu qu’il nomme (<c>data</c>, en base64). Certains lecteurs le prennent là, d’autres dans le fichier : les deux doivent être ce que disent le digest et la taille.',
  'rowKind.attached.means':
    'Une signature ou une déclaration dit en elle-même sur quelle image elle porte. L’affirmé est ce à quoi elle est rattachée, le réel ce qu’elle dit. Les outils qui la vérifient regardent les deux.',
  'rowKind.same-config.means':
    'Deux listes décrivent une image pour des outils d’époques différentes. Les deux devraient nommer la même config : la liste ancienne est montrée comme affirmée, la récente comme réelle.',
  'rowKind.same-layers.means':
    'Deux listes décrivent une image pour des outils d’époques différentes. Les deux devraient lister les mêmes octets comme couches, dans le même ordre.',
  'rowKind.same-names.means':
    'Deux listes nomment l’image. Docker omet <c>docker.io/library/</c> ; à cela près elles devraient s’accorder.',
  'rowKind.listed.means':
    'Les images sont listées deux fois, pour des outils d’époques différentes. L’une des listes peut en avoir moins : une seule plateforme, ou seulement les images qui ont un nom.',
  'rowKind.duplicate.means': 'L’affirmé est le nom sous lequel les mêmes octets sont aussi stockés.',
  'rowKind.orphan.means': 'Un fichier dans {here} qu’aucun document ne nomme.',
  'rowKind.orphan.v1':
    'Un document v1 : Docker 25 et suivants en écrivent un par couche parmi les blobs, pour des lecteurs qui n’existent plus.',
  'rowKind.conflict.means':
    'Les lecteurs distinguent un manifest d’un index par ses champs. Avec les champs des deux, chaque lecteur peut décider autrement (<c>CVE-2021-41190</c>). L’affirmé donne les champs qu’il peut avoir, le réel ceux qu’il a.',
  'rowKind.key-case.means':
    'L’affirmé est la clé telle que l’écrit la spécification, le réel telle qu’elle est écrite ici. Docker et containers/image (skopeo, podman) sont écrits en Go, qui prend l’une pour l’autre. Pour JavaScript et <c>jq</c> c’est une autre clé, et le champ n’y est pas.',
  'rowKind.repeated-key.means':
    'Un objet a deux fois la même clé, peut-être dans une autre casse. Docker et containers/image (skopeo, podman) sont écrits en Go : la dernière compte, quelle que soit la casse. Pour JavaScript et <c>jq</c>, des noms dans une autre casse sont d’autres noms.',
  'rowKind.repeated-member.means':
    'Le nom est plusieurs fois dans le tar, avec d’autres octets. Docker extrait le tar, le dernier compte donc ; containers/image (skopeo, podman) prend le premier dans une archive Docker et le dernier dans une archive OCI, qu’il extrait.',

  'subject.index': 'index',
  'subject.manifest': 'manifest',
  'subject.config': 'config',
  'subject.layer': '{number, select, 0 {couche} other {couche {number}}}',
  'subject.subject': 'ce dont il traite (subject)',
  'subject.blob': 'blob',
  'subject.image': 'image',
  'subject.document': 'document',
  'subject.member': 'membre du tar',

  'diagnostic.wrapper-corrupt.todo':
    'Copier ou télécharger à nouveau le fichier ; <c>gzip -t</c> ou <c>zstd -t</c> le vérifie.',
  'diagnostic.tar-truncated.todo':
    'Copier ou télécharger à nouveau le fichier, et comparer sa taille à celle de l’original.',
  'diagnostic.tar-bad-checksum.todo':
    'Copier ou télécharger à nouveau le fichier. On ne peut pas se fier à ce qui vient après le dommage.',
  'diagnostic.tar-bad-size.todo': 'Copier ou télécharger à nouveau le fichier, ou enregistrer l’image à nouveau.',
  'diagnostic.tar-bad-pax.todo':
    'Enregistrer à nouveau l’image avec un autre outil si un nom ou une taille en devient faux.',
  'diagnostic.tar-no-end.todo': 'Rien, si le fichier a la taille qu’il devrait avoir.',
  'diagnostic.tar-trailing-data.todo': 'Rien, sauf si un second tar était attendu là : alors, les séparer.',
  'diagnostic.tar-duplicate-member.todo': 'Enregistrer à nouveau l’image, pour que chaque nom n’y soit qu’une fois.',
  'diagnostic.tar-first-read.todo':
    'Enregistrer à nouveau l’image. Les outils qui extraient le tar, comme Docker, ne trouveront pas ce qui est montré ici.',
  'diagnostic.tar-unsafe-name.todo': 'Ne pas extraire ce tar avec un outil inconnu.',
  'diagnostic.tar-link-broken.todo': 'Enregistrer à nouveau l’image si une partie manque à cause de cela.',
  'diagnostic.tar-link-loop.todo': 'Enregistrer à nouveau l’image.',
  'diagnostic.tar-sparse-member.todo': 'Refaire l’archive sans <c>--sparse</c> si c’est une couche ou un document.',
  'diagnostic.too-many-members.todo': 'Rien : aucune image n’en a besoin d’autant.',
  'diagnostic.json-syntax.todo': 'Enregistrer à nouveau l’image. La vue Documents montre où le texte se rompt.',
  'diagnostic.json-encoding.todo': 'Écrire le document en UTF-8, sans marque d’ordre des octets (BOM).',
  'diagnostic.json-shape.todo': 'Comparer le document à sa spécification, à l’endroit nommé ici.',
  'diagnostic.json-too-large.todo': 'Chercher ce qui l’a rendu si grand ; ce n’est pas un document d’une image.',
  'diagnostic.json-too-deep.todo': 'Ne pas utiliser ce fichier : il est fait pour nuire à ses lecteurs.',
  'diagnostic.json-duplicate-key.todo': 'Garder l’une des deux. Le digest du document en est changé.',
  'diagnostic.json-outer-space.todo': 'Comparer le digest sans ces blancs à celui qui est attendu.',
  'diagnostic.config-missing.todo': 'Enregistrer à nouveau l’image, avec tout ce qu’elle contient.',
  'diagnostic.manifest-missing.todo':
    'Enregistrer aussi cette plateforme (par exemple <c>skopeo copy --all</c>), si elle est nécessaire.',
  'diagnostic.manifest-ambiguous.todo': 'Ne pas utiliser cette image. Aucun outil n’écrit de lui-même un tel document.',
  'diagnostic.layer-missing.todo': 'Enregistrer à nouveau l’image, avec tout ce qu’elle contient.',
  'diagnostic.layer-elsewhere.todo': 'Rien : un outil va la chercher quand l’image est exécutée ou copiée.',
  'diagnostic.artifact-part-missing.todo':
    'Enregistrer à nouveau avec tout (par exemple <c>oras backup</c>), si ce qu’elle dit est nécessaire.',
  'diagnostic.embedded-data-differs.todo': 'Ne pas utiliser cette image : quelqu’un a modifié l’un des deux.',
  'diagnostic.attached-to-other.todo': 'Ne pas le prendre pour une déclaration sur cette image.',
  'diagnostic.digest-invalid.todo': 'Enregistrer à nouveau l’image avec un autre outil.',
  'diagnostic.digest-unsupported.todo': 'Le vérifier avec un outil qui connaît l’algorithme.',
  'diagnostic.layer-count-differs.todo': 'Enregistrer ou construire à nouveau l’image.',
  'diagnostic.history-differs.todo': 'Construire à nouveau l’image si <c>docker load</c> la refuse.',
  'diagnostic.stray-differs.todo': 'Ne pas utiliser ce document, et demander qui l’a mis là.',
  'diagnostic.index-too-deep.todo': 'Rien : aucune image n’en a besoin.',
  'diagnostic.index-loop.todo': 'Enregistrer à nouveau l’image avec un autre outil.',
  'diagnostic.parent-missing.todo': 'Enregistrer à nouveau l’image, avec toutes ses couches.',
  'diagnostic.parent-loop.todo': 'Enregistrer à nouveau l’image.',
  'diagnostic.tag-target-missing.todo': 'Rien, si l’image cherchée est là : les outils récents ne lisent pas ces noms.',
  'diagnostic.version-unknown.todo':
    'Chercher une version plus récente de cette page, ou enregistrer l’image avec un autre outil.',
  'diagnostic.schema1-deprecated.todo':
    'La copier avec un outil qui la convertit (<c>skopeo copy --format v2s2</c>), et utiliser la copie.',
  'diagnostic.schema1-counts-differ.todo':
    'Ne pas utiliser ce manifest : aucun lecteur ne peut dire quelle couche est laquelle.',
  'diagnostic.schema1-id-invalid.todo': 'Récupérer ou convertir à nouveau l’image avec un autre outil.',
  'diagnostic.schema1-id-repeated.todo':
    'Récupérer ou convertir à nouveau l’image avec un autre outil, si celui employé la refuse.',
  'diagnostic.schema1-parent-broken.todo': 'Récupérer ou convertir à nouveau l’image avec un autre outil.',
  'diagnostic.schema1-throwaway-blob.todo': 'Regarder ce blob : il est laissé hors de l’image.',
  'diagnostic.schema1-signature-malformed.todo': 'Redemander le manifest là d’où il vient, octet pour octet.',
  'diagnostic.schema1-signatures-disagree.todo':
    'Ne pas utiliser ce manifest : il n’a pas de digest sur lequel tous les lecteurs s’accordent.',
  'diagnostic.schema1-signature-invalid.todo': 'Redemander le manifest là d’où il vient, octet pour octet.',
  'diagnostic.schema1-key-name-differs.todo': 'Ne pas se fier au nom de la clé.',
  'diagnostic.schema1-outside-payload.todo':
    'S’en tenir à ce que couvrent les signatures ; c’est de cela qu’est le digest.',
  'diagnostic.tar-misleading-name.todo': 'Comparer le nom tel qu’il est montré ici à celui qui est attendu.',
  'diagnostic.tar-unknown-type.todo': 'Rien, sauf si une couche ou un document manque à cause de cela.',
  'diagnostic.image-in-folder.todo':
    'Refaire l’archive depuis l’intérieur de ce dossier : <c>tar -cf image.tar -C FOLDER .</c>',
  'diagnostic.json-oversize.todo': 'Chercher ce qui l’a rendu si grand, avant de la pousser.',
  'diagnostic.json-key-case.todo': 'Écrire la clé comme la spécification. Le digest du document en est changé.',
  'diagnostic.created-invalid.todo': 'Construire à nouveau l’image avec une date conforme à la RFC 3339, ou sans date.',
  'diagnostic.json-inexact-number.todo': 'Rien, sauf si c’est une taille : alors, la comparer chiffre par chiffre.',
  'diagnostic.layer-url-unsafe.todo': 'Ne laisser aucun outil aller la chercher, et demander d’où vient l’image.',
  'diagnostic.mark-missing.todo':
    'Enregistrer à nouveau l’image, ou ajouter le fichier, pour que d’autres outils la lisent aussi.',
  'diagnostic.layer-not-a-tar.todo': 'Construire ou enregistrer à nouveau l’image.',
  'diagnostic.type-differs-from-bytes.todo':
    'Pousser ou copier l’image avec un outil qui écrit le bon type, si un outil strict proteste.',
  'diagnostic.formats-disagree.todo':
    'Regarder dans la vue Intégrité ce qui diffère, et enregistrer à nouveau l’image.',
  'diagnostic.no-usable-image.todo': 'Regarder les avis au-dessus de celui-ci : ils disent ce qui manque.',
  'diagnostic.layer-corrupt.todo':
    'Copier ou télécharger à nouveau le fichier, ou récupérer à nouveau l’image et l’enregistrer.',
  'diagnostic.layer-trailing-data.todo': 'Rien, sauf si un outil strict (umoci) refuse la couche.',
  'diagnostic.layer-through-link.todo': 'Rien, si les deux lectures conviennent. Sinon, écrire à l’endroit même.',
  'diagnostic.whiteout-odd.todo':
    'Construire à nouveau la couche avec un outil qui écrit les whiteouts comme le dit la spécification.',
  'diagnostic.toc-missing.todo':
    'Rien, si l’image est récupérée en entier. Sinon, la construire ou la convertir à nouveau, pour que l’annotation et la table viennent d’un seul outil.',
  'diagnostic.toc-unannotated.todo':
    'Rien, si l’image est récupérée en entier. Sinon, la pousser ou la convertir à nouveau avec un outil qui écrit l’annotation.',
  'diagnostic.toc-unusable.todo':
    'Rien, si l’image est récupérée en entier. Sinon, la construire ou la convertir à nouveau.',
};
