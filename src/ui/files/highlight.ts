import type { Language } from '../../core/model/fileLook';
import { growingTokens, scanJson, TOKEN, type TokenKind, type Tokens } from '../documents/jsonTokens';

/** Longest string that is looked for as one. It need not be closed: what never fails never looks at the same text again. */
const STRING = 2_000;
const QUOTED = `"(?:[^"\\\\\\n]|\\\\.){0,${STRING}}"?|'(?:[^'\\\\\\n]|\\\\.){0,${STRING}}'?`;
const TOKENS_PER_STEP = 500;
/** Beyond it nothing is looked for: between two tokens the page waits. */
const LONGEST = 256 * 1024;

/** One token after the other: the first of these that is found next. A comment with an end goes on to it, wherever that is. */
interface Grammar {
  readonly comment: string;
  /** What ends a comment that begins so; others end with their line. */
  readonly ends?: Readonly<Record<string, string>>;
  readonly string?: string;
  readonly key?: string;
  readonly keyword?: string;
}

const words = (text: string): string => `\\b(?:${text.split(' ').join('|')})\\b`;

const GRAMMARS: Readonly<Partial<Record<Language, Grammar>>> = {
  shell: {
    comment: '(?<=^|[\\s;&|(])#[^\\n]*',
    string: QUOTED,
    key: '\\$(?:\\w{1,200}|\\{[^}\\n]{0,200}\\}?|[@*#?$!0-9-])|^[ \\t]{0,80}(?:export[ \\t]{1,40})?[A-Za-z_]\\w{0,200}(?==)',
    keyword: words(
      'if then elif else fi for while until do done case esac in function return exit set export local exec trap shift',
    ),
  },
  conf: {
    comment: '(?<=^|\\s)[#;][^\\n]*',
    string: QUOTED,
    keyword: '^[ \\t]{0,80}\\[[^\\]\\n]{1,200}\\]',
    key: '^[ \\t-]{0,40}[\\w.$/@*-]{1,200}(?=[ \\t]{0,40}[=:])',
  },
  dockerfile: {
    comment: '^[ \\t]{0,80}#[^\\n]*',
    string: QUOTED,
    keyword:
      '^[ \\t]{0,80}(?:FROM|RUN|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL|MAINTAINER)\\b',
    key: '\\$(?:\\w{1,200}|\\{[^}\\n]{0,200}\\}?)',
  },
  javascript: {
    comment: '//[^\\n]*|/\\*',
    ends: { '/*': '*/' },
    string: `${QUOTED}|\`(?:[^\`\\\\]|\\\\[^]){0,${STRING}}\`?`,
    keyword: words(
      'async await break case catch class const continue default delete do else export extends finally for from function if import in instanceof let new null of return static super switch this throw true false try typeof undefined var void while yield interface type',
    ),
  },
  python: {
    comment: '#[^\\n]*|"""|\'\'\'',
    ends: { '"""': '"""', "'''": "'''" },
    string: QUOTED,
    keyword: words(
      'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield',
    ),
  },
  'c-like': {
    comment: '//[^\\n]*|/\\*',
    ends: { '/*': '*/' },
    string: QUOTED,
    keyword: `${words(
      'break case class const continue default do else enum extern fn for func goto if impl import interface let match mut new package private protected pub public return sizeof static struct switch this throw try type typedef union use var void while',
    )}|^[ \\t]{0,80}#[ \\t]{0,80}\\w{1,40}`,
  },
  markup: {
    comment: '<!--',
    ends: { '<!--': '-->' },
    string: QUOTED,
    key: '</?[A-Za-z][\\w:.-]{0,100}',
  },
};

const KINDS = ['comment', 'string', 'key', 'keyword'] as const;

/** The tokens of a text, for the look of it only; a few hundred a step. Null for a plain text. */
export function* highlighted(whole: string, language: Language): Generator<void, Tokens | null> {
  if (language === 'json') return (yield* scanJson(whole)).tokens;
  const text = whole.slice(0, LONGEST);
  const grammar = GRAMMARS[language];
  if (!grammar) return null;
  const sources = KINDS.flatMap((kind) => (grammar[kind] === undefined ? [] : [`(?<${kind}>${grammar[kind]})`]));
  const pattern = new RegExp(sources.join('|'), 'gm');
  const tokens = growingTokens();
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const kind = KINDS.find((each) => found?.groups?.[each] !== undefined) ?? 'string';
    const end = kind === 'comment' ? commentEnd(text, found, grammar) : pattern.lastIndex;
    tokens.push(tokenOf(kind), found.index, end, 0);
    pattern.lastIndex = end;
    if (tokens.count() % TOKENS_PER_STEP === 0) yield;
  }
  return tokens.done();
}

function tokenOf(kind: (typeof KINDS)[number]): TokenKind {
  return TOKEN[kind];
}

function commentEnd(text: string, { 0: begin, index }: RegExpExecArray, { ends }: Grammar): number {
  const last = ends?.[begin];
  if (last === undefined) return index + begin.length;
  const at = text.indexOf(last, index + begin.length);
  return at < 0 ? text.length : at + last.length;
}
