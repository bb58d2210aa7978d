import { sniffCompression } from '../bytes/compression';
import { openAhead } from '../bytes/readAhead';
import type { ByteSource } from '../bytes/source';
import { EngineError, type Diagnostic } from '../errors';
import { FORMATS } from '../formats';
import { layerSteps } from '../formats/config';
import { documentStore, valueOf } from '../formats/documents';
import { Config, V1Json } from '../formats/shapes';
import { guessWriter } from '../formats/writers';
import { lookUpAbout } from './about';
import { typeConflicts } from './conflicts';
import type { Contents, OpenOptions } from './contents';
import { dateFindings } from './dates';
import { historyFindings, strayFindings } from './differing';
import { openFile } from './file';
import { readFirsts } from './firstReads';
import { openFolder } from './folder';
import { layerFindings } from './layerFindings';
import { mergeImages } from './merge';
import { notAnImage } from './notAnImage';
import { readAllContents } from './partContents';
import type { Archive, Document, Evidence, StatedImage } from '../model/archive';
import type { StatedArtifact } from '../model/artifact';
import type { Compression } from '../model/mediaType';
import { spanKey, type OpenRef, type Span } from '../model/source';
import { openSnapshot, type Recorded } from '../snapshot/open';
import { findOrphans } from './orphans';
import { inspectSchema1 } from './schema1';
import { commonRoot } from '../tar/files';

/**
 * Reads the structure of an image archive: tar headers and small documents, no layer bytes.
 * Throws {@link EngineError} when there is no image to show; everything else that is odd is a diagnostic.
 */
export async function openArchive(ref: OpenRef, name: string, options: OpenOptions = {}): Promise<Archive> {
  const { signal, onProgress } = options;
  const { recorded, ...opened } = await openContents(ref, name, options);
  const { diagnostics: contentDiagnostics, ...contents } = opened.contents;
  const { members, container } = contents;
  // A document by itself is no archive, and no archive is one.
  const formats = FORMATS.filter(({ id }) => (id === 'document') === (container === 'document'));
  const root = commonRoot(members);
  const source = openAhead(contents.source);
  const { files, diagnostics: fileDiagnostics } = await readFirsts(source, members, root);
  const store = documentStore(files, recorded?.redacted);
  const diagnostics: Diagnostic[] = [...contentDiagnostics, ...fileDiagnostics];
  if (root !== '') diagnostics.push({ code: 'image-in-folder', severity: 'info', path: root, details: { path: root } });
  // Never by spreading into arguments: there may be hundreds of thousands, and the stack holds fewer.
  const report = (found: readonly Diagnostic[]): void => found.forEach((each) => void diagnostics.push(each));

  const evidence: Evidence[] = [];
  const stated: StatedImage[] = [];
  const statedArtifacts: StatedArtifact[] = [];
  for (const [i, format] of formats.entries()) {
    if (signal?.aborted) throw new EngineError('cancelled', 'cancelled');
    onProgress?.({ stage: 'reading', done: i, total: formats.length });
    const found = await format.detect(files, store);
    if (!found) continue;
    evidence.push(found);
    const reading = await format.read(files, store);
    for (const image of reading.images) stated.push(image);
    for (const artifact of reading.artifacts ?? []) statedArtifacts.push(artifact);
    report(reading.diagnostics);
  }
  if (evidence.length === 0) throw await notAnImage(files, store, members, diagnostics);

  const spans = stated.flatMap((image) => image.layers.flatMap((layer) => layer.span ?? []));
  const compressions = recorded?.compressions ?? (await sniffAll(source, spans));
  const { orphans, count: orphanCount } = await findOrphans(files, store, stated, statedArtifacts);
  const schema1 = await inspectSchema1(store.all());
  const documents = [...store.all(), ...schema1.documents];
  const byId = new Map(documents.map((document) => [document.id, document]));
  const merged = mergeImages(stated, {
    documents: byId,
    compressions,
    steps: (config, layers) => layerSteps(valueOf(config, Config), layers),
    v1Step,
  });
  const { artifacts, diagnostics: contentFindings } = await readAllContents(
    lookUpAbout(statedArtifacts, merged.images, byId),
    source,
  );
  report(contentFindings);
  report(layerFindings(stated, statedArtifacts, compressions));
  report(historyFindings(merged.images, byId));
  report(strayFindings({ images: merged.images, artifacts }, byId));
  report(dateFindings(documents));
  report(typeConflicts(documents));
  report(merged.diagnostics);
  report(schema1.diagnostics);
  report(store.diagnostics);
  if (merged.images.length === 0 && artifacts.length === 0 && container !== 'document') {
    diagnostics.push({ code: 'no-usable-image', severity: 'error', details: { files: members.count } });
  }
  return {
    name: opened.name,
    ...contents,
    evidence,
    writer: guessWriter({ ...contents, documents }),
    documents,
    images: merged.images,
    artifacts,
    orphans,
    orphanCount,
    schema1: schema1.facts,
    ...(recorded && { snapshot: recorded.facts }),
    diagnostics: recorded ? diagnostics.filter(isStillTrue(documents)) : diagnostics,
  };
}

/** What a redacted document carries inside is no longer what it was, and nothing can be said of it. */
function isStillTrue(documents: readonly Document[]): (diagnostic: Diagnostic) => boolean {
  const redacted = new Set(documents.flatMap((each) => (each.redacted ? [each.path] : [])));
  return ({ code, path = '' }) => code !== 'embedded-data-differs' || !redacted.has(path);
}

/** What is opened, as files with names; `recorded` is there for a snapshot. */
async function openContents(
  ref: OpenRef,
  name: string,
  options: OpenOptions,
): Promise<{ name: string; contents: Contents; recorded?: Recorded }> {
  if ('folder' in ref) return { name, contents: await openFolder(ref.folder, options) };
  const opened = 'snapshot' in ref ? await openSnapshot(ref.snapshot) : await openFile(ref, name, options);
  return 'facts' in opened
    ? { name: opened.name, contents: opened.contents, recorded: opened }
    : { name, contents: opened };
}

/** The compression of each span, by its first bytes. */
async function sniffAll(source: ByteSource, spans: readonly Span[]): Promise<Map<string, Compression>> {
  const distinct = new Map(spans.map((span) => [spanKey(span), span]));
  const sniffed = new Map<string, Compression>();
  // Every read of a file costs the same, however small: a few in flight at once, never all of thousands, and neighbours together.
  const queue = [...distinct].sort(([, a], [, b]) => a.offset - b.offset);
  const next = async (): Promise<void> => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      const [key, span] = entry;
      sniffed.set(key, sniffCompression(await source.read(span.offset, Math.min(8, span.length))));
    }
  };
  await Promise.all(Array.from({ length: 8 }, next));
  return sniffed;
}

function v1Step(document: Document): string | null {
  const words = valueOf(document, V1Json)?.container_config?.Cmd;
  return words && words.length > 0 ? words.join(' ') : null;
}
