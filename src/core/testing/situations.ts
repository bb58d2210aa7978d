import { buildTar } from './buildTar';
import { goJson, type JsonObject } from './goJson';
import { buildLayer, sha256Hex, sha256Of, type BuiltLayer } from './imageParts';
import {
  changed,
  CONFIG,
  descriptor,
  docker,
  DOCKER_MANIFEST,
  LAYER,
  LAYER_TYPE,
  NAME,
  oci,
  oneMore,
  OTHER,
  plainManifest,
  TYPE,
  UNKNOWN,
  type Blobs,
  type Parts,
  type Situation,
} from './situationParts';
import { estargzLayer, zstdChunkedLayer } from './tocLayers';

/** One archive for each thing that can be wrong. */
export function situations(): readonly Situation[] {
  return [...ofBytes(), ...ofDocuments(), ...ofContents(), ...ofTocs(), ...ofArchives(), ...ofHybrids()];
}

function ofBytes(): readonly Situation[] {
  return [
    oci(
      'digest.mismatch.layer',
      'layer bytes changed',
      {
        files: (files, { layer }) => void files.set(layer, new Uint8Array(OTHER.stored)),
      },
      false,
    ),
    oci(
      'digest.mismatch.config',
      'config changed',
      {
        files: (files, { config }) => changed(files, config, 'made by hand', 'made by band'),
      },
      false,
    ),
    oci(
      'digest.mismatch.manifest',
      'manifest changed',
      {
        manifest: (config, layers) => plainManifest(config, layers, { annotations: { a: 'b' } }),
        files: (files, { manifest }) => changed(files, manifest, '"b"', '"c"'),
      },
      false,
    ),
    oci('digest.missing.layer', 'layer missing', { files: (files, { layer }) => void files.delete(layer) }, false),
    oci(
      'digest.unknown.layer',
      'unknown algorithm',
      {
        manifest: (config) => plainManifest(config, [{ mediaType: LAYER_TYPE, digest: UNKNOWN, size: 0 }]),
        files: (files) => void files.set(`blobs/${UNKNOWN.replace(':', '/')}`, ''),
      },
      false,
    ),
    oci('size.mismatch.layer', 'layer size', {
      manifest: (config, [layer]) => plainManifest(config, [oneMore(layer)]),
    }),
    oci('size.mismatch.config', 'config size', {
      manifest: (config, layers) => plainManifest(oneMore(config), layers),
    }),
    oci('size.mismatch.manifest', 'manifest size', { entry: oneMore }),
    oci('diff-id.mismatch.layer', 'DiffID', {
      config: (config) => ({ ...config, rootfs: { type: 'layers', diff_ids: [OTHER.diffId] } }),
    }),
    oci('layer-type.mismatch.layer', 'plain bytes said to be gzip', {
      layer: buildLayer([{ name: 'a', body: 'a' }], false),
    }),
    oci('orphan.unreferenced.blob', 'blob for nobody', {
      more: [{ name: `blobs/sha256/${sha256Hex('nobody')}`, body: 'nobody' }],
    }),
  ];
}

function ofDocuments(): readonly Situation[] {
  return [
    oci('media-type.mismatch.manifest', 'index says another media type than the manifest', {
      manifest: (config, layers) => plainManifest(config, layers).replace(`${TYPE}.manifest.v1+json`, DOCKER_MANIFEST),
    }),
    oci('media-type.mismatch.blob', 'index says a media type that nobody knows', {
      entry: (entry) => ({ ...entry, mediaType: 'application/vnd.example+json' }),
    }),
    oci(
      'media-type.mismatch.index',
      'a manifest said to be an index',
      { entry: (entry) => ({ ...entry, mediaType: `${TYPE}.index.v1+json` }) },
      false,
    ),
    oci('layer-count.mismatch.config', 'a DiffID too many', {
      config: (config) => ({ ...config, rootfs: { type: 'layers', diff_ids: [LAYER.diffId, OTHER.diffId] } }),
    }),
    oci('history-count.mismatch.config', 'a history step too many', {
      config: (config) => ({ ...config, history: [{ created_by: '1' }, { created_by: '2' }] }),
    }),
    oci('platform.mismatch.manifest', 'another platform', {
      entry: (entry) => ({ ...entry, platform: { os: 'linux', architecture: 's390x' } }),
    }),
    oci('conflict.ambiguous.document', 'manifest and index at once', {
      manifest: (config, layers) => plainManifest(config, layers, { manifests: [] }),
    }),
    oci('repeated-key.ambiguous.document', 'a key given twice', {
      manifest: (config, layers) => plainManifest(config, layers).replace('"layers":', '"layers":[],"layers":'),
    }),
    oci('repeated-key.ambiguous.document', 'a key of a descriptor given thrice', {
      manifest: (config, layers) =>
        plainManifest(config, layers).replace(
          '"size":',
          '"annotations":{"a":"1"},"Annotations":{},"annotations":{"b":"","c":""},"size":',
        ),
    }),
    oci(
      'key-case.ambiguous.document',
      'a key in another case',
      { manifest: (config, layers) => plainManifest(config, layers).replace('"layers":', '"Layers":') },
      false,
    ),
  ];
}

