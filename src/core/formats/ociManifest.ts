import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { Document, StatedImage, StatedLayer } from '../model/archive';
import { isElsewhere } from '../model/layerTraits';
import type { ArchiveFiles } from '../tar/files';
import { configPlatform, descriptorPlatform, readConfig } from './config';
import type { DocumentStore } from './documents';
import { checkEmbedded } from './embedded';
import { isObject } from './guess';
import type { LayoutForm } from './layoutForm';
import { layerTraits } from './layerTraits';
import { schema1Image } from './schema1Image';
import type { Descriptor, Manifest } from './shapes';

/** How a manifest was come by. */
export interface Way {
  readonly descriptor: Descriptor;
  /** From the pointer to the index that lists it; empty when it is what the layout begins with. */
  readonly chain: readonly Document[];
  readonly names: readonly string[];
}

/** Reads what manifests of a layout state. What is odd is reported, and one bad part never hides the others. */
export class ManifestReader {
  constructor(
    private readonly files: ArchiveFiles,
    private readonly store: DocumentStore,
    private readonly form: LayoutForm,
    private readonly diagnostics: Diagnostic[],
  ) {}

  /** The image that a manifest states. */
  async image(document: Document, manifest: Manifest, from: Way): Promise<StatedImage> {
    const config = await this.config(manifest, document);
    const configured = config && readConfig(this.store, config);
    const diffIds = configured?.rootfs?.diff_ids ?? [];
    for (const pointer of withoutSize(this.store.value(document))) {
      const details = { path: document.path, pointer, expected: 'number', found: 'null' };
      this.report('json-shape', 'warning', document.path, details);
    }
    const layers: StatedLayer[] = [];
    for (const [i, layer] of (manifest.layers ?? []).entries()) {
      await this.embedded(layer, document, `/layers/${i}`);
      layers.push(this.layer(layer, diffIds[i] ?? null, document));
    }
    if (configured && layers.length !== diffIds.length) {
      this.report('layer-count-differs', 'error', document.path, {
        layers: layers.length,
        diffIds: diffIds.length,
        config: config?.path ?? '',
      });
    }
    return {
      format: this.form.format,
      names: from.names,
      pointer: from.chain[0]?.id ?? null,
      indexes: from.chain.slice(1).map(({ id }) => id),
      manifest: document.id,
      config: config?.id ?? null,
      layers,
      layerDocuments: [],
      mark: this.form.mark,
      platform: descriptorPlatform(from.descriptor) ?? configPlatform(configured),
    };
  }

  /** The image that a schema 1 manifest states. */
  schema1(document: Document, from: Way): StatedImage {
    return schema1Image(document, {
      format: this.form.format,
      names: from.names,
      pointer: from.chain[0]?.id ?? null,
      indexes: from.chain.slice(1).map(({ id }) => id),
      mark: this.form.mark,
      locate: (digest) => {
        const path = this.form.pathOf(digest, 'blob');
        const file = path === null ? null : this.files.find(path);
        if (path !== null && !file) this.report('layer-missing', 'error', document.path, { path });
        return { path: path ?? digest, span: file?.span ?? null };
      },
    });
  }

  private async config(manifest: Manifest, document: Document): Promise<Document | null> {
    if (!manifest.config) return null;
    const { digest, mediaType = null } = manifest.config;
    await this.embedded(manifest.config, document, '/config');
    const path = this.form.pathOf(digest, 'blob');
    if (path === null) this.report('digest-invalid', 'error', document.path, { digest });
    const config = path === null ? null : await this.store.load(path, 'config', mediaType);
    if (!config && path !== null) this.report('config-missing', 'error', document.path, { path });
    return config;
  }

  /** An image's config may stand under an artifact, too; anything else is text at best, and read when it is small enough. */
  async artifactConfig({ config }: Manifest): Promise<Document | null> {
    const file = this.files.find(this.form.pathOf(config?.digest ?? '', 'blob') ?? '');
    if (!config || !file || file.span.length > LIMITS.documentBytes) return null;
    return this.store.load(file.path, 'artifact-config', config.mediaType ?? null);
  }

  private layer(layer: Descriptor, diffId: string | null, document: Document): StatedLayer {
    const path = this.form.pathOf(layer.digest, 'blob');
    if (path === null) this.report('digest-invalid', 'error', document.path, { digest: layer.digest });
    const file = path === null ? null : this.files.find(path);
    const traits = layerTraits(layer);
    if (path !== null && !file) {
      if (isElsewhere(traits)) this.report('layer-elsewhere', 'info', document.path, { path });
      else this.report('layer-missing', 'error', document.path, { path });
    }
    return {
      path: path ?? layer.digest,
      span: file?.span ?? null,
      mediaType: layer.mediaType ?? null,
      digest: layer.digest,
      size: layer.size ?? null,
      diffId,
      v1Id: null,
      ...(traits && { traits }),
    };
  }

  /** Holds the content that a descriptor carries in itself against it; `pointer` is where `by` has the descriptor. */
  async embedded(descriptor: Descriptor, by: Document | undefined, pointer: string): Promise<void> {
    const check = await checkEmbedded(descriptor, by?.path ?? '', pointer);
    if (check?.diagnostic) this.diagnostics.push(check.diagnostic);
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

/** Where a manifest leaves out a size, which every descriptor must have: tools take it for 0. One of another type is told by its shape. */
function withoutSize(manifest: unknown): string[] {
  if (!isObject(manifest)) return [];
  const { config, layers } = manifest;
  const lacks = (each: unknown): boolean => isObject(each) && each['size'] == null;
  const pointers = (Array.isArray(layers) ? layers : []).flatMap((each: unknown, i) =>
    lacks(each) ? [`/layers/${i}/size`] : [],
  );
  return lacks(config) ? ['/config/size', ...pointers] : pointers;
}
