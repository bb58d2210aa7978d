import type { enEmbed } from './en.embed';

/** Words for this page inside another page, in French. */
export const frEmbed: Readonly<Record<keyof typeof enEmbed, string>> = {
  'embed.consentTitle': 'Une autre page veut ouvrir un fichier ici',
  'embed.consent': '{origin} envoie ce fichier pour le montrer :',
  'embed.consentMeans':
    'Le fichier est lu sur cet appareil et ne va nulle part. Cette page-là peut voir quelle partie vous en choisissez, et envoyer d’autres fichiers jusqu’à ce que vous fermiez la page.',
  'embed.no': 'Non',
  'embed.once': 'L’ouvrir',
  'embed.always': 'Toujours ouvrir ce qui en vient',
  'embed.waiting': 'Rien n’est encore ouvert',
  'embed.waitingFor': 'La page qui contient celle-ci choisit ce qui est montré ici.',
  'embed.openPage': 'Ouvrir dans Tabaqa',
  'embed.about': 'À propos de Tabaqa',
  'embed.label': 'Tabaqa : ce que contient une image de conteneur',
  'embed.localOnly':
    'La page qui a ouvert ce fichier demande que rien n’en soit exporté : rien n’est enregistré, et il n’y en a ni listes, ni rapports, ni images, ni instantanés.',
  'embed.kept': 'Reste ici',
};
