import { createDigester } from '../bytes/hash';
import { documentStatements, nameStatement, type StatingContext } from '../formats/statements';
import { LIMITS, PACE } from '../limits';
import type { Archive } from '../model/archive';
import type { Measurement } from '../model/facts';
import type { IntegrityTable, Statement } from '../model/integrity';
import { spanKey, type Span } from '../model/source';
import { commonRoot, namedFiles, type NamedFiles } from '../tar/files';
import { RowList } from '../verify/integrity';
import { digestsInHand, redactedSpans, type KnownBytes } from '../verify/verify';
import { attachedStatements } from './attached';
import { chainStatements } from './chains';
import { firstReads } from './firstReads';
import { hybridCounts, hybridStatements } from './hybrids';
import { duplicateStatements, irregularStatements } from './irregular';
import { ownStatements } from './layerTocs';
import { keyStatements } from './keys';
import { proofWriter } from './proofs';
import { repeatedStatements } from './repeated';

/** No bytes are read: the source is not asked for. */
type Stating = Omit<Archive, 'source'>;

/**
 * Everything that an archive says of itself, held against what is measured so far: every claim of every document, names of
 * members, what is there for nobody or twice. At most `most` rows are listed, the worst first; all are counted.
 */
export async function integrityTable(
  archive: Stating,
  measurements: readonly Measurement[],
  most: number = LIMITS.integrityRows,
): Promise<IntegrityTable> {
  const known: KnownBytes = {
    measured: new Map(measurements.map((each) => [spanKey(each.span), each])),
    inHand: digestsInHand(archive.documents),
    redacted: redactedSpans(archive.documents),
  };
  const rows = new RowList(known, proofWriter(archive), most);
  const breathe = breather();
  const seen = new Set<string>();
  for await (const each of statements(archive, known)) {
    if (isRepetition(each, seen)) continue;
    // Of a document alone, nothing that it names is expected to be there.
    rows.add(archive.container === 'document' ? { ...each, required: false } : each);
    await breathe();
  }
  return { ...rows.finish(), hybrid: hybridCounts(archive) };
}

async function* statements(archive: Stating, known: KnownBytes): AsyncGenerator<Statement> {
  const files = namedFiles(archive.members, commonRoot(archive.members), firstReads(archive.diagnostics));
  const context: StatingContext = {
    documents: new Map(archive.documents.map((document) => [document.id, document])),
    unreferenced: new Set(archive.orphans.flatMap(({ document }) => document ?? [])),
    artifacts: new Set(archive.artifacts.flatMap(({ manifest }) => manifest ?? [])),
    find: (path) => files.find(path),
    digest: await createDigester(),
  };
  const statementsOf = documentStatements(context);
  for (const document of archive.documents) yield* statementsOf(document);
  const blobs: { path: string; span: Span }[] = [];
  for (const path of namedPaths(archive, files)) {
    const file = files.find(path);
    if (!file || file.via.length > 0) continue;
    const { span } = file;
    const kind = context.documents.get(path)?.kind;
    const named = nameStatement(path, span, kind === 'config' ? 'config' : kind ? 'document' : 'blob');
    if (named) yield named;
    blobs.push({ path, span });
  }
  yield* ownStatements(archive, known.measured);
  yield* chainStatements(archive, context);
  yield* hybridStatements(archive, context);
  yield* duplicateStatements(blobs, context, known);
  yield* irregularStatements(archive, context);
  yield* keyStatements(archive, context);
  yield* repeatedStatements(archive, files, context);
  yield* attachedStatements(archive);
}

/** Files whose names somebody gave them: beside a document alone are those that are printed inside of it. */
function namedPaths({ container }: Stating, files: NamedFiles): Iterable<string> {
  return container === 'document' ? [...files.names()].slice(0, 1) : files.names();
}

/** The same said of the same bytes: a config's layers, by each of the lists that name it. */
function isRepetition({ kind, document, pointer, fact }: Statement, seen: Set<string>): boolean {
  if (kind !== 'diff-id' && kind !== 'history-count') return false;
  const span = fact.from === 'bytes' && fact.span ? spanKey(fact.span) : '';
  const key = `${kind} ${document ?? ''}#${pointer} ${span}`;
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

/** Lets other work in between, as often as a loop must. */
function breather(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < PACE.yieldMilliseconds) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        last = performance.now();
        resolve();
      }),
    );
  };
}
