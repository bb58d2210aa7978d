import { LIMITS } from '../limits';
import type {
  ConfigCard,
  ConfigType,
  EnvValue,
  Healthcheck,
  Stated,
  StatedCommand,
  StatedList,
} from '../model/configView';
import { pointerStep } from '../model/jsonPointer';
import { goDuration } from './duration';
import { Fields, isJsonObject, listed } from './fields';

/** A config document's value to read; null for what is no object. */
export function configCard(value: unknown): ConfigCard | null {
  if (!isJsonObject(value)) return null;
  const odd: Stated<ConfigType>[] = [];
  const image = new Fields(value, '', odd);
  const run = image.inside('config');
  const shell = run.texts('Shell');
  return {
    platform: platformOf(image),
    osFeatures: image.texts('os.features'),
    created: image.text('created'),
    author: image.text('author'),
    dockerVersion: image.text('docker_version'),
    comment: image.text('comment'),
    entrypoint: command(run.texts('Entrypoint'), shell),
    cmd: command(run.texts('Cmd'), shell),
    env: envOf(run),
    user: run.text('User'),
    workdir: run.text('WorkingDir'),
    ports: run.names('ExposedPorts'),
    volumes: run.names('Volumes'),
    labels: labelsOf(run, odd),
    healthcheck: healthcheckOf(run),
    stopSignal: run.text('StopSignal'),
    stopTimeout: run.number('StopTimeout'),
    shell,
    onbuild: run.texts('OnBuild'),
    odd,
  };
}

function platformOf(image: Fields): ConfigCard['platform'] {
  const os = image.text('os');
  const architecture = image.text('architecture');
  const variant = image.text('variant');
  const osVersion = image.text('os.version');
  const at = (os ?? architecture)?.at;
  if (at === undefined) return null;
  return {
    at,
    value: {
      os: os?.value ?? '',
      architecture: architecture?.value ?? '',
      ...(variant && { variant: variant.value }),
      ...(osVersion && { osVersion: osVersion.value }),
    },
  };
}

const SHELLS: readonly (readonly string[])[] = [
  ['/bin/sh', '-c'],
  ['cmd', '/S', '/C'],
];

/** Docker writes the shell form as the words of the shell and one text after them. */
function command(words: StatedList<string> | null, shell: StatedList<string> | null): StatedCommand | null {
  if (!words) return null;
  const { at, items } = words;
  const isOf = (prefix: readonly string[]): boolean =>
    items.length === prefix.length + 1 && prefix.every((word, i) => word === items[i]);
  const isShell = [shell?.items ?? [], ...SHELLS].some((prefix) => prefix.length > 0 && isOf(prefix));
  const text = isShell ? (items.at(-1) ?? '') : null;
  const pieces = [{ text: text ?? JSON.stringify(items), hides: null }];
  return { form: isShell ? 'shell' : 'exec', words: items, text, pieces, at };
}

const SECRET = /token|passw|pwd|secret|credential|(?:^|_)(?:key|pass|auth)(?:_|$)|api_?key|private/i;

/** Whether a variable has a name that secrets have. */
export function looksSecret(name: string): boolean {
  return SECRET.test(name);
}

/** `NAME=value` taken apart; the value is null without `=`. */
export function splitPair(pair: string): { name: string; value: string | null } {
  const cut = pair.indexOf('=');
  return cut === -1 ? { name: pair, value: null } : { name: pair.slice(0, cut), value: pair.slice(cut + 1) };
}

function envOf(run: Fields): StatedList<EnvValue> | null {
  const env = run.texts('Env');
  if (!env) return null;
  const items = env.items.map((pair, index): EnvValue => {
    const { name, value } = splitPair(pair);
    return { name, value, at: env.at + pointerStep(index), secret: looksSecret(name) };
  });
  return { ...env, items };
}

function labelsOf(run: Fields, odd: Stated<ConfigType>[]): ConfigCard['labels'] {
  const map = run.map('Labels');
  if (!map) return null;
  const at = run.at('Labels');
  return listed(at, Object.entries(map), ([name, value]) => {
    const place = at + pointerStep(name);
    const isText = typeof value === 'string' || value === null;
    if (!isText && odd.length < LIMITS.configEntries) odd.push({ value: 'text', at: place });
    return { name, value: typeof value === 'string' ? value : null, at: place };
  });
}

function healthcheckOf(run: Fields): Healthcheck | null {
  if (!run.map('Healthcheck')) return null;
  const check = run.inside('Healthcheck');
  const duration = (name: string): string | null => {
    const stated = check.number(name);
    return stated && stated.value > 0 ? goDuration(stated.value) : null;
  };
  const retries = check.number('Retries');
  return {
    at: run.at('Healthcheck'),
    test: check.texts('Test')?.items ?? [],
    interval: duration('Interval'),
    timeout: duration('Timeout'),
    startPeriod: duration('StartPeriod'),
    startInterval: duration('StartInterval'),
    retries: retries && retries.value > 0 ? retries.value : null,
  };
}
