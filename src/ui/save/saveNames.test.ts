import { describe, expect, it } from 'vitest';
import type { Archive, Image } from '../../core/model/archive';
import { EXPORT_TARGETS } from '../../core/model/export';
import { loadCommands } from './loadCommands';
import { fileName, layerFileName, stemOf } from './names';

const image = (names: readonly string[], architecture = 'arm64'): Image => ({
  key: 'k',
  names,
  platform: { os: 'linux', architecture, variant: 'v8' },
  stated: [],
  layers: [],
  config: null,
});
const archive = (name: string, ...images: Image[]): Pick<Archive, 'name' | 'images'> => ({ name, images });

describe('names of files', () => {
  it.each([
    [['docker.io/fx/small:1.0'], 'small-1.0'],
    [['localhost:5000/a/b'], 'b'],
    [['fx/small@sha256:00'], 'small'],
    [[], 'image'],
  ])('%j gives %s', (names, stem) => {
    const one = image(names);
    expect(stemOf(archive('image.tar.gz', one), one)).toBe(stem);
    expect(stemOf(archive('image.tar.gz', one, image([])), one)).toBe(`${stem}-linux-arm64-v8`);
  });

  it('are harmless, whatever the image is called', () => {
    const one = image(['../\u202e:con']);
    expect(fileName(stemOf(archive('x.tar', one), one), 'oci.tar')).toBe('-con.oci.tar');
    expect(layerFileName(3, `sha256:${'ab'.repeat(32)}`, 'zstd')).toBe('layer-3-abababababab.tar.zst');
    expect(layerFileName(1, null, 'none')).toBe('layer-1.tar');
  });
});

describe('commands that load', () => {
  it.each(EXPORT_TARGETS)('%s: ASCII, with the name of the file as one word', (target) => {
    const lines = loadCommands(target, 'it’s mine.tar', ['no name', 'fx/small:1.0']);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('\n')).toMatch(/^[\n -~]+$/);
    expect(lines.join('\n')).toContain(String.raw`$'it\xe2\x80\x99s mine.tar'`);
    expect(lines.join('\n')).not.toContain('no name');
  });

  it('name the image where a tool needs it', () => {
    expect(loadCommands('oci-archive-skopeo', 'a.tar', ['1.0', 'fx/small:1.0'])).toEqual([
      'podman load -i a.tar',
      'skopeo copy oci-archive:a.tar docker-daemon:fx/small:1.0',
    ]);
    expect(loadCommands('dir-schema2', 'a.tar', ['1.0'])).toEqual([
      'mkdir image && tar -xf a.tar -C image',
      'skopeo copy dir:image docker-daemon:image:latest',
    ]);
  });
});
