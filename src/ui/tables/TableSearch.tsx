import { useRef, type ReactNode } from 'react';
import { useCommands } from '../common/useCommands';

/** The field that filters a table by text, which the find key reaches. */
export function TableSearch(props: {
  value: string;
  label: string;
  /** An example of what to write; without it, the label. */
  hint?: string;
  onChange: (text: string) => void;
}): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  useCommands({ find: () => () => field.current?.focus() });
  return (
    <input
      ref={field}
      type="search"
      value={props.value}
      placeholder={props.hint ?? props.label}
      aria-label={props.label}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
