import type { Block, Inline } from '../lesson/model';
import type { Values } from './model';

/** A text with its values; those that are not known yet stay open as `…`. */
export function fillText(text: string, values: Values): string {
  return text.replace(/\{([a-z]+)\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '…') : '…',
  );
}

export function fillInlines(inlines: readonly Inline[], values: Values): readonly Inline[] {
  return inlines.map((inline) =>
    'text' in inline
      ? { ...inline, text: fillText(inline.text, values) }
      : { ...inline, children: fillInlines(inline.children, values) },
  );
}

export function fillBlocks(blocks: readonly Block[], values: Values): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, children: fillInlines(block.children, values) };
      case 'list':
        return { ...block, items: block.items.map((item) => fillInlines(item, values)) };
      case 'commands':
        return { ...block, lines: block.lines.map((line) => fillText(line, values)) };
      case 'literal':
        return { ...block, text: fillText(block.text, values) };
    }
  });
}
