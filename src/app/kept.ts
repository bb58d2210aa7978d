import * as v from 'valibot';

/** What keeping needs of `window`; the getter itself may throw where storage is forbidden. */
export interface KeepingHost {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** A value in this browser, where that is allowed. */
export interface Kept<T> {
  /** Null where nothing is kept, or something else. */
  readonly read: () => T | null;
  readonly write: (value: T) => void;
}

/** Keeps a value as JSON under a name. */
export function keptIn<T>(host: KeepingHost, name: string, schema: v.GenericSchema<unknown, T>): Kept<T> {
  return {
    read() {
      try {
        const parsed = v.safeParse(schema, JSON.parse(host.localStorage.getItem(name) ?? 'null'));
        return parsed.success ? parsed.output : null;
      } catch {
        // storage is forbidden, or holds no JSON: nothing is remembered
        return null;
      }
    },
    write(value) {
      try {
        host.localStorage.setItem(name, JSON.stringify(value));
      } catch {
        // storage is forbidden or full: it holds until the page is closed
      }
    },
  };
}
