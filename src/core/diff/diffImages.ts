import {
  causeCounts,
  type Cause,
  type CauseCode,
  type DiffIdentity,
  type DiffLayer,
  type DiffSide,
  type DiffVerdict,
  type ImageDiff,
  type LayerContents,
  type LayerRow,
  type Two,
} from '../model/imageDiff';
import { FORMAT_IDS, type Document } from '../model/archive';
import { documentMasks } from '../config/documentMasks';
import { alignLayers } from './align';
import { builtOn } from './builtOn';
import { causesOf, otherFileCount } from './causes';
import { compareDocuments, configOf, manifestsOf } from './documents';
import { compareEntries, likenessOf } from './entries';
import { diffLayers, layerState } from './layers';
import { borrowed } from './borrow';
import { compareTrees } from './trees';
import { Wanted } from './wanted';

/**
 * Two images, and why their digests differ. Without `contents` it is known of files of one size that they may differ: `wanted` says what has to be read
 * (see {@link readContents}) to be sure.
 */
export function diffImages(
  statedA: DiffSide,
  statedB: DiffSide,
  contents: Two<readonly LayerContents[]> | null,
): ImageDiff {
  const masks = documentMasks([configOf(statedA), configOf(statedB)]);
  const layersA = diffLayers(statedA, masks);
  const layersB = diffLayers(statedB, masks);
  const a = borrowed(statedA, layersA, statedB, layersB);
  const b = borrowed(statedB, layersB, statedA, layersA);
  const sideA = workOf(a, statedA, layersA, contents?.a ?? []);
  const sideB = workOf(b, statedB, layersB, contents?.b ?? []);
  const files = compareTrees(sideA, sideB);
  const likeness = (atA: number, atB: number): number => likenessOf(a.files[atA] ?? null, b.files[atB] ?? null);
  const areMeasured = [...layersA, ...layersB].every(({ measured }) => measured);
  const areComplete = areMeasured && [a, b].every((side) => side.files.every((each) => each !== null));
  const others = otherFileCount(files);
  const otherFiles = !areComplete || others > 0;
  const mayRegroup = areComplete && others <= files.count * OTHERS_OF_REGROUPED;
  const pairs = alignLayers(layersA, layersB, likeness, mayRegroup);
  const layers = pairs.map(([atA, atB]) => layerRow(sideA, layersA[atA], sideB, layersB[atB]));
  const manifests = manifestsOf(a, b);
  const configs = { a: configOf(a), b: configOf(b) };
  const identity = { a: identityOf(a, configs.a, manifests.a), b: identityOf(b, configs.b, manifests.b) };
  const config = compareDocuments('config', configs, layers, masks);
  const manifest = compareDocuments('manifest', manifests, layers, masks);
  const otherV1Ids = hasOtherV1Ids(a, b);
  const causes = causesOf({ identity, layers, files, config, manifest, otherFiles, mayRegroup, otherV1Ids });
  // Manifests and configs only state which bytes there should be.
  const areSame = layers.every(({ state }) => state === 'same') && !otherV1Ids;
  const isOne = areSame && (manifests.a && manifests.b ? manifest.diff.same : config.diff.same);
  const isKnown =
    layers.every(({ entries }) => (entries?.unread ?? 0) === 0) && !files.unread.includes(1) && files.left === 0;
  return {
    identity,
    verdict: verdictOf(causes, isOne, isKnown),
    counts: causeCounts(causes),
    causes,
    manifest: manifest.diff,
    config: config.diff,
    layers,
    built: builtOn(layers),
    files,
    sharedBytes: sum(layers, (row) => (row.state === 'same' ? row.a : null)),
    bytes: { a: sum(layers, (row) => row.a), b: sum(layers, (row) => row.b) },
    wanted: contents ? { a: [], b: [] } : { a: sideA.wanted.finish(), b: sideB.wanted.finish() },
  };
}

/** Share of paths that may differ between images whose layers were regrouped. */
const OTHERS_OF_REGROUPED = 0.1;

type Work = ReturnType<typeof workOf>;

function workOf(
  { tree, files }: DiffSide,
  stated: DiffSide,
  layers: readonly DiffLayer[],
  contents: readonly LayerContents[],
) {
  const without = new Set(layers.flatMap((_, layer) => (stated.files[layer] ? [] : [layer])));
  return {
    tree,
    files,
    diffIds: layers.map(({ diffId }) => diffId),
    measured: layers.map(({ measured }) => measured),
    contents: new Map(contents.map((each) => [each.layer, each])),
    wanted: new Wanted(without),
  };
}

function layerRow(sideA: Work, a: DiffLayer | undefined, sideB: Work, b: DiffLayer | undefined): LayerRow {
  const row = { state: layerState(a, b), a: a ?? null, b: b ?? null, entries: null };
  if (row.state !== 'changed' || !a || !b) return row;
  const [atA, atB] = [a.number - 1, b.number - 1];
  const [filesA, filesB] = [sideA.files[atA], sideB.files[atB]];
  if (!filesA || !filesB) return row;
  sideA.wanted.headers(atA);
  sideB.wanted.headers(atB);
  const left = { files: filesA, contents: sideA.contents.get(atA) ?? null };
  const right = { files: filesB, contents: sideB.contents.get(atB) ?? null };
  const entries = compareEntries(left, right, ([rowA, rowB]) => {
    if (sideA.wanted.isFull || sideB.wanted.isFull) return;
    sideA.wanted.file(atA, rowA);
    sideB.wanted.file(atB, rowB);
  });
  return { ...row, entries };
}

function identityOf({ image }: DiffSide, config: Document | null, manifest: Document | null): DiffIdentity {
  return {
    names: image.names,
    imageId: config?.origin === 'found' ? config.digest : null,
    manifestDigest: manifest?.digest ?? null,
    platform: image.platform,
    layouts: FORMAT_IDS.filter((format) => image.stated.some((stated) => stated.format === format)),
  };
}

function hasOtherV1Ids(a: DiffSide, b: DiffSide): boolean {
  const ids = ({ image }: DiffSide): string[] =>
    image.stated
      .map(({ layers }) =>
        layers
          .map(({ v1Id }) => v1Id ?? '')
          .join(' ')
          .trim(),
      )
      .filter(Boolean);
  const [ofA, ofB] = [ids(a), ids(b)];
  return ofA.length > 0 && ofB.length > 0 && !ofA.some((each) => ofB.includes(each));
}

function verdictOf(causes: readonly Cause[], isOne: boolean, isKnown: boolean): DiffVerdict {
  if (isOne) return 'identical';
  const has = (wanted: CauseCode): boolean => causes.some(({ code }) => code === wanted);
  const counts = causeCounts(causes);
  if (counts.content > 0) return 'different';
  if (has('layers-unchecked') && !has('layers-unread')) return 'unchecked';
  if (!isKnown || has('layers-unread')) return 'unknown';
  return counts.metadata > 0 ? 'metadata' : 'same';
}

function sum(layers: readonly LayerRow[], of: (row: LayerRow) => DiffLayer | null): number {
  return layers.reduce((total, row) => total + (of(row)?.size ?? 0), 0);
}
