import { readToc } from '../contents/toc';
import { sha256 } from '../bytes/hash';
import type { ReadOptions } from '../bytes/pacer';
import type { ByteSource } from '../bytes/source';
import type { Diagnostic } from '../errors';
import { state } from '../formats/statements/context';
import type { Archive, Document } from '../model/archive';
import type { Measurement, MeasureRequest } from '../model/facts';
import type { Statement } from '../model/integrity';
import { spanKey, type Span } from '../model/source';
import { tocId, type LayerToc } from '../model/toc';

/** A measured layer with its table of contents, where it has one, and what is odd about that. Throws as {@link readToc} does. */
export async function withToc(
  source: ByteSource,
  request: MeasureRequest,
  measurement: Measurement,
  options: ReadOptions,
): Promise<Measurement> {
  if (!request.tocs || !request.unpack) return measurement;
  const toc = (await readToc(source, request.span, options))?.toc ?? null;
  const diagnostics = [...measurement.diagnostics, ...findings(request, request.tocs, toc)];
  return { ...measurement, ...(toc && { toc }), diagnostics };
}

function findings(
  { path, span }: MeasureRequest,
  stated: NonNullable<MeasureRequest['tocs']>,
  toc: LayerToc | null,
): Diagnostic[] {
  const all: Diagnostic[] = [];
  // The annotation of eStargz may stand for the TOC of a zstd:chunked layer, too.
  const missing = stated.find((kind) => !toc || (kind === 'zstd-chunked' && toc.kind !== kind));
  if (missing) all.push({ code: 'toc-missing', severity: 'warning', path, details: { path, kind: missing } });
  if (!toc) return all;
  const { kind, problem, at } = toc;
  if (problem) {
    const offset = span.offset + (at?.offset ?? 0);
    const details = { path, kind, why: problem, version: toc.version ?? 'none' };
    all.push({ code: 'toc-unusable', severity: 'warning', path, ...(at && { offset }), details });
  }
  if (stated.length === 0) all.push({ code: 'toc-unannotated', severity: 'info', path, details: { path, kind } });
  return all;
}

/** The table of contents of a layer as a document; none when the layer has none that can be read. Throws as {@link readToc} does. */
export async function openToc(source: ByteSource, span: Span, path: string): Promise<Document[]> {
  const json = (await readToc(source, span))?.json;
  if (!json) return [];
  return [
    {
      id: tocId(path),
      kind: 'layer-toc',
      origin: 'derived',
      path: `${path} (TOC)`,
      mediaType: null,
      bytes: json,
      digest: await sha256(json),
      span: null,
      recipe: { code: 'layer-toc', from: [path] },
    },
  ];
}

/** What the tables of contents themselves say that can be held against bytes: the digest of the tar-split data of zstd:chunked. */
export function* ownStatements(
  { images }: Pick<Archive, 'images'>,
  measured: ReadonlyMap<string, Measurement>,
): Generator<Statement> {
  const seen = new Set<string>();
  for (const { layers } of images) {
    for (const [i, { span, path }] of layers.entries()) {
      const claimed = span && measured.get(spanKey(span))?.toc?.tarSplit?.claimed;
      if (!span || claimed == null || seen.has(spanKey(span))) continue;
      seen.add(spanKey(span));
      const place = { about: 'layer', number: i + 1, document: tocId(path), pointer: '/tarSplitDigest' } as const;
      yield state({ ...place, kind: 'tar-split-digest', target: path, claimed, fact: { from: 'bytes', span } });
    }
  }
}
