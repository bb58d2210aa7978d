import type { OsRelease } from '../model/packages';
import { label, textOf } from './text';

/** `os-release` (os-release(5)): assignments as a shell reads them, without expansion. Of a key given twice the last counts. */
export function readOsRelease(bytes: Uint8Array): OsRelease {
  const values = new Map<string, string>();
  for (const line of textOf(bytes).split('\n')) {
    const [key = '', ...rest] = line.trim().split('=');
    if (/^[A-Z][A-Z0-9_]*$/.test(key)) values.set(key, unquoted(rest.join('=')));
  }
  const of = (key: string): string | null => label(values.get(key));
  return {
    id: of('ID'),
    idLike: of('ID_LIKE'),
    name: of('NAME'),
    prettyName: of('PRETTY_NAME'),
    versionId: of('VERSION_ID'),
    version: of('VERSION'),
    codename: of('VERSION_CODENAME'),
    variant: of('VARIANT'),
    buildId: of('BUILD_ID'),
    homeUrl: of('HOME_URL'),
    supportEnd: of('SUPPORT_END'),
  };
}

function unquoted(text: string): string {
  const [quote] = text;
  const isQuoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
  if (!isQuoted) return text;
  const inside = text.slice(1, -1);
  return quote === '"' ? inside.replace(/\\(["$`\\])/g, '$1') : inside;
}
