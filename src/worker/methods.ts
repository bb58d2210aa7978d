import {
  buildReport,
  compareAttachedSbom,
  configView,
  diffFiles,
  diffImages,
  diffRows,
  exportOffers,
  fileListing,
  fileRows,
  findInstalled,
  findSensitive,
  findDuplicates,
  findWaste,
  integrityTable,
  manifestTables,
  measureRequests,
  measureSpans,
  memberBytes,
  membersIn,
  openArchive,
  openContent,
  openFile,
  orderMembers,
  packOf,
  patchedBlob,
  readFileIn,
  readContents,
  repair,
  reportText,
  represent,
  stackLayers,
  tamper,
} from '../core/engine';
import type { ContentRequest, FileOpened, OpenProgress, Repair, TamperedWith } from '../core/engine';
import type { Archive, Document, Image } from '../core/model/archive';
import type { BytesMap } from '../core/model/byteRuns';
import type { ConfigView, FileBeside } from '../core/model/configView';
import type { ContentRef } from '../core/model/contents';
import type { Measurement, MeasureRequest, Progress } from '../core/model/facts';
import type { ByteRange, Checkpoint, FileBytes, FileMembers, FileRef } from '../core/model/fileBytes';
import type { Duplicates } from '../core/model/duplicates';
import type { FileTree } from '../core/model/fileTree';
import type { FileQuery, FileRows, ListingFormat } from '../core/model/fileView';
import type { DiffQuery, DiffSide, ImageDiff, LayerContents, Two } from '../core/model/imageDiff';
import type { IntegrityTable } from '../core/model/integrity';
import type { LayerFiles, LayerReadings } from '../core/model/layerFiles';
import type { ManifestTables } from '../core/model/manifestTable';
import type { MemberColumns, MemberQuery } from '../core/model/members';
import type { ImagePackage, Installed, SbomComparison } from '../core/model/packages';
import type { Representation } from '../core/model/representation';
import type { ExportOffer, SaveRequest } from '../core/model/saving';
import type { Sensitive } from '../core/model/sensitive';
import type { OpenRef, SourceRef } from '../core/model/source';
import type { CannotTamper, DigestChange, Patch, Tamper } from '../core/model/tamper';
import type { StoredFile, TextDiff } from '../core/model/textDiff';
import type { Waste } from '../core/model/waste';
import { linkMethods } from './linkMethods';
import { keptPieces, packedBlob, writePack } from './saving';
import { Transferring, type Call } from './serve';

/** What opening gives: the archive, and what is to be measured in it. */
export interface Opened {
  readonly archive: Archive;
  readonly requests: readonly MeasureRequest[];
}

/** What measuring gives: a measurement for each request, and what is listed in those that are layers. */
export interface Measured {
  readonly measurements: readonly Measurement[];
  readonly files: readonly LayerFiles[];
}

/** What saving gives; `blob` is null when it went into a file. */
export interface Saved {
  readonly size: number;
  readonly blob: Blob | null;
}

/** What is in an image, beside its files. */
export interface Inventory {
  readonly installed: Installed;
  readonly sensitive: Sensitive;
}

/** A patched file: the bytes that are as before are those of the file before, by reference. */
export interface Patched extends Omit<Patch, 'pieces'> {
  readonly blob: Blob;
}

