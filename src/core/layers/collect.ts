import type { Diagnostic, DiagnosticCode } from '../errors';
import type { Sink } from '../bytes/unpacker';
import type { Measurement, MeasureRequest } from '../model/facts';
import type { LayerFiles } from '../model/layerFiles';
import { TarStream } from '../tar/stream';
import { Readings } from './readings';

/** What is listed in a layer, and what is odd about its tar. */
export interface ListedLayer {
  readonly files: LayerFiles;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes a layer's unpacked bytes as they come by and lists what is in them. */
export interface FilesCollector {
  readonly sink: Sink;
  /** What came by; null when that was no tar. */
  finish(measurement: Measurement): ListedLayer | null;
}

/** A collector for a request that says that it is a layer; null for any other. */
export function filesCollector({ tar, unpack, path, span }: MeasureRequest): FilesCollector | null {
  if (tar !== true || !unpack) return null;
  let readings = new Readings();
  let stream = new TarStream((member) => readings.takerOf(member));
  return {
    sink: {
      start() {
        readings = new Readings();
        stream = new TarStream((member) => readings.takerOf(member));
      },
      take: (chunk) => stream.take(chunk),
    },
    finish({ diagnostics: measured }) {
      if (measured.some(({ code }) => code === 'layer-not-a-tar')) return null;
      const corrupt = measured.some(({ code }) => code === 'layer-corrupt');
      const { columns, diagnostics, cut } = stream.finish();
      // Where unpacking broke off is said already, and what came before need not be what was packed.
      const own = diagnostics.filter(({ code }) => !corrupt || !OF_DAMAGE.has(code));
      return {
        files: { span, path, entries: columns, cut: cut || corrupt, readings: readings.finish() },
        diagnostics: own.map((each) => ({ ...each, layer: path })),
      };
    },
  };
}

const OF_DAMAGE: ReadonlySet<DiagnosticCode> = new Set([
  'tar-truncated',
  'tar-no-end',
  'tar-bad-checksum',
  'tar-bad-size',
  'tar-bad-pax',
]);
