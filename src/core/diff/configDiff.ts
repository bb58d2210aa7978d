import type { JsonNode } from '../bytes/jsonTree';
import type { Masks } from '../config/masks';
import type { CauseCode, LayerRow } from '../model/imageDiff';
import { commonPairs } from './align';
import { membersOf, type JsonText } from './jsonForms';
import { ValueDiffs, type CauseOf } from './values';

const PLATFORM = new Set(['architecture', 'os', 'variant', 'os.version', 'os.features']);
/** What Docker's builder notes of the container that it built in (moby image/spec v1.2; container/images leaves it out of OCI configs). */
const BUILDER = new Set([
  'container',
  'container_config',
  'docker_version',
  'id',
  'parent',
  'parent_id',
  'throwaway',
  'Size',
  'comment',
  'layer_id',
]);
const BUILDER_RUN = new Set([
  'Hostname',
  'Domainname',
  'AttachStdin',
  'AttachStdout',
  'AttachStderr',
  'Tty',
  'OpenStdin',
  'StdinOnce',
  'Image',
  'MacAddress',
  'NetworkDisabled',
  // Of Windows alone, and no instruction of a Dockerfile.
  'ArgsEscaped',
]);
const RUN = new Set([
  'User',
  'ExposedPorts',
  'Entrypoint',
  'Cmd',
  'Volumes',
  'WorkingDir',
  'StopSignal',
  'StopTimeout',
  'Healthcheck',
  'OnBuild',
  'Shell',
]);

/** The values in which two configs differ, by key; environment by name, history by step. DiffIDs are told as layers. */
export function configValues(a: JsonText, b: JsonText, layers: readonly LayerRow[], masks: Masks): ValueDiffs {
  const diffs = new ValueDiffs(masks, causeOf);
  const [left, right] = [membersOf(a.root), membersOf(b.root)];
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const [ofA, ofB] = [left.get(name), right.get(name)];
    if (name === 'rootfs') compareRootfs(diffs, ofA, ofB);
    else if (name === 'history') compareHistory(diffs, ofA, ofB, layers);
    else if (name === 'config' && ofA?.type === 'object' && ofB?.type === 'object') compareRun(diffs, ofA, ofB);
    else diffs.compare([name], ofA, ofB);
  }
  return diffs;
}

const causeOf: CauseOf = ([top = '', name = '', member = ''], isEmpty): CauseCode => {
  if (isEmpty) return 'config-empty';
  if (top === 'created') return 'config-created';
  if (top === 'history') return member === 'created' ? 'history-created' : 'history';
  if (PLATFORM.has(top)) return 'platform';
  if (BUILDER.has(top) || top.startsWith('moby.')) return 'builder-fields';
  if (top !== 'config') return 'config-other';
  if (name === 'Env') return 'environment';
  if (name === 'Labels') return 'labels';
  if (BUILDER_RUN.has(name)) return 'builder-fields';
  return RUN.has(name) || name === '' ? 'execution' : 'config-other';
};

function compareRootfs(diffs: ValueDiffs, a: JsonNode | undefined, b: JsonNode | undefined): void {
  const [left, right] = [membersOf(a), membersOf(b)];
  left.delete('diff_ids');
  right.delete('diff_ids');
  diffs.each(['rootfs'], left, right);
}

function compareRun(diffs: ValueDiffs, a: JsonNode, b: JsonNode): void {
  const [left, right] = [membersOf(a), membersOf(b)];
  const [envA, envB] = [left.get('Env'), right.get('Env')];
  if (envA?.type === 'array' && envB?.type === 'array') {
    const [byNameA, byNameB] = [variables(envA), variables(envB)];
    const before = diffs.count;
    diffs.each(['config', 'Env'], byNameA, byNameB);
    // The same variables in another order, or one of them twice.
    if (diffs.count === before) diffs.compare(['config', 'Env'], envA, envB);
    left.delete('Env');
    right.delete('Env');
  }
  diffs.each(['config'], left, right);
}

function variables(env: JsonNode): Map<string, JsonNode> {
  return new Map((env.children ?? []).map((each) => [`${each.value ?? ''}`.split('=', 1)[0] ?? '', each]));
}

/** Steps whose layer the other image has not are told as layers. */
function compareHistory(
  diffs: ValueDiffs,
  a: JsonNode | undefined,
  b: JsonNode | undefined,
  layers: readonly LayerRow[],
): void {
  const lone = (side: 'a' | 'b'): Set<number> =>
    new Set(layers.flatMap((row) => (row.a && row.b ? [] : (row[side]?.number ?? []))));
  const [stepsA, stepsB] = [stepsOf(a, lone('a')), stepsOf(b, lone('b'))];
  const key = (number: number): readonly string[] => ['history', `${number}`];
  const isEven = stepsA.length === stepsB.length;
  const pairs = isEven
    ? stepsA.map((_, at) => [at, at] as const)
    : commonPairs(stepsA.map(wordsOf), stepsB.map(wordsOf));
  for (const [atA, atB] of pairs) diffs.compare(key(stepsB[atB]?.number ?? 0), stepsA[atA]?.node, stepsB[atB]?.node);
  if (isEven) return;
  const [pairedA, pairedB] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, at]) => at))];
  stepsA.forEach(({ number, node }, at) => pairedA.has(at) || diffs.add(key(number), node, undefined));
  stepsB.forEach(({ number, node }, at) => pairedB.has(at) || diffs.add(key(number), undefined, node));
}

interface Step {
  /** From 1, the oldest. */
  readonly number: number;
  readonly node: JsonNode;
}

function stepsOf(history: JsonNode | undefined, without: ReadonlySet<number>): Step[] {
  let layers = 0;
  return (history?.type === 'array' ? (history.children ?? []) : []).flatMap((node, index) => {
    const layer = membersOf(node).get('empty_layer')?.value === true ? null : ++layers;
    return layer !== null && without.has(layer) ? [] : [{ number: index + 1, node }];
  });
}

function wordsOf({ node }: Step): string {
  const members = membersOf(node);
  return `${members.get('created_by')?.value ?? ''} ${members.get('empty_layer')?.value ?? false}`;
}
