import { writeFileSync } from 'node:fs';
import { buildImage } from '../src/core/testing/buildImage';
import { buildTar, type TarEntry } from '../src/core/testing/buildTar';
import { goJson } from '../src/core/testing/goJson';
import { buildLayer, sha256Hex } from '../src/core/testing/imageParts';
import { ociConfigDescriptor, ociLayerDescriptor, ociManifest } from '../src/core/testing/writeOciLayout';

const CREATED = '2024-05-01T10:00:00Z';
const steps = (count: number): { created: string; created_by: string }[] =>
  Array.from({ length: count }, (_, i) => ({ created: CREATED, created_by: `RUN echo ${i}` }));

/** Writes what `docker save` writes since 25 of an image with `count` small layers, each with its step. */
export function writeManyLayers(path: string, count: number): void {
  const layers = Array.from({ length: count }, (_, i) => [{ name: `f${i}`, body: `${i}` }]);
  const config = { architecture: 'amd64', os: 'linux', created: CREATED, config: {}, history: steps(count) };
  writeFileSync(path, buildImage({ format: 'hybrid', layers, config, compress: 'gzip' }));
}

/** Writes an OCI layout with one image for each platform, each with `count` layers of its own. */
export function writeManyPlatforms(path: string, platforms: readonly string[], count: number): void {
  const blobs = new Map<string, TarEntry>();
  const blob = (body: string | Uint8Array<ArrayBuffer>): void => {
    const name = `blobs/sha256/${sha256Hex(body)}`;
    blobs.set(name, { name, body });
  };
  const manifests = platforms.map((platform) => {
    const [os = '', architecture = '', variant] = platform.split('/');
    const layers = Array.from({ length: count }, (_, i) => {
      const name = `${platform.replaceAll('/', '-')}-${i}`;
      return buildLayer([{ name, body: name }], true);
    });
    const config = goJson({
      created: CREATED,
      architecture,
      os,
      ...(variant === undefined ? {} : { variant }),
      config: { Cmd: ['/bin/sh'] },
      rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
      history: steps(count),
    });
    const manifest = ociManifest(ociConfigDescriptor(config), layers.map(ociLayerDescriptor));
    for (const body of [config, manifest.text, ...layers.map(({ stored }) => stored)]) blob(body);
    return { ...manifest.descriptor, platform: { architecture, os, ...(variant === undefined ? {} : { variant }) } };
  });
  const index = goJson({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests });
  blob(index);
  const descriptor = {
    mediaType: 'application/vnd.oci.image.index.v1+json',
    digest: `sha256:${sha256Hex(index)}`,
    size: Buffer.byteLength(index),
    annotations: { 'org.opencontainers.image.ref.name': 'many:1.0' },
  };
  const entries = [
    ...blobs.values(),
    { name: 'index.json', body: goJson({ schemaVersion: 2, manifests: [descriptor] }) },
    { name: 'oci-layout', body: '{"imageLayoutVersion": "1.0.0"}' },
  ];
  writeFileSync(path, buildTar(entries));
}