/** Manifests that carry content in descriptors, and content that is about something else than what it is attached to. */
function ofContents(): readonly Situation[] {
  const inside = (body: Uint8Array): JsonObject => ({ data: Buffer.from(body).toString('base64') });
  const statement = goJson({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: 'what base64 writes with + and /: ~~~~~?????!', digest: { md5: UNKNOWN.slice(4) } },
      { name: 'x', digest: { sha256: sha256Hex('another manifest') } },
    ],
    predicateType: 'https://example.com/predicate',
    predicate: {},
  });
  return [
    oci('embedded.mismatch.layer', 'content in a descriptor is other content', {
      manifest: (config, [layer]) => plainManifest(config, [{ ...layer, ...inside(OTHER.stored) }]),
    }),
    oci('embedded.matches.layer', 'content in a descriptor', {
      manifest: (config, [layer]) => plainManifest(config, [{ ...layer, ...inside(LAYER.stored) }]),
    }),
    ...envelopes(statement).map(([name, envelope]) => attached(`a statement about another image${name}`, envelope)),
  ];
}

/** What a DSSE envelope may write its payload as ("Envelope": base64 in the standard or in the URL-safe alphabet), and what some make of it. */
function envelopes(statement: string): [name: string, envelope: string][] {
  const plain = Buffer.from(statement).toString('base64');
  const url = plain.replaceAll('+', '-').replaceAll('/', '_');
  if (!plain.endsWith('=') || !url.includes('-') || !url.includes('_')) throw new Error('all forms are alike');
  const forms = {
    '': plain,
    ', URL-safe': url,
    ', URL-safe without padding': url.replace(/=+$/, ''),
    ', without padding': plain.replace(/=+$/, ''),
    ', in lines': plain.replace(/.{76}/g, '$&\r\n'),
  };
  return Object.entries(forms).map(([name, payload]) => [
    name,
    goJson({ payloadType: 'application/vnd.in-toto+json', payload, signatures: [] }),
  ]);
}

function attached(name: string, envelope: string): Situation {
  return oci('attached.mismatch.subject', name, {
    files(files, { manifest }) {
      const about = { ...descriptor(`${TYPE}.manifest.v1+json`, files.get(manifest) ?? '') };
      const artifact = plainManifest(
        descriptor('application/vnd.oci.empty.v1+json', '{}'),
        [descriptor('application/vnd.dsse.envelope.v1+json', envelope)],
        { artifactType: 'application/vnd.in-toto+json', subject: about },
      );
      for (const body of ['{}', envelope, artifact]) files.set(`blobs/sha256/${sha256Hex(body)}`, body);
      const entries = [{ ...about, ...NAME }, descriptor(`${TYPE}.manifest.v1+json`, artifact)];
      files.set('index.json', goJson({ schemaVersion: 2, manifests: entries }));
    },
  });
}

/** Layers of whose tables of contents the annotations say something else. */
function ofTocs(): readonly Situation[] {
  const other = sha256Of('another table');
  const zstd = `${TYPE}.layer.v1.tar+zstd`;
  const chunked = 'io.github.containers.zstd-chunked';
  const toc = 'containerd.io/snapshot/stargz/toc.digest';
  const said = (layer: BuiltLayer, annotations: JsonObject, mediaType = LAYER_TYPE): Parts => ({
    layer,
    config: (config) => ({ ...config, rootfs: { type: 'layers', diff_ids: [layer.diffId] } }),
    manifest: (config) => plainManifest(config, [{ ...descriptor(mediaType, layer.stored), annotations }]),
  });
  return [
    oci('toc-digest.mismatch.layer', 'another table of contents', said(estargzLayer(), { [toc]: other })),
    oci('toc-digest.missing.layer', 'no table of contents', said(LAYER, { [toc]: other })),
    oci(
      'unpacked-size.mismatch.layer',
      'unpacked size',
      said(estargzLayer(), { 'io.containers.estargz.uncompressed-size': '1' }),
    ),
    oci(
      'toc-stored-digest.mismatch.layer',
      'another table of contents, in zstd',
      said(zstdChunkedLayer(), { [`${chunked}.manifest-checksum`]: other }, zstd),
    ),
    oci(
      'toc-position.mismatch.layer',
      'a table of contents elsewhere',
      said(zstdChunkedLayer(), { [`${chunked}.manifest-position`]: '8:1:1:1' }, zstd),
    ),
    oci(
      'tar-split-digest.mismatch.layer',
      'other tar-split data',
      said(
        zstdChunkedLayer({ json: (value) => JSON.stringify({ ...value, tarSplitDigest: other }) }),
        { [`${chunked}.manifest-position`]: '8:1:1:1' },
        zstd,
      ),
      false,
    ),
  ];
}

