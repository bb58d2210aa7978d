import { fileURLToPath } from 'node:url';
import type { DiagnosticCode, ErrorCode } from '../errors';

/** What opening a file and measuring all of it must come to. */
export type Outcome =
  | { readonly error: ErrorCode }
  | {
      readonly images: number;
      /** Names in its images that are false, have no bytes, or cannot be told (encrypted or unreadable layers). Default none. */
      readonly mismatches?: number;
      readonly missing?: number;
      readonly unknown?: number;
      /** Everything said about the file, in order. Default nothing. */
      readonly diagnostics?: readonly DiagnosticCode[];
      /** Default: it holds when nothing is false or missing and nothing is damaged. */
      readonly verdict?: 'does-not-match' | 'verified-except-unknown';
    };

/** The real archives in `fixtures/`, by file name. */
export const FIXTURES: Readonly<Record<string, Outcome>> = {
  'artifact.oras-backup.tar': { images: 0 },
  'broken.bitflip-in-gzip-layer.tar': {
    images: 1,
    mismatches: 1,
    unknown: 1,
    diagnostics: ['layer-corrupt'],
    verdict: 'does-not-match',
  },
  'broken.config-blob-missing.tar': {
    images: 1,
    missing: 1,
    diagnostics: ['config-missing'],
    verdict: 'does-not-match',
  },
  'broken.empty-file.tar': { error: 'empty-file' },
  'broken.index-json-invalid.tar': {
    images: 0,
    diagnostics: ['json-syntax', 'no-usable-image'],
    verdict: 'does-not-match',
  },
  'broken.layer-blob-missing.tar': {
    images: 1,
    missing: 2,
    diagnostics: ['layer-missing'],
    verdict: 'does-not-match',
  },
  'broken.no-end-of-archive.tar': { images: 1, diagnostics: ['tar-no-end'] },
  'broken.only-zero-blocks.tar': { error: 'not-an-image' },
  'broken.outer-gzip-truncated.tar.gz': { error: 'cut-short' },
  'broken.truncated-in-layer.tar': { error: 'cut-short' },
  'multi.docker20-save.tar.gz': { images: 2 },
  'multi.docker28-save.tar.gz': { images: 2 },
  'multi.podman-docker-archive.tar': { images: 3 },
  'multiarch-attest.docker28cs-save.tar': { images: 3 },
  'multiarch.buildah-dir-v2s2-list.tar': { images: 4 },
  'multiarch.buildah-oci-archive.tar': { images: 4 },
  'multiarch.buildx-oci-attest.tar': { images: 2 },
  'multiarch.skopeo-dir-oci-index.tar': { images: 4 },
  'nolayer.skopeo-docker-archive.tar': { images: 1 },
  'nolayer.skopeo-oci-archive.tar': { images: 1 },
  'not-an-image.docker20-export.tar.gz': { error: 'root-filesystem' },
  'sibling.docker20-save.by-id.tar.gz': { images: 1 },
  'sibling.docker28cs-save.by-id.tar.gz': { images: 1 },
  'small-referrers.oras-backup.tar': { images: 1 },
  'small-squashed.skopeo-oci-archive.tar': { images: 1 },
  'small.buildx-docker.tar': { images: 1 },
  'small.buildx-oci-attest.tar': { images: 1 },
  'small.buildx-oci-gzip.tar': { images: 1 },
  'small.buildx-oci-zstd.tar': { images: 1 },
  'small.cosign-tags-oci-dir.gnutar.tar': { images: 1 },
  'small.crane-legacy.tar': { images: 1 },
  'small.crane-tarball.tar': { images: 1 },
  'small.ctr-remote-estargz.tar': { images: 1 },
  'small.ctr21-export-oci-only.tar': { images: 1, diagnostics: ['manifest-missing'] },
  'small.docker20-save.tar': { images: 1 },
  'small.docker28-save.tar': { images: 1 },
  'small.docker28cs-save.tar': { images: 1 },
  'small.podman-oci-archive.tar': { images: 1 },
  'small.skopeo-dir-v2s1.tar': { images: 1, diagnostics: ['schema1-deprecated'] },
  'small.skopeo-dir-v2s2.tar': { images: 1 },
  'small.skopeo-docker-archive.tar': { images: 1 },
  'small.skopeo-docker-archive.untagged.tar.gz': { images: 1 },
  'small.skopeo-oci-archive.encrypted.tar': { images: 1, unknown: 2, verdict: 'verified-except-unknown' },
  'small.skopeo-oci-archive.gzip.tar': { images: 1 },
  'small.skopeo-oci-archive.uncompressed.tar': { images: 1 },
  'small.skopeo-oci-archive.zstd.tar': { images: 1 },
  'small.skopeo122-oci-archive.zstdchunked.tar': { images: 1 },
  'small.skopeo19-oci-archive.zstdchunked.tar': { images: 1 },
  'small.umoci-oci-dir.gnutar.tar': { images: 2 },
  'windows.crane-append.tar': { images: 1 },
  'wrapped.docker20-save.tar.bz2': { images: 1 },
  'wrapped.docker20-save.tar.xz': { images: 1 },
  'wrapped.docker20-save.tar.zst': { images: 1 },
  'wrapped.oci-in-a-folder.gnutar.tar': { images: 1, diagnostics: ['image-in-folder'] },
};

/** Where a real archive is on disk. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url));
}
