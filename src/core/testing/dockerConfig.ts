import type { Json, JsonObject } from './goJson';
import { isObject } from './goJson';

/** Docker's container config in Go order, with what an empty one is written as; undefined: left out when empty. */
const CONTAINER_CONFIG: readonly (readonly [name: string, empty: Json | undefined])[] = [
  ['Hostname', ''],
  ['Domainname', ''],
  ['User', ''],
  ['AttachStdin', false],
  ['AttachStdout', false],
  ['AttachStderr', false],
  ['ExposedPorts', undefined],
  ['Tty', false],
  ['OpenStdin', false],
  ['StdinOnce', false],
  ['Env', null],
  ['Cmd', null],
  ['Healthcheck', undefined],
  ['ArgsEscaped', undefined],
  ['Image', ''],
  ['Volumes', null],
  ['WorkingDir', ''],
  ['Entrypoint', null],
  ['NetworkDisabled', undefined],
  ['MacAddress', undefined],
  ['OnBuild', null],
  ['Labels', null],
  ['StopSignal', undefined],
  ['StopTimeout', undefined],
  ['Shell', undefined],
];

/** A container config as Docker writes it: every member in its place, the empty ones too. */
export function containerConfig(values: Json | undefined): JsonObject {
  const given = isObject(values) ? values : {};
  return Object.fromEntries(
    CONTAINER_CONFIG.flatMap(([name, empty]) => {
      const value = given[name] ?? empty;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
