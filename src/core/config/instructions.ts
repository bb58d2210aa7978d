import { LIMITS } from '../limits';
import type { Certainty, ConfigCard, LineReason } from '../model/configView';
import { quotedList } from './goText';
import { printedHealthcheck } from './healthcheck';
import { quotedValue, type Pair } from './pairs';
import type { ReadStep } from './steps';

/** One instruction as a Dockerfile has it. */
export interface WrittenLine {
  readonly text: string;
  readonly certainty: Certainty;
  readonly why: LineReason | null;
}

/** What is known beside the step. */
export interface StepContext {
  readonly card: ConfigCard | null;
  /** Values that commands were run with, by the name of the build argument. */
  readonly args: ReadonlyMap<string, string>;
}

/** The instruction that a step was made by, as far as the step tells. A comment where there is none, or none that could be written. */
export function writeStep(step: ReadStep, context: StepContext): WrittenLine {
  const { instruction, body } = step;
  if (body.length > LIMITS.configInstruction) return comment(step, 'too-long');
  switch (instruction) {
    case null:
      if (step.createdBy.trim() === '') return { text: '', certainty: 'unknown', why: 'step-silent' };
      return comment(step, 'no-dockerfile');
    case 'RUN':
      return runLine(step);
    case 'ADD':
    case 'COPY':
      return copyLine(step);
    case 'ENV':
    case 'LABEL':
      return pairsLine(step);
    case 'ARG':
      return argLine(step, context.args);
    case 'EXPOSE':
      return exposeLine(step);
    case 'VOLUME':
      return volumeLine(step, context.card);
    case 'SHELL':
      return wordsLine(step, context.card?.shell?.items);
    case 'CMD':
      return wordsLine(step, context.card?.cmd?.words);
    case 'ENTRYPOINT':
      return wordsLine(step, context.card?.entrypoint?.words);
    case 'HEALTHCHECK':
      return healthLine(step);
    default:
      return plainLine(step, expanded(step, body));
  }
}

const stated = (text: string): WrittenLine => ({ text, certainty: 'stated', why: null });
const guessed = (text: string, why: LineReason): WrittenLine => ({ text, certainty: 'guessed', why });

/** What is said of a step, on one line that no builder reads. */
function comment({ createdBy }: ReadStep, why: LineReason): WrittenLine {
  return { text: `# ${oneLine(createdBy.slice(0, LIMITS.configText))}`.trimEnd(), certainty: 'unknown', why };
}

/** A text without line breaks, for a comment. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ');
}

/** Whether a builder would read the text as one line. */
export function fitsLine(text: string): boolean {
  return !/[\r\n]|\\\s*$/.test(text);
}

function plainLine(step: ReadStep, body: string): WrittenLine {
  return fitsLine(body) ? stated(`${step.instruction} ${body}`) : comment(step, 'not-writable');
}

/** Docker's builders write values after they have put variables in: a dollar sign that is left is one. */
function expanded({ builder }: ReadStep, body: string): string {
  return builder === 'docker' || builder === 'buildkit' ? body.replaceAll('$', '\\$') : body;
}

function runLine(step: ReadStep): WrittenLine {
  const { builder, shell, body, shellNow } = step;
  if (shell === null && (builder === 'kaniko' || builder === null)) {
    if (!fitsLine(body)) return hereDocument(body, builder === null ? 'run-plain' : null);
    return builder === null ? guessed(`RUN ${body}`, 'run-plain') : stated(`RUN ${body}`);
  }
  if (shell === shellNow) {
    const isFlag = body.startsWith('--') && builder !== 'buildah';
    return fitsLine(body) && !isFlag ? stated(`RUN ${body}`) : hereDocument(body, null);
  }
  const words = shell === null ? body.split(' ').filter((word) => word !== '') : [...shell.split(' '), body];
  return guessed(`RUN ${JSON.stringify(words)}`, 'run-words');
}

/** Several lines for the shell (Dockerfile reference, "Here-Documents"). */
function hereDocument(body: string, why: LineReason | null): WrittenLine {
  let mark = 'EOF';
  while (body.includes(mark)) mark += '_';
  return { text: `RUN <<'${mark}'\n${body}\n${mark}`, certainty: why === null ? 'stated' : 'guessed', why };
}

const CHECKSUM = /^((?:--\S+ )*)(file|dir|multi):[0-9a-f]{32,128} in (.+)$/;
const PLACEHOLDER: Readonly<Record<string, string>> = {
  file: 'unknown-file',
  dir: 'unknown-folder',
  multi: 'unknown-files',
};

