import { goStringify, parseExact, type GoValue } from '../bytes/goJson';
import type { Document } from '../model/archive';
import { MEDIA } from '../model/mediaType';
import { derive } from './documents';
import { goTime, isEmpty, isList, isObject, objectOf, sorted } from './goValues';

type Rule = 'keep' | 'omit-empty' | 'time' | 'sorted-map' | Fields | { readonly each: Fields };
type Fields = readonly (readonly [name: string, rule: Rule])[];

/*
 * The fields of an OCI config in the order in which Go writes them (image-spec specs-go/v1/config.go). What a Docker
 * config has beside them is dropped: Healthcheck, OnBuild, Shell, container_config and so on.
 */
const RUN_CONFIG: Fields = [
  ['User', 'omit-empty'],
  ['ExposedPorts', 'sorted-map'],
  ['Env', 'omit-empty'],
  ['Entrypoint', 'omit-empty'],
  ['Cmd', 'omit-empty'],
  ['Volumes', 'sorted-map'],
  ['WorkingDir', 'omit-empty'],
  ['Labels', 'sorted-map'],
  ['StopSignal', 'omit-empty'],
  ['ArgsEscaped', 'omit-empty'],
];
const HISTORY: Fields = [
  ['created', 'time'],
  ['created_by', 'omit-empty'],
  ['author', 'omit-empty'],
  ['comment', 'omit-empty'],
  ['empty_layer', 'omit-empty'],
];
const CONFIG: Fields = [
  ['created', 'time'],
  ['author', 'omit-empty'],
  ['architecture', 'keep'],
  ['os', 'keep'],
  ['os.version', 'omit-empty'],
  ['os.features', 'omit-empty'],
  ['variant', 'omit-empty'],
  ['config', RUN_CONFIG],
  [
    'rootfs',
    [
      ['type', 'keep'],
      ['diff_ids', 'keep'],
    ],
  ],
  ['history', { each: HISTORY }],
];

/** The OCI config that containers/image makes of a Docker config: decoded into OCI's fields and written again, so that its digest changes. */
export function ociConfig(config: Document): Promise<Document> {
  const bytes = goStringify(fields(objectOf(parseExact(config.bytes) ?? undefined), CONFIG));
  return derive('oci', {
    kind: 'config',
    path: (hex) => `blobs/sha256/${hex}`,
    mediaType: MEDIA.ociConfig,
    bytes,
    recipe: { code: 'oci-config', from: [config.id] },
  });
}

function fields(from: ReadonlyMap<string, GoValue>, rules: Fields): GoValue {
  const to = new Map<string, GoValue>();
  for (const [name, rule] of rules) {
    const value = convert(from.get(name), rule);
    if (value !== undefined) to.set(name, value);
  }
  return to;
}

function convert(value: GoValue | undefined, rule: Rule): GoValue | undefined {
  if (rule === 'keep') return value ?? '';
  if (rule === 'time') return typeof value === 'string' ? goTime(value) : undefined;
  if (typeof rule === 'string') {
    if (isEmpty(value)) return undefined;
    return rule === 'sorted-map' && isObject(value) ? sorted(value) : value;
  }
  if ('each' in rule) {
    if (!isList(value) || value.length === 0) return undefined;
    return value.map((item) => fields(objectOf(item), rule.each));
  }
  return fields(objectOf(value), rule);
}
