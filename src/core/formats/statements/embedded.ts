import { parseDigest } from '../../model/digest';
import type { Statement } from '../../model/integrity';
import { embeddedBytes } from '../embedded';
import type { Descriptor } from '../shapes';
import { query, reading, state, type Place, type StatingContext } from './context';

/** What a descriptor says of the content that it carries in itself: its digest and, where that is not so, its size (OCI image-spec descriptor.md, `data`). */
export function embeddedStatements(
  { digest: digestOf }: StatingContext,
  place: Place,
  { data, digest, size }: Pick<Descriptor, 'data' | 'digest' | 'size'>,
): Statement[] {
  if (data == null) return [];
  const { document, pointer, about, number = null } = place;
  const base = { kind: 'embedded', about, number, document: document.id, target: document.path } as const;
  if (document.redacted) {
    const fact = { ...reading(null, 'unknown', null), reason: 'redacted' } as const;
    return [state({ ...base, pointer: `${pointer}/data`, claimed: digest, fact })];
  }
  const bytes = embeddedBytes(data);
  const inside = { ...query(`${pointer}/data`), base64: 'plain' } as const;
  const { span } = document;
  const algorithm = parseDigest(digest)?.algorithm ?? '';
  const actual = bytes && digestOf(algorithm, bytes);
  const proof = actual !== null && span ? ({ by: 'hash', algorithm, span, unpack: 'none', inside } as const) : null;
  const all = [
    state({
      ...base,
      pointer: `${pointer}/data`,
      claimed: digest,
      fact: reading(actual, bytes && actual === null ? 'unknown' : 'mismatch', proof),
    }),
  ];
  if (bytes && size != null && size !== bytes.length) {
    const counted = span && ({ by: 'size', span, unpack: 'none', inside } as const);
    const fact = reading(`${bytes.length}`, 'mismatch', counted);
    all.push(state({ ...base, pointer: `${pointer}/size`, claimed: `${size}`, fact }));
  }
  return all;
}
