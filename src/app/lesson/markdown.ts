import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, Inline, LessonProblem } from './model';
import { isState } from './state';

type Report = (problem: LessonProblem) => void;

/** The blocks of a Markdown text, with line numbers as they are in the file. It is data: nothing of it is ever run or written as HTML. */
export function readMarkdown(text: string): readonly RootContent[] {
  return fromMarkdown(text).children;
}

/** Blocks as a lesson may have them: paragraphs, lists of one level, code. Everything else is a problem. */
export function readBlock(node: RootContent, problem: Report): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', children: readInlines(node.children, problem) }];
    case 'list':
      return [
        {
          kind: 'list',
          isOrdered: node.ordered === true,
          items: node.children.map((item) => {
            const [only, ...more] = item.children;
            if (only?.type === 'paragraph' && more.length === 0) return readInlines(only.children, problem);
            problem({ code: 'markup', line: lineOf(item), found: 'list' });
            return [];
          }),
        },
      ];
    case 'code': {
      if (node.lang === 'sh')
        return [{ kind: 'commands', lines: node.value.split('\n').filter((line) => line !== '') }];
      return [{ kind: 'literal', text: node.value }];
    }
    default:
      problem(notAllowed(node));
      return [];
  }
}

/** Text within a line; `line` is its number where it is the value of a field. */
export function readLine(text: string, line: number, problem: Report): readonly Inline[] {
  const [only, ...more] = fromMarkdown(text).children;
  if (only?.type !== 'paragraph' || more.length > 0) {
    problem({ code: 'markup', line, found: text });
    return [];
  }
  return readInlines(only.children, (found) => problem({ ...found, line }));
}

export function readInlines(nodes: readonly PhrasingContent[], problem: Report): readonly Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value.replaceAll('\n', ' ') }];
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }];
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, children: readInlines(node.children, problem) }];
      case 'link': {
        const state = /^#\/(.*)$/s.exec(node.url)?.[1];
        if (state !== undefined && isState(state))
          return [{ kind: 'link', state, children: readInlines(node.children, problem) }];
        problem({ code: 'link', line: lineOf(node), found: node.url });
        return [];
      }
      default:
        problem(notAllowed(node));
        return [];
    }
  });
}

/** The text of a heading, which has no markup. */
export function plainText(nodes: readonly PhrasingContent[], problem: Report): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      problem(notAllowed(node));
      return '';
    })
    .join('');
}

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

function notAllowed(node: Nodes): LessonProblem {
  const line = lineOf(node);
  return node.type === 'html' ? { code: 'html', line, found: node.value } : { code: 'markup', line, found: node.type };
}
