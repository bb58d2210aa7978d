import { LIMITS } from '../limits';
import { pointerStep } from '../model/jsonPointer';
import type { ConfigType, Stated, StatedList } from '../model/configView';

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the members of one object by type. What is absent, null or empty is null, for Go writes them alike; what has another
 * type is null too, and listed in `odd`.
 */
export class Fields {
  constructor(
    private readonly of: JsonObject,
    private readonly pointer: string,
    private readonly odd: Stated<ConfigType>[],
  ) {}

  at(name: string): string {
    return this.pointer + pointerStep(name);
  }

  text(name: string): Stated<string> | null {
    const value = this.member(name);
    if (value === null || value === '') return null;
    if (typeof value !== 'string') return this.refuse(name, 'text');
    return { value, at: this.at(name) };
  }

  number(name: string): Stated<number> | null {
    const value = this.member(name);
    if (value === null) return null;
    if (typeof value !== 'number') return this.refuse(name, 'number');
    return { value, at: this.at(name) };
  }

  /** A list of texts; Docker reads a text as a list of one. */
  texts(name: string): StatedList<string> | null {
    const value = this.member(name);
    const list = typeof value === 'string' && value !== '' ? [value] : value;
    if (list === null || list === '' || (Array.isArray(list) && list.length === 0)) return null;
    if (!Array.isArray(list) || !list.every((item): item is string => typeof item === 'string')) {
      return this.refuse(name, 'list');
    }
    return listed(this.at(name), list, (item) => item);
  }

  /** The names of a map, as Go keeps a set. */
  names(name: string): StatedList<Stated<string>> | null {
    const map = this.map(name);
    return (
      map && listed(this.at(name), Object.keys(map), (value) => ({ value, at: this.at(name) + pointerStep(value) }))
    );
  }

  /** A map that has something in it. */
  map(name: string): JsonObject | null {
    const value = this.member(name);
    if (value === null) return null;
    if (!isJsonObject(value)) return this.refuse(name, 'map');
    return Object.keys(value).length === 0 ? null : value;
  }

  /** An object inside, to be read in the same way; one without members when there is none. */
  inside(name: string): Fields {
    return new Fields(this.map(name) ?? {}, this.at(name), this.odd);
  }

  private member(name: string): unknown {
    return Object.hasOwn(this.of, name) ? (this.of[name] ?? null) : null;
  }

  private refuse(name: string, type: ConfigType): null {
    if (this.odd.length < LIMITS.configEntries) this.odd.push({ value: type, at: this.at(name) });
    return null;
  }
}

/** The first items of a list, and how many there are. */
export function listed<T, U>(at: string, all: readonly T[], item: (value: T, index: number) => U): StatedList<U> {
  return { at, items: all.slice(0, LIMITS.configEntries).map(item), total: all.length };
}
