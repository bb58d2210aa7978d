import type * as v from 'valibot';
import { sha256 } from '../bytes/hash';
import { foldCase, parseJson } from '../bytes/json';
import type { Details, Diagnostic } from '../errors';
import { pointerStep } from '../model/jsonPointer';
import { encodedPart, type Digest } from '../model/digest';
import { spanKey } from '../model/source';
import type { ExportTarget } from '../model/export';
import type { ListKind, ManifestKind } from '../model/manifestForms';
import type { ColumnId } from '../model/representation';
import type { Document, DocumentKind, Recipe } from '../model/archive';
import type { ArchiveFiles } from '../tar/files';
import { fit, type Misfit } from './fit';
import { KNOWN_KEYS } from './shapes';

/** The small documents of an archive, each read and parsed once, whichever format asks. */
export interface DocumentStore {
  /** The document at `path`; null when it is absent or too large (then a diagnostic says so). A later reader may name its kind more exactly. */
  load(path: string, kind: DocumentKind, mediaType?: string | null): Promise<Document | null>;
  /** The same document, of a kind that only its content tells. */
  retyped(document: Document, kind: DocumentKind): Document;
  /** Its value by `schema`; null with a diagnostic that names the place when it has another shape. What may be unknown is absent, and told too. */
  read<T>(document: Document, schema: v.GenericSchema<unknown, T>): T | null;
  /** The parsed value, of whatever shape; undefined when it is not JSON. */
  value(document: Document): unknown;
  all(): readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `redacted` has, by span key, the digest that documents had before values were replaced. */
export function documentStore(files: ArchiveFiles, redacted?: ReadonlyMap<string, Digest>): DocumentStore {
  const byPath = new Map<string, Promise<Document | null>>();
  const loaded = new Map<string, Document>();
  const values = new Map<Digest, unknown>();
  /** The bytes of each run of the file, once, whatever number of names leads to it. */
  const contents = new Map<string, Pick<Document, 'bytes' | 'digest' | 'redacted'>>();
  const diagnostics: Diagnostic[] = [];
  const misshapen = new Set<string>();

  async function load(path: string, kind: DocumentKind, mediaType: string | null): Promise<Document | null> {
    const file = files.find(path);
    if (!file) return null;
    const key = spanKey(file.span);
    let content = contents.get(key);
    if (!content) {
      const result = await files.readDocument(path);
      if (!result) return null;
      if (!result.ok) {
        diagnostics.push(result.diagnostic);
        return null;
      }
      const { bytes } = result;
      const was = redacted?.get(key);
      content = was === undefined ? { bytes, digest: await sha256(bytes) } : { bytes, digest: was, redacted: true };
      contents.set(key, content);
    }
    const document: Document = {
      id: file.path,
      kind,
      origin: 'found',
      path: file.path,
      mediaType,
      ...content,
      span: file.span,
      recipe: null,
    };
    loaded.set(document.id, document);
    return document;
  }

  const store: DocumentStore = {
    async load(path, kind, mediaType = null) {
      const key = files.find(path)?.path ?? path;
      let pending = byPath.get(key);
      if (!pending) byPath.set(key, (pending = load(path, kind, mediaType)));
      const document = await pending;
      if (document && document.mediaType === null && (mediaType !== null || document.kind !== kind)) {
        const named = { ...(loaded.get(document.id) ?? document), kind, mediaType };
        loaded.set(document.id, named);
        byPath.set(key, Promise.resolve(named));
        return named;
      }
      return document;
    },
    retyped(document, kind) {
      if (document.kind === kind) return document;
      const named = { ...document, kind };
      loaded.set(document.id, named);
      byPath.set(document.id, Promise.resolve(named));
      return named;
    },
    value(document) {
      if (!values.has(document.digest)) {
        const parsed = parseJson(document.bytes, document.path);
        diagnostics.push(...parsed.diagnostics);
        values.set(document.digest, parsed.value);
      }
      return values.get(document.digest);
    },
    read(document, schema) {
      const value = store.value(document);
      if (value === undefined) return null;
      const result = shape(value, schema, document.path);
      for (const diagnostic of result.diagnostics) {
        // Several formats may read one document.
        const place = `${document.path}#${diagnostic.details['pointer']}`;
        if (!misshapen.has(place)) diagnostics.push(diagnostic);
        misshapen.add(place);
      }
      return result.value;
    },
    all: () => [...loaded.values()],
    get diagnostics() {
      // At the end, because what a document is may only be known when it has been read.
      const odd = [...loaded.values()].flatMap((document) => otherCaseKeys(values.get(document.digest), document));
      return [...diagnostics, ...odd];
    },
  };
  return store;
}

/**
 * Keys that readers written in Go take for one that they know, though it is written in another case; of the document, or of
 * the objects that it lists, each key once. Where the key is there in its own case too, `json-duplicate-key` says so.
 */
function otherCaseKeys(value: unknown, { kind, path }: Document): Diagnostic[] {
  const known = new Map(KNOWN_KEYS[kind]?.map((key) => [foldCase(key), key]));
  const found = new Map<string, Details>();
  const objects: readonly (readonly [pointer: string, value: unknown])[] = Array.isArray(value)
    ? value.map((each: unknown, i) => [pointerStep(i), each])
    : [['', value]];
  for (const [inside, each] of objects) {
    if (typeof each !== 'object' || each === null) continue;
    for (const key of Object.keys(each)) {
      const meant = known.get(foldCase(key));
      if (meant === undefined || meant === key || Object.hasOwn(each, meant) || found.has(key)) continue;
      found.set(key, { path, key, meant, pointer: inside + pointerStep(key) });
    }
  }
  return [...found.values()].map((details) => ({ code: 'json-key-case', severity: 'warning', path, details }));
}

/** `value` by `schema`, null when it has another shape, and where that is so. Wrong dates are told by who looks at dates. */
export function shape<T>(
  value: unknown,
  schema: v.GenericSchema<unknown, T>,
  path: string,
): { value: T | null; diagnostics: Diagnostic[] } {
  const fitted = fit(value, schema);
  if (!fitted.ok) return { value: null, diagnostics: [misshape(path, fitted.misfit)] };
  const sizes = fitted.unknown.filter(({ expected }) => expected === 'number');
  return { value: fitted.value, diagnostics: sizes.map((misfit) => misshape(path, misfit, true)) };
}

function misshape(path: string, misfit: Misfit, unknown = false): Diagnostic {
  const details = { path, ...misfit, ...(unknown && { unknown: 1 }) };
  return { code: 'json-shape', severity: unknown ? 'warning' : 'error', path, details };
}

/** Parsed values of documents by their bytes, which never change and which several names may share. */
const parsed = new WeakMap<Uint8Array, unknown>();

/** The value of a document of ours or one already read without complaint; null when it has another shape. */
export function valueOf<T>(document: Document | null, schema: v.GenericSchema<unknown, T>): T | null {
  if (!document) return null;
  const { bytes, path } = document;
  if (!parsed.has(bytes)) parsed.set(bytes, parseJson(bytes, path).value);
  const fitted = fit(parsed.get(bytes), schema);
  return fitted.ok ? fitted.value : null;
}

/** A document of our own making, by `recipe`; `of` is the column that it belongs to, or what else it is made for. */
export async function derive(
  of: ColumnId | ManifestKind | ListKind | ExportTarget,
  fields: {
    readonly kind: DocumentKind;
    /** The name it would have; of a blob, made from the digest's hex. */
    readonly path: string | ((hex: string) => string);
    readonly mediaType: string | null;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly recipe: Recipe;
  },
): Promise<Document> {
  const digest = await sha256(fields.bytes);
  const path = typeof fields.path === 'string' ? fields.path : fields.path(encodedPart(digest));
  return { ...fields, id: `derived/${of}/${path}`, origin: 'derived', path, digest, span: null };
}
