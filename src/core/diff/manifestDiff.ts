import type { JsonNode } from '../bytes/jsonTree';
import type { Masks } from '../config/masks';
import type { LayerRow } from '../model/imageDiff';
import { mediaTypeInfo } from '../model/mediaType';
import { membersOf, type JsonText } from './jsonForms';
import { ValueDiffs, type CauseOf } from './values';

/** Follow from the bytes that they name. */
const CONSEQUENCES = new Set(['digest', 'size']);

/** The values in which two manifests differ, but for what follows from config and layers: their digests, sizes and compressions. */
export function manifestValues(a: JsonText, b: JsonText, layers: readonly LayerRow[], masks: Masks): ValueDiffs {
  const diffs = new ValueDiffs(masks, causeOf);
  const [left, right] = [membersOf(a.root), membersOf(b.root)];
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const [ofA, ofB] = [left.get(name), right.get(name)];
    if (name === 'layers' && ofA?.type === 'array' && ofB?.type === 'array') compareLayers(diffs, ofA, ofB, layers);
    else if (name === 'config' && ofA && ofB) compareDescriptor(diffs, ['config'], ofA, ofB);
    else diffs.compare([name], ofA, ofB);
  }
  return diffs;
}

const causeOf: CauseOf = (key) => {
  const [top = ''] = key;
  if (key.at(-1) === 'mediaType') return 'media-types';
  if (top === 'annotations') return 'annotations';
  return top === 'layers' && key.includes('annotations') ? 'layer-annotations' : 'manifest-other';
};

function compareLayers(diffs: ValueDiffs, a: JsonNode, b: JsonNode, layers: readonly LayerRow[]): void {
  for (const row of layers) {
    if (!row.a || !row.b) continue;
    const [ofA, ofB] = [a.children?.[row.a.number - 1], b.children?.[row.b.number - 1]];
    if (ofA && ofB) compareDescriptor(diffs, ['layers', `${row.b.number}`], ofA, ofB);
  }
}

function compareDescriptor(diffs: ValueDiffs, key: readonly string[], a: JsonNode, b: JsonNode): void {
  const [left, right] = [membersOf(a), membersOf(b)];
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    if (CONSEQUENCES.has(name)) continue;
    const [ofA, ofB] = [left.get(name), right.get(name)];
    if (name === 'mediaType' && key[0] === 'layers' && isRecompressed(ofA, ofB)) continue;
    diffs.compare([...key, name], ofA, ofB);
  }
}

/** Two types that differ in the compression that they name, and in nothing else. */
function isRecompressed(a: JsonNode | undefined, b: JsonNode | undefined): boolean {
  const [left, right] = [mediaTypeInfo(`${a?.value}`), mediaTypeInfo(`${b?.value}`)];
  return (
    left?.role === 'layer' && right?.role === 'layer' && left.family === right.family && left.foreign === right.foreign
  );
}
