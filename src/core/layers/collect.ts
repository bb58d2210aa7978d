import type { Diagnostic, DiagnosticCode } from '../errors';
import type { Sink } from '../bytes/unpacker';
import { joined } from '../bytes/joined';
import type { Measurement, MeasureRequest } from '../model/facts';
import type { KeptFile, LayerFiles } from '../model/layerFiles';
import { LIMITS } from '../limits';
import { TarStream, type ComingMember, type BodyTaker } from '../tar/stream';
import { keptBytes } from './interest';

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
  let keeper = new Keeper();
  let stream = new TarStream((member) => keeper.takerOf(member));
  return {
    sink: {
      start() {
        keeper = new Keeper();
        stream = new TarStream((member) => keeper.takerOf(member));
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
        files: { span, path, entries: columns, cut: cut || corrupt, kept: keeper.finish() },
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

/** Keeps what is of interest, within a bound for the whole layer. */
class Keeper {
  private readonly files = new Map<number, Uint8Array[]>();
  private left: number = LIMITS.keptBytesPerLayer;

  takerOf({ index, path, size }: ComingMember): BodyTaker | null {
    const room = Math.min(keptBytes(path), size, this.left);
    if (room <= 0) return null;
    this.left -= room;
    const parts: Uint8Array[] = [];
    this.files.set(index, parts);
    let wanted = room;
    return (chunk) => {
      if (wanted === 0) return;
      const part = chunk.slice(0, wanted);
      wanted -= part.length;
      parts.push(part);
    };
  }

  finish(): KeptFile[] {
    return [...this.files].map(([row, parts]) => ({ row, bytes: joined(parts) }));
  }
}
