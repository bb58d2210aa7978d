import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { hasTool } from '../nativeTools';

const KINDS = ['ok', 'ok-with-findings', 'clear-error'] as const;
export type Kind = (typeof KINDS)[number];

const HostileCase = v.object({
  name: v.string(),
  /** Relative to the folder of the set. */
  file: v.string(),
  class: v.string(),
  description: v.string(),
  outcome: v.object({
    kind: v.picklist(KINDS),
    /** Of `ok-with-findings`: what must be said at least. */
    findings: v.optional(v.array(v.string()), []),
    /** Of `clear-error`. */
    code: v.optional(v.string()),
    /** Other outcomes that are as good: a kind, or a code. */
    also_ok: v.optional(v.array(v.string()), []),
  }),
  limits: v.optional(v.partial(v.object({ time_ms: v.number(), worker_heap_mb: v.number() })), {}),
  expect: v.optional(v.record(v.string(), v.unknown()), {}),
});
/** One hostile file and what must come of opening it. */
export type HostileCase = v.InferOutput<typeof HostileCase>;

const HostileIndex = v.object({
  limits_default: v.object({ time_ms: v.number(), worker_heap_mb: v.number() }),
  cases: v.array(HostileCase),
});

/** `class/name`. */
export function caseId(each: HostileCase): string {
  return `${each.class}/${each.name}`;
}

export interface HostileSet {
  readonly folder: string;
  /** What every case must keep to that does not say otherwise. */
  readonly limits: { readonly time_ms: number; readonly worker_heap_mb: number };
  readonly cases: readonly HostileCase[];
}

const SHARED = process.env['TABAQA_SHARED'];
const GENERATOR = SHARED === undefined ? null : join(SHARED, 'reliability', 'gen.py');
/** What is made once and kept, under the project's folder. */
export const CACHE = fileURLToPath(new URL('../../../../.cache/', import.meta.url));

/** Whether {@link makeHostileSet} can do it here: the generator is there, and Python to run it. */
export const canMakeHostileSet = GENERATOR !== null && existsSync(GENERATOR) && hasTool('python3');

/** The set, written to the cache folder (100 MiB, some 20 seconds) when it is not there as this generator writes it. */
export function makeHostileSet(): HostileSet {
  if (GENERATOR === null) throw new Error('no generator');
  const version = createHash('sha256').update(readFileSync(GENERATOR)).digest('hex').slice(0, 12);
  const folder = join(CACHE, `hostile-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(CACHE, { recursive: true });
    const unfinished = mkdtempSync(`${folder}.`);
    execFileSync('python3', [GENERATOR, unfinished], { stdio: 'ignore' });
    // Two tests may be at it: the first wins.
    if (existsSync(folder)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, folder);
  }
  const { limits_default: limits, cases } = v.parse(
    HostileIndex,
    JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')),
  );
  return { folder, limits, cases };
}
