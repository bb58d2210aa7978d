import type { enConvert } from './en.convert';

/** Words about conversions between formats, in French. */
export const frConvert: Readonly<Record<keyof typeof enConvert, string>> = {
  'recipe.schema1-manifest':
    'Construit comme <c>skopeo</c> convertit vers schema 1, avant de signer avec une clé faite pour l’occasion : une entrée par étape de l’historique, la plus récente d’abord, et la config dans la plus récente. Un registre y écrirait aussi le nom et le tag, et les digests des couches telles qu’il les stocke.',
  'recipe.v2s2-list':
    'L’index, entrée par entrée, avec les media types de Docker. Chaque entrée nomme le manifest schema 2 de sa plateforme, qui a son propre digest ; les annotations sont abandonnées.',
  'recipe.platform-index':
    'La liste de Docker, entrée par entrée, avec les media types d’OCI. Chaque entrée nomme le manifest OCI de sa plateforme, qui a son propre digest.',
  'recipe.manifest-of-unpacked':
    'Construit à partir de la config et des couches telles qu’elles sont écrites ici, décompressées : le digest d’une couche non compressée est son DiffID.',
  'recipe.v1-json-skopeo':
    'Écrit comme le font <c>skopeo</c> et <c>podman</c> : l’ID est calculé à partir du ChainID et du parent, celui de la couche du dessus aussi à partir d’une partie de la config. <c>docker save</c> donne d’autres ID.',
  'recipe.repositories-diff-id':
    'Des noms et des tags, chacun avec le DiffID de la dernière couche, comme <c>docker save</c> l’écrit depuis 25.',
  'recipe.dir-version': 'Le fichier constant qui marque un dossier <c>dir:</c>.',
  'cannot.not-an-image': 'Il n’y a pas là d’image qui puisse être convertie.',
  'cannot.dates-unreadable': 'Une date de la config n’est pas écrite selon la RFC 3339.',
  'cannot.no-history':
    'L’historique de la config ne dit pas quelle étape a produit quelle couche, et schema 1 a une entrée par étape.',
  'cannot.compression-unknown-to-docker':
    'Une couche est compressée autrement qu’en gzip, et les lecteurs de cette forme ne connaissent rien d’autre.',
  'cannot.manifests-missing':
    'Le manifest d’une autre plateforme n’est pas dans {here} : on ne sait donc pas ce que dirait son entrée.',
  'cannot.contents-differ':
    'Quelque chose n’y est pas ce qu’en disent ses documents, ou rien ne permet de le montrer : tout outil refuserait le résultat.',
  'cannot.too-many-manifests': 'Tant de plateformes que leurs manifests ne sont pas calculés.',
};
