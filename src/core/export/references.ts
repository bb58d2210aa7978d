/** A name with a tag, spelled out (distribution reference/normalize.go). */
export interface Reference {
  /** With the registry: `docker.io/library/busybox`. */
  readonly repository: string;
  readonly tag: string;
}

const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DEFAULT_REGISTRY = 'docker.io';
const OFFICIAL = `${DEFAULT_REGISTRY}/library/`;
const NAME_LENGTH = 255;

/** Reads a name as Docker and containers/image do: `busybox` is `docker.io/library/busybox:latest`. Null for a text that is no name, and for a name by digest. */
export function parseReference(name: string): Reference | null {
  const colon = name.lastIndexOf(':');
  const hasTag = colon > name.lastIndexOf('/');
  const tag = hasTag ? name.slice(colon + 1) : 'latest';
  const repository = spelledOut(hasTag ? name.slice(0, colon) : name);
  const [registry = '', ...path] = repository.split('/');
  const isValid =
    TAG.test(tag) &&
    repository.length <= NAME_LENGTH &&
    /^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]|\[[0-9a-f:]+\])(?::\d+)?$/.test(registry) &&
    path.every((component) => COMPONENT.test(component));
  return isValid ? { repository, tag } : null;
}

/** The first part of a name is a registry when it could be no part of a path. */
function spelledOut(name: string): string {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const hasRegistry = /[.:A-Z]/.test(first) || first === 'localhost';
  const full = hasRegistry ? name : `${DEFAULT_REGISTRY}/${name}`;
  const isOfficial = full.startsWith(`${DEFAULT_REGISTRY}/`) && !full.slice(DEFAULT_REGISTRY.length + 1).includes('/');
  return isOfficial ? OFFICIAL + full.slice(DEFAULT_REGISTRY.length + 1) : full;
}

/** Spelled out, as containers/image and containerd write names. */
export function fullName({ repository, tag }: Reference): string {
  return `${repository}:${tag}`;
}

/** As Docker writes names, without what it takes for granted. */
export function familiarName({ repository, tag }: Reference): string {
  const prefix = [OFFICIAL, `${DEFAULT_REGISTRY}/`].find((each) => repository.startsWith(each)) ?? '';
  return `${repository.slice(prefix.length)}:${tag}`;
}

/** The names of an image that cannot be written as names. */
export function notReferences(names: readonly string[]): string[] {
  return names.filter((name) => parseReference(name) === null);
}

/** The names of an image that can be written as names, each once. */
export function referencesOf(names: readonly string[]): Reference[] {
  const references = names.flatMap((name) => parseReference(name) ?? []);
  return [...new Map(references.map((reference) => [fullName(reference), reference])).values()];
}
