import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { Document, DocumentKind, StatedImage } from '../model/archive';
import type { StatedArtifact } from '../model/artifact';
import { mediaTypeInfo } from '../model/mediaType';
import type { ArchiveFiles } from '../tar/files';
import { cosignImageOf } from './about';
import { isBlobEntry, isImage, readArtifact, type ArtifactSource } from './artifacts';
import type { DocumentStore } from './documents';
import { isObject } from './guess';
import type { LayoutForm } from './layoutForm';
import { entryPointer, listingShape } from './links';
import { ManifestReader } from './ociManifest';
import { isSchema1Type } from './schema1Image';
import { Manifest, type Descriptor, type Index } from './shapes';

/** A descriptor still to visit, with the indexes that led to it. */
interface Pending {
  readonly descriptor: Descriptor;
  /** Its place in the index that lists it. */
  readonly at: number;
  /** From the pointer to the index that lists it. */
  readonly chain: readonly Document[];
  readonly ownName: string | null;
  /** Its own name, or else those of the index. */
  readonly names: readonly string[];
}

/** What an index says, once, however often it is visited. */
interface Listed {
  readonly index: Partial<Index> | null;
  readonly manifests: readonly Descriptor[];
  readonly cosignImage: string | null;
}

/** What was found at one descriptor, with all names that lead there. */
interface Found {
  readonly names: Set<string>;
  readonly ownNames: Set<string>;
  readonly image: StatedImage | null;
  readonly artifact: ArtifactSource | null;
}

