import type { Failure } from '../../app/state';
import type { Details } from '../../core/errors';
import { enApp } from '../../i18n/en.app';

type KindId = Extract<keyof typeof enApp, `kind.${string}`>;
type Kind = KindId extends `kind.${infer K}` ? K : never;

const isKind = (text: string): text is Kind => Object.hasOwn(enApp, `kind.${text}`);

/** What the first bytes are, when the failure says so: a kind that has words. */
export function sawKind(details: Details): Kind | null {
  if (details['kind'] === undefined) return null;
  const kind = String(details['kind']);
  return isKind(kind) ? kind : 'unknown';
}

/** A failure as text for a bug report: names and numbers, no content of the file. */
export function failureDetails(name: string, size: number, { code, message, details }: Failure): string {
  return JSON.stringify({ error: code, message, file: { name, size }, details }, null, 2);
}
