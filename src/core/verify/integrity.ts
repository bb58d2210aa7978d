import type { Measurement } from '../model/facts';
import type {
  Fact,
  IntegrityRow,
  IntegrityTable,
  Occurrence,
  Proof,
  RowKind,
  RowVerdict,
  Statement,
} from '../model/integrity';
import { ROW_VERDICTS } from '../model/integrity';
import { parseDigest } from '../model/digest';
import { spanKey, type Span } from '../model/source';
import { compareToc, TOC_ROWS, tocProof, type TocRow } from './toc';
import { compare, compareBytes, whyNotUnpacked, type KnownBytes } from './verify';

type Judged = Pick<IntegrityRow, 'verdict' | 'actual' | 'reason'> & { readonly proof: Proof | null };

/** Holds one statement against its fact. */
export function judgeStatement(statement: Statement, known: KnownBytes): Judged {
  const { fact, claimed, required } = statement;
  if (fact.from === 'reading') {
    const { actual, otherwise, reason = null, proof } = fact;
    const matches = claimed === actual;
    return { verdict: matches ? 'matches' : otherwise, actual, reason: matches ? null : reason, proof };
  }
  const judged = judgeBytes(statement, fact, known);
  return judged.verdict === 'missing' && !required ? { ...judged, verdict: 'absent' } : judged;
}

function judgeBytes({ kind, claimed, target }: Statement, { span, expects }: BytesFact, known: KnownBytes): Judged {
  if (!span) {
    const isDigest = kind !== 'digest' || parseDigest(claimed ?? '') !== null;
    const proof: Proof = { by: 'list', name: target };
    if (isDigest) return { verdict: 'missing', actual: null, reason: null, proof };
    return { verdict: 'unknown', actual: null, reason: 'algorithm', proof: null };
  }
  const measurement = known.measured.get(spanKey(span));
  if (kind === 'layer-type' && expects) {
    const proof: Proof = { by: 'magic', span };
    if (!measurement) return { verdict: 'pending', actual: null, reason: null, proof };
    const { compression } = measurement;
    const verdict = compression === expects.compression ? 'matches' : expects.otherwise;
    return { verdict, actual: compression, reason: null, proof };
  }
  if (isTocRow(kind)) {
    return { ...compareToc(kind, claimed ?? '', measurement), proof: tocProof(kind, span, measurement?.toc) };
  }
  if (kind === 'unpacked-size')
    return { ...unpackedSize(claimed, measurement), proof: unpackedProof(span, measurement) };
  if (kind === 'size')
    return {
      ...compareBytes({ kind, claimed: claimed ?? '', span }, known),
      proof: { by: 'size', span, unpack: 'none' },
    };
  const of = kind === 'diff-id' || kind === 'file-name' ? kind : 'digest';
  const compared = compareBytes({ kind: of, claimed: claimed ?? '', span }, known);
  const algorithm = parseDigest(claimed ?? '')?.algorithm ?? 'sha256';
  const unpack = kind === 'diff-id' ? measurement?.compression : 'none';
  const canProve = compared.verdict !== 'unknown' && unpack !== undefined;
  return { ...compared, proof: canProve ? { by: 'hash', algorithm, span, unpack } : null };
}

const TOC_KINDS: ReadonlySet<string> = new Set(TOC_ROWS);
const isTocRow = (kind: RowKind): kind is TocRow => TOC_KINDS.has(kind);

function unpackedSize(claimed: string | null, measurement: Measurement | undefined): Omit<Judged, 'proof'> {
  if (!measurement) return { verdict: 'pending', actual: null, reason: null };
  const size = measurement.unpackedSize;
  if (size === null) return { verdict: 'unknown', actual: null, reason: whyNotUnpacked(measurement) };
  return compare(claimed ?? '', `${size}`);
}

function unpackedProof(span: Span, measurement: Measurement | undefined): Proof | null {
  return measurement ? { by: 'size', span, unpack: measurement.compression } : null;
}

type BytesFact = Extract<Fact, { from: 'bytes' }>;

/** Rows as they are judged: counted, and the worst kept where there are more than `most`. */
export class RowList {
  private readonly byVerdict = new Map<RowVerdict, IntegrityRow[]>(ROW_VERDICTS.map((verdict) => [verdict, []]));
  private readonly counts = new Map<RowVerdict, number>(ROW_VERDICTS.map((verdict) => [verdict, 0]));
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly known: KnownBytes,
    /** Writes out how a value is obtained. */
    private readonly prove: (proof: Proof) => Pick<IntegrityRow, 'formula' | 'shell'>,
    private readonly most: number,
  ) {}

  add(statement: Statement): void {
    const { fact: _, required: __, occurrences, ...stated } = statement;
    const { proof, ...judged } = judgeStatement(statement, this.known);
    const count = (this.counts.get(judged.verdict) ?? 0) + 1;
    this.counts.set(judged.verdict, count);
    if (count > this.most) return;
    this.byVerdict.get(judged.verdict)?.push({
      id: this.idOf(statement),
      ...stated,
      ...judged,
      ...(proof ? this.prove(proof) : { formula: null, shell: null }),
      ...(occurrences && { occurrences: occurrences.map((each) => this.hashed(each)) }),
    });
  }

  private hashed(occurrence: Omit<Occurrence, 'digest' | 'shell'>): Occurrence {
    if (occurrence.type !== 'file') return { ...occurrence, digest: null, shell: null };
    const span = { offset: occurrence.offset, length: occurrence.size };
    const key = spanKey(span);
    const digest = this.known.inHand.get(key) ?? this.known.measured.get(key)?.stored['sha256'] ?? null;
    const { shell } = this.prove({ by: 'hash', algorithm: 'sha256', span, unpack: 'none' });
    return { ...occurrence, digest, shell };
  }

  finish(): Omit<IntegrityTable, 'hybrid'> {
    const rows: IntegrityRow[] = [];
    for (const verdict of ROW_VERDICTS) {
      for (const row of this.byVerdict.get(verdict) ?? []) if (rows.length < this.most) rows.push(row);
    }
    return { rows, counts: countsOf((verdict) => this.counts.get(verdict) ?? 0) };
  }

  /** What says it and where is enough in nearly all archives; a number tells the others apart. */
  private idOf({ kind, document, pointer, target }: Statement): string {
    const id = `${kind}:${document ?? target}${pointer === '' ? '' : `#${pointer}`}`;
    const count = (this.ids.get(id) ?? 0) + 1;
    this.ids.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  }
}

function countsOf(count: (verdict: RowVerdict) => number): Record<RowVerdict, number> {
  return {
    mismatch: count('mismatch'),
    missing: count('missing'),
    ambiguous: count('ambiguous'),
    unknown: count('unknown'),
    pending: count('pending'),
    tolerated: count('tolerated'),
    unreferenced: count('unreferenced'),
    repeated: count('repeated'),
    absent: count('absent'),
    matches: count('matches'),
  };
}
