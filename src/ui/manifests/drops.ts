import type { MessageId } from '../../i18n/en';

/** One field that a conversion drops, of however many like it. */
export interface Drop {
  /** Names of members on the way to it; elements of arrays are left out. */
  readonly path: string;
  readonly count: number;
  /** What it was for; null when it is none of the formats' own fields. */
  readonly purpose: MessageId | null;
}

const PURPOSES: Readonly<Record<string, MessageId>> = {
  Healthcheck: 'drop.Healthcheck',
  OnBuild: 'drop.OnBuild',
  Shell: 'drop.Shell',
  StopTimeout: 'drop.StopTimeout',
  Hostname: 'drop.Hostname',
  Domainname: 'drop.Domainname',
  AttachStdin: 'drop.Attach',
  AttachStdout: 'drop.Attach',
  AttachStderr: 'drop.Attach',
  Tty: 'drop.Attach',
  OpenStdin: 'drop.Attach',
  StdinOnce: 'drop.Attach',
  Image: 'drop.Image',
  NetworkDisabled: 'drop.NetworkDisabled',
  MacAddress: 'drop.MacAddress',
  container: 'drop.container',
  container_config: 'drop.container_config',
  docker_version: 'drop.docker_version',
  id: 'drop.id',
  parent: 'drop.parent',
  throwaway: 'drop.throwaway',
  Size: 'drop.Size',
  comment: 'drop.comment',
  author: 'drop.author',
  created: 'drop.created',
  created_by: 'drop.created_by',
  annotations: 'drop.annotations',
  subject: 'drop.subject',
  artifactType: 'drop.artifactType',
  urls: 'drop.urls',
  data: 'drop.data',
  platform: 'drop.platform',
  features: 'drop.features',
};

/** The fields at these JSON pointers, those in elements of the same list together, with what each was for. */
export function dropsOf(pointers: readonly string[]): Drop[] {
  const counts = new Map<string, number>();
  for (const pointer of pointers) {
    const names = pointer
      .split('/')
      .slice(1)
      .filter((name) => !/^\d+$/.test(name));
    const path = names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')).join(' › ');
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return [...counts].map(([path, count]) => ({ path, count, purpose: purposeOf(path.split(' › ')) }));
}

/** Of the innermost name that is known: one of the annotations is an annotation. */
function purposeOf(names: readonly string[]): MessageId | null {
  if (names[0]?.startsWith('moby.') === true) return 'drop.moby';
  const known = names.findLast((name) => Object.hasOwn(PURPOSES, name));
  return known === undefined ? null : (PURPOSES[known] ?? null);
}
