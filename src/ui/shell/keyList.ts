import { KEY_BINDINGS, type KeyAction, type KeyBinding } from '../../app/keys';
import type { I18n } from '../../i18n/i18n';

/** One line of the list of keys: what to press (each inner list together, one after the other) and what it does. */
export interface KeyLine {
  readonly presses: readonly (readonly string[])[];
  /** The last key of a run, where one line stands for several. */
  readonly to?: string;
  readonly does: string;
}

const ROLES = { pointer: 'role.pointer', manifest: 'role.manifest', config: 'role.config' } as const;

function isRole(part: string): part is keyof typeof ROLES {
  return Object.hasOwn(ROLES, part);
}

/** The keys that work in the whole page, in words; the nine for layers are one line. */
export function keyLines(i18n: Pick<I18n, 't' | 'words'>, command: string): KeyLine[] {
  const isLayer = ({ action }: KeyBinding): boolean => action.kind === 'select' && !isRole(action.part);
  const layers = KEY_BINDINGS.filter(isLayer);
  return KEY_BINDINGS.flatMap((binding): KeyLine[] => {
    const line = { presses: pressesOf(binding, command), does: actionText(i18n, binding.action) };
    if (!isLayer(binding)) return [line];
    return binding === layers[0] ? [{ ...line, to: layers.at(-1)?.key ?? '' }] : [];
  });
}

function pressesOf({ key, command, after }: KeyBinding, modifier: string): string[][] {
  const name = key.length === 1 ? key.toUpperCase() : key;
  const last = command ? [modifier, name] : [name];
  return after === undefined ? [last] : [[after.toUpperCase()], last];
}

function actionText({ t, words }: Pick<I18n, 't' | 'words'>, action: KeyAction): string {
  switch (action.kind) {
    case 'board':
      return t('keys.board', { board: words(`board.${action.board}`) });
    case 'select':
      return isRole(action.part) ? t('keys.select', { part: words(ROLES[action.part]) }) : t('keys.layers');
    default:
      return t(`keys.${action.kind}`);
  }
}
