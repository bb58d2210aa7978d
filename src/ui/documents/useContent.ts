import { useEffect, useState } from 'react';
import { LIMITS } from '../../core/limits';
import type { Archive, Document } from '../../core/model/archive';
import { payloadOf, type ContentRef } from '../../core/model/contents';
import { layerOfToc } from '../../core/model/toc';
import { useServices } from '../context';

/** What there is of a document that is read only when it is looked at. */
export type Content =
  { readonly kind: 'none' | 'reading' } | { readonly kind: 'read'; readonly documents: readonly Document[] };

const NONE: Content = { kind: 'none' };
const READING: Content = { kind: 'reading' };

/**
 * The part of an artifact whose bytes, or whose payload, a document would be, or the layer whose table of contents;
 * undefined when there is none to read.
 */
function contentOf(archive: Archive, id: string): ContentRef | undefined {
  const layer = layerOfToc(id);
  if (layer !== null) {
    const span = archive.images.flatMap(({ layers }) => layers).find((each) => each.path === layer)?.span;
    return span ? { path: layer, span, mediaType: null, inside: 'toc' } : undefined;
  }
  const path = payloadOf(id) ?? id;
  return archive.artifacts
    .flatMap(({ parts }) => parts)
    .find((part) => part.path === path && part.span !== null && part.span.length <= LIMITS.documentBytes);
}

/** Reads what `id` names, and the payload of an envelope with it. `id` is null when nothing is to be read. */
export function useContent(archive: Archive, id: string | null): Content {
  const { session } = useServices();
  const [read, setRead] = useState<{ readonly id: string; readonly content: Content } | null>(null);
  useEffect(() => {
    const content = id === null ? undefined : contentOf(archive, id);
    if (id === null || !content) return undefined;
    const stop = new AbortController();
    session.openContent(content, stop.signal).then(
      (documents) => setRead({ id, content: { kind: 'read', documents } }),
      () => {
        if (!stop.signal.aborted) setRead({ id, content: NONE });
      },
    );
    return () => stop.abort();
  }, [session, archive, id]);
  if (id === null || !contentOf(archive, id)) return NONE;
  return read?.id === id ? read.content : READING;
}
