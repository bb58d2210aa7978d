import type { DiagnosticCode } from '../core/errors';
import type { RowKind, RowSituation, RowVerdict, Subject } from '../core/model/integrity';

/** Where the source text of a tool says what it makes of something. */
export interface ToolSource {
  readonly project: string;
  readonly file: string;
}

/** What a tool makes of something: its own words, which are not translated; null when it takes it without a word. */
export interface ToolWords {
  readonly tool: string;
  readonly words: string | null;
  /** Of a tool that cannot be tried here; null when it was tried, in the version that it is named with. */
  readonly source: ToolSource | null;
}

const SKOPEO = 'skopeo 1.9.3';
const UMOCI = 'umoci 0.4.7';
const PODMAN = 'podman 4.3.1';

const tried = (tool: string, words: string | null = null): ToolWords => ({ tool, words, source: null });

const docker = (file: string, words: string): ToolWords => ({
  tool: 'docker load',
  words,
  source: { project: 'moby/moby', file },
});
const containerd = (file: string, words: string): ToolWords => ({
  tool: 'containerd',
  words,
  source: { project: 'containerd/containerd', file },
});
/** By the project's own text; Debian's tools do not read what these words are about. */
const storage = (words: string): ToolWords => ({
  tool: 'containers/storage',
  words,
  source: { project: 'containers/storage', file: 'pkg/chunked/compression_linux.go' },
});
const stargz = (words: string): ToolWords => ({
  tool: 'stargz-snapshotter',
  words,
  source: { project: 'containerd/stargz-snapshotter', file: 'estargz/estargz.go' },
});
const LOAD = 'daemon/internal/image/tarexport/load.go';
const IMPORTER = 'core/images/archive/importer.go';

/** What a tool that was tried says, of the version that was tried; `transport` is how it was made to read. */
export function triedBy(tool: 'skopeo' | 'podman' | 'umoci', words: string | null, transport?: string): ToolWords {
  const named = { skopeo: SKOPEO, podman: PODMAN, umoci: UMOCI }[tool];
  return tried(transport === undefined ? named : `${named} ${transport}`, words);
}

/** What the source of `docker load` says. */
export function dockerSays(words: string | null): ToolWords {
  return { ...docker(LOAD, ''), words };
}

/*
 * `…` stands for names and numbers. Of skopeo, umoci and podman this is what they print of archives that were made for it
 * (src/toolWords.test.ts makes them again where the tools are installed). A tool that is not named here was not asked.
 */

const ALL_TAKE_IT = [tried(SKOPEO), tried(PODMAN), tried(UMOCI)];
const NO_FILE = '/blobs/sha256/…: no such file or directory';
const MISSING_BLOB = [
  tried(SKOPEO, `open …${NO_FILE}`),
  tried(PODMAN, `open …${NO_FILE}`),
  tried(UMOCI, `open blob: open …${NO_FILE}`),
];
const LAYER_COUNT = [
  docker(LOAD, 'invalid manifest, layers length mismatch: expected …, got …'),
  tried(`${SKOPEO} docker-archive:`, 'Inconsistent layer count: … in manifest, … in config'),
  tried(`${PODMAN} docker-archive:`, 'Inconsistent layer count: … in manifest, … in config'),
  tried(`${SKOPEO} oci-archive:`),
  tried(`${PODMAN} oci-archive:`),
  tried(UMOCI),
];
const NOT_BOTH = 'rejecting ambiguous manifest, unexpected fields []string{…} in supposedly …';
const AMBIGUOUS = [
  tried(SKOPEO, NOT_BOTH),
  tried(PODMAN, NOT_BOTH),
  containerd('core/images/image.go', 'media-type: expected … but found … (…)'),
  tried(UMOCI),
];
const LAYER_TYPE = [tried(SKOPEO), tried(PODMAN), tried(UMOCI, 'gzip: invalid header')];
const UNSUPPORTED = [
  tried(SKOPEO, 'unexpected digest reference …: unsupported digest algorithm'),
  tried(PODMAN, 'Can not check for a blob with invalid digest: unsupported digest algorithm'),
  tried(UMOCI, 'invalid digest: "…": unsupported digest algorithm'),
];
const SYNTAX = [
  docker(LOAD, 'invalid archive: failed to decode manifest.json: …'),
  tried(`${SKOPEO} docker-archive:`, 'decoding tar manifest.json: unexpected end of JSON input'),
  tried(`${SKOPEO} oci-archive:`, 'unexpected EOF'),
  tried(`${PODMAN} docker-archive:`, 'decoding tar manifest.json: unexpected end of JSON input'),
  tried(`${PODMAN} oci-archive:`, 'unexpected EOF'),
  tried(UMOCI, 'parse index: unexpected end of JSON input'),
];
const NO_TIME = 'parsing time …: cannot parse …';
const TOO_LONG_HISTORY = [
  docker('daemon/internal/image/store.go', 'too many non-empty layers in History section'),
  ...ALL_TAKE_IT,
];

