import { pointerStep } from '../model/jsonPointer';
import { walkJson, type JsonVisitor } from './jsonWalk';

/** One value of a JSON text and where it is. Offsets and lengths are in UTF-16 units of the text. */
export interface JsonNode {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** RFC 6901; the empty string for the whole. A key given twice gives two nodes the same pointer. */
  readonly pointer: string;
  readonly offset: number;
  readonly length: number;
  /** The name of the member that this is the value of. */
  readonly key?: string;
  /** Of an object or an array, in the order of the text. */
  readonly children?: readonly JsonNode[];
  /** Of a string or boolean. A number is its source text, which may say more than a double holds. */
  readonly value?: string | boolean;
}

/** The values of a text as a tree; null when it is not JSON, or beyond the limits of walkJson. */
export function jsonTree(text: string): JsonNode | null {
  const builder = new TreeBuilder();
  return walkJson(text, builder) ? null : builder.root;
}

interface OpenNode {
  type: 'object' | 'array';
  pointer: string;
  offset: number;
  length: number;
  key?: string;
  children: JsonNode[];
}

class TreeBuilder implements JsonVisitor {
  root: JsonNode | null = null;
  private readonly stack: OpenNode[] = [];
  private name: string | null = null;

  open(type: 'object' | 'array', offset: number): void {
    const node: OpenNode = { ...this.place(), type, offset, length: 0, children: [] };
    this.add(node);
    this.stack.push(node);
  }

  key(name: string): void {
    this.name = name;
  }

  scalar(...[scalar, raw, offset]: Parameters<JsonVisitor['scalar']>): void {
    const node = { ...this.place(), type: scalar.type, offset, length: raw.length };
    if (scalar.type === 'null') this.add(node);
    else this.add({ ...node, value: scalar.type === 'number' ? raw : scalar.value });
  }

  close(end: number): void {
    const node = this.stack.pop();
    if (node) node.length = end - node.offset;
  }

  private place(): { pointer: string; key?: string } {
    const parent = this.stack.at(-1);
    if (!parent) return { pointer: '' };
    if (this.name === null) return { pointer: parent.pointer + pointerStep(parent.children.length) };
    const key = this.name;
    this.name = null;
    return { pointer: parent.pointer + pointerStep(key), key };
  }

  private add(node: JsonNode): void {
    const parent = this.stack.at(-1);
    if (parent) parent.children.push(node);
    else this.root = node;
  }
}
