import * as v from 'valibot';
import { EngineError, DIAGNOSTIC_CODES } from '../errors';
import { LIMITS } from '../limits';
import { CONTAINERS } from '../model/archive';
import { COMPRESSIONS } from '../model/mediaType';
import { HIDDEN_KINDS } from '../model/snapshot';

const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const digest = v.pipe(v.string(), v.regex(/^[a-z0-9+._-]{1,32}:[0-9a-f]{32,128}$/));
const text = v.pipe(v.string(), v.maxLength(LIMITS.tarNameBytes));
/** One number for all members, or one for each. */
const column = v.union([v.number(), v.array(v.number())]);
const diagnostic = v.strictObject({
  code: v.picklist(DIAGNOSTIC_CODES),
  severity: v.picklist(['info', 'warning', 'error']),
  details: v.record(v.string(), v.union([v.string(), v.number()])),
  path: v.optional(text),
  offset: v.optional(place),
  layer: v.optional(text),
});

/** The JSON of a snapshot. It comes from whoever made the link. */
export const SnapshotJson = v.strictObject({
  /** Version of this form. */
  tabaqa: v.literal(1),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  container: v.picklist(CONTAINERS),
  size: place,
  fileSize: place,
  wrappers: v.pipe(v.array(v.picklist(COMPRESSIONS)), v.maxLength(LIMITS.wrappers)),
  view: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.linkCharacters))),
  hidden: v.strictObject(Object.fromEntries(HIDDEN_KINDS.map((kind) => [kind, place])) as HiddenEntries),
  members: v.strictObject({
    names: v.pipe(v.array(text), v.maxLength(LIMITS.snapshotMembers)),
    links: v.optional(v.array(text)),
    size: column,
    /** Bytes between the padded end of the member before and the first header, and from there to the bytes. */
    gap: column,
    head: column,
    /** From the member's own header to its bytes. */
    own: column,
    mtime: column,
    mode: column,
    uid: column,
    gid: column,
    type: column,
  }),
  /** Offset, text, and for a redacted one the digest that the bytes had. */
  documents: v.array(v.strictTuple([place, v.string(), v.nullable(digest)])),
  blobs: v.array(
    v.strictObject({
      at: v.strictTuple([place, place]),
      compression: v.nullable(v.picklist(COMPRESSIONS)),
      stored: v.optional(v.record(v.string(), digest)),
      diffId: v.optional(v.nullable(digest)),
      unpacked: v.optional(v.nullable(place)),
      diagnostics: v.optional(v.array(diagnostic)),
    }),
  ),
  diagnostics: v.array(diagnostic),
});
type HiddenEntries = Record<(typeof HIDDEN_KINDS)[number], typeof place>;
export type Snapshot = v.InferOutput<typeof SnapshotJson>;

/** The snapshot in a JSON text. Throws `snapshot-unreadable`. */
export function readSnapshot(json: string): Snapshot {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw unreadable('not JSON', cause);
  }
  const parsed = v.safeParse(SnapshotJson, value);
  if (!parsed.success) throw unreadable(v.getDotPath(parsed.issues[0]) ?? 'shape');
  return parsed.output;
}

/** The error for a snapshot that was cut or is none. */
export function unreadable(what: string, cause?: unknown): EngineError {
  return new EngineError('snapshot-unreadable', `the snapshot cannot be read: ${what}`, { what }, { cause });
}
