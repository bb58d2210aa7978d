import { pointerStep, pointerSteps } from '../../core/model/jsonPointer';
import { TOKEN, type Tokens } from './jsonTokens';

interface Open {
  readonly isArray: boolean;
  /** How many steps of the pointer lead here; -1 when they lead elsewhere. */
  readonly steps: number;
  /** Of the value that comes next. */
  name: string;
  index: number;
}

/** Where the value at a JSON pointer (RFC 6901) begins; of a key given twice, the last. Null when there is none. */
export function offsetOfPointer(text: string, tokens: Tokens, pointer: string): number | null {
  const steps = pointerSteps(pointer);
  const stack: Open[] = [];
  let found: number | null = null;
  const reached = (): number => {
    const inside = stack.at(-1);
    if (!inside) return 0;
    const name = inside.isArray ? String(inside.index) : inside.name;
    return inside.steps >= 0 && steps[inside.steps] === name ? inside.steps + 1 : -1;
  };
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] ?? 0;
    const character = text[start] ?? '';
    const inside = stack.at(-1);
    if (tokens.kind[i] === TOKEN.key) {
      if (inside) inside.name = keyText(text.slice(start, tokens.end[i]));
      continue;
    }
    if (tokens.kind[i] === TOKEN.punctuation && !'{['.includes(character)) {
      if (character === ',' && inside) inside.index += 1;
      if ('}]'.includes(character)) stack.pop();
      continue;
    }
    const at = reached();
    if (at === steps.length) found = start;
    if (tokens.kind[i] === TOKEN.punctuation) stack.push({ isArray: character === '[', steps: at, name: '', index: 0 });
  }
  return found;
}

/** The JSON pointer of the value, or of the member by its name, that is at an offset of the text. */
export function pointerAt(text: string, tokens: Tokens, offset: number): string {
  const stack: { readonly isArray: boolean; name: string; index: number }[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] ?? 0;
    const inside = stack.at(-1);
    if (tokens.kind[i] === TOKEN.key && inside) inside.name = keyText(text.slice(start, tokens.end[i]));
    if (offset < (tokens.end[i] ?? 0)) break;
    if (tokens.kind[i] !== TOKEN.punctuation) continue;
    const character = text[start] ?? '';
    if ('{['.includes(character)) stack.push({ isArray: character === '[', name: '', index: 0 });
    else if ('}]'.includes(character)) stack.pop();
    else if (character === ',' && inside) inside.index += 1;
  }
  return stack.map(({ isArray, name, index }) => pointerStep(isArray ? index : name)).join('');
}

function keyText(source: string): string {
  if (!source.includes('\\')) return source.slice(1, -1);
  const value: unknown = JSON.parse(source);
  return typeof value === 'string' ? value : '';
}
