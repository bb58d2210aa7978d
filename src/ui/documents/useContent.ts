import { useEffect, useState } from 'react';
import { LIMITS } from '../../core/limits';
import type { Archive, Document } from '../../core/model/archive';
import type { ArtifactPart } from '../../core/model/artifact';
import { payloadOf } from '../../core/model/contents';
import { useServices } from '../context';

/** What there is of a document that is read only when it is looked at. */
export type Content =
  { readonly kind: 'none' | 'reading' } | { readonly kind: 'read'; readonly documents: readonly Document[] };

const NONE: Content = { kind: 'none' };
const READING: Content = { kind: 'reading' };

/** The part of an artifact whose bytes, or whose payload, a document would be; undefined when there is none to read. */
function partOf(archive: Archive, id: string): ArtifactPart | undefined {
  const path = payloadOf(id) ?? id;
  return archive.artifacts
    .flatMap(({ parts }) => parts)
    .find((part) => part.path === path && part.span !== null && part.span.length <= LIMITS.documentBytes);
}

/** Reads the part of an artifact that `id` names, and the payload of an envelope with it. `id` is null when nothing is to be read. */
export function useContent(archive: Archive, id: string | null): Content {
  const { session } = useServices();
  const [read, setRead] = useState<{ readonly id: string; readonly content: Content } | null>(null);
  useEffect(() => {
    const part = id === null ? undefined : partOf(archive, id);
    if (id === null || !part) return undefined;
    const stop = new AbortController();
    session.openContent(part, stop.signal).then(
      (documents) => setRead({ id, content: { kind: 'read', documents } }),
      () => {
        if (!stop.signal.aborted) setRead({ id, content: NONE });
      },
    );
    return () => stop.abort();
  }, [session, archive, id]);
  if (id === null || !partOf(archive, id)) return NONE;
  return read?.id === id ? read.content : READING;
}