/** What a worker can be asked. Arguments and results are plain data; nothing is kept between calls. */
export const methods = {
  ...linkMethods,
  async openArchive(
    { signal, progress }: Call<OpenProgress>,
    source: OpenRef,
    name: string,
  ): Promise<Transferring<Opened>> {
    const archive = await openArchive(source, name, { signal, onProgress: progress });
    return new Transferring({ archive, requests: measureRequests(archive) }, buffersOf(archive.members));
  },
  async measureSpans(
    { signal, progress }: Call<Progress>,
    source: SourceRef,
    requests: readonly MeasureRequest[],
  ): Promise<Transferring<Measured>> {
    const files: LayerFiles[] = [];
    const onFiles = (each: LayerFiles): void => void files.push(each);
    const measurements = await measureSpans(source, requests, { signal, onProgress: progress, onFiles });
    return new Transferring({ measurements, files }, buffersOf(files));
  },
  memberBytes(_: Call<never>, source: SourceRef, place: Parameters<typeof memberBytes>[1]): Promise<BytesMap> {
    return memberBytes(source, place);
  },
  stackLayers(_: Call<never>, layers: readonly (LayerFiles | null)[]): Transferring<FileTree> {
    return moved(stackLayers(layers));
  },
  fileListing(
    _: Call<never>,
    tree: FileTree,
    layers: readonly (LayerFiles | null)[],
    query: FileQuery,
    format: ListingFormat,
  ): Blob {
    return fileListing(tree, layers, query, format);
  },
  findDuplicates(
    { signal, progress }: Call<Progress>,
    source: SourceRef,
    tree: FileTree,
    layers: readonly (LayerFiles | null)[],
  ): Promise<Duplicates> {
    return findDuplicates(source, tree, layers, { signal, onProgress: progress });
  },
  findWaste(_: Call<never>, tree: FileTree, layers: readonly (LayerFiles | null)[]): Waste {
    return findWaste(tree, layers);
  },
  inventory(_: Call<never>, tree: FileTree, readings: readonly (LayerReadings | null)[]): Inventory {
    return { installed: findInstalled(tree, readings), sensitive: findSensitive(tree, readings) };
  },
  compareSbom(
    _: Call<never>,
    source: SourceRef,
    content: ContentRef,
    packages: readonly ImagePackage[],
  ): Promise<SbomComparison | null> {
    return compareAttachedSbom(source, content, packages);
  },
  fileRows(_: Call<never>, tree: FileTree, query: FileQuery): Transferring<FileRows> {
    return moved(fileRows(tree, query));
  },
  /** Of a file in a layer. What is unpacked goes on from the checkpoint; the progress is that of the bytes unpacked. */
  async openFile(
    { signal, progress }: Call<Progress>,
    source: SourceRef,
    file: FileRef,
    checkpoint: Checkpoint | null,
  ): Promise<Transferring<FileOpened>> {
    return moved(await openFile(source, file, { signal, onProgress: progress, checkpoint }));
  },
  async readFile(
    { signal, progress }: Call<Progress>,
    source: SourceRef,
    file: FileRef,
    range: ByteRange,
    checkpoint: Checkpoint | null,
  ): Promise<Transferring<FileBytes>> {
    return moved(await readFileIn(source, file, range, { signal, onProgress: progress, checkpoint }));
  },
  async membersOfFile(
    { signal, progress }: Call<Progress>,
    source: SourceRef,
    file: FileRef,
    checkpoint: Checkpoint | null,
  ): Promise<Transferring<FileMembers>> {
    return moved(await membersIn(source, file, { signal, onProgress: progress, checkpoint }));
  },
  /** Sent without the members, which are most of a large archive. */
  represent(
    _: Call<never>,
    archive: Parameters<typeof represent>[0],
    image: Image,
    measurements: readonly Measurement[],
  ): Promise<readonly Representation[]> {
    return represent(archive, image, measurements);
  },
  openContent(_: Call<never>, source: SourceRef, content: ContentRef): Promise<readonly Document[]> {
    return openContent(source, content);
  },
  integrity(
    _: Call<never>,
    archive: Parameters<typeof integrityTable>[0],
    measurements: readonly Measurement[],
  ): Promise<IntegrityTable> {
    return integrityTable(archive, measurements);
  },
  manifestTables(
    _: Call<never>,
    archive: Parameters<typeof manifestTables>[0],
    image: Image | null,
    measurements: readonly Measurement[],
  ): Promise<ManifestTables> {
    return manifestTables(archive, image, measurements);
  },
  configView(
    _: Call<never>,
    archive: Parameters<typeof configView>[0],
    image: Image,
    measurements: readonly Measurement[],
    beside: FileBeside | null,
  ): Promise<ConfigView> {
    return configView(archive, image, measurements, beside);
  },
  /** The report as JSON text. */
  async report(
    _: Call<never>,
    archive: Parameters<typeof buildReport>[0],
    measurements: readonly Measurement[],
    files: readonly LayerFiles[],
  ): Promise<string> {
    return reportText(await buildReport(archive, measurements, files));
  },
  /** Two images held against each other, as far as contents are read. */
  diffImages(
    _: Call<never>,
    a: DiffSide,
    b: DiffSide,
    contents: Two<readonly LayerContents[]> | null,
  ): Transferring<ImageDiff> {
    return moved(diffImages(a, b, contents));
  },
  diffRows(
    _: Call<never>,
    files: Parameters<typeof diffRows>[0],
    query: DiffQuery,
  ): Transferring<Int32Array<ArrayBuffer>> {
    const rows = diffRows(files, query);
    return new Transferring(rows, [rows.buffer]);
  },
  async readContents(
    { signal, progress }: Call<Progress>,
    source: SourceRef,
    requests: readonly ContentRequest[],
  ): Promise<Transferring<readonly LayerContents[]>> {
    return moved(await readContents(source, requests, { signal, onProgress: progress }));
  },
  diffFiles({ signal }: Call<never>, a: StoredFile | null, b: StoredFile | null): Promise<TextDiff> {
    return diffFiles(a, b, { signal });
  },
  exportOffers(
    _: Call<never>,
    archive: Parameters<typeof exportOffers>[0],
    image: Image,
    measurements: readonly Measurement[],
  ): Promise<readonly ExportOffer[]> {
    return exportOffers(archive, image, measurements);
  },
  /** Into the file, or as a Blob that the browser keeps. */
  async save(call: Call<Progress>, request: SaveRequest, file: FileSystemFileHandle | null): Promise<Saved> {
    const pack = await packOf(request);
    const { size } = pack;
    if (!file) return { size, blob: await packedBlob(pack, call) };
    await writePack(pack, file, call);
    return { size, blob: null };
  },
  /** The archive with one change, as another file; the progress is that of what has to be unpacked. */
  async tamper(
    { signal, progress }: Call<Progress>,
    of: TamperedWith,
    change: Tamper,
  ): Promise<Transferring<Patched | CannotTamper>> {
    const keep = (pieces: Parameters<typeof keptPieces>[0]): Promise<Blob> => keptPieces(pieces, () => {});
    const patch = await tamper(of, change, { signal, onProgress: progress, keep });
    if (typeof patch === 'string') return new Transferring(patch, []);
    return new Transferring(patchedOf(of.archive.source, patch), [patch.dataAt.buffer]);
  },
  /** The names of a changed archive rewritten, as many levels of them as are asked for. */
  async repair(
    _: Call<never>,
    archive: TamperedWith['archive'],
    changes: readonly DigestChange[],
    levels: number,
  ): Promise<Transferring<Patched & Pick<Repair, 'steps'>>> {
    const { steps, patch } = await repair(archive, changes, levels);
    return new Transferring({ ...patchedOf(archive.source, patch), steps }, [patch.dataAt.buffer]);
  },
  orderMembers(_: Call<never>, columns: MemberColumns, query: MemberQuery): Transferring<Uint32Array<ArrayBuffer>> {
    const order = orderMembers(columns, query);
    return new Transferring(order, [order.buffer]);
  },
};

export type Methods = typeof methods;
export type MethodName = keyof Methods;

function patchedOf(source: SourceRef, { pieces, dataAt, touched }: Patch): Patched {
  return { blob: patchedBlob(source, pieces), dataAt, touched };
}

/** A result whose buffers go with it. */
function moved<R extends object>(result: R): Transferring<R> {
  return new Transferring(result, buffersOf(result));
}

/** The memory of all columns in plain data, to be handed over rather than copied. */
function buffersOf(data: object): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const walk = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(data);
  return [...buffers];
}
