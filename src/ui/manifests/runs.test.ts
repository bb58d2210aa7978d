import { describe, expect, it } from 'vitest';
import type { RowState, TableCell } from '../../core/model/manifestTable';
import { MEDIA } from '../../core/model/mediaType';
import { lineRuns } from './runs';

const cell = (more: Partial<TableCell>): TableCell => ({
  pointer: '',
  depth: 1,
  name: 'mediaType',
  type: 'string',
  text: '',
  cut: 0,
  comma: true,
  names: null,
  ...more,
});
const type = (value: string): TableCell => cell({ names: { kind: 'media-type', value } });
const marked = (a: TableCell, b: TableCell | null, state: RowState | null): string =>
  lineRuns(a, b, state)
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join('');

describe('lineRuns', () => {
  it('marks the words of a media type that differ, and nothing else', () => {
    const [docker, oci] = [type(MEDIA.dockerLayerGzip), type(MEDIA.ociLayerGzip)];
    expect(marked(docker, oci, 'renamed')).toBe(
      '"mediaType": "application/vnd.[docker].image.[rootfs.diff].tar[.]gzip",',
    );
    expect(marked(oci, docker, 'renamed')).toBe('"mediaType": "application/vnd.[oci].image.[layer.v1].tar[+]gzip",');
    expect(marked(oci, oci, 'same')).toBe(`"mediaType": "${MEDIA.ociLayerGzip}",`);
    expect(marked(oci, null, 'structure')).not.toContain('[');
  });

  it('marks another name of a member, another digest, another value', () => {
    const digest = (name: string, digit: string): TableCell =>
      cell({ name, comma: false, names: { kind: 'digest', value: `sha256:${digit.repeat(64)}` } });
    expect(marked(digest('blobSum', 'a'), digest('digest', 'a'), 'renamed')).toBe(
      `"[blobSum]": "sha256:${'a'.repeat(64)}"`,
    );
    expect(marked(digest('digest', 'a'), digest('digest', 'b'), 'digest')).toBe(
      `"digest": "sha256:[${'a'.repeat(12)}]${'a'.repeat(52)}"`,
    );
    expect(marked(cell({ name: 'size', text: '1' }), cell({ name: 'size', text: '2' }), 'value')).toBe('"size": [1],');
  });

  it('shows what cannot be seen, and what was cut', () => {
    expect(marked(cell({ name: 'a\u202eb', text: '"x\u200b', cut: 9 }), null, null)).toBe(
      '"a⟦U+202E⟧b": "x⟦U+200B⟧… +9,',
    );
  });
});
