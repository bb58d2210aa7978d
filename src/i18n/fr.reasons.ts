import type { enReasons } from './en.reasons';

/** Words for the reasons that diagnostics and errors give in their details, in French. */
export const frReasons: Readonly<Record<keyof typeof enReasons, string>> = {
  'corrupt.truncated': 'Les octets compressés s’arrêtent trop tôt.',
  'corrupt.bad-data': 'Les octets compressés ne suivent pas les règles de {kind}.',
  'corrupt.bad-header': 'Les octets compressés ne commencent pas comme l’exige {kind}.',
  'corrupt.bad-checksum': 'Ce qui en sort n’est pas ce que dit la somme de contrôle à la fin.',
  'corrupt.bad-size': 'Ce qui en sort n’a pas la longueur que dit la fin.',
  'corrupt.window-too-large':
    'Le décompresser demande plus de mémoire qu’il n’en est accordé ici (une fenêtre de plus de 128 Mio en zstd, un dictionnaire de plus de 64 Mio en xz).',
  'corrupt.needs-dictionary': 'Il a été compressé avec un dictionnaire qui n’est pas dans le fichier.',
  'corrupt.unsupported-feature':
    'Il utilise une partie de {kind} qui n’est pas lue ici : un filtre, une sorte de somme de contrôle, ou des blocs comme avant 1999.',
  'corrupt.out-of-memory': 'Il n’y avait pas assez de mémoire pour le décompresser.',
  'corrupt.trailing-data': 'Après les données compressées viennent des octets qui n’en font pas partie.',
  'notDocument.syntax': 'Ce n’est pas du JSON valide : ligne {line}, colonne {column}.',
  'notDocument.encoding': 'Ce n’est pas du texte UTF-8.',
  'notDocument.too-large': 'Il est plus grand que tout document d’une image.',
  'notDocument.too-deep': 'Il est trop profondément imbriqué.',
  'notDocument.skopeo-inspect':
    'C’est le résumé que <c>skopeo inspect</c> fait d’une image : <c>--raw</c> affiche le manifest, <c>--config --raw</c> la config.',
  'notDocument.docker-inspect':
    'C’est ce que <c>docker inspect</c> dit d’une image ou d’un conteneur sur cette machine : un résumé, pas l’un de ses documents.',
  'notDocument.archive-manifest':
    'C’est le <c>manifest.json</c> de <c>docker save</c> : une liste de fichiers de son tar, qui ne dit rien sans le tar.',
  'notDocument.layout-mark': 'C’est le fichier <c>oci-layout</c>, qui ne fait que marquer un layout.',
  'notDocument.registry-error': 'C’est la réponse d’un registre qui a refusé : ses <c>errors</c> disent pourquoi.',
  'notDocument.statement': 'C’est une attestation ou un SBOM : une déclaration sur une image.',
  'notDocument.v1-json': 'C’est le <c>json</c> d’une couche du layout v1, qui a besoin des couches au-dessous.',
  'notDocument.no-schema-version':
    'Il ressemble à un manifest ou à un index, mais n’a pas de <c>schemaVersion</c> que les outils connaissent.',
  'notDocument.other': 'Il n’a aucun des champs auxquels on reconnaît de tels documents.',
  'tocProblem.outside': 'Elle serait là où la couche n’a pas d’octets.',
  'tocProblem.too-large': 'Elle est plus grande que celles qui sont lues ici.',
  'tocProblem.corrupt': 'Elle ne peut pas être décompressée.',
  'tocProblem.no-index': 'Le tar où elle est stockée ne commence pas par <c>stargz.index.json</c>.',
  'tocProblem.not-json': 'Ce n’est pas du JSON.',
  'tocProblem.shape': 'C’est du JSON sans liste <c>entries</c>.',
  'tocProblem.version':
    '{version, select, none {Elle ne dit pas sa version ; seule la 1 est connue.} other {Elle est de version {version} ; seule la 1 est connue.}}',
  'tocProblem.entry-outside': 'Elle dit d’un fichier qu’il est là où la couche n’en a pas.',
  'unsafeName.absolute': 'Le nom commence par <c>/</c> : extrait tel quel, il arriverait hors du dossier.',
  'unsafeName.parent': 'Le nom remonte avec <c>..</c> : extrait tel quel, il arriverait hors du dossier.',
  'unsafeName.backslash':
    'Le nom a une barre oblique inverse, que certains systèmes prennent pour un séparateur de dossiers.',
  'unsafeName.nul': 'Le nom a un octet NUL, où certains outils le coupent.',
  'unsafeName.not-utf8': 'Le nom n’est pas en UTF-8 : les outils ne le lisent pas tous de la même façon.',
  'unsafeName.too-long': 'Le nom est plus long que ne l’admet aucun système ; il est montré coupé.',
  'whiteout.name': 'Il ne nomme rien qui puisse être caché, il ne cache donc rien.',
  'whiteout.parent': 'Son chemin sort de l’image avec <c>..</c>, il ne cache donc rien.',
  'whiteout.type': 'Ce n’est pas un fichier ordinaire. Il cache tout de même.',
  'whiteout.content': 'Il n’est pas vide. Ce qu’il contient n’est pas regardé ; il cache tout de même.',
  'whiteout.folder': 'Quelque chose est dans un dossier nommé comme un whiteout : c’est laissé de côté.',
  'whiteout.same-layer':
    'La même couche a une entrée de ce nom. Les whiteouts ne cachent que ce qui est au-dessous, l’entrée reste donc ; certains outils la suppriment.',
  'misleadingName.control':
    'Le nom a des caractères de contrôle : un terminal peut déplacer, colorer ou effacer du texte à cause d’eux.',
  'misleadingName.invisible':
    'Le nom a des caractères que personne ne voit, ou qui changent le sens du texte : il peut ressembler à un autre nom.',
  'damage.tar-bad-checksum': 'La somme de contrôle de l’en-tête n’est pas bonne.',
  'damage.tar-bad-size': 'L’en-tête donne une taille impossible, on ne peut donc pas savoir où est le suivant.',
  'unreadable.json-syntax': 'Ce n’est pas du JSON valide : voir ligne {line}, colonne {column}.',
  'unreadable.json-encoding': 'Ce n’est pas du texte UTF-8, mais {encoding}.',
  'unreadable.json-shape':
    'C’est du JSON d’une autre forme : à <c>{pointer}</c> est attendu <c>{expected}</c>, et il y a <c>{found}</c>.',
  'unreadable.json-too-large': 'Il est plus grand qu’aucun vrai document, et n’est pas lu.',
  'unreadable.json-too-deep': 'Il est imbriqué plus profondément qu’aucun vrai document, et n’est pas lu.',
  'pax.malformed-record':
    'L’un de ses enregistrements enfreint la règle « longueur, nom, valeur » : ceux d’avant comptent, le reste n’est pas lu.',
  'pax.nul-in-value': 'Un nom y a un octet NUL, où certains outils le coupent. Il est montré en entier.',
  'pax.not-a-number': 'Une date ou un propriétaire n’y est pas un nombre, et est laissé de côté.',
  'pax.too-large':
    'Il a {size} octets, plus qu’aucun vrai, et n’est pas lu : le membre est montré d’après son simple en-tête.',
  'pax.too-many': 'Plus de {limit} d’entre eux se suivent ; le reste n’est pas lu.',
  'pax.global-record':
    'Il fixe <c>{key}</c> pour tous les membres à venir, ce qui changerait leur nom ou leur taille ; c’est ignoré.',
  'pax.no-member': 'Le tar se termine avant le membre dont il traite.',
};
