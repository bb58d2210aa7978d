import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { Document, EvidenceFact, FormatId, StatedImage, StatedLayer } from '../model/archive';
import { parseDigest } from '../model/digest';
import { isEncrypted, MEDIA, mediaTypeInfo } from '../model/mediaType';
import type { ArchiveFiles } from '../tar/files';
import { configPlatform, descriptorPlatform } from './config';
import type { DocumentStore } from './documents';
import type { Format } from './format';
import { Config, Index, LayoutMark, Manifest, type Descriptor } from './shapes';

const INDEX = 'index.json';
const MARK = 'oci-layout';

/** `oci-layout`, `index.json` and `blobs/`: everything is named by descriptor (OCI image-spec image-layout.md). */
export const ociLayout: Format = {
  id: 'oci-layout',
  spec: 'OCI image-spec v1.1',
  async detect(files, store) {
    const index = await store.load(INDEX, 'layout-index');
    const mark = await store.load(MARK, 'oci-layout');
    if (!index || (!mark && !isIndex(store.value(index)))) return null;
    const facts: EvidenceFact[] = [];
    if (mark) facts.push({ code: 'oci-layout-file', path: MARK });
    facts.push({ code: 'index-json', path: INDEX });
    const blobs = files.children('blobs/sha256').length;
    if (blobs > 0) facts.push({ code: 'blobs', path: 'blobs/', count: blobs });
    return { format: 'oci-layout', facts };
  },
  async read(files, store) {
    const index = await store.load(INDEX, 'layout-index');
    const mark = await store.load(MARK, 'oci-layout');
    const walk = new IndexWalk(files, store, { format: 'oci-layout', mark: mark?.id ?? null, pathOf: blobPath });
    const version = mark && store.read(mark, LayoutMark)?.imageLayoutVersion;
    if (version != null && version !== '1.0.0') {
      walk.report('version-unknown', 'warning', MARK, { version });
    }
    if (index) await walk.run(index);
    return { images: walk.images, diagnostics: walk.diagnostics };
  },
};

/** Whether a document lists manifests. */
export function isIndex(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'manifests' in value;
}

/** Where a blob is in a layout; null when the digest is not one. */
function blobPath(digest: string): string | null {
  const parsed = parseDigest(digest);
  return parsed && `blobs/${parsed.algorithm}/${parsed.encoded}`;
}

/** A form of layout: how it is called, and where it has what descriptors name. */
export interface LayoutForm {
  readonly format: FormatId;
  /** Id of the document that marks it. */
  readonly mark: string | null;
  /** Where the bytes of a digest are; null when it is not one. */
  pathOf(digest: string, role: 'manifest' | 'blob'): string | null;
}

/** A descriptor still to visit, with the indexes that led to it. */
interface Pending {
  readonly descriptor: Descriptor;
  readonly indexes: readonly string[];
  readonly names: readonly string[];
  readonly from: string;
}

/** Everything that a layout's first document leads to, indexes in indexes too, in the order in which it is listed. */
export class IndexWalk {
  readonly images: StatedImage[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** What each index lists, by its document's id. */
  private readonly listed = new Map<string, readonly Descriptor[]>();
  private nodes = 0;
  private pointer: string | null = null;

  constructor(
    private readonly files: ArchiveFiles,
    private readonly store: DocumentStore,
    private readonly form: LayoutForm,
  ) {}

  /** The one image of a layout whose first document is its manifest. */
  async runManifest(root: Document): Promise<void> {
    const descriptor = { digest: root.digest, mediaType: root.mediaType };
    const image = await this.manifest(root, { descriptor, indexes: [], names: [], from: root.path });
    if (image) this.images.push(image);
  }

  /** The images that an index leads to. */
  async run(root: Document): Promise<void> {
    this.pointer = root.id;
    // The next one last, so that neither taking one nor adding an index's own moves the others.
    const pending = this.entries(root, [], []).reverse();
    const names = new Map<string, Set<string>>();
    const found: { image: StatedImage; names: ReadonlySet<string> }[] = [];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { digest } = next.descriptor;
      const known = names.get(digest);
      if (known) {
        // Listed again under another name: one image, more names.
        for (const name of next.names) known.add(name);
        continue;
      }
      const document = await this.load(next);
      if (!document) continue;
      if (isIndex(this.store.value(document)) || mediaTypeInfo(next.descriptor.mediaType ?? '')?.role === 'index') {
        const chain = [...next.indexes, document.id];
        if (next.indexes.includes(document.id)) this.report('index-loop', 'error', document.path, { digest });
        else if (chain.length > LIMITS.indexDepth)
          this.report('index-too-deep', 'error', document.path, { limit: LIMITS.indexDepth });
        else for (const entry of this.entries(document, chain, next.names).reverse()) pending.push(entry);
      } else {
        const own = new Set(next.names);
        names.set(digest, own);
        const image = await this.manifest(document, next);
        if (image) found.push({ image, names: own });
      }
    }
    for (const { image, names: all } of found) this.images.push({ ...image, names: [...all] });
  }

