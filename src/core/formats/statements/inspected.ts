import type { Document } from '../../model/archive';
import type { Fact, Statement } from '../../model/integrity';
import { mediaTypeInfo } from '../../model/mediaType';
import { valueOf } from '../documents';
import { entryPointer } from '../links';
import { printedPath } from '../loneDocument';
import { Inspected } from '../shapes';
import { state, type Place, type StatingContext } from './context';
import { descriptorStatements, ownType } from './descriptors';

/** What `docker manifest inspect -v` prints of each manifest: its descriptor, held against the manifest that is printed with it. */
export function inspectedStatements(context: StatingContext, document: Document): Statement[] {
  return (valueOf(document, Inspected)?.manifests ?? []).flatMap((descriptor, i) => {
    const about = mediaTypeInfo(descriptor.mediaType ?? '')?.role === 'index' ? 'index' : 'manifest';
    const place: Place = { document, pointer: entryPointer(document, i), about, required: false };
    const printed = context.documents.get(printedPath(i));
    return printed ? reprinted(place, descriptor, printed) : descriptorStatements(context, place, descriptor);
  });
}

/** The registry's bytes are not here, only what they say: the printed ones have another layout, and no digest and size to hold against these. */
const REPRINTED: Fact = { from: 'reading', actual: null, otherwise: 'unknown', reason: 'reprinted', proof: null };

function reprinted(
  { document, pointer, about, required }: Place,
  {
    digest,
    size,
    mediaType,
  }: { digest: string; size?: number | null | undefined; mediaType?: string | null | undefined },
  printed: Document,
): Statement[] {
  const base = { about, document: document.id, target: printed.path, required } as const;
  const all = [state({ ...base, kind: 'digest', pointer: `${pointer}/digest`, claimed: digest, fact: REPRINTED })];
  if (size != null)
    all.push(state({ ...base, kind: 'size', pointer: `${pointer}/size`, claimed: `${size}`, fact: REPRINTED }));
  // What it says of its own type does not hang on its layout.
  const typed =
    mediaType == null
      ? null
      : ownType({ ...base, number: null, pointer: `${pointer}/mediaType`, claimed: mediaType }, printed);
  return typed ? [...all, typed] : all;
}