function copyLine(step: ReadStep): WrittenLine {
  const { instruction, body } = step;
  if (!fitsLine(body)) return comment(step, 'not-writable');
  const [, flags = '', kind, target] = CHECKSUM.exec(body) ?? [];
  if (kind !== undefined && target !== undefined) {
    const text = `${instruction} ${flags}${PLACEHOLDER[kind] ?? kind} ${expanded(step, target.trim())}`;
    return { text, certainty: 'unknown', why: 'copy-checksum' };
  }
  // BuildKit writes the names of here-documents, not what is in them.
  if (/(?:^|\s)<<\S/.test(body)) return comment(step, 'copy-inline');
  return guessed(`${instruction} ${expanded(step, body)}`, 'copy-names');
}

function pairsLine(step: ReadStep): WrittenLine {
  const { instruction, builder, body, split } = step;
  const isAsWritten = builder === 'buildah' || builder === 'kaniko' || builder === null;
  if (isAsWritten) return plainLine(step, body);
  const values = split && pairTexts(split.pairs);
  if (!split || !values) return comment(step, 'not-writable');
  const text = `${instruction} ${values.join(' ')}`;
  return split.exact ? stated(text) : guessed(text, 'values-split');
}

/** `NAME=value` each; null when one cannot be written. */
export function pairTexts(pairs: readonly Pair[]): string[] | null {
  const texts = pairs.flatMap(({ name, value }) => {
    const written = quotedValue(value);
    return written === null || !/^[^\s="'\\$]+$/.test(name) ? [] : [`${name}=${written}`];
  });
  return texts.length === pairs.length ? texts : null;
}

function argLine(step: ReadStep, args: ReadonlyMap<string, string>): WrittenLine {
  const { body, split } = step;
  const value = args.get(body);
  const pairs = split?.pairs ?? (value === undefined ? [] : [{ name: body, value }]);
  if (pairs.length === 0) return plainLine(step, body);
  const texts = pairTexts(pairs);
  return texts ? guessed(`ARG ${texts.join(' ')}`, 'arg-value') : comment(step, 'not-writable');
}

/** The ports of an EXPOSE step: `8080`, `[8080/tcp 53/udp]`, or as Go prints a set, `map[8080/tcp:{}]`. */
export function exposedPorts(body: string): string[] {
  const inside = /^(?:map)?\[(.*)\]$/s.exec(body)?.[1] ?? body;
  return inside.split(/\s+/).flatMap((port) => port.replace(/:\{\}$/, '') || []);
}

function exposeLine(step: ReadStep): WrittenLine {
  const ports = exposedPorts(step.body);
  return ports.every((port) => /^[\w./:${}-]+$/.test(port))
    ? stated(`EXPOSE ${expanded(step, ports.join(' '))}`)
    : comment(step, 'not-writable');
}

/** The paths of a VOLUME step, in quotation marks or not. */
export function volumePaths(body: string): string[] {
  return quotedList(body) ?? (/^\[(.*)\]$/s.exec(body)?.[1] ?? body).split(' ').filter((path) => path !== '');
}

function volumeLine({ body }: ReadStep, card: ConfigCard | null): WrittenLine {
  const paths = volumePaths(body);
  const known = new Set(card?.volumes?.items.map(({ value }) => value));
  const isSure = quotedList(body) !== null || paths.length === 1 || paths.every((path) => known.has(path));
  const text = `VOLUME ${JSON.stringify(paths)}`;
  return isSure ? stated(text) : guessed(text, 'words-split');
}

/** The words of SHELL, CMD and ENTRYPOINT, whose marks some builders leave out. */
function wordsLine(step: ReadStep, now: readonly string[] | undefined): WrittenLine {
  const { instruction, body } = step;
  const quoted = quotedList(body);
  if (quoted) return stated(`${instruction} ${JSON.stringify(quoted)}`);
  const inside = /^\[(.*)\]$/s.exec(body)?.[1];
  if (inside === undefined) return plainLine(step, body);
  if (now && inside === now.join(' ')) return stated(`${instruction} ${JSON.stringify(now)}`);
  return guessed(`${instruction} ${JSON.stringify(inside.split(' '))}`, 'words-split');
}

function healthLine(step: ReadStep): WrittenLine {
  if (!step.body.startsWith('&{')) return plainLine(step, step.body);
  const text = printedHealthcheck(step.body);
  return text === null ? comment(step, 'health-unread') : stated(text);
}