  /** What an index lists, as far as `LIMITS.indexNodes` allows for all visits of all indexes together. */
  private entries(index: Document, indexes: readonly string[], names: readonly string[]): Pending[] {
    const manifests = this.listed.get(index.id) ?? this.store.read(index, Index)?.manifests ?? [];
    this.listed.set(index.id, manifests);
    const left = LIMITS.indexNodes - this.nodes;
    if (manifests.length > left && left > 0) {
      this.report('index-too-deep', 'error', index.path, { limit: LIMITS.indexNodes });
    }
    this.nodes = Math.min(LIMITS.indexNodes, this.nodes + manifests.length);
    return manifests.slice(0, left).map((descriptor) => {
      const own = nameOf(descriptor);
      return { descriptor, indexes, names: own === null ? names : [own], from: index.path };
    });
  }

  private async load({ descriptor, from }: Pending): Promise<Document | null> {
    const path = this.form.pathOf(descriptor.digest, 'manifest');
    if (path === null) {
      this.report('digest-invalid', 'error', from, { digest: descriptor.digest });
      return null;
    }
    const isIndexType = mediaTypeInfo(descriptor.mediaType ?? '')?.role === 'index';
    const document = await this.store.load(path, isIndexType ? 'index' : 'manifest', descriptor.mediaType ?? null);
    if (!document && !this.files.find(path)) {
      // Other platforms and attestations are often left out of an archive on purpose.
      this.report('manifest-missing', this.isForeign(descriptor) ? 'info' : 'error', from, {
        digest: descriptor.digest,
      });
    }
    return document;
  }

  private isForeign(descriptor: Descriptor): boolean {
    return descriptor.platform != null || descriptor.annotations?.['vnd.docker.reference.type'] != null;
  }

  private async manifest(document: Document, { descriptor, indexes, names }: Pending): Promise<StatedImage | null> {
    const manifest = this.store.read(document, Manifest);
    if (!manifest) return null;
    const config = await this.config(manifest, document);
    const configured =
      config && mediaTypeInfo(manifest.config?.mediaType ?? '')?.role === 'config'
        ? this.store.read(config, Config)
        : null;
    const diffIds = configured?.rootfs?.diff_ids ?? [];
    const nature = natureOf(manifest, descriptor);
    const layers = (manifest.layers ?? []).map((layer, i) => this.layer(layer, diffIds[i] ?? null, document, nature));
    if (configured && nature === 'image' && layers.length !== diffIds.length) {
      this.report('layer-count-differs', 'error', document.path, {
        layers: layers.length,
        diffIds: diffIds.length,
        config: config?.path ?? '',
      });
    }
    return {
      format: this.form.format,
      names,
      pointer: this.pointer,
      indexes,
      manifest: document.id,
      config: config?.id ?? null,
      layers,
      layerDocuments: [],
      mark: this.form.mark,
      platform: descriptorPlatform(descriptor) ?? configPlatform(configured),
      nature,
      about: manifest.subject?.digest ?? descriptor.annotations?.['vnd.docker.reference.digest'] ?? null,
    };
  }

  private async config(manifest: Manifest, document: Document): Promise<Document | null> {
    const digest = manifest.config?.digest;
    const path = digest === undefined ? null : this.form.pathOf(digest, 'blob');
    if (digest !== undefined && path === null) this.report('digest-invalid', 'error', document.path, { digest });
    const config = path === null ? null : await this.store.load(path, 'config', manifest.config?.mediaType ?? null);
    if (!config && path !== null) this.report('config-missing', 'error', document.path, { path });
    return config;
  }

  private layer(
    layer: Descriptor,
    diffId: string | null,
    document: Document,
    nature: StatedImage['nature'],
  ): StatedLayer {
    const path = this.form.pathOf(layer.digest, 'blob');
    if (path === null) this.report('digest-invalid', 'error', document.path, { digest: layer.digest });
    const file = path === null ? null : this.files.find(path);
    if (path !== null && !file) {
      const optional = nature !== 'image' || mediaTypeInfo(layer.mediaType ?? '')?.foreign === true;
      this.report('layer-missing', optional ? 'info' : 'error', document.path, { path });
    }
    return {
      path: path ?? layer.digest,
      span: file?.span ?? null,
      mediaType: layer.mediaType ?? null,
      digest: layer.digest,
      size: layer.size ?? null,
      diffId,
      v1Id: null,
    };
  }

  report(
    code: Diagnostic['code'],
    severity: Diagnostic['severity'],
    path: string,
    details: Diagnostic['details'],
  ): void {
    this.diagnostics.push({ code, severity, path, details });
  }
}

/** containerd and Docker write the whole name beside the tag; skopeo writes what the user typed. */
export function nameOf(descriptor: Descriptor): string | null {
  return (
    descriptor.annotations?.['io.containerd.image.name'] ??
    descriptor.annotations?.['org.opencontainers.image.ref.name'] ??
    null
  );
}

/** An image has an image config and file-system layers; anything else only borrows the manifest. */
function natureOf(manifest: Manifest, descriptor: Descriptor): StatedImage['nature'] {
  if (descriptor.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest') return 'attestation';
  const config = manifest.config?.mediaType;
  const isImageConfig = config === MEDIA.ociConfig || config === MEDIA.dockerConfig;
  const layers = manifest.layers ?? [];
  const areLayers = layers.every(({ mediaType }) => isLayerType(mediaType ?? ''));
  if (manifest.artifactType || !isImageConfig || !areLayers) return 'artifact';
  return 'image';
}

function isLayerType(type: string): boolean {
  const plain = isEncrypted(type) ? type.slice(0, type.lastIndexOf('+')) : type;
  return mediaTypeInfo(plain)?.role === 'layer';
}
