import type { Report } from '../../archive/reportSchema';
import type { EngineError } from '../../errors';
import { signsOf } from './codes';
import type { HostileCase, Kind } from './set';

/** What opening a file came to, as far as the set has words for it. */
export interface Observation {
  /** Notices that only say what is good to know leave a file in order: then it is of two kinds. */
  readonly kinds: readonly Kind[];
  /** Everything that was said, in the words of the table of codes. */
  readonly signs: ReadonlySet<string>;
  /** Null when nothing could be shown. */
  readonly images: number | null;
  /** Of the first image. */
  readonly layers: number | null;
  /** Paths of the first image that are no folders, with all layers applied; null when nothing is known of them. */
  readonly files: ReadonlySet<string> | null;
}

/** Verdicts of rows that leave nobody content. */
const ODD: ReadonlySet<Report['integrity']['rows'][number]['verdict']> = new Set([
  'mismatch',
  'missing',
  'ambiguous',
  'unknown',
]);

type Said = Pick<EngineError, 'code' | 'details'>;

/** Nothing could be shown. What stopped it may be named in the error's details. */
export function observeError({ code, details }: Said): Observation {
  const why = details['why'];
  const signs = new Set([`error:${code}`, ...(typeof why === 'string' ? [why] : [])]);
  return { kinds: ['clear-error'], signs, images: null, layers: null, files: null };
}

/** A report is a clear error too when it has nothing to show and says so. */
export function observeReport({ images, artifacts, diagnostics, orphanCount, integrity }: Report): Observation {
  const signs = new Set<string>();
  for (const { code, details } of diagnostics) {
    signs.add(code);
    if (code === 'json-duplicate-key') signs.add(`${code}/${details['key'] === details['other'] ? 'same' : 'case'}`);
    for (const reason of [details['reason'], details['why'], details['kind']])
      if (reason !== undefined) signs.add(`${code}/${reason}`);
  }
  const odd = [
    ...images.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict !== 'matches')),
    ...integrity.rows.filter(({ verdict }) => ODD.has(verdict)),
  ];
  for (const { kind, verdict, reason } of odd) signs.add(`${kind} ${reason ?? verdict}`);
  if (orphanCount > 0) signs.add('orphan');
  if (artifacts.length > 0) signs.add('artifact');
  return {
    kinds: kindsOf(
      images.length + artifacts.length > 0,
      odd.length > 0 || diagnostics.some(({ severity }) => severity !== 'info'),
      signs.size > 0,
    ),
    signs,
    images: images.length,
    layers: images[0]?.representations[0]?.layers.length ?? null,
    files: null,
  };
}

function kindsOf(opened: boolean, odd: boolean, said: boolean): readonly Kind[] {
  if (!opened) return ['clear-error'];
  if (odd) return ['ok-with-findings'];
  return said ? ['ok', 'ok-with-findings'] : ['ok'];
}

/** Whether the outcome that the set names first came, or one that it takes for as good. */
export function isPrescribed({ outcome, expect }: HostileCase, seen: Observation): boolean {
  const { kind, also_ok: others } = outcome;
  const isKind = (text: string): text is Kind => text === 'ok' || text === 'ok-with-findings' || text === 'clear-error';
  const fits =
    isFirst(outcome, seen) ||
    others.some((other) =>
      isKind(other)
        ? seen.kinds.includes(other)
        : shows(seen, other) && (kind !== 'clear-error' || seen.kinds.includes(kind)),
    );
  if (!fits) return false;
  if (seen.images === null) return true;
  return (
    (['images', 'layers'] as const).every((count) => expect[count] === undefined || expect[count] === seen[count]) &&
    hasFiles(expect, seen.files)
  );
}

/** Whether the files are there, and are not, that the set names. */
function hasFiles(expect: HostileCase['expect'], files: Observation['files']): boolean {
  const named = (key: string): string[] => {
    const value = expect[key];
    return Array.isArray(value) ? value.map(String) : [];
  };
  if (files === null) return named('present').length === 0;
  return (
    (expect['files_final'] === undefined || expect['files_final'] === files.size) &&
    named('present').every((path) => files.has(path)) &&
    named('absent').every((path) => !files.has(path))
  );
}

/** Whether the outcome that the set names first came, which is more than no finding. */
export function isFirst({ kind, code, findings }: HostileCase['outcome'], seen: Observation): boolean {
  const codes = code === undefined ? findings : [code];
  return seen.kinds.includes(kind) && codes.every((each) => shows(seen, each));
}

function shows({ signs }: Observation, code: string): boolean {
  return signsOf(code).some((sign) => signs.has(sign));
}
