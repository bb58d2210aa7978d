import type { ConfigCard } from '../model/configView';
import { quotedList } from './goText';
import { statedHealthcheck } from './healthcheck';
import { exposedPorts, fitsLine, oneLine, pairTexts, volumePaths } from './instructions';
import type { Instruction } from './createdBy';
import type { ReadStep } from './steps';

/** An instruction for what a config states and none of its steps does. */
export interface LeftOver {
  readonly text: string;
  readonly at: string;
  /** Whether a Dockerfile can have it; if not, `text` is a comment that names it. */
  readonly isWritable: boolean;
}

/** What the steps leave to say, so that the Dockerfile comes to the same config. */
export function leftOver(card: ConfigCard, steps: readonly ReadStep[]): LeftOver[] {
  const of = (instruction: Instruction): readonly ReadStep[] =>
    steps.filter((step) => step.instruction === instruction);
  const last = (instruction: Instruction): string | null => of(instruction).at(-1)?.body ?? null;
  const lines: LeftOver[] = [];
  const add = (instruction: Instruction, what: string | null, at: string, name = ''): void => {
    const isWritable = what !== null && fitsLine(what);
    lines.push({
      at,
      isWritable,
      text: isWritable ? `${instruction} ${what}` : oneLine(`# ${instruction} ${name}`).trim(),
    });
  };
  const one = (instruction: Instruction, stated: ConfigCard['user']): void => {
    if (stated && !says(last(instruction), stated.value)) add(instruction, stated.value, stated.at);
  };
  const words = (instruction: Instruction, stated: ConfigCard['cmd']): void => {
    if (!stated) return;
    const said = last(instruction);
    const list = said === null ? null : quotedList(said);
    const isSaid = said !== null && (list === null || list.join('\0') === stated.words.join('\0'));
    if (!isSaid) add(instruction, JSON.stringify(stated.words), stated.at);
  };

  for (const instruction of ['ENV', 'LABEL'] as const) {
    const said = new Set(of(instruction).flatMap(({ split, body }) => split?.pairs.map(({ name }) => name) ?? [body]));
    const stated = instruction === 'ENV' ? card.env : card.labels;
    for (const { name, value, at } of stated?.items ?? []) {
      if (!said.has(name)) add(instruction, pairTexts([{ name, value: value ?? '' }])?.[0] ?? null, at, name);
    }
  }
  const ports = new Set(of('EXPOSE').flatMap(({ body }) => exposedPorts(body).map(withProtocol)));
  for (const { value, at } of card.ports?.items ?? [])
    if (!ports.has(withProtocol(value))) add('EXPOSE', value, at, value);
  const volumes = new Set(of('VOLUME').flatMap(({ body }) => [body, ...volumePaths(body)]));
  for (const { value, at } of card.volumes?.items ?? []) {
    if (!volumes.has(value)) add('VOLUME', JSON.stringify([value]), at);
  }
  one('WORKDIR', card.workdir);
  one('USER', card.user);
  one('STOPSIGNAL', card.stopSignal);
  if (card.shell && last('SHELL') === null) add('SHELL', JSON.stringify(card.shell.items), card.shell.at);
  if (card.healthcheck && last('HEALTHCHECK') === null)
    add('HEALTHCHECK', statedHealthcheck(card.healthcheck), card.healthcheck.at);
  const builds = new Set(of('ONBUILD').map(({ body }) => body));
  for (const line of card.onbuild?.items ?? []) if (!builds.has(line)) add('ONBUILD', line, card.onbuild?.at ?? '');
  words('ENTRYPOINT', card.entrypoint);
  words('CMD', card.cmd);
  return lines;
}

function withProtocol(port: string): string {
  return port.includes('/') ? port : `${port}/tcp`;
}

/** Whether the last step that sets a value sets this one; one that is relative, or has variables in it, is taken at its word. */
function says(said: string | null, value: string): boolean {
  if (said === null) return false;
  return said === value || said.replace(/\/+$/, '') === value || said.includes('$') || value.endsWith(`/${said}`);
}
