import type { Document } from '../../model/archive';
import type { Statement } from '../../model/integrity';
import { isEncrypted, mediaTypeInfo } from '../../model/mediaType';
import { valueOf } from '../documents';
import type { Descriptor } from '../shapes';
import { MediaTyped } from '../shapes';
import { tocStatements } from './tocs';
import { byJq, documentAt, locate, reading, state, type Located, type Place, type StatingContext } from './context';
import { embeddedStatements } from './embedded';

/** What a descriptor says of the bytes that it names: digest, size, type (OCI image-spec descriptor.md). */
export function descriptorStatements(
  context: StatingContext,
  place: Place,
  descriptor: Pick<Descriptor, 'digest' | 'size' | 'mediaType' | 'annotations' | 'data'>,
  target: Located = locate(context, descriptor.digest),
): Statement[] {
  const { pointer, about, number = null } = place;
  // What is embedded (`data`) need not be a file, too.
  const required = place.required && descriptor.data == null && !context.unreferenced.has(place.document.id);
  const base = { about, number, document: place.document.id, target: target.path, required };
  const bytes = { from: 'bytes', span: target.span } as const;
  const all = [
    state({ ...base, kind: 'digest', pointer: `${pointer}/digest`, claimed: descriptor.digest, fact: bytes }),
  ];
  if (descriptor.size != null) {
    all.push(state({ ...base, kind: 'size', pointer: `${pointer}/size`, claimed: `${descriptor.size}`, fact: bytes }));
  }
  const unpacked = descriptor.annotations?.['containerd.io/uncompressed'];
  if (unpacked != null && target.span) {
    const at = `${pointer}/annotations/containerd.io~1uncompressed`;
    all.push(state({ ...base, kind: 'diff-id', pointer: at, claimed: unpacked, fact: bytes }));
  }
  if (about === 'layer' && target.span) all.push(...tocStatements(descriptor, { ...base, pointer, fact: bytes }));
  if (descriptor.mediaType != null && target.span) {
    const fields = { ...base, pointer: `${pointer}/mediaType`, claimed: descriptor.mediaType };
    const typed =
      about === 'layer'
        ? layerType(fields, descriptor.mediaType, target)
        : ownType(fields, documentAt(context, descriptor.digest));
    if (typed) all.push(typed);
  }
  all.push(...embeddedStatements(context, place, descriptor));
  return all;
}

type TypeFields = Omit<Statement, 'kind' | 'fact'>;

/** A layer's type says how its bytes are compressed. Docker's plain type is also used for compressed bytes, and readers look at these. */
function layerType(fields: TypeFields, mediaType: string, { span }: Located): Statement | null {
  const info = mediaTypeInfo(mediaType);
  if (!span || span.length === 0 || isEncrypted(mediaType) || info?.compression === undefined) return null;
  const isCustom = info.family === 'docker' && info.compression === 'none';
  const expects = { compression: info.compression, otherwise: isCustom ? 'tolerated' : 'mismatch' } as const;
  return { ...fields, kind: 'layer-type', fact: { from: 'bytes', span, expects } };
}

/** A manifest or index says its own type, too; where it does not, what it lists shows its kind. Of a document whose type nobody knows, only what it says itself. */
export function ownType(fields: TypeFields, document: Document | null): Statement | null {
  const mediaType = fields.claimed;
  const value = valueOf(document, MediaTyped);
  const [stated, own] = [roleOf(mediaType), roleOf(value?.mediaType)];
  if (!document || !value || !mediaType || (stated === null && own === null)) return null;
  const proof = byJq(document, '.mediaType', 'mediaType');
  if (value.mediaType != null)
    return { ...fields, kind: 'media-type', fact: reading(value.mediaType, 'mismatch', proof) };
  const found = value.manifests != null ? 'index' : 'manifest';
  if (found === stated) return null;
  return {
    ...fields,
    kind: 'media-type',
    fact: reading(found, 'mismatch', byJq(document, 'keys | join(" ")', 'keys')),
  };
}

/** Manifest or index, by a type that is known as either. */
function roleOf(mediaType: string | null | undefined): 'manifest' | 'index' | null {
  const role = mediaTypeInfo(mediaType ?? '')?.role;
  return role === 'manifest' || role === 'index' ? role : null;
}
