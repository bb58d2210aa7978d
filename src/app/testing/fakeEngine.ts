import { PACE } from '../../core/limits';
import type { Archive, Image, StatedImage } from '../../core/model/archive';
import type { Measurement, MeasureRequest, Progress } from '../../core/model/facts';
import type { MemberColumns } from '../../core/model/members';
import type { Claim, Representation } from '../../core/model/representation';
import type { SourceRef, Span } from '../../core/model/source';
import { loopback } from '../../worker/loopback';
import type { Measured, Opened } from '../../worker/methods';
import { createPool, type EnginePool } from '../../worker/pool';
import type { Call, MethodTable } from '../../worker/serve';

/** What a test lets the engine do; what it leaves out goes well at once. */
export interface FakeBehaviour {
  readonly size?: number;
  readonly images?: readonly Image[];
  readonly openArchive?: (archive: Archive) => Promise<Archive>;
  readonly represent?: () => Promise<void>;
  readonly measure?: (request: MeasureRequest, progress: (value: Progress) => void) => Promise<void>;
}

export interface FakeEngine {
  readonly pool: EnginePool;
  /** Paths in the order in which their measuring began; `measured` has those that came to an end. */
  readonly measuring: string[];
  readonly measured: string[];
  readonly spawned: () => number;
  /** The newest thread crashes; never settles. */
  readonly crash: () => Promise<never>;
}

/**
 * An engine over the real calls and the real pool, of an archive with two images: `one` of layers 1 to 3, `two` of number 4.
 * Layer n has n times {@link LAYER_BYTES} and a digest of the figure n all through; that of layer 3 is not what its bytes give.
 */
export function fakeEngine(behaviour: FakeBehaviour = {}): FakeEngine {
  const measuring: string[] = [];
  const measured: string[] = [];
  const crashes: ((reason: string) => void)[] = [];

  const methods: MethodTable = {
    async openArchive({ progress }: Call<unknown>, source: SourceRef, name: string): Promise<Opened> {
      progress({ stage: 'scanning', done: 0, total: 1 });
      const archive = { ...ARCHIVE, source, name, images: behaviour.images ?? IMAGES };
      return { archive: (await behaviour.openArchive?.(archive)) ?? archive, requests: NUMBERS.map(request) };
    },
    async measureSpans(
      { signal, progress }: Call<unknown>,
      _: SourceRef,
      [asked]: readonly [MeasureRequest],
    ): Promise<Measured> {
      const { span, path } = asked;
      const aborted = new Promise<never>((__, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      measuring.push(path);
      await Promise.race([behaviour.measure?.(asked, progress), aborted]);
      measured.push(path);
      const number = span.length / LAYER_BYTES;
      const stored = { sha256: digest(number === 3 ? 9 : number) };
      const diffId = stored.sha256;
      const measurement = {
        span,
        stored,
        compression: 'none',
        diffId,
        unpackedSize: span.length,
        diagnostics: [],
      } as const;
      return { measurements: [measurement], files: [] };
    },
    async represent(_: unknown, __: unknown, image: Image, measurements: readonly Measurement[]) {
      await behaviour.represent?.();
      return [representation(image, measurements.length)];
    },
    report: (_: unknown, { name }: Archive, measurements: readonly Measurement[]) =>
      `report of ${name}: ${measurements.length} measured\n`,
    orderMembers: (_: unknown, { count }: MemberColumns) =>
      Uint32Array.from({ length: count }, (__, i) => count - 1 - i),
  };

  const pool = createPool({
    size: behaviour.size ?? 2,
    spawn: async () => () => {
      const thread = loopback(methods)();
      return { ...thread, onCrash: (listener) => void crashes.push(listener) };
    },
  });
  const crash = (): Promise<never> => {
    crashes.at(-1)?.('crashed');
    return new Promise(() => {});
  };
  return { pool, measuring, measured, spawned: () => crashes.length, crash };
}

/** Too large to be measured together with others. */
export const LAYER_BYTES = PACE.smallSpanBytes + 1;
const NUMBERS = [1, 2, 3, 4];
const digest = (number: number): string => `sha256:${String(number).repeat(64)}`;
const path = (number: number): string => (number === 4 ? 'other-4' : `layer-${number}`);
const span = (number: number): Span => ({ offset: 10 * LAYER_BYTES * number, length: LAYER_BYTES * number });
const request = (number: number): MeasureRequest => ({
  span: span(number),
  algorithms: [],
  path: path(number),
  unpack: true,
});

function image(key: string, numbers: readonly number[]): Image {
  const layers = numbers.map((number) => ({
    span: span(number),
    path: path(number),
    compression: 'none' as const,
    encrypted: false,
    createdBy: null,
  }));
  const stated: StatedImage[] = [];
  return { key, names: [], platform: null, stated, layers, config: null };
}
const IMAGES = [image('one', [1, 2, 3]), image('two', [4])];

function representation({ layers }: Image, measured: number): Representation {
  const claims = layers.map((layer, i): Claim => {
    const number = (layer.span?.length ?? 0) / LAYER_BYTES;
    return {
      id: layer.path,
      column: 'oci',
      part: `layer:${i + 1}`,
      kind: 'digest',
      document: 'manifest',
      pointer: `/layers/${i}/digest`,
      claimed: digest(number),
      span: layer.span,
      target: layer.path,
    };
  });
  const pointer = {
    part: 'pointer',
    role: 'pointer',
    origin: 'found',
    note: null,
    document: null,
    statedBy: null,
    path: null,
    mediaType: null,
    digest: null,
    size: null,
    diffId: null,
    chainId: null,
    v1Id: null,
    v1IdKind: null,
    v1IdZone: null,
    values: [`${measured} measured`],
    span: null,
    recipe: null,
  } as const;
  return { column: 'oci', origin: 'found', platform: null, facets: [pointer], derived: [], claims, cannot: null };
}

const MEMBERS: MemberColumns = {
  count: 3,
  header: new Float64Array(3),
  firstHeader: new Float64Array(3),
  data: new Float64Array(3),
  size: new Float64Array(3),
  mtime: new Float64Array(3),
  mode: new Uint32Array(3),
  uid: new Float64Array(3),
  gid: new Float64Array(3),
  type: new Uint8Array(3),
  names: { text: new Uint8Array(), starts: new Uint32Array(4) },
  links: { text: new Uint8Array(), starts: new Uint32Array(4) },
  devices: new Uint32Array(3),
  pax: { text: new Uint8Array(), starts: new Uint32Array(4) },
};
const ARCHIVE: Omit<Archive, 'source' | 'name' | 'images'> = {
  size: 1,
  fileSize: 1,
  container: 'tar',
  wrappers: [],
  members: MEMBERS,
  evidence: [],
  writer: null,
  documents: [],
  artifacts: [],
  orphans: [],
  orphanCount: 0,
  schema1: [],
  diagnostics: [],
};
