import { parseJson } from '../bytes/json';
import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import { parseDigest } from '../model/digest';
import { EMPTY_BLOB } from '../model/schema1';
import { shape } from './documents';
import { entryFindings } from './schema1Findings';
import type { Schema1Step } from './schema1Step';
import { FsLayer, Schema1 as Shape, Schema1History, V1Compatibility } from './shapes';

/** What a schema 1 manifest states. Claims, not facts. */
export interface Schema1 {
  readonly name: string | null;
  readonly tag: string | null;
  readonly architecture: string | null;
  /** Base first. */
  readonly steps: readonly Schema1Step[];
  /** As they stand: see readSigned. */
  readonly signatures: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
}

const known = new WeakMap<Uint8Array, Schema1>();

/**
 * Reads a schema 1 manifest (distribution manifest-v2-1), which lists its layers newest first. Each `v1Compatibility` is opened
 * by itself. What is wrong is in the diagnostics; they name a string inside of the document as `path#/history/0/v1Compatibility`.
 * The same bytes are read once.
 */
export function readSchema1({ bytes, path }: { readonly bytes: Uint8Array; readonly path: string }): Schema1 {
  let schema1 = known.get(bytes);
  if (!schema1) known.set(bytes, (schema1 = read(bytes, path)));
  return schema1;
}

function read(bytes: Uint8Array, path: string): Schema1 {
  const diagnostics: Diagnostic[] = [];
  const parsed = parseJson(bytes, path);
  const shaped = parsed.value === undefined ? null : shape(parsed.value, Shape, path);
  diagnostics.push(...(shaped?.diagnostics ?? []));
  const { name, tag, architecture, fsLayers, history, signatures } = shaped?.value ?? {};
  const steps = stepsOf(fsLayers ?? [], history ?? [], path, diagnostics);
  diagnostics.push(...entryFindings(steps, { layers: fsLayers?.length ?? 0, history: history?.length ?? 0, path }));
  return {
    name: name || null,
    tag: tag || null,
    architecture: architecture || null,
    steps: steps.toReversed(),
    signatures: signatures ?? [],
    diagnostics,
  };
}

/** Newest first, as they are written. */
function stepsOf(
  fsLayers: readonly unknown[],
  history: readonly unknown[],
  path: string,
  diagnostics: Diagnostic[],
): Schema1Step[] {
  const count = Math.min(LIMITS.layersPerImage, Math.max(fsLayers.length, history.length));
  const report = (found: readonly Diagnostic[]): void =>
    void (diagnostics.length < LIMITS.diagnosticsPerCode && diagnostics.push(...found));
  return Array.from({ length: count }, (_, index): Schema1Step => {
    const layer = index < fsLayers.length ? shape(fsLayers[index], FsLayer, `${path}#/fsLayers/${index}`) : null;
    if (layer) report(layer.diagnostics);
    const blobSum = layer?.value?.blobSum ?? null;
    if (blobSum !== null && parseDigest(blobSum) === null) {
      report([{ code: 'digest-invalid', severity: 'error', path, details: { digest: blobSum } }]);
    }
    const entry = index < history.length ? shape(history[index], Schema1History, `${path}#/history/${index}`) : null;
    if (entry) report(entry.diagnostics);
    const compatibility = entry?.value ? new TextEncoder().encode(entry.value.v1Compatibility) : null;
    const v1 = compatibility && openCompatibility(compatibility, compatibilityPath(path, index), report);
    return { index, blobSum, compatibility, v1, throwaway: v1 ? v1.throwaway === true : blobSum === EMPTY_BLOB };
  });
}

/** The name of a `v1Compatibility` as a document of its own. */
export function compatibilityPath(path: string, index: number): string {
  return `${path}#/history/${index}/v1Compatibility`;
}

function openCompatibility(
  text: Uint8Array,
  path: string,
  report: (found: readonly Diagnostic[]) => void,
): V1Compatibility | null {
  const { value, diagnostics } = parseJson(text, path);
  report(diagnostics);
  if (value === undefined) return null;
  const shaped = shape(value, V1Compatibility, path);
  report(shaped.diagnostics);
  return shaped.value;
}
