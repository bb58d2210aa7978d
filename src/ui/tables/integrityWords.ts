import { DOCUMENT_KINDS } from '../../core/model/archive';
import type { IntegrityRow, RowVerdict } from '../../core/model/integrity';
import type { MessageId } from '../../i18n/en';
import type { I18n } from '../../i18n/i18n';

/** What a row is about, in words: `DiffID: layer 2`. */
export function whatText({ t, words }: Pick<I18n, 't' | 'words'>, { kind, about, number }: IntegrityRow): string {
  const subject = words(`subject.${about}`, { number: number ?? 0 });
  return t('integrity.ofSubject', { kind: words(`rowKind.${kind}`), subject });
}

/** The word for a verdict: not all that matches here is bytes. */
export function verdictWord(verdict: RowVerdict): MessageId {
  return verdict === 'matches' ? 'integrity.holds' : `verdict.${verdict}`;
}

/** Of a document that nothing points at, the words for what is there: it is no value that somebody wrote. */
export function actualWords({ kind, actual }: IntegrityRow): MessageId | null {
  const document = kind === 'orphan' ? DOCUMENT_KINDS.find((each) => each === actual) : undefined;
  return document ? `document.${document}` : null;
}

/** Where it is said, as `document#pointer`; null when a name in the tar says it. */
export function placeText({ document, pointer }: IntegrityRow): string | null {
  return document === null ? null : `${document}${pointer === '' ? '' : `#${pointer}`}`;
}

/** A place as it fits a cell: of a blob, the first digits of its digest. */
export function shortPlace(text: string): string {
  return text.replace(/^(?:.*\/)?blobs\/[^/#]+\//, '').replace(/([0-9a-f]{12})[0-9a-f]{20,}/g, '$1…');
}
