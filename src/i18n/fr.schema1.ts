import type { enSchema1 } from './en.schema1';

/** Words about schema 1 manifests and their signatures, in French. */
export const frSchema1: Readonly<Record<keyof typeof enSchema1, string>> = {
  'diagnostic.schema1-deprecated': 'Ce manifest est de schema 1, que les outils récents refusent',
  'diagnostic.schema1-deprecated.why':
    'Docker Engine ne le récupère plus depuis 26 sauf demande expresse, et plus du tout depuis 28.2 ; containerd depuis 2.1. <c>skopeo</c> le lit et peut le convertir.',
  'diagnostic.schema1-counts-differ': 'Le manifest schema 1 n’a pas autant de couches que d’entrées d’historique',
  'diagnostic.schema1-counts-differ.why':
    'Il en liste {layers} dans <c>fsLayers</c> et {history} dans <c>history</c>. Elles vont une à une, tout outil refuse donc cela.',
  'diagnostic.schema1-id-invalid': 'Un ID du manifest schema 1 n’est pas un ID',
  'diagnostic.schema1-id-invalid.why':
    'Il doit avoir 64 chiffres hexadécimaux. Docker et <c>skopeo</c> refusent toute autre chose.',
  'diagnostic.schema1-id-repeated': 'Le manifest schema 1 a deux fois le même ID',
  'diagnostic.schema1-id-repeated.why':
    'Les outils prennent deux ID identiques de suite pour une seule étape et abandonnent le second ; ils refusent un ID qui revient plus loin.',
  'diagnostic.schema1-parent-broken': 'Une étape du manifest schema 1 nomme un autre parent que l’étape au-dessous',
  'diagnostic.schema1-parent-broken.why':
    'Chacune doit nommer l’ID de l’entrée suivante de <c>history</c>, et la dernière aucun. Docker et <c>skopeo</c> refusent une chaîne rompue.',
  'diagnostic.schema1-throwaway-blob': 'Une étape est marquée comme sans couche, mais son blob n’est pas le blob vide',
  'diagnostic.schema1-throwaway-blob.why':
    'Les outils qui suivent <c>throwaway</c> laissent ces octets hors de l’image, d’autres les extraient : deux outils peuvent voir deux images différentes.',
  'diagnostic.schema1-signature-malformed': 'Une signature est illisible',
  'diagnostic.schema1-signature-malformed.why':
    'On ne peut donc dire ni quels octets elle couvre, ni comment un registre appelle ce manifest. Le registre de Docker le refuse.',
  'diagnostic.schema1-signatures-disagree': 'Les signatures ne couvrent pas les mêmes octets',
  'diagnostic.schema1-signatures-disagree.why':
    'Toutes les signatures d’un document doivent porter sur un seul contenu. Personne ne peut dire laquelle des {signatures} est la bonne, les outils le refusent donc.',
  'diagnostic.schema1-signature-invalid': 'Une signature ne va pas avec le manifest',
  'diagnostic.schema1-signature-invalid.why':
    'Ce ne sont pas les octets qui ont été signés, ou ce n’est pas la clé qui les a signés. Le registre de Docker le refuse ; <c>skopeo</c> ne regarde pas.',
  'diagnostic.schema1-key-name-differs': 'Une clé n’est pas celle que dit son nom',
  'diagnostic.schema1-key-name-differs.why':
    'Le nom d’une clé est calculé à partir de la clé elle-même ; celui-ci est d’une autre clé, ou inventé.',
  'diagnostic.schema1-outside-payload': 'Le manifest dit autre chose hors de ce que couvrent ses signatures',
  'diagnostic.schema1-outside-payload.why':
    'Le registre de Docker lit les octets signés, <c>skopeo</c> le fichier entier : ils voient deux images différentes, et la signature ne parle que pour l’une.',

  'malformed.too-many': 'Il y a plus de signatures qu’aucun vrai manifest n’en a ; le reste n’est pas lu.',
  'malformed.shape': 'La signature {signature} n’a pas de partie <c>protected</c>, qui dit ce qui est signé.',
  'malformed.protected-not-base64url': 'La partie <c>protected</c> de la signature {signature} n’est pas du base64url.',
  'malformed.protected-not-json':
    'La partie <c>protected</c> de la signature {signature} ne donne pas <c>formatLength</c> et <c>formatTail</c>.',
  'malformed.length-out-of-range': 'La signature {signature} couvre plus d’octets que le document n’en a.',
  'malformed.tail-not-base64url': 'Le <c>formatTail</c> de la signature {signature} n’est pas du base64url.',

  'document.schema1-manifest': 'manifest schema 1',
  'documents.within': 'une chaîne dans {document}',
  'note.schema1-manifest': 'manifest schema 1 : les couches, la plus récente d’abord ; pas de config',
  'recipe.config-from-schema1':
    'Construite à partir du manifest schema 1 comme <c>skopeo</c> le convertit : le <c>v1Compatibility</c> le plus récent dit comment exécuter, chacun donne une étape de l’historique, et le DiffID de chaque couche est mesuré. Ce que la conversion vers schema 1 a perdu ne revient pas, son digest peut donc différer de celui de l’original.',

  'signature.title': 'Signature et nom de ce manifest',
  'signature.payload': 'Nom dans un registre',
  'signature.payloadSigned':
    '<c>sha256</c> des {size} octets que couvre la signature : le fichier sans <c>signatures</c>, d’après <c>formatLength</c> et <c>formatTail</c>. Le digest du fichier lui-même, ci-dessus, change à chaque signature ; celui-ci non.',
  'signature.payloadUnsigned': '<c>sha256</c> du fichier entier : il n’a pas de signatures.',
  'signature.payloadUnknown':
    'on ne peut pas le dire : les signatures ne disent pas quels octets elles couvrent, ou chacune en dit d’autres',
  'signature.none': 'Pas signé. Le registre de Docker veut une signature sur schema 1 et refuse celui-ci.',
  'signature.number': 'Signature {n}',
  'signature.valid': 'va avec les octets qu’elle couvre',
  'signature.invalid': 'n’est pas bonne',
  'signature.unknown': 'ne peut pas être vérifiée',
  'signatureReason.does-not-fit': 'd’autres octets ont été signés, ou une autre clé les a signés',
  'signatureReason.malformed': 'elle est illisible',
  'signatureReason.algorithm': 'l’algorithme n’est pas de ceux qui sont calculés ici',
  'signatureReason.no-key': 'il n’y a pas de clé avec elle',
  'signatureReason.key-unreadable': 'la clé qui l’accompagne est inutilisable',
  'signatureReason.no-web-crypto':
    'les navigateurs ne vérifient les signatures que sur les pages venues de HTTPS ou de cette machine même',
  'signatureReason.too-many': 'trop de manifests sont signés ici ; celui-ci a été laissé de côté',
  'signatureReason.redacted': 'des valeurs y ont été remplacées quand l’instantané a été fait',
  'signature.algorithm': 'Algorithme',
  'signature.key': 'Clé',
  'signature.keyFrom.jwk': 'dans le document lui-même (<c>jwk</c>)',
  'signature.keyFrom.x5c': 'dans un certificat du document lui-même (<c>x5c</c>)',
  'signature.keyNameTrue': 'le nom est calculé à partir de la clé : c’est bien celui de cette clé',
  'signature.keyNameFalse': 'ce n’est pas le nom de cette clé, qui est {fingerprint}',
  'signature.time': 'Signé le',
  'signature.timeStated': 'selon le signataire ; personne ne se porte garant de la date',
  'signature.proves': 'Ce qu’elle prouve',
  'signature.provesValid':
    'Personne n’a modifié ces octets depuis que le détenteur de cette clé les a signés : noms, ordre des couches, leurs digests, historique.',
  'signature.provesNot': 'Ce qu’elle ne prouve pas',
  'signature.provesNotWords':
    'Qui a signé. La clé vient avec le document, et personne ne s’en porte garant : qui modifie l’image fait une nouvelle clé et signe à nouveau. <c>skopeo</c> et podman en font une à chaque copie, Docker en faisait une par démon. Cela protège des accidents, pas des personnes ; schema 2 y a renoncé.',
  'signature.steps': '{count, plural, one {# étape} other {# étapes}} de ce manifest, la plus ancienne d’abord',
  'signature.step.blob': 'Blob',
  'signature.step.id': 'ID v1',
  'signature.step.how': 'D’où vient l’ID',
  'signature.step.empty': 'pas de couche (<c>throwaway</c>)',
  'signature.step.topUnknown': 'de la config d’origine, qui n’est pas ici',
};
