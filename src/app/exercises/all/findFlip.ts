import { memberAt } from '../../../core/model/members';
import { judgeNumber, remark, textOf, verdict } from '../judging';
import { imageOf, PLAIN } from '../materials';
import type { Exercise, Material } from '../model';
import { seatChoice } from '../seat';

/** Counted from the beginning of the file, of the layer, or of the whole tar. */
const OFFSETS = ['infile', 'inlayer', 'intar'] as const;
/** The same archive before one byte of it was changed. */
const ORIGINAL = 'hello-docker25';

/** One byte of a sample was changed: which layer, which file, which byte? */
export const findFlip: Exercise = {
  predict: { first: 'choice' },
  answer: { layer: 'number', file: 'text', infile: 'number', inlayer: 'number', intar: 'number' },
  setting: () => ({}),
  async prepare(material, seat) {
    const found = await findIt(material);
    if (!found) return null;
    const asked = OFFSETS[seatChoice(seat, OFFSETS.length)] ?? OFFSETS[0];
    return {
      ...PLAIN,
      asked: ['layer', 'file', asked],
      values: {
        layer: `${found.layer}`,
        file: found.file,
        offset: `${found[asked]}`,
        hex: `0x${found[asked].toString(16)}`,
      },
      judge: (given) =>
        verdict(
          judgeNumber(given, 'layer', found.layer),
          textOf(given, 'file').replace(/^\.?\//, '') === found.file ? null : remark('wrong', 'file'),
          judgeNumber(given, asked, found[asked]),
        ),
    };
  },
};

interface Flip {
  readonly layer: number;
  readonly file: string;
  readonly infile: number;
  readonly inlayer: number;
  readonly intar: number;
}

/** The first byte in which the open sample differs from the original, and what it is in. */
async function findIt(material: Material): Promise<Flip | null> {
  const { session, workspace, loadSample } = material;
  const { name } = workspace.archive;
  const [now, before] = await Promise.all(
    [name.replace(/\.tar$/, ''), ORIGINAL].map(
      async (sample) => new Uint8Array(await (await loadSample(sample)).arrayBuffer()),
    ),
  );
  const intar = now?.findIndex((byte, index) => byte !== before?.[index]) ?? -1;
  const layers = imageOf(material)?.layers ?? [];
  const index = layers.findIndex(({ span }) => span && span.offset <= intar && intar < span.offset + span.length);
  const span = layers[index]?.span;
  const entries = (await session.files(workspace.imageKey)).layers[index]?.entries;
  if (!span || !entries) return null;
  const inlayer = intar - span.offset;
  const files = Array.from({ length: entries.count }, (_, row) => memberAt(entries, row));
  const file = files.find(({ data, size }) => data <= inlayer && inlayer < data + size);
  return file ? { layer: index + 1, file: file.name, infile: inlayer - file.data, inlayer, intar } : null;
}
