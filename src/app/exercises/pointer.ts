import { pointerSteps } from '../../core/model/jsonPointer';

const utf8 = new TextDecoder();

/** The value at a place (RFC 6901) of a JSON document; undefined where there is none. */
export function valueAt(bytes: Uint8Array<ArrayBuffer>, pointer: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined; // not JSON
  }
  for (const step of pointerSteps(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
