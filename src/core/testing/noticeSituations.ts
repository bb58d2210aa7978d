import type { DiagnosticCode } from '../errors';
import { archive, changed, layout, LAYER, LAYER_TYPE, plainManifest, type NoticeSituation } from './situationParts';

const MARK = 'oci-layout';

/** Archives of which a notice says what is odd, where no row of the integrity table does. */
export function noticeSituations(): readonly NoticeSituation[] {
  const oci = (code: DiagnosticCode, name: string, parts: Parameters<typeof layout>[0]): NoticeSituation => ({
    name,
    transport: 'oci-archive',
    tar: layout(parts),
    code,
  });
  const docker = (code: DiagnosticCode, name: string, tar: Uint8Array<ArrayBuffer>): NoticeSituation => ({
    name,
    transport: 'docker-archive',
    tar,
    code,
  });
  const good = archive({});
  const badSum = good.slice();
  const layerLast = archive({
    files(files) {
      const layer = files.get('layer.tar') ?? '';
      files.delete('layer.tar');
      files.set('layer.tar', layer);
    },
  });
  // The checksum of the second header, which is that of the layer.
  badSum.set([0x39], 1024 + 148);
  return [
    docker('tar-truncated', 'the tar ends in its last layer', layerLast.slice(0, -2048)),
    docker('tar-bad-checksum', 'a header whose checksum is wrong', badSum),
    docker('tar-first-read', 'a second list without bytes', archive({ more: [{ name: 'manifest.json', body: '' }] })),
    oci('tar-first-read', 'a second index that lists nothing', {
      more: [{ name: 'index.json', body: '{"schemaVersion":2,"manifests":[]}' }],
    }),
    docker(
      'json-syntax',
      'a list that breaks off',
      archive({ files: (files) => void files.set('manifest.json', '[{') }),
    ),
    oci('json-syntax', 'an index that breaks off', { files: (files) => void files.set('index.json', '{') }),
    oci('json-shape', 'layers that are a number', {
      manifest: (config, layers) => plainManifest(config, layers, { layers: 5 }),
    }),
    oci('json-shape', 'a size that is text', {
      manifest: (config, layers) =>
        plainManifest(
          config,
          layers.map((each) => ({ ...each, size: `${Number(each['size'])}` })),
        ),
    }),
    oci('created-invalid', 'a date that is no date', { config: (config) => ({ ...config, created: 'yesterday' }) }),
    docker('created-invalid', 'a date that is a number', archive({ config: (config) => ({ ...config, created: 5 }) })),
    oci('digest-invalid', 'a digest that is too short', {
      manifest: (config) =>
        plainManifest(config, [{ mediaType: LAYER_TYPE, digest: 'sha256:00', size: LAYER.stored.length }]),
    }),
    oci('version-unknown', 'a layout of another version', { files: (files) => changed(files, MARK, '1.0.0', '2.0.0') }),
  ];
}
