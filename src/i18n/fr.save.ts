import type { enSave } from './en.save';

/** Words of saving, in French. */
export const frSave: Readonly<Record<keyof typeof enSave, string>> = {
  'save.button': 'Enregistrer…',
  'save.busy': 'Enregistrement, {percent} %',
  'save.help': 'Enregistrer l’image comme une autre sorte d’archive, ou une partie',
  'save.title': 'Enregistrer sous',
  'save.form': 'Quoi enregistrer',
  'save.group.docker': 'Archive Docker',
  'save.group.oci': 'Archive OCI',
  'save.group.dir': 'Dossier <c>dir:</c>, dans un tar',
  'save.group.layer': 'Une couche',
  'save.group.blob': 'Un blob',
  'save.group.column': 'Tous les documents, en un fichier JSON',
  'save.layer': 'Numéro de la couche',
  'save.layerOf': 'sur {count}',
  'save.stored': 'telle qu’elle est stockée',
  'save.stored.good': 'Exactement les octets de {here} : son digest est celui du manifest.',
  'save.unpacked': 'décompressée, en tar',
  'save.unpacked.good': 'Ce qui est sous la compression : son digest est le DiffID.',
  'save.column.good':
    'Chaque document avec son chemin, son media type, son digest, d’où il vient et selon quelle règle, et son texte exact.',
  'save.noLayer': 'Les octets de cette couche ne sont pas dans {here}.',
  'save.notUnpacked': 'Elle ne peut pas être décompressée, ou pas encore : ses octets ne sont pas lus jusqu’à la fin.',
  'save.plain': 'Elle n’est pas compressée : telle qu’elle est stockée, c’est un tar.',
  'save.waiting': 'calcul en cours…',
  'save.cannot': 'impossible',
  'save.size': 'Taille',
  'save.name': 'Fichier',
  'save.dropped': 'Laissé de côté',
  'save.droppedWhy': 'Cette forme n’a pas de place pour cela :',
  'save.droppedName': 'nom de l’image',
  'save.droppedNone': 'rien',
  'save.more': '{count, plural, other {et # de plus}}',
  'save.load': 'Pour la charger',
  'save.cut':
    'L’enregistrement de <q>{name}</q> a été arrêté, car le fichier dont il venait a été fermé. Il n’en reste rien. Pour l’enregistrer, rouvrir ce fichier.',
  'save.now': 'Enregistrer…',
  'save.running': 'Enregistrement de <q>{name}</q>',
  'save.amount': '{done} sur {total}',
  'save.closing': 'Le navigateur termine le fichier',
  'save.saved.file': 'Enregistré sous <q>{name}</q>, {size}',
  'save.saved.download': 'Parmi les téléchargements du navigateur : <q>{name}</q>, {size}',
  'save.said.running': 'Enregistrement, {percent} %',
  'save.saveBlob': 'Enregistrer…',
  'save.memberHelp': 'Enregistrer le membre de la dernière ligne choisie : <c>{name}</c>',
  'save.saveLayer': 'Enregistrer la couche…',

  'target.docker-archive-skopeo': 'comme l’écrivent skopeo et podman',
  'target.docker-archive-skopeo.good':
    'Se charge partout. Des couches non compressées, et des dossiers v1 qui sont des liens vers elles.',
  'target.docker-archive-docker20': 'comme l’écrit Docker 1.10 à 24',
  'target.docker-archive-docker20.good':
    'Pour l’ancien Docker et les anciens outils : un dossier v1 par couche, avec son propre layer.tar.',
  'target.docker-archive-docker25': 'comme l’écrit Docker 25 et suivants',
  'target.docker-archive-docker25.good':
    'Deux en un : un layout OCI et une archive Docker. Des couches non compressées.',
  'target.oci-archive-skopeo': 'comme l’écrivent skopeo, podman et buildah',
  'target.oci-archive-skopeo.good':
    'Les couches restent compressées telles quelles, c’est donc la plus petite. Un seul nom.',
  'target.oci-archive-containerd': 'comme l’écrit containerd (ctr, nerdctl)',
  'target.oci-archive-containerd.good':
    'Les couches restent compressées telles quelles. Tous les noms, et une liste que lit <c>docker load</c>.',
  'target.dir-schema2': 'avec un manifest Docker schema 2',
  'target.dir-schema2.good':
    'Ce qu’un registre en a avec les types de Docker : manifest, config et couches côte à côte.',
  'target.dir-oci': 'avec un manifest OCI',
  'target.dir-oci.good': 'Ce qu’un registre en a avec les types d’OCI : manifest, config et couches côte à côte.',
  'target.dir-schema1': 'avec un manifest Docker schema 1',
  'target.dir-schema1.good':
    'La première forme de manifest, sans config. Pour la regarder : les registres ne la prennent plus. Sauf si elle vient de {here}, elle n’est pas signée, et son nom et son tag sont vides.',

  'cannotExport.no-config': 'Sa config n’est pas dans {here}.',
  'cannotExport.not-measured': 'Ses couches sont encore en lecture. Ce sera possible ensuite.',
  'cannotExport.layers-missing': 'Des octets de ses couches ne sont pas dans {here}.',
  'cannotExport.layers-encrypted': 'Elle a des couches chiffrées, et cette forme les veut en clair.',
  'cannotExport.layers-unreadable': 'Elle a une couche qui ne peut pas être décompressée.',
  'cannotExport.too-many-layers': 'Elle a plus de couches que n’en prévoit cette forme.',
  'cannotExport.not-an-image': 'Ce n’est pas une image qui s’exécute : sa config ou ses couches sont d’autres sortes.',
  'cannotExport.no-history': 'Sa config n’a pas d’historique, ou un historique qui ne va pas avec les couches.',
  'cannotExport.compression-unknown-to-docker':
    'Elle a une couche d’une compression pour laquelle les media types de Docker n’ont pas de nom.',
  'cannotExport.dates-unreadable':
    'Une date de sa config n’est pas écrite selon la RFC 3339, et les outils refusent une config pour cela.',
  'cannotExport.contents-differ':
    'Une couche ou la config n’est pas ce que disent les documents. Tout outil refuserait le fichier, il n’est donc pas fait.',
};
