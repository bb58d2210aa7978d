import { COMMANDS, type Command, type KeyPlace, type Keys } from '../../app/commands';
import type { I18n } from '../../i18n/i18n';
import { commandText, seriesOf } from './commandText';

/** One line of the list of keys: what does it, each by itself. */
export interface KeyLine {
  readonly keys: readonly Keys[];
  /** The last key of a run, where one line stands for several. */
  readonly to: string | null;
  readonly does: string;
}

/** The keys that work in a place, in words; those that differ by a number alone are one line. */
export function keyLines(i18n: Pick<I18n, 't' | 'words'>, place: KeyPlace): KeyLine[] {
  const commands = COMMANDS.filter((command) => keysIn(command, place).length > 0);
  return commands.flatMap((command): KeyLine[] => {
    const keys = keysIn(command, place);
    const series = seriesOf(command.action);
    if (series === null) return [{ keys, to: null, does: commandText(i18n, command.action) }];
    const all = commands.filter(({ action }) => seriesOf(action) === series);
    const last = all.at(-1);
    if (command !== all[0] || !last) return [];
    return [{ keys, to: keysIn(last, place)[0]?.key ?? null, does: i18n.t(`keys.${series}`) }];
  });
}

function keysIn({ keys }: Command, place: KeyPlace): Keys[] {
  return keys.filter((each) => each.place === place);
}