const OF_ROWS: Readonly<Partial<Record<RowSituation | `${RowKind}.${RowVerdict}`, readonly ToolWords[]>>> = {
  'digest.mismatch.layer': [
    tried(SKOPEO, 'Digest did not match, expected …, got …'),
    tried(PODMAN, 'Digest did not match, expected …, got …'),
    tried(UMOCI, 'verified reader digest mismatch'),
  ],
  'digest.mismatch.config': [
    tried(SKOPEO, 'Download config.json digest … does not match expected …'),
    tried(PODMAN, 'Download config.json digest … does not match expected …'),
    tried(UMOCI, 'verified reader digest mismatch'),
  ],
  'digest.mismatch.manifest': [tried(SKOPEO), tried(PODMAN), tried(UMOCI, 'verified reader digest mismatch')],
  'digest.unknown': UNSUPPORTED,
  'digest.missing': MISSING_BLOB,
  'size.missing': MISSING_BLOB,
  'size.mismatch.layer': [tried(SKOPEO), tried(PODMAN), tried(UMOCI, 'verified reader size mismatch')],
  'size.mismatch.manifest': [tried(SKOPEO), tried(PODMAN), tried(UMOCI, 'verified reader size mismatch')],
  'size.mismatch.config': [
    tried(SKOPEO, 'Size mismatch when copying …, expected …, got …'),
    tried(PODMAN, 'writing blob: blob size mismatch'),
    tried(UMOCI, 'verified reader size mismatch'),
  ],
  'diff-id.mismatch': [
    tried(`${SKOPEO} docker-archive:`, 'Digest did not match, expected …, got …'),
    tried(`${PODMAN} docker-archive:`, 'Digest did not match, expected …, got …'),
    tried(`${SKOPEO} oci-archive:`),
    tried(`${PODMAN} oci-archive:`),
    docker(LOAD, 'invalid diffID for layer …: expected "…", got "…"'),
    tried(UMOCI, 'diffid mismatch: got … expected …'),
  ],
  'file-name.mismatch.config': [tried(SKOPEO), tried(PODMAN)],
  'media-type.mismatch.manifest': [
    tried(SKOPEO),
    tried(PODMAN, 'parsing manifest: unsupported docker v2s2 media type: "…"'),
    tried(UMOCI),
  ],
  'media-type.mismatch.index': [tried(SKOPEO, NOT_BOTH), tried(PODMAN, NOT_BOTH), tried(UMOCI, 'tag is not found: …')],
  'media-type.mismatch.blob': [
    tried(SKOPEO, 'no descriptor found for reference "…"'),
    tried(PODMAN, 'unsupported schema version 2'),
    tried(UMOCI, 'descriptor does not point to ispec.MediaTypeImageManifest: not implemented: …'),
  ],
  'layer-type.mismatch': LAYER_TYPE,
  'layer-count.mismatch': LAYER_COUNT,
  'toc-digest.mismatch': [tried(SKOPEO), tried(UMOCI), stargz('invalid TOC JSON "…"; want "…"')],
  'toc-digest.missing': [tried(SKOPEO), tried(UMOCI)],
  'toc-stored-digest.mismatch': [tried(SKOPEO), storage('invalid blob checksum, expected checksum …, got …')],
  'tar-split-digest.mismatch': [tried(SKOPEO), storage('invalid blob checksum, expected checksum …, got …')],
  'toc-position.mismatch': [tried(SKOPEO)],
  'unpacked-size.mismatch': [tried(SKOPEO), tried(UMOCI)],
  'history-count.mismatch': TOO_LONG_HISTORY,
  'history-count.tolerated': [tried(SKOPEO), tried(PODMAN)],
  'platform.mismatch': ALL_TAKE_IT,
  'reference.missing.layer': [
    tried(SKOPEO, 'Some layer tarfiles are missing in the tarball'),
    tried(PODMAN, 'Some layer tarfiles are missing in the tarball'),
    containerd(IMPORTER, 'layer "…" not found'),
  ],
  'reference.missing.config': [
    tried(SKOPEO, 'loading tar component …: file does not exist'),
    tried(PODMAN, 'loading tar component …: file does not exist'),
    containerd(IMPORTER, 'image config "…" not found'),
  ],
  'embedded.mismatch': ALL_TAKE_IT,
  'same-config.ambiguous': ALL_TAKE_IT,
  'same-layers.ambiguous': ALL_TAKE_IT,
  'same-names.ambiguous': ALL_TAKE_IT,
  'conflict.ambiguous': AMBIGUOUS,
  'key-case.ambiguous': ALL_TAKE_IT,
  'repeated-key.ambiguous': ALL_TAKE_IT,
  'repeated-member.ambiguous': ALL_TAKE_IT,
  'orphan.unreferenced': ALL_TAKE_IT,
};

