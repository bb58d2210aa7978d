import type { enPresent } from './en.present';

/** Words of the page on a wall, and of the window that only the speaker sees, in French. */
export const frPresent: Readonly<Record<keyof typeof enPresent, string>> = {
  'keys.present': 'Projeter : commencer, finir',
  'present.label': 'Au mur',
  'present.begin': 'Projeter',
  'present.window': 'Fenêtre de l’orateur',
  'present.leave': 'Finir la projection',
  'present.keys':
    '<b>Page suivante</b> et <b>Page précédente</b> changent d’étape · <b>B</b> écran noir · <b>S</b> fenêtre de l’orateur · <b>+ - 0</b> taille · <b>P</b> ou <b>Échap</b> pour finir',
  'present.blank': 'L’écran est noir. N’importe quelle touche montre à nouveau la page.',
  'present.blocked':
    'Le navigateur n’a pas laissé s’ouvrir la fenêtre. Autorisez-la pour cette page, ou imprimez les fiches de l’enseignant.',
  'present.title': 'Tabaqa : orateur',
  'present.time': 'Temps écoulé',
  'present.restart': 'Depuis zéro',
  'present.black': 'Écran noir',
  'present.show': 'Montrer la page',
  'present.larger': 'Plus grand',
  'present.smaller': 'Plus petit',
  'present.then': 'Ensuite',
  'present.end': 'La fin de la leçon',
  'present.answer': 'Réponse',
  'present.answerHere': '{answer}, pour ce qui est ouvert maintenant',
  'present.answerUnknown': 'dépend de ce qui est ouvert',
  'present.noLesson': 'Aucune leçon n’est ouverte. Une fois commencée, elle a ses notes dans cette fenêtre.',
  'present.startLesson': 'Commencer la leçon',
  'present.notes': 'Notes',
};
