import type { enCodes } from './en.codes';

/** Words for what the engine reports of a file that it could read, in French. */
export const frCodes: Readonly<Record<keyof typeof enCodes, string>> = {
  'diagnostic.wrapper-corrupt': 'La compression autour du tar n’est pas en ordre',
  'diagnostic.wrapper-corrupt.why':
    'Ce qui a pu être décompressé est montré. Constaté à l’octet {at} du fichier ; s’il manque quelque chose, le copier ou le télécharger à nouveau.',
  'diagnostic.tar-truncated': 'Le tar se termine trop tôt',
  'diagnostic.tar-truncated.why':
    'Il devrait y avoir ici encore {expected} octets, il y en a {actual}. Ce qui a été lu est montré ; copier ou télécharger à nouveau le fichier.',
  'diagnostic.tar-bad-checksum': 'Un en-tête du tar est endommagé',
  'diagnostic.tar-bad-checksum.why':
    '{expected, select, none {La somme de contrôle de l’en-tête n’est pas un nombre ; la somme de ses octets est {actual}.} other {La somme de contrôle de l’en-tête dit {expected}, la somme de ses octets est {actual}.}} {resumed, select, none {Aucun bon en-tête ne suit : rien de ce qui vient après n’est montré.} other {La lecture reprend à l’octet {resumed} ; ce qui se trouve entre les deux n’est pas montré.}}',
  'diagnostic.tar-bad-size': 'Un en-tête du tar donne une taille impossible',
  'diagnostic.tar-bad-size.why':
    '{size, select, none {Le champ de la taille n’est pas un nombre.} other {Le champ de la taille dit {size}.}} On ne peut pas savoir où est l’en-tête suivant : rien de ce qui vient après n’est montré.',
  'diagnostic.tar-bad-pax': 'Un en-tête d’extension du tar ne peut pas être pris tel quel',
  'diagnostic.tar-bad-pax.why':
    'Les en-têtes d’extension donnent au membre suivant un nom plus long, une taille plus grande ou des dates exactes.',
  'diagnostic.tar-no-end': 'Le tar n’a pas de marque de fin',
  'diagnostic.tar-no-end.why':
    '{zeroBlocks, select, 1 {Un tar se termine par deux blocs de zéros ; il y en a un ici.} other {Un tar se termine par deux blocs de zéros ; il n’y en a pas ici.}} La plupart des outils l’acceptent ; cela peut aussi vouloir dire que la fin manque.',
  'diagnostic.tar-trailing-data': 'Il y a des octets après la fin du tar',
  'diagnostic.tar-trailing-data.why':
    '{unread, select, 1 {Seuls des zéros suivent la marque de fin, aussi loin qu’on a regardé ; les {length} derniers octets n’ont pas été regardés.} other {{archive, select, 1 {{length} octets, qui commencent comme un autre tar : certains outils continuent à lire, la plupart s’arrêtent à la marque de fin.} other {{length} octets. Les outils s’arrêtent à la marque de fin et ne les voient pas ; ils ne font pas partie de l’image.}}}}',
  'diagnostic.tar-duplicate-member': 'Le même nom est plusieurs fois dans le tar',
  'diagnostic.tar-duplicate-member.why':
    'L’extraction garde le dernier, mais certains outils lisent le premier : ils verraient une autre image.',
  'diagnostic.tar-first-read': 'De plusieurs documents de même nom, c’est le premier qui est montré',
  'diagnostic.tar-first-read.why':
    'L’extraction garde le dernier, qui ne sert à rien : {why, select, empty {il est vide.} nowhere {il ne mène à aucun fichier.} unreadable {ce n’est pas du JSON lisible.} other {il ne liste rien.}}',
  'diagnostic.tar-unsafe-name': 'Un chemin inhabituel',
  'diagnostic.tar-unsafe-name.why':
    'Il est listé comme du texte et jamais pris pour une partie de l’image. Rien n’est écrit sur le disque.',
  'diagnostic.tar-misleading-name': 'Un nom qui ne se lit pas tel qu’il est',
  'diagnostic.tar-misleading-name.why':
    'De tels caractères sont montrés ici par leur numéro, pour que rien ne soit caché.',
  'diagnostic.tar-unknown-type': 'Un membre d’un type inconnu',
  'diagnostic.tar-unknown-type.why':
    'Son type est <c>{flag}</c>. Il est listé et sauté ; certains outils le prennent pour un fichier ordinaire.',
  'diagnostic.tar-link-broken': 'Un lien ne mène à rien',
  'diagnostic.tar-link-broken.why': 'Sa cible n’est pas dans {here}, ou serait en dehors.',
  'diagnostic.tar-link-loop': 'Un lien ramène à lui-même',
  'diagnostic.tar-link-loop.why': 'Le suivre n’atteint jamais d’octets : il compte comme manquant.',
  'diagnostic.tar-sparse-member': 'Un membre creux (sparse)',
  'diagnostic.tar-sparse-member.why':
    'Il ne stocke que les parties qui ne sont pas nulles. Il est listé, mais n’est lu ni comme couche ni comme document.',
  'diagnostic.too-many-members': 'Plus de membres que cette page n’en lit',
  'diagnostic.too-many-members.why':
    'La lecture s’est arrêtée à une limite qu’aucune image réelle n’atteint. Ce qui a été lu est montré.',
  'diagnostic.image-in-folder': 'L’image est dans un sous-dossier de {here}',
  'diagnostic.image-in-folder.why':
    'Elle est lue dans <c>{path}</c>. Docker et d’autres outils ne regardent qu’à la racine : archiver ce qui est dans le dossier, et non le dossier.',
  'diagnostic.json-syntax': 'Un document n’est pas du JSON valide',
  'diagnostic.json-syntax.why':
    'Il ne peut pas être compris : ce qu’il dit de l’image manque donc ici. Il peut être lu comme du texte.',
  'diagnostic.json-encoding': 'Un document n’est pas du texte UTF-8',
  'diagnostic.json-encoding.why':
    'Dans une image, le JSON est en UTF-8. Les outils ne font pas tous la même chose du reste.',
  'diagnostic.json-shape': 'Un document n’a pas la forme que demande son format',
  'diagnostic.json-shape.why':
    'C’est du JSON valide, mais un champ manque ou est d’un autre type.{unknown, select, 1 { Ce qu’il y dit est inconnu ici, et le reste est montré ; les outils écrits en Go refusent le document entier.} other {}}',
  'diagnostic.json-too-large': 'Un document est trop grand pour être lu',
  'diagnostic.json-too-large.why': 'Registres et outils refusent des documents bien plus petits que celui-ci.',
  'diagnostic.json-too-deep': 'Un document est trop profondément imbriqué',
  'diagnostic.json-too-deep.why': 'Le lire ne servirait qu’à épuiser la mémoire ; aucune image réelle ne fait cela.',
  'diagnostic.json-oversize': 'Un document est plus grand que ce qu’acceptent les registres',
  'diagnostic.json-oversize.why':
    'Il a {size} octets. Les registres et bien des outils s’arrêtent à 4 Mio : l’image ne peut guère être poussée ni copiée.',
  'diagnostic.json-duplicate-key': 'Un document donne deux fois la même clé',
  'diagnostic.json-duplicate-key.why':
    'Les lecteurs ne retiennent pas tous la même : deux outils peuvent voir deux images différentes.',
  'diagnostic.json-outer-space': 'Des blancs autour du document',
  'diagnostic.json-outer-space.why':
    'Ils comptent pour le digest ; l’affichage, le collage et les éditeurs en ajoutent. Sans eux, le digest est celui-ci :',
  'diagnostic.json-key-case': 'Une clé est écrite dans une autre casse',
  'diagnostic.json-key-case.why':
    '<c>{key}</c> se trouve là où <c>{meant}</c> est attendu. Les outils écrits en Go prennent l’une pour l’autre, d’autres non : ils voient deux images différentes.',
  'diagnostic.created-invalid': 'Une date est écrite d’une manière que les outils ne lisent pas',
  'diagnostic.created-invalid.why':
    'Elle dit <c>{value}</c>. Une date est un texte comme <c>2024-01-02T03:04:05Z</c> (RFC 3339) ; pour toute autre, les outils écrits en Go refusent le document entier.',
  'diagnostic.json-inexact-number': 'Un nombre a plus de chiffres que la plupart des lecteurs n’en gardent',
  'diagnostic.json-inexact-number.why':
    '<c>{number}</c> dépasse 2^53. Le texte ici a tous les chiffres ; beaucoup d’outils l’arrondissent.',
  'diagnostic.config-missing': 'La config n’est pas dans {here}',
  'diagnostic.config-missing.why':
    'Sans elle, personne ne sait comment exécuter l’image, ni quel DiffID chaque couche doit avoir.',
  'diagnostic.manifest-missing': 'Un manifest est nommé mais n’est pas dans {here}',
  'diagnostic.manifest-missing.why':
    'Normal pour les autres plateformes d’une image multiplateforme ; pas pour celle qu’on veut exécuter.',
  'diagnostic.manifest-ambiguous': 'Un document est à la fois un manifest et un index',
  'diagnostic.manifest-ambiguous.why':
    'Les champs qui distinguent les deux sont ici {fields}, et seuls {allowed} y ont leur place : deux outils peuvent voir deux images différentes sous un même digest (<c>CVE-2021-41190</c>). Cette page le lit comme {reading, select, index {un index} other {un manifest}}.',
  'diagnostic.layer-missing': 'Une couche est nommée mais n’est pas dans {here}',
  'diagnostic.layer-missing.why': 'L’image ne peut pas être extraite à partir de ce seul fichier.',
  'diagnostic.layer-elsewhere': 'Une couche est conservée ailleurs',
  'diagnostic.layer-elsewhere.why':
    'Elle ne peut pas être redistribuée, il est donc normal qu’elle ne soit pas dans le tar : les outils vont la chercher à l’adresse que donne son descripteur.',
  'diagnostic.layer-url-unsafe': 'Une couche serait à une adresse que personne ne devrait suivre',
  'diagnostic.layer-url-unsafe.why':
    'L’adresse <c>{url}</c> ne mène à aucun hôte nommé du web. Un outil qui la suit peut lire un fichier ou un service de sa propre machine ou de son réseau, ou livrer un mot de passe (CVE-2020-15157). Ici, ce n’est que du texte.',
  'diagnostic.artifact-part-missing': 'Une partie d’un artefact est nommée mais n’est pas dans ce tar',
  'diagnostic.artifact-part-missing.why':
    'Les images ne sont pas touchées. Ce que dit cette partie ne peut pas être montré.',
  'diagnostic.embedded-data-differs': 'Le contenu placé dans un descripteur n’est pas ce que dit le descripteur',
  'diagnostic.embedded-data-differs.why':
    '{why, select, base64 {Son <c>data</c> n’est pas du base64.} size {Son <c>data</c> a {actual} octets, son <c>size</c> dit {claimed}.} other {Son <c>data</c> a le digest <c>{actual}</c>, le descripteur dit <c>{claimed}</c>.}} Les outils qui lisent <c>data</c> obtiennent un autre contenu que ceux qui lisent le blob.',
  'diagnostic.attached-to-other': 'Un document porte sur autre chose que ce à quoi il est rattaché',
  'diagnostic.attached-to-other.why':
    'Il nomme <c>{says}</c>, et il est rattaché à <c>{attached}</c>. Les outils qui le vérifient le refusent ; ceux qui regardent seulement si quelque chose est rattaché ne s’en aperçoivent pas.',
  'diagnostic.digest-invalid': 'Un digest n’est pas écrit comme un digest',
  'diagnostic.digest-invalid.why':
    'Il doit être un algorithme, un deux-points et le hash. Rien ne peut lui être comparé.',
  'diagnostic.digest-unsupported': 'Un digest utilise un algorithme qui n’est pas calculé ici',
  'diagnostic.digest-unsupported.why': 'On ne peut pas dire s’il correspond à ses octets.',
  'diagnostic.layer-count-differs': 'Le manifest et la config ne s’accordent pas sur le nombre de couches',
  'diagnostic.layer-count-differs.why':
    'À chaque couche du manifest il faut un DiffID dans la config. Les outils refusent une telle image.',
  'diagnostic.index-too-deep': 'Des index sont trop profondément imbriqués',
  'diagnostic.index-too-deep.why': 'La lecture s’est arrêtée à une limite qu’aucune image réelle n’atteint.',
  'diagnostic.history-differs': 'L’historique n’a pas autant d’étapes que l’image a de couches',
  'diagnostic.history-differs.why':
    '{steps} étapes disent avoir produit une couche, et il y en a {layers}. On ne peut pas dire quelle étape a produit quelle couche. <c>docker load</c> refuse plus d’étapes que de couches ; moins, c’est seulement dommage.',
  'diagnostic.stray-differs': 'Un document qui ne mène à aucune image n’est pas ce que dit son nom',
  'diagnostic.stray-differs.why':
    'Il est nommé et désigné par <c>{claimed}</c>, et son digest est <c>{actual}</c>. Quelqu’un l’a modifié, ou inventé.',
  'diagnostic.index-loop': 'Un index ramène à lui-même',
  'diagnostic.index-loop.why': 'Il se nomme lui-même, directement ou par d’autres ; la répétition est laissée de côté.',
  'diagnostic.parent-missing': 'Une couche v1 nomme un parent qui n’est pas dans {here}',
  'diagnostic.parent-missing.why': 'La chaîne des couches s’arrête là.',
  'diagnostic.parent-loop': 'Des couches v1 se nomment parents en cercle',
  'diagnostic.parent-loop.why': 'Il n’y a pas de couche de base, donc pas d’image.',
  'diagnostic.tag-target-missing': 'Un nom désigne quelque chose qui n’est pas dans {here}',
  'diagnostic.tag-target-missing.why': 'Le tag est listé, mais il n’y a pas d’image derrière.',
  'diagnostic.mark-missing': 'Le fichier qui marque un layout OCI manque',
  'diagnostic.mark-missing.why': 'Il n’y a pas de <c>{path}</c>. Tout le reste est lu ; skopeo et umoci le refusent.',
  'diagnostic.version-unknown': 'Un document a une version inconnue',
  'diagnostic.version-unknown.why': 'Il est lu comme la version connue ici ; certaines choses peuvent être mal lues.',
  'diagnostic.type-differs-from-bytes': 'Le media type dit autre chose que les octets',
  'diagnostic.type-differs-from-bytes.why':
    'Les octets commencent comme une autre compression. Ils sont lus pour ce qu’ils sont ; les outils stricts suivent le media type.',
  'diagnostic.formats-disagree': 'Les formats dans {here} ne s’accordent pas sur l’image',
  'diagnostic.formats-disagree.why': 'Ce qu’on obtient dépend du document qu’un outil lit en premier.',
  'diagnostic.no-usable-image': 'Aucune image ici ne peut être montrée en entier',
  'diagnostic.no-usable-image.why': 'Il y a des documents, mais aucun ne mène à une image avec ses parties.',
  'diagnostic.layer-corrupt': 'Une couche ne peut pas être décompressée',
  'diagnostic.layer-corrupt.why':
    'Constaté à l’octet {at} de la couche. Son digest stocké est tout de même vérifié ; son DiffID ne peut pas l’être.',
  'diagnostic.layer-not-a-tar': 'Une couche n’est pas un tar',
  'diagnostic.layer-not-a-tar.why':
    'Décompressés, ses octets commencent comme autre chose : <c>{kind}</c>. Ses digests sont tout de même vérifiés, mais aucun outil ne peut en tirer des fichiers.',
  'diagnostic.layer-trailing-data': 'Une couche a des octets après sa fin',
  'diagnostic.layer-trailing-data.why': 'Ils comptent pour le digest, mais la décompression les ignore.',
  'diagnostic.layer-through-link': 'Une couche écrit à travers un lien symbolique',
  'diagnostic.layer-through-link.why':
    'Son chemin passe par un lien qu’a une couche inférieure. Extrait par-dessus, le fichier arrive là où mène le lien (containerd, umoci) ; placé à côté, comme le font les systèmes de fichiers overlay, un nouveau dossier cache le lien.',
  'diagnostic.whiteout-odd': 'Un whiteout qui n’est pas comme il devrait être',
  'diagnostic.whiteout-odd.why':
    'Un whiteout est un fichier vide, <c>.wh.</c> suivi du nom qu’il cache dans les couches inférieures ; <c>.wh..wh..opq</c> cache tout ce que les couches inférieures ont dans son dossier.',
  'diagnostic.toc-missing': 'Une couche n’a pas de table des matières, alors qu’elle est censée en avoir une',
  'diagnostic.toc-missing.why':
    'D’après ses annotations elle est en {kind, select, estargz {eStargz} other {zstd:chunked}}, mais ses derniers octets ne disent pas où est sa table des matières. Récupérée en entier, elle vaut toute autre couche.',
  'diagnostic.toc-unannotated': 'Une couche a une table des matières qu’aucune annotation ne nomme',
  'diagnostic.toc-unannotated.why':
    'D’après ses octets elle est en {kind, select, estargz {eStargz} other {zstd:chunked}}. Les outils ne font confiance à une telle table que par un digest dans le manifest : sans lui, ils récupèrent la couche en entier.',
  'diagnostic.toc-unusable': 'La table des matières d’une couche est inutilisable',
  'diagnostic.toc-unusable.why':
    'Les outils qui s’en servent pour récupérer des fichiers isolés échouent, ou récupèrent la couche en entier : pour cela, elle n’est pas nécessaire.',
  'severity.error': 'en défaut',
  'severity.warning': 'à examiner',
  'severity.info': 'à savoir',

  'evidence.manifest-list': '<c>manifest.json</c> est une liste d’images',
  'evidence.repositories': '<c>repositories</c> nomme une couche du dessus',
  'evidence.v1-folders': 'les dossiers des couches ont <c>json</c>, <c>VERSION</c> et <c>layer.tar</c>',
  'evidence.no-manifest': 'il n’y a pas de <c>manifest.json</c>',
  'evidence.oci-layout-file': '<c>oci-layout</c> donne la version du layout',
  'evidence.index-json': '<c>index.json</c> est un index OCI',
  'evidence.blobs': 'les blobs sont nommés par leur digest',
  'evidence.dir-manifest': '<c>manifest.json</c> est lui-même un manifest',
  'evidence.dir-version': '<c>version</c> nomme le transport « directory »',
  'writer.docker-1.9': '<c>docker save</c> d’avant Docker 1.10',
  'writer.docker-1.10': '<c>docker save</c> de Docker 1.10 à 24',
  'writer.docker-25': '<c>docker save</c> de Docker 25 ou suivant, avec le stockage d’images classique',
  'writer.containerd':
    'containerd : <c>docker save</c> avec le stockage d’images de containerd, <c>nerdctl save</c> ou <c>ctr images export</c>',
  'writer.buildkit': 'BuildKit : <c>docker buildx build</c> avec <c>type=docker</c> ou <c>type=oci</c>',
  'writer.containers-archive': 'skopeo, podman ou buildah, en archive Docker',
  'writer.containers-oci-old': 'skopeo, podman ou buildah d’avant fin 2023, en layout OCI',
  'writer.containers-oci': 'skopeo, podman ou buildah depuis fin 2023, en layout OCI',
  'writer.containers-dir': 'skopeo, podman ou buildah, en <c>dir:</c>',
  'writer.ggcr-tarball': 'go-containerregistry : <c>crane pull</c>, ko, kaniko ou Tekton',
  'writer.ggcr-legacy': 'go-containerregistry : <c>crane pull --format=legacy</c>',
  'writer.ggcr-layout': 'go-containerregistry : <c>crane pull --format=oci</c> ou ko',
  'writer.umoci': 'umoci',
  'writer.oras': 'oras',
  'writer.jib': 'Jib',
  'writer.rules-oci': 'rules_oci de Bazel',
  'writer.nix': 'dockerTools de Nix',
  'trait.layer-sources': '<c>manifest.json</c> a <c>LayerSources</c>',
  'trait.no-manifest-list': 'il y a <c>repositories</c> et pas de <c>manifest.json</c>',
  'trait.folder-members': 'les dossiers des couches sont eux-mêmes des membres',
  'trait.no-folder-members': 'les dossiers des couches ne sont pas eux-mêmes des membres',
  'trait.list-ends-in-newline': '<c>manifest.json</c> se termine par un saut de ligne',
  'trait.layer-links': 'chaque <c>layer.tar</c> est un lien symbolique',
  'trait.layer-alone': 'les dossiers des couches ont <c>layer.tar</c> et rien d’autre',
  'trait.config-first': 'la config est le premier membre',
  'trait.config-by-digest': 'le fichier de la config s’appelle <c>sha256:…</c>, avec le deux-points',
  'trait.config-json': 'le fichier de la config s’appelle <c>config.json</c>, ceux des couches <c>.tar.gz</c>',
  'trait.blobs-tar-gz': 'les couches sont dans <c>blobs/sha256/</c> et nommées <c>.tar.gz</c>',
  'trait.no-times': 'la date de chaque membre est 0 (1970)',
  'trait.some-times': 'des membres ont une date',
  'trait.read-only-blobs': 'les blobs sont en lecture seule (mode 0444)',
  'trait.writable-blobs': 'les blobs ont le mode 0644',
  'trait.mark-compact': '<c>oci-layout</c> ne contient pas d’espace',
  'trait.mark-spaced': '<c>oci-layout</c> a une espace après le deux-points',
  'trait.mark-newline': '<c>oci-layout</c> se termine par un saut de ligne',
  'trait.mark-indented': '<c>oci-layout</c> est indenté',
  'trait.index-typed': '<c>index.json</c> dit son media type',
  'trait.index-untyped': '<c>index.json</c> ne dit pas son media type',
  'trait.index-created': '<c>index.json</c> dit quand l’image a été faite',
  'trait.index-indented': '<c>index.json</c> est indenté',
  'trait.dir-version': '<c>version</c> nomme le transport « directory »',
  'evidence.is-manifest': 'il nomme une config et des couches, comme le fait un manifest',
  'evidence.is-index': 'il liste des manifests, comme le fait un index',
  'evidence.is-config': 'il a les DiffID d’une config d’image',
  'evidence.is-schema1': 'son <c>schemaVersion</c> est 1',
  'evidence.is-inspected': 'c’est ce qu’affiche <c>docker manifest inspect -v</c>',
  'format.docker-v1': 'Layout Docker v1',
  'format.docker-archive': 'Archive Docker',
  'format.oci-layout': 'Layout OCI',
  'format.dir-transport': 'Dossier <c>dir:</c>',
  'format.document': 'Un seul document',
  'column.v1': 'Layout v1',
  'column.v2s1': 'Docker v2 schema 1',
  'column.v2s2': 'Docker v2 schema 2',
  'column.oci': 'Image OCI',

  'recipe.archive-manifest':
    'Écrit comme <c>docker save</c> écrit <c>manifest.json</c> : le chemin de la config, les noms, les chemins des couches.',
  'recipe.v2s2-manifest':
    'Construit à partir de la config et des couches telles qu’elles sont stockées ici. Ce n’est pas le digest qu’affiche un registre : un registre stocke les couches compressées, son manifest nomme donc d’autres digests.',
  'recipe.v2s2-manifest-from-oci':
    'Le manifest OCI avec les media types de Docker, rien d’autre ne change. Les contenus gardent leurs digests ; le manifest en reçoit un autre, puisque ses propres octets diffèrent. Un registre peut en afficher encore un autre, s’il stocke les couches avec une autre compression.',
  'recipe.config-from-v1':
    'Construite à partir des fichiers <c>json</c> de v1 : celui du dessus dit comment exécuter, chacun donne une étape de l’historique, et le DiffID de chaque couche est mesuré.',
  'recipe.oci-config':
    'La config de Docker avec les champs qu’OCI connaît ; les autres sont abandonnés, son digest diffère donc.',
  'recipe.oci-manifest':
    'Construit à partir de la config et des couches telles qu’elles sont stockées ici, avec les media types d’OCI. Ce n’est pas le digest qu’affiche un registre : un registre stocke d’ordinaire les couches compressées, son manifest nomme donc d’autres digests.',
  'recipe.oci-index': 'Une entrée pour le manifest, avec le nom en annotation.',
  'recipe.oci-layout': 'Le fichier constant qui marque un layout OCI.',
  'recipe.v1-json':
    'Écrit comme <c>docker save</c> de 1.10 à 24 : l’ID est calculé à partir de la config, du ChainID et du parent. D’autres outils donnent d’autres ID.',
  'recipe.v1-repositories': 'Des noms et des tags, chacun avec l’ID de sa couche du dessus.',
  'recipe.v1-version': 'La constante <c>1.0</c>.',
  'recipe.layer-reused': 'Exactement les octets qui sont dans {here} : les couches ne sont jamais recompressées.',

  'recipe.layer-toc': 'Exactement le texte que la couche a près de sa fin, décompressé.',
  'recipe.envelope-payload':
    'Ce qui est dans l’enveloppe signée, décodé du base64. La signature porte sur ces octets ; elle n’est pas vérifiée ici.',

  'note.follow-parent': 'pas de manifest : suivre « parent » de couche en couche',
  'note.no-repositories': 'pas de <c>repositories</c> : cette image n’a pas de nom',
  'note.no-tags': 'pas de nom ici',
  'note.names-diff-id': 'nomme un DiffID là où l’ancien Docker écrivait un ID v1',
  'note.not-in-archive': 'pas dans {here}',
  'note.waits-for-measuring': 'connu une fois les couches lues',
  'note.cannot-derive': 'ne peut pas être calculé',
  'note.from-redacted': 'calculé à partir d’un texte masqué : en réalité, un autre',
  'cannot.no-config': 'La config n’est pas dans {here}, cette forme ne peut donc pas être calculée.',
  'cannot.layers-missing': 'Il manque des couches dans {here}, cette forme ne peut donc pas être calculée.',
  'cannot.layers-encrypted':
    'Les couches sont chiffrées : leurs octets décompressés ne sont pas connus, cette forme ne peut donc pas être calculée.',
  'cannot.not-measured': 'Cette forme a besoin des DiffID, qui sont connus une fois les couches lues.',
  'cannot.too-many-layers': 'Tant de couches que leurs documents v1 ne sont pas calculés.',
  'cannot.layers-unreadable':
    'Une couche ne peut pas être décompressée : son DiffID et cette forme ne peuvent pas être calculés.',
  'verdict.matches': 'correspond à ses octets',
  'verdict.mismatch': 'ne correspond pas',
  'verdict.missing': 'pas dans {here}',
  'verdict.pending': 'pas encore vérifié',
  'verdict.unknown': 'indécidable',
  'reason.algorithm': 'algorithme inconnu',
  'reason.encrypted': 'chiffré',
  'reason.unreadable': 'ne peut pas être décompressé',
  'reason.reprinted': 'seulement réimprimé, pas octet pour octet',
  'reason.recorded': 'tel qu’enregistré : les octets ne sont pas dans cet instantané',
  'reason.redacted': 'masqué dans cet instantané',
  'reason.not-recorded': 'l’instantané ne le dit pas',
  'v1Id.random': 'nom aléatoire : rien à vérifier',
  'v1Id.docker-save': 'ID selon la règle de docker save : recalculé ici, identique',
  'v1Id.skopeo': 'ID selon la règle de skopeo : recalculé ici, identique',
  'v1Id.schema1': 'ID selon la règle de la conversion vers schema 1 : recalculé ici, identique',
  'v1Id.ggcr': 'ID selon la règle de go-containerregistry (crane) : recalculé ici, identique',
  'v1Id.ggcr-form':
    'ID de go-containerregistry (crane), reconnu à la forme de son document : il hache le digest de la couche compressée, qui n’est pas dans ce tar, et ne peut donc pas être recalculé',
  'v1Id.chain-id': 'le ChainID à la place d’un ID, comme skopeo avant juillet 2020 : recalculé ici, identique',
  'v1Id.diff-id': 'le DiffID à la place d’un ID, comme le premier skopeo : recalculé ici, identique',
  'v1Id.unmatched': 'ID selon une règle inconnue ici',
  'v1Id.derived': 'ID calculé ici : il n’y en a pas dans {here}',
  'v1IdFormula.docker-save':
    '<c>sha256(json + layer_id + parent)</c>, avec le ChainID comme <c>layer_id</c> et des clés triées. Le <c>json</c> de la couche du dessus contient la config, celui des autres rien que l’epoch.',
  'v1IdFormula.skopeo':
    '<c>sha256(json + layer_id)</c>, avec le ChainID comme <c>layer_id</c> et des clés triées. Le <c>json</c> de la couche du dessus contient une partie de la config, celui des autres seulement <c>parent</c>.',
  'v1IdFormula.schema1':
    '<c>sha256("blob parent")</c> : le digest du blob et l’ID du parent en hexadécimal ; pour la couche du dessus suit la config.',
  'v1IdFormula.ggcr':
    '<c>sha256("blob parent")</c> : le digest du blob et l’ID du parent en hexadécimal ; pour la couche du dessus suit la config.',
  'v1IdFormula.ggcr-form':
    '<c>sha256("blob parent")</c> : le digest du blob compressé et l’ID du parent en hexadécimal ; pour la couche du dessus suit la config.',
  'v1IdFormula.chain-id': '<c>sha256("ChainID DiffID")</c> des couches du dessous et de celle-ci.',
  'v1IdFormula.diff-id': '<c>sha256</c> de la couche décompressée.',
  'v1IdFormula.derived':
    '<c>sha256(json + layer_id + parent)</c>, la règle de <c>docker save</c>, sur une machine dont l’horloge est réglée sur UTC.',
  'origin.found': 'dans {here}',
  'origin.derived': 'déduit : pas dans {here}',
  'origin.mixed': 'en partie dans {here}, le reste déduit',
  'origin.none': 'ce format n’a pas une telle partie',
  'role.pointer': 'Qui la désigne ?',
  'role.manifest': 'Qu’est-ce qui liste les parties ?',
  'role.config': 'Comment est-elle exécutée ?',
  'role.layer': 'Couche {n}',
  'role.mark': 'Marque du format',
  'mediaRole.index': 'Index : une entrée par plateforme',
  'mediaRole.manifest': 'Manifest : liste la config et les couches',
  'mediaRole.config': 'Config : comment exécuter l’image',
  'mediaRole.layer': 'Couche : un tar de modifications de fichiers',
  'mediaRole.other': 'Pas une partie d’une image',
  'document.v1-repositories': 'noms v1 (repositories)',
  'document.v1-json': 'config de couche v1',
  'document.v1-version': 'marque du format v1',
  'document.archive-manifest': 'manifest de l’archive',
  'document.manifest': 'manifest de l’image',
  'document.index': 'index',
  'document.layout-index': 'index du layout',
  'document.config': 'config de l’image',
  'document.artifact-config': 'config de l’artefact',
  'document.artifact-content': 'contenu d’un artefact',
  'document.layer-toc': 'table des matières d’une couche',
  'document.oci-layout': 'marque du format OCI',
  'document.dir-version': 'marque du format <c>dir:</c>',
  'document.inspected': 'manifests affichés',
  'compression.none': 'non compressé',
  'compression.gzip': 'gzip',
  'compression.zstd': 'zstd',
  'compression.bzip2': 'bzip2',
  'compression.xz': 'xz',
};