function ofArchives(): readonly Situation[] {
  const again = buildTar([{ name: 'b', body: 'b' }]);
  return [
    docker('file-name.mismatch.config', 'config named by another digest', {
      entry: (entry) => ({ ...entry, Config: `${'0'.repeat(64)}.json` }),
      files(files, path) {
        files.set(`${'0'.repeat(64)}.json`, files.get(path) ?? '');
        files.delete(path);
      },
    }),
    docker(
      'reference.missing.layer',
      'layer file missing',
      { files: (files) => void files.delete('layer.tar') },
      false,
    ),
    docker(
      'reference.missing.config',
      'config file missing',
      { files: (files, path) => void files.delete(path) },
      false,
    ),
    docker('layer-count.mismatch.config', 'a layer too many', {
      entry: (entry) => ({ ...entry, Layers: ['layer.tar', 'layer.tar'] }),
    }),
    docker('diff-id.mismatch.layer', 'DiffID of a docker archive', {
      config: (config) => ({ ...config, rootfs: { type: 'layers', diff_ids: [OTHER.diffId] } }),
    }),
    docker(
      'repeated-member.ambiguous.member',
      'a name twice in the tar',
      { more: [{ name: 'layer.tar', body: again }] },
      false,
    ),
    oci('repeated-member.ambiguous.member', 'a blob twice in the tar, the last one right', {
      files: (files, { layer }) => void files.set(layer, OTHER.stored),
      more: [{ name: `blobs/sha256/${sha256Hex(LAYER.stored)}`, body: LAYER.stored }],
    }),
    docker('history-count.tolerated.config', 'a history step too few', {
      config: (config) => ({ ...config, rootfs: { type: 'layers', diff_ids: [LAYER.diffId, LAYER.diffId] } }),
      entry: (entry) => ({ ...entry, Layers: ['layer.tar', 'again.tar'] }),
      files: (files) => void files.set('again.tar', files.get('layer.tar') ?? ''),
    }),
    docker('duplicate.repeated.blob', 'a layer stored twice', {
      config: (config) => ({
        ...config,
        rootfs: { type: 'layers', diff_ids: [LAYER.diffId, LAYER.diffId] },
        history: [],
      }),
      entry: (entry) => ({ ...entry, Layers: ['layer.tar', 'again.tar'] }),
      files: (files) => void files.set('again.tar', files.get('layer.tar') ?? ''),
    }),
  ];
}

/** Layouts with a `manifest.json` of another image beside them: what is read depends on the reader. */
function ofHybrids(): readonly Situation[] {
  const list = (files: Blobs, entry: JsonObject): void =>
    void files.set('manifest.json', goJson([{ RepoTags: ['fx:x'], ...entry }]));
  const foreign = goJson({ ...CONFIG, rootfs: { type: 'layers', diff_ids: [OTHER.diffId] } });
  return [
    oci(
      'same-layers.ambiguous.layer',
      'the lists name other layers',
      {
        files(files, { config }) {
          files.set('other.tar', OTHER.stored);
          list(files, { Config: config, Layers: ['other.tar'] });
        },
      },
      false,
    ),
    oci(
      'same-config.ambiguous.image',
      'the lists name other configs',
      {
        files(files) {
          files.set('other.json', foreign);
          files.set('other.tar', OTHER.stored);
          list(files, { Config: 'other.json', Layers: ['other.tar'] });
        },
      },
      false,
    ),
    oci('same-names.ambiguous.image', 'the lists name one image differently', {
      files: (files, { config, layer }) => list(files, { Config: config, Layers: [layer], RepoTags: ['fx:y'] }),
    }),
  ];
}
