import type { DiagnosticCode } from '../core/errors';
import type { RowKind, RowSituation, RowVerdict, Subject } from '../core/model/integrity';

/** What a tool makes of something: its own words, which are not translated; null when it takes it without a word. */
export interface ToolWords {
  readonly tool: string;
  readonly words: string | null;
}

const SKOPEO = 'skopeo 1.9.3';
const UMOCI = 'umoci 0.4.7';
const PODMAN = 'podman 4.3.1';
/**
 * By their source text: moby daemon/internal/image/tarexport/load.go, containerd core/images, containers/storage pkg/chunked,
 * stargz-snapshotter estargz.
 */
const DOCKER = 'docker load';
const CONTAINERD = 'containerd';
const STORAGE = 'containers/storage';
const STARGZ = 'stargz-snapshotter';

const say = (tool: string, words: string | null = null): ToolWords => ({ tool, words });

/*
 * `…` stands for names and numbers. Of skopeo, umoci and podman this is what they print of archives that were made for it
 * (src/toolWords.test.ts makes them again where the tools are installed). A tool that is not named here was not asked.
 */

const LAYER_DIGEST = [
  say(SKOPEO, 'Digest did not match, expected …, got …'),
  say(UMOCI, 'verified reader digest mismatch'),
];
const CONFIG_DIGEST = [
  say(SKOPEO, 'Download config.json digest … does not match expected …'),
  say(UMOCI, 'verified reader digest mismatch'),
];
const MANIFEST_DIGEST = [say(SKOPEO), say(UMOCI, 'verified reader digest mismatch'), say(PODMAN)];
const MISSING_BLOB = [
  say(SKOPEO, 'open …/blobs/sha256/…: no such file or directory'),
  say(UMOCI, 'open blob: open …/blobs/sha256/…: no such file or directory'),
];
const MISSING_IN_ARCHIVE = [
  say(SKOPEO, 'Some layer tarfiles are missing in the tarball'),
  say(CONTAINERD, 'layer "…" not found'),
];
const LAYER_COUNT = [
  say(DOCKER, 'invalid manifest, layers length mismatch: expected …, got …'),
  say(`${SKOPEO} docker-archive:`, 'Inconsistent layer count: … in manifest, … in config'),
  say(`${SKOPEO} oci-archive:`),
  say(UMOCI),
];
const AMBIGUOUS = [
  say(SKOPEO, 'rejecting ambiguous manifest, unexpected fields []string{"…"} in supposedly …'),
  say(CONTAINERD, 'media-type: expected manifest but found index (…)'),
  say(UMOCI),
];
const REPEATED_KEY = [say(SKOPEO), say(UMOCI), say(PODMAN)];
const LAYER_TYPE = [say(SKOPEO), say(PODMAN), say(UMOCI, 'gzip: invalid header')];
const UNSUPPORTED = [
  say(SKOPEO, 'unexpected digest reference …: unsupported digest algorithm'),
  say(UMOCI, 'invalid digest: "…": unsupported digest algorithm'),
];
const SYNTAX = [
  say(DOCKER, 'invalid archive: failed to decode manifest.json: …'),
  say(SKOPEO, 'decoding tar manifest.json: unexpected end of JSON input'),
  say(UMOCI, 'parse index: unexpected end of JSON input'),
];

const OF_ROWS: Readonly<Partial<Record<RowSituation | `${RowKind}.${RowVerdict}`, readonly ToolWords[]>>> = {
  'digest.mismatch.layer': LAYER_DIGEST,
  'digest.mismatch.config': CONFIG_DIGEST,
  'digest.mismatch.manifest': MANIFEST_DIGEST,
  'digest.unknown': UNSUPPORTED,
  'digest.missing': MISSING_BLOB,
  'size.missing': MISSING_BLOB,
  'size.mismatch.layer': [say(SKOPEO), say(PODMAN), say(UMOCI, 'verified reader size mismatch')],
  'size.mismatch.manifest': [say(SKOPEO), say(PODMAN), say(UMOCI, 'verified reader size mismatch')],
  'size.mismatch.config': [
    say(SKOPEO, 'Size mismatch when copying …, expected …, got …'),
    say(UMOCI, 'verified reader size mismatch'),
  ],
  'diff-id.mismatch': [
    say(`${SKOPEO} docker-archive:`, 'Digest did not match, expected …, got …'),
    say(`${SKOPEO} oci-archive:`),
    say(DOCKER, 'invalid diffID for layer …: expected "…", got "…"'),
    say(UMOCI, 'diffid mismatch: got … expected …'),
  ],
  'file-name.mismatch.config': [say(SKOPEO), say(PODMAN)],
  'media-type.mismatch.manifest': [say(SKOPEO), say(UMOCI)],
  'media-type.mismatch.index': [
    say(SKOPEO, 'rejecting ambiguous manifest, unexpected fields []string{"…"} in supposedly …'),
    say(UMOCI, 'tag is not found: …'),
  ],
  'layer-type.mismatch': LAYER_TYPE,
  'layer-count.mismatch': LAYER_COUNT,
  'toc-digest.mismatch': [say(SKOPEO), say(UMOCI), say(STARGZ, 'invalid TOC JSON "…"; want "…"')],
  'toc-digest.missing': [say(SKOPEO), say(UMOCI)],
  'toc-stored-digest.mismatch': [say(SKOPEO), say(STORAGE, 'invalid blob checksum, expected checksum …, got …')],
  'tar-split-digest.mismatch': [say(SKOPEO), say(STORAGE, 'invalid blob checksum, expected checksum …, got …')],
  'toc-position.mismatch': [say(SKOPEO)],
  'unpacked-size.mismatch': [say(SKOPEO), say(UMOCI)],
  'history-count.tolerated': [say(SKOPEO), say(UMOCI), say(PODMAN)],
  'platform.mismatch': [say(SKOPEO), say(UMOCI), say(PODMAN)],
  'reference.missing.layer': MISSING_IN_ARCHIVE,
  'reference.missing.config': [
    say(SKOPEO, 'loading tar component …: file does not exist'),
    say(CONTAINERD, 'image config "…" not found'),
  ],
  'conflict.ambiguous': AMBIGUOUS,
  'repeated-key.ambiguous': REPEATED_KEY,
  'repeated-member.ambiguous': [say(SKOPEO)],
  'orphan.unreferenced': [say(SKOPEO), say(UMOCI), say(PODMAN)],
};

const OF_DIAGNOSTICS: Readonly<Partial<Record<DiagnosticCode, readonly ToolWords[]>>> = {
  'tar-truncated': [say(SKOPEO, 'unexpected EOF')],
  'tar-bad-checksum': [say(SKOPEO, 'archive/tar: invalid tar header')],
  'json-syntax': SYNTAX,
  'json-shape': [say(SKOPEO, 'json: cannot unmarshal … into Go value of type …')],
  'json-duplicate-key': REPEATED_KEY,
  'config-missing': MISSING_BLOB,
  'manifest-missing': MISSING_BLOB,
  'manifest-ambiguous': AMBIGUOUS,
  'layer-missing': MISSING_BLOB,
  'digest-invalid': [
    say(SKOPEO, 'unexpected digest reference …: invalid checksum digest length'),
    say(UMOCI, 'invalid digest: "…": invalid checksum digest length'),
  ],
  'digest-unsupported': UNSUPPORTED,
  'layer-count-differs': LAYER_COUNT,
  'version-unknown': [
    say(UMOCI, 'layout version is not supported: invalid image detected'),
    say(CONTAINERD, 'unsupported OCI version …'),
    say(SKOPEO),
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