/** Everything that a layout's first document leads to, indexes in indexes too, in the order in which it is listed. */
export class IndexWalk {
  readonly images: StatedImage[] = [];
  readonly artifacts: StatedArtifact[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly listed = new Map<string, Listed>();
  /** By digest. */
  private readonly found = new Map<string, Found>();
  private readonly reader: ManifestReader;
  private nodes = 0;

  constructor(
    private readonly files: ArchiveFiles,
    private readonly store: DocumentStore,
    private readonly form: LayoutForm,
  ) {
    this.reader = new ManifestReader(files, store, form, this.diagnostics);
  }

  /** The one image, or artifact, of a layout whose first document is its manifest, or of a manifest that is come by in another way. */
  async runManifest(
    root: Document,
    descriptor: Descriptor = { digest: root.digest, mediaType: root.mediaType },
    chain: readonly Document[] = [],
  ): Promise<void> {
    await this.manifest(root, { descriptor, at: 0, chain, ownName: null, names: [] });
    await this.finish();
  }

  /** What an index leads to. */
  async run(root: Document): Promise<void> {
    // The next one last, so that neither taking one nor adding an index's own moves the others.
    const pending = this.entries([root], []).reverse();
    for (let next = pending.pop(); next; next = pending.pop()) {
      const known = this.found.get(next.descriptor.digest);
      if (known) {
        // Listed again under another name: one image, more names.
        addNames(known, next);
        continue;
      }
      const by = next.chain.at(-1);
      await this.reader.embedded(next.descriptor, by, by ? entryPointer(by, next.at) : '');
      if (await this.isBlob(next.descriptor)) this.keep(next, null, this.blobSource(next));
      else await this.visit(next, pending);
    }
    await this.finish();
  }

  private async finish(): Promise<void> {
    const blobs = { files: this.files, pathOf: this.form.pathOf };
    for (const { image, artifact, names, ownNames } of this.found.values()) {
      if (image) this.images.push({ ...image, names: [...names] });
      if (artifact) {
        const source = { ...artifact, names: [...names], ownNames: [...ownNames] };
        this.artifacts.push(await readArtifact(source, blobs, (each) => void this.diagnostics.push(each)));
      }
    }
  }

  report(...odd: Parameters<ManifestReader['report']>): void {
    this.reader.report(...odd);
  }

  private async visit(next: Pending, pending: Pending[]): Promise<void> {
    const document = await this.load(next);
    if (!document) return;
    const { digest } = next.descriptor;
    if (document.kind !== 'index') {
      this.keep(next, null, null);
      await this.manifest(document, next);
      return;
    }
    const chain = [...next.chain, document];
    const depth = chain.length - 1;
    if (next.chain.some(({ id }) => id === document.id)) this.report('index-loop', 'error', document.path, { digest });
    else if (depth > LIMITS.indexDepth)
      this.report('index-too-deep', 'error', document.path, { limit: LIMITS.indexDepth });
    else {
      const entries = this.entries(chain, next.names);
      const blobs = entries.filter(({ descriptor }) => isBlobEntry(descriptor));
      if (blobs.length > 0) this.keep(next, null, this.indexSource(next, chain, blobs));
      const others = blobs.length > 0 ? entries.filter(({ descriptor }) => !isBlobEntry(descriptor)) : entries;
      for (const entry of others.reverse()) pending.push(entry);
    }
  }

  private keep(next: Pending, image: StatedImage | null, artifact: ArtifactSource | null): void {
    const { digest } = next.descriptor;
    const { names, ownNames } = this.found.get(digest) ?? { names: new Set<string>(), ownNames: new Set<string>() };
    const found = { names, ownNames, image, artifact };
    addNames(found, next);
    this.found.set(digest, found);
  }

  /** What an index lists, as far as `LIMITS.indexNodes` allows for all visits of all indexes together. */
  private entries(chain: readonly Document[], names: readonly string[]): Pending[] {
    const document = chain.at(-1);
    if (!document) return [];
    const { manifests } = this.list(document);
    const left = LIMITS.indexNodes - this.nodes;
    if (manifests.length > left && left > 0) {
      this.report('index-too-deep', 'error', document.path, { limit: LIMITS.indexNodes });
    }
    this.nodes = Math.min(LIMITS.indexNodes, this.nodes + manifests.length);
    return manifests.slice(0, left).map((descriptor, at) => {
      const ownName = nameOf(descriptor);
      return { descriptor, at, chain, ownName, names: ownName === null ? names : [ownName] };
    });
  }

  private list(document: Document): Listed {
    const known = this.listed.get(document.id);
    if (known) return known;
    const index = this.readIndex(document);
    const manifests = index?.manifests ?? [];
    const listed = { index, manifests, cosignImage: cosignImageOf(manifests) };
    this.listed.set(document.id, listed);
    return listed;
  }

  private readIndex(document: Document): Index | null {
    const index = this.store.read(document, listingShape(document));
    const version = index?.schemaVersion ?? 2;
    if (typeof version === 'string') {
      const details = { path: document.path, pointer: '/schemaVersion', expected: 'number', found: 'string' };
      this.report('json-shape', 'warning', document.path, details);
    } else if (version !== 2) this.report('version-unknown', 'warning', document.path, { version });
    return index;
  }

  /** Whether an entry is bytes of its own kind: by its type, or, where that is not known, because it does not begin as JSON does. */
  private async isBlob(descriptor: Descriptor): Promise<boolean> {
    if (isBlobEntry(descriptor)) return true;
    if (!descriptor.mediaType || mediaTypeInfo(descriptor.mediaType)) return false;
    const span = this.files.find(this.form.pathOf(descriptor.digest, 'blob') ?? '')?.span;
    if (!span || span.length === 0) return false;
    return span.length > LIMITS.documentBytes || (await this.files.source.read(span.offset, 1))[0] !== 0x7b;
  }

  private source(next: Pending): Omit<ArtifactSource, 'chain' | 'document' | 'manifest' | 'config' | 'entries'> {
    const by = next.chain.at(-1);
    const listed = by ? this.list(by) : null;
    return {
      descriptor: next.descriptor,
      at: next.at,
      names: [],
      ownNames: [],
      cosignImage: listed?.cosignImage ?? null,
      indexSubject: listed?.index?.subject ?? null,
    };
  }

  private blobSource(next: Pending): ArtifactSource {
    const entries = [[next.at, next.descriptor] as const];
    return { ...this.source(next), chain: next.chain, document: null, manifest: null, config: null, entries };
  }

  private indexSource(next: Pending, chain: readonly Document[], blobs: readonly Pending[]): ArtifactSource {
    const document = chain.at(-1) ?? null;
    const { artifactType, subject, mediaType } = (document && this.list(document).index) ?? {};
    const entries = blobs.map(({ at, descriptor }) => [at, descriptor] as const);
    return {
      ...this.source(next),
      chain,
      document,
      manifest: { artifactType, subject, mediaType },
      config: null,
      entries,
    };
  }

  private async manifest(document: Document, next: Pending): Promise<void> {
    if (document.kind === 'schema1-manifest') {
      const image = this.reader.schema1(document, next);
      // Where nothing else names it, it names itself.
      this.keep({ ...next, names: image.names }, image, null);
      return;
    }
    const manifest = this.store.read(document, Manifest);
    if (!manifest) return;
    if (isImage(manifest, next.descriptor)) {
      this.keep(next, await this.reader.image(document, manifest, next), null);
      return;
    }
    const config = await this.reader.artifactConfig(manifest);
    const chain = [...next.chain, document];
    this.keep(next, null, { ...this.source(next), chain, document, manifest, config, entries: [] });
  }

  private async load({ descriptor, chain }: Pending): Promise<Document | null> {
    const from = chain.at(-1)?.path ?? '';
    const path = this.form.pathOf(descriptor.digest, 'manifest');
    if (path === null) {
      this.report('digest-invalid', 'error', from, { digest: descriptor.digest });
      return null;
    }
    const { mediaType = null } = descriptor;
    const document = await this.store.load(path, manifestKind(mediaType ?? ''), mediaType);
    if (!document && !this.files.find(path)) {
      // Other platforms and attestations are often left out of an archive on purpose.
      this.report('manifest-missing', this.isForeign(descriptor) ? 'info' : 'error', from, {
        digest: descriptor.digest,
      });
    }
    if (!document || document.kind === 'schema1-manifest') return document;
    return this.store.retyped(document, readAs(this.store.value(document), document.mediaType));
  }

  private isForeign(descriptor: Descriptor): boolean {
    return descriptor.platform != null || descriptor.annotations?.['vnd.docker.reference.type'] != null;
  }
}

function addNames(found: Pick<Found, 'names' | 'ownNames'>, { names, ownName }: Pending): void {
  for (const name of names) found.names.add(name);
  if (ownName !== null) found.ownNames.add(ownName);
}

/** containerd and Docker write the whole name beside the tag; skopeo writes what the user typed. */
function nameOf(descriptor: Descriptor): string | null {
  return (
    descriptor.annotations?.['io.containerd.image.name'] ??
    descriptor.annotations?.['org.opencontainers.image.ref.name'] ??
    null
  );
}

/** The kind of document that a manifest's media type names. */
export function manifestKind(mediaType: string): DocumentKind {
  if (isSchema1Type(mediaType)) return 'schema1-manifest';
  return mediaTypeInfo(mediaType)?.role === 'index' ? 'index' : 'manifest';
}

/**
 * What a document is read as: an index by its list of manifests, a manifest by its config or layers. One with both, or with neither,
 * is what it is said to be where it is listed, or else by itself.
 */
function readAs(value: unknown, mediaType: string | null): 'index' | 'manifest' {
  if (!isObject(value)) return mediaTypeInfo(mediaType ?? '')?.role === 'index' ? 'index' : 'manifest';
  const hasManifests = value['manifests'] != null;
  const hasParts = value['config'] != null || value['layers'] != null;
  if (hasManifests !== hasParts) return hasManifests ? 'index' : 'manifest';
  const own = typeof value['mediaType'] === 'string' ? value['mediaType'] : '';
  const role = (mediaTypeInfo(mediaType ?? '') ?? mediaTypeInfo(own))?.role;
  return role === 'index' || (role !== 'manifest' && hasManifests) ? 'index' : 'manifest';
}

/** Whether a document is an index, whatever its type says. */
export function isIndex(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'manifests' in value;
}
