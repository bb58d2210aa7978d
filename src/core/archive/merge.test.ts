import { describe, expect, it } from 'vitest';
import type { Document, StatedImage } from '../model/archive';
import { mergeImages, type MergeContext } from './merge';

const document = (id: string): Document => ({
  id,
  kind: 'config',
  origin: 'found',
  path: id,
  mediaType: null,
  bytes: new Uint8Array(),
  digest: `sha256:${id}`,
  span: null,
  recipe: null,
});
const context: MergeContext = {
  documents: new Map(['a', 'b'].map((id) => [id, document(id)])),
  compressions: new Map(),
  steps: (_, layers) => Array.from({ length: layers }, () => 'RUN true'),
  v1Step: () => null,
};
const stated = (
  format: StatedImage['format'],
  config: string | null,
  spans: number[],
  names: string[] = [],
): StatedImage => ({
  format,
  names,
  pointer: format,
  indexes: [],
  manifest: null,
  config,
  layers: spans.map((offset) => ({
    path: `${offset}`,
    span: { offset, length: 1 },
    mediaType: null,
    digest: null,
    size: null,
    diffId: null,
    v1Id: format === 'docker-v1' ? `id${offset}` : null,
  })),
  layerDocuments: [],
  mark: null,
  platform: null,
});

describe('mergeImages', () => {
  it('sees a hybrid as one image: same config, whatever the names are', () => {
    const { images, diagnostics } = mergeImages(
      [
        stated('docker-archive', 'a', [1, 2], ['fx:1']),
        stated('oci-layout', 'a', [1, 2], ['docker.io/library/fx:1', 'fx:2']),
      ],
      context,
    );
    expect(images).toHaveLength(1);
    expect(images[0]).toMatchObject({ key: 'sha256:a', names: ['fx:1', 'fx:2'] });
    expect(diagnostics).toEqual([]);
  });

  it('finds the image that a v1 layout belongs to by the bytes of its layers', () => {
    const { images } = mergeImages(
      [
        stated('docker-v1', 'v1json', [1, 2]),
        stated('docker-archive', 'b', [1]),
        stated('docker-archive', 'a', [1, 2]),
      ],
      context,
    );
    expect(images.map((image) => image.stated.map((each) => each.format))).toEqual([
      ['docker-archive'],
      ['docker-archive', 'docker-v1'],
    ]);
  });

  it('says when two formats disagree about one image', () => {
    const sameConfig = mergeImages([stated('docker-archive', 'a', [1]), stated('oci-layout', 'a', [2])], context);
    expect(sameConfig.images).toHaveLength(1);
    expect(sameConfig.diagnostics).toMatchObject([{ code: 'formats-disagree', details: { about: 'layers' } }]);
    const sameLayers = mergeImages([stated('docker-archive', 'a', [1]), stated('oci-layout', 'b', [1])], context);
    expect(sameLayers.images).toHaveLength(1);
    expect(sameLayers.diagnostics).toMatchObject([{ code: 'formats-disagree', details: { about: 'config' } }]);
  });

  it('keeps images of one format apart when they share layers but not the config', () => {
    const { images } = mergeImages([stated('docker-archive', 'a', [1]), stated('docker-archive', 'b', [1])], context);
    expect(images.map((image) => image.key)).toEqual(['sha256:a', 'sha256:b']);
  });

  it('gives every image its own key, also when two manifests name one config', () => {
    const { images } = mergeImages([stated('oci-layout', 'a', [1]), stated('oci-layout', 'a', [2])], context);
    expect(images.map((image) => image.key)).toEqual(['sha256:a', 'sha256:a#2']);
  });

  it('keeps two manifests apart that name one config and the same layers, and joins one manifest listed twice', () => {
    const one = { ...stated('oci-layout', 'a', [1], ['one']), manifest: 'm1' };
    const two = { ...stated('oci-layout', 'a', [1], ['two']), manifest: 'm2' };
    const { images } = mergeImages([one, two, { ...one, names: ['again'] }], context);
    expect(images.map(({ key, names }) => [key, names])).toEqual([
      ['sha256:a', ['one', 'again']],
      ['sha256:a#2', ['two']],
    ]);
  });

  it('gives each of two images with one config the statement with the same layers', () => {
    const { images, diagnostics } = mergeImages(
      [
        stated('docker-archive', 'a', [1]),
        stated('docker-archive', 'a', [2]),
        stated('oci-layout', 'a', [2]),
        stated('oci-layout', 'a', [1]),
      ],
      context,
    );
    expect(images.map((image) => image.stated.map((each) => each.layers[0]?.path))).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('finds no disagreement in an image without layers', () => {
    const { images, diagnostics } = mergeImages(
      [stated('docker-archive', 'a', []), stated('oci-layout', 'a', [])],
      context,
    );
    expect(images).toHaveLength(1);
    expect(diagnostics).toEqual([]);
  });

  it('gives an image that only v1 states a key of its own', () => {
    const { images } = mergeImages([stated('docker-v1', 'v1json', [1, 2])], context);
    expect(images.map((image) => image.key)).toEqual(['docker-v1:id2']);
  });
});