const OF_DIAGNOSTICS: Readonly<Partial<Record<DiagnosticCode, readonly ToolWords[]>>> = {
  'tar-truncated': [tried(SKOPEO, 'unexpected EOF'), tried(PODMAN, 'unexpected EOF')],
  'tar-bad-checksum': [
    tried(SKOPEO, 'archive/tar: invalid tar header'),
    tried(PODMAN, 'archive/tar: invalid tar header'),
  ],
  'tar-duplicate-member': ALL_TAKE_IT,
  'tar-first-read': [
    tried(`${SKOPEO} docker-archive:`),
    tried(`${PODMAN} docker-archive:`),
    tried(`${SKOPEO} oci-archive:`, 'no descriptor found for reference "…"'),
    tried(`${PODMAN} oci-archive:`, 'oci-archive: loading index: more than one image in oci, choose an image'),
    tried(UMOCI, 'tag is not found: …'),
  ],
  'json-syntax': SYNTAX,
  'json-shape': [
    tried(SKOPEO, 'json: cannot unmarshal … into Go … of type …'),
    tried(PODMAN, 'json: cannot unmarshal … into Go … of type …'),
    tried(UMOCI, 'json: cannot unmarshal … into Go … of type …'),
  ],
  'created-invalid': [
    tried(`${SKOPEO} docker-archive:`, `decoding tar config …: ${NO_TIME}`),
    tried(`${SKOPEO} oci-archive:`),
    tried(PODMAN, NO_TIME),
    tried(UMOCI, `parse application/vnd.oci.image.config.v1+json: ${NO_TIME}`),
  ],
  'json-duplicate-key': ALL_TAKE_IT,
  'json-key-case': ALL_TAKE_IT,
  'embedded-data-differs': ALL_TAKE_IT,
  'config-missing': MISSING_BLOB,
  'manifest-missing': MISSING_BLOB,
  'manifest-ambiguous': AMBIGUOUS,
  'layer-missing': MISSING_BLOB,
  'digest-invalid': [
    tried(SKOPEO, 'unexpected digest reference …: invalid checksum digest length'),
    tried(PODMAN, 'invalid checksum digest length'),
    tried(UMOCI, 'invalid digest: "…": invalid checksum digest length'),
  ],
  'digest-unsupported': UNSUPPORTED,
  'layer-count-differs': LAYER_COUNT,
  'history-differs': TOO_LONG_HISTORY,
  'version-unknown': [
    tried(UMOCI, 'layout version is not supported: invalid image detected'),
    containerd(IMPORTER, 'unsupported OCI version …'),
    tried(SKOPEO),
    tried(PODMAN),
  ],
  'type-differs-from-bytes': LAYER_TYPE,
};

/** What tools make of a row of the integrity table; empty when it is not known. */
export function toolsOfRow(kind: RowKind, verdict: RowVerdict, about: Subject): readonly ToolWords[] {
  return OF_ROWS[`${kind}.${verdict}.${about}`] ?? OF_ROWS[`${kind}.${verdict}`] ?? [];
}

/** What tools make of what a diagnostic is about; empty when it is not known. */
export function toolsOfDiagnostic(code: DiagnosticCode): readonly ToolWords[] {
  return OF_DIAGNOSTICS[code] ?? [];
}
