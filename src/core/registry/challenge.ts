/** Where a registry says that a token is to be had (distribution token specification). */
export interface Challenge {
  readonly realm: string;
  readonly service: string | null;
  readonly scope: string | null;
}

/** Reads `WWW-Authenticate: Bearer realm="…",service="…",scope="…"`; null for another scheme, which an anonymous reader has no answer to. */
export function parseChallenge(header: string): Challenge | null {
  const [, list] = /^\s*bearer\s+(.*)$/is.exec(header) ?? [];
  if (list === undefined) return null;
  const values = new Map<string, string>();
  for (const [, name = '', quoted, plain] of list.matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi)) {
    values.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  }
  const realm = values.get('realm');
  if (realm === undefined || !/^https?:\/\//i.test(realm)) return null;
  return { realm, service: values.get('service') ?? null, scope: values.get('scope') ?? null };
}

/** The address of an anonymous token. */
export function tokenUrl({ realm, service, scope }: Challenge): string {
  const query = [
    ...(service === null ? [] : [`service=${encodeURIComponent(service)}`]),
    ...(scope === null ? [] : [`scope=${encodeURIComponent(scope)}`]),
  ].join('&');
  return query === '' ? realm : `${realm}${realm.includes('?') ? '&' : '?'}${query}`;
}
