import * as v from 'valibot';
import { pointerStep } from '../model/jsonPointer';

/** The message of schemas of values that are known as unknown where they are of another type: sizes and dates. The document stays of use. */
export const OR_UNKNOWN = 'or it is unknown';

/** A value that is not of the type that its schema has. */
export interface Misfit {
  /** RFC 6901; '/' for the whole. */
  readonly pointer: string;
  readonly expected: string;
  readonly found: string;
}

export type Fitted<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Places that were taken for absent. */ readonly unknown: readonly Misfit[];
    }
  | { readonly ok: false; readonly misfit: Misfit };

/** `value` by `schema`: without the values that may be unknown and have another type; not at all where any other has. */
export function fit<T>(value: unknown, schema: v.GenericSchema<unknown, T>): Fitted<T> {
  const result = v.safeParse(schema, value);
  // A list passes for an object without required fields.
  if (schema.type === 'object' && Array.isArray(value)) {
    return { ok: false, misfit: { pointer: '/', expected: 'Object', found: 'Array' } };
  }
  if (result.success) return { ok: true, value: result.output, unknown: [] };
  const other = result.issues.find(({ message }) => message !== OR_UNKNOWN);
  if (other) return { ok: false, misfit: misfitOf(other) };
  const again = v.safeParse(
    schema,
    without(
      value,
      result.issues.map((issue) => stepsOf(issue)),
    ),
  );
  return again.success
    ? { ok: true, value: again.output, unknown: result.issues.map(misfitOf) }
    : { ok: false, misfit: misfitOf(again.issues[0]) };
}

type Issue = v.BaseIssue<unknown>;

function stepsOf({ path }: Issue): unknown[] {
  return (path ?? []).map(({ key }) => key);
}

function misfitOf(issue: Issue): Misfit {
  const pointer = stepsOf(issue)
    .map((step) => pointerStep(String(step)))
    .join('');
  return { pointer: pointer || '/', expected: issue.expected ?? issue.type, found: issue.received };
}

/** A copy without what is at these places; what leads to none of them is shared with the original. */
function without(value: unknown, places: readonly (readonly unknown[])[]): unknown {
  const copies = new Map<object, Record<string, unknown>>();
  const copyOf = (each: unknown): Record<string, unknown> | null => {
    if (typeof each !== 'object' || each === null) return null;
    const known = copies.get(each);
    if (known) return known;
    const copy = Object.assign(Array.isArray(each) ? [] : {}, each) as Record<string, unknown>;
    copies.set(each, copy);
    copies.set(copy, copy);
    return copy;
  };
  const top = copyOf(value);
  for (const place of places) {
    const steps = place.map(String);
    const last = steps.pop() ?? '';
    let at = top;
    for (const step of steps) {
      const inner = copyOf(at?.[step]);
      if (at && inner) at[step] = inner;
      at = inner;
    }
    if (at) delete at[last];
  }
  return top;
}
