import {
  LEFT_OUT,
  textOf,
  type ConfigView,
  type DockerfileLine,
  type NamedValue,
  type Piece,
  type StatedCommand,
} from '../../core/model/configView';
import { makeI18n } from '../../i18n/i18n';
import { withoutIsolates } from '../../i18n/visible';

type IsShown = (name: string) => boolean;

/** The values of the words that say why a line is as it is. */
export function reasonValues({ step, layer, count }: DockerfileLine): Record<string, number> {
  return { step: step ?? 0, layer: (layer ?? 0) + 1, count: count ?? 0 };
}

/** A Dockerfile as text: what is not stated has a comment before it. Its own words are English and ASCII, whatever the page speaks. */
export function dockerfileText(lines: readonly DockerfileLine[], isShown: IsShown): string {
  const { t } = makeI18n('en');
  const text = lines.flatMap((line) => {
    const why = line.why === null ? null : t(`config.line.${line.why}`, reasonValues(line));
    const certainty = t(`config.certainty.${line.certainty}`);
    const remark = line.certainty === 'stated' && why === null ? [] : [`# ${certainty}: ${why ?? ''}`];
    const written = textOf(line.text, isShown);
    return [...remark, ...(written === '' ? [] : [written])];
  });
  return `${withoutIsolates([`# ${t('config.file.head')}`, ...text].join('\n'))}\n`;
}

/** The card, the steps, the signs of the base and the Dockerfile as JSON. */
export function configJson(view: ConfigView, isShown: IsShown): string {
  const { document, card, history, base, dockerfile } = view;
  const plain = ({ text, ...rest }: { text: readonly Piece[] }): object => ({ ...rest, text: textOf(text, isShown) });
  const value = (each: NamedValue): NamedValue =>
    each.value === null || isShown(each.name) ? each : { ...each, value: LEFT_OUT };
  const command = (stated: StatedCommand | null): object | null => {
    if (!stated) return null;
    const { pieces, form, at } = stated;
    const isWhole = pieces.every(({ hides }) => hides === null || isShown(hides));
    return { form, at, text: textOf(pieces, isShown), ...(isWhole && { words: stated.words }) };
  };
  const saved = {
    document,
    card: card && {
      ...card,
      entrypoint: command(card.entrypoint),
      cmd: command(card.cmd),
      env: card.env && { ...card.env, items: card.env.items.map(value) },
    },
    history: { ...history, steps: history.steps.map(plain) },
    base,
    dockerfile: dockerfile.map(plain),
  };
  return `${JSON.stringify(saved, null, 2)}\n`;
}

/** Whether anything in the view is hidden now. */
export function hidesAny({ card, history, dockerfile }: ConfigView, isShown: IsShown): boolean {
  const names = [
    ...(card?.env?.items ?? []).flatMap(({ name, value }) => (value ? [name] : [])),
    ...[...history.steps, ...dockerfile].flatMap(({ text }) => text.flatMap(({ hides }) => hides ?? [])),
  ];
  return names.some((name) => !isShown(name));
}
