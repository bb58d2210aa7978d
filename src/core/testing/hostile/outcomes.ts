import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ERROR_CODES } from '../../errors';
import type { Outcome } from './run';
import { CACHE, type HostileSet } from './set';

const FILE = join(CACHE, 'hostile-outcomes.json');
const CORE = fileURLToPath(new URL('../../', import.meta.url));
const LOCK = fileURLToPath(new URL('../../../../package-lock.json', import.meta.url));

const Kept = v.object({
  of: v.string(),
  outcomes: v.record(
    v.string(),
    v.union([v.object({ error: v.picklist(ERROR_CODES) }), v.object({ report: v.string() })]),
  ),
});

/** Keeps what came of each case here, by its id, for those that compare with it: it takes most of a minute to find out. */
export function keepOutcomes(set: HostileSet, outcomes: ReadonlyMap<string, Outcome>): void {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(FILE, JSON.stringify({ of: stateOf(set), outcomes: Object.fromEntries(outcomes) }));
}

/** What {@link keepOutcomes} kept; nothing when that was of another set, or of an engine that is not the one that is there now. */
export function keptOutcomes(set: HostileSet): ReadonlyMap<string, Outcome> {
  if (!existsSync(FILE)) return new Map();
  const kept = v.parse(Kept, JSON.parse(readFileSync(FILE, 'utf8')));
  return new Map(kept.of === stateOf(set) ? Object.entries(kept.outcomes) : []);
}

/** Everything that outcomes hang on, in one name: the set, the engine, and the packages it uses. */
function stateOf({ folder }: HostileSet): string {
  const engine = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'),
  );
  const hash = createHash('sha256').update(folder);
  for (const path of [LOCK, ...engine.sort().map((each) => join(CORE, each))]) hash.update(readFileSync(path));
  return hash.digest('hex');
}
