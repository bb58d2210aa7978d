import type { DiagnosticCode, Details, ErrorCode } from '../core/errors';
import { enReasons } from './en.reasons';
import { enSchema1 } from './en.schema1';

type ReasonId = keyof typeof enReasons | keyof typeof enSchema1;

/** Codes that come with a reason: the detail that holds it, and the first part of its messages' names. */
const REASON_OF: Readonly<Partial<Record<DiagnosticCode | ErrorCode, readonly [detail: string, prefix: string]>>> = {
  'wrapper-corrupt': ['why', 'corrupt'],
  'unsupported-compression': ['why', 'corrupt'],
  'layer-corrupt': ['why', 'corrupt'],
  'not-a-document': ['why', 'notDocument'],
  'tar-bad-pax': ['reason', 'pax'],
  'schema1-signature-malformed': ['reason', 'malformed'],
  'tar-unsafe-name': ['reason', 'unsafeName'],
  'whiteout-odd': ['reason', 'whiteout'],
  'tar-misleading-name': ['reason', 'misleadingName'],
  'toc-unusable': ['why', 'tocProblem'],
  'tar-damaged': ['why', 'damage'],
  'document-unreadable': ['why', 'unreadable'],
};

const isReason = (id: string): id is ReasonId => Object.hasOwn(enReasons, id) || Object.hasOwn(enSchema1, id);

/** The message for the reason that a diagnostic or an error gives in its details; null when it gives none that has words. */
export function reasonMessage(code: DiagnosticCode | ErrorCode, details: Details): ReasonId | null {
  const [detail, prefix] = REASON_OF[code] ?? [];
  if (detail === undefined) return null;
  const id = `${prefix}.${details[detail]}`;
  return isReason(id) ? id : null;
}
