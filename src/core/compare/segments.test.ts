import { describe, expect, it } from 'vitest';
import { MEDIA } from '../model/mediaType';
import { mediaTypeSegments } from './segments';

const marked = (a: string, b: string): string =>
  mediaTypeSegments(a, b)
    .map((segment) => (segment.differs ? `[${segment.text}]` : segment.text))
    .join('');

describe('mediaTypeSegments', () => {
  it('marks only the words that differ', () => {
    expect(marked(MEDIA.dockerManifest, MEDIA.ociManifest)).toBe(
      'application/vnd.[docker.distribution].manifest.[v2]+json',
    );
    expect(marked(MEDIA.ociManifest, MEDIA.dockerManifest)).toBe('application/vnd.[oci.image].manifest.[v1]+json');
  });

  it('marks nothing in equal types, and keeps the text whole', () => {
    expect(marked(MEDIA.ociConfig, MEDIA.ociConfig)).toBe(MEDIA.ociConfig);
    for (const a of Object.values(MEDIA)) {
      for (const b of Object.values(MEDIA)) {
        expect(
          mediaTypeSegments(a, b)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(a);
      }
    }
  });
});
