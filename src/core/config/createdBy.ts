import type { StepBuilder } from '../model/configView';
import { quotedList } from './goText';

/** Dockerfile instructions that a step may be of. */
export const INSTRUCTIONS = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;
export type Instruction = (typeof INSTRUCTIONS)[number];

/** What a history entry's `created_by` says. */
export interface CreatedBy {
  readonly builder: StepBuilder | null;
  readonly instruction: Instruction | null;
  /** Without the instruction, the shell, build arguments, and what the builder puts around it. */
  readonly body: string;
  /** Build arguments that a command was run with. */
  readonly args: readonly { readonly name: string; readonly value: string }[];
  /** The shell that a command was given to, its words joined by spaces; null for none. */
  readonly shell: string | null;
}

/** What is looked at in a history entry. */
export interface StepTexts {
  readonly createdBy: string;
  readonly author: string;
  readonly comment: string;
}

const NOP = '#(nop)';
const BUILDKIT = ' # buildkit';
/** Longest text in front of `#(nop)`: the words of a shell. */
const SHELL_CHARACTERS = 1_000;
const DEFAULT_SHELLS = ['/bin/sh -c', 'cmd /S /C', 'powershell -Command'] as const;
const ANY_SHELL = /^[\w./\\-]{0,100}?sh(?: (?:-{1,2}\w+|pipefail|errexit|nounset)){0,8}? -\w{0,20}c(?= )/;

/**
 * Reads a step as builders write it: Docker's classic builder and buildah (`/bin/sh -c #(nop) CMD ["x"]`), BuildKit (`RUN /bin/sh -c x # buildkit`,
 * dockerfile2llb `commitToHistory`), kaniko (the instruction as it was), and those that have no Dockerfile. `shells` are tried before others.
 */
export function readCreatedBy(texts: StepTexts, shells: readonly string[]): CreatedBy {
  const { createdBy } = texts;
  const builder = builderOf(texts);
  const cut = nopAt(createdBy);
  if (cut !== null)
    return { ...instructionOf(createdBy.slice(cut + NOP.length).trim()), builder, args: [], shell: null };
  const text = createdBy.endsWith(BUILDKIT) ? createdBy.slice(0, -BUILDKIT.length) : createdBy;
  const written = instructionOf(text.trim());
  if (written.instruction !== null) {
    if (written.instruction !== 'RUN' || builder === 'kaniko') return { ...written, builder, args: [], shell: null };
    return { ...commandOf(written.body, shells), builder, instruction: 'RUN' };
  }
  const command = commandOf(text, shells);
  const isRun = command.shell !== null || command.args.length > 0;
  if (!isRun) return { builder, instruction: null, body: text, args: [], shell: null };
  return { ...command, builder: builder ?? 'docker', instruction: 'RUN' };
}

/** The shell in front of a classic step's `#(nop)`, which is the one that its commands are run with; null for other steps. */
export function nopShell(createdBy: string): string | null {
  const cut = nopAt(createdBy);
  return cut === null ? null : createdBy.slice(0, cut).trim() || null;
}

/** The words of a SHELL step, joined by spaces, as commands after it have them in front. */
export function shellOf({ instruction, body }: CreatedBy): string | null {
  if (instruction !== 'SHELL') return null;
  const quoted = quotedList(body);
  return quoted ? quoted.join(' ') : (/^\[(.*)\]$/s.exec(body.trim())?.[1] ?? null);
}

function nopAt(createdBy: string): number | null {
  const cut = createdBy.slice(0, SHELL_CHARACTERS).indexOf(NOP);
  return cut === -1 ? null : cut;
}

function builderOf({ createdBy, author, comment }: StepTexts): StepBuilder | null {
  if (author === 'kaniko') return 'kaniko';
  if (author === 'Jib' || /^jib(?:-[a-z-]+)?(?::|$)/.test(createdBy)) return 'jib';
  if (author === 'ko' || /^ko (?:build|publish) /.test(createdBy)) return 'ko';
  if (author === 'Bazel' || createdBy.startsWith('bazel build ')) return 'bazel';
  if (createdBy.startsWith('umoci ')) return 'umoci';
  if (author === 'apko' || createdBy === 'apko') return 'apko';
  if (comment.startsWith('buildkit.') || createdBy.endsWith(BUILDKIT)) return 'buildkit';
  if (comment.startsWith('FROM ')) return 'buildah';
  return nopAt(createdBy) === null ? null : 'docker';
}

function instructionOf(text: string): Pick<CreatedBy, 'instruction' | 'body'> {
  const word = /^[A-Z]+(?=\s|$)/.exec(text)?.[0];
  const instruction = INSTRUCTIONS.find((each) => each === word) ?? null;
  return { instruction, body: instruction === null ? text : text.slice(instruction.length).trim() };
}

function commandOf(text: string, shells: readonly string[]): Pick<CreatedBy, 'args' | 'body' | 'shell'> {
  const counted = /^\|(\d{1,4}) /.exec(text);
  const candidates = [...shells, ...DEFAULT_SHELLS];
  if (!counted) {
    const shell = candidates.find((each) => text.startsWith(`${each} `)) ?? ANY_SHELL.exec(text)?.[0] ?? null;
    return { args: [], shell, body: shell === null ? text : text.slice(shell.length + 1).trim() };
  }
  const rest = text.slice(counted[0].length);
  // The values may have spaces in them: the shell says where they end.
  const ends = candidates.flatMap((each) => {
    const at = rest.indexOf(` ${each} `);
    return at === -1 ? [] : [{ at, shell: each }];
  });
  const [end] = ends.toSorted((a, b) => a.at - b.at);
  const count = Number(counted[1]);
  if (!end) {
    const words = rest.split(' ');
    return { args: argsIn(words.slice(0, count).join(' '), count), shell: null, body: words.slice(count).join(' ') };
  }
  return {
    args: argsIn(rest.slice(0, end.at), count),
    shell: end.shell,
    body: rest.slice(end.at + end.shell.length + 2).trim(),
  };
}

function argsIn(text: string, count: number): { name: string; value: string }[] {
  const names = [...text.matchAll(/(?:^| )([A-Za-z_][A-Za-z0-9_]*)=/g)].slice(0, count);
  return names.map((match, i) => {
    const from = match.index + match[0].length;
    return { name: match[1] ?? '', value: text.slice(from, names[i + 1]?.index ?? text.length) };
  });
}
