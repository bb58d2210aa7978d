import { useEffect, useMemo, useState } from 'react';
import type { Document } from '../../core/model/archive';
import { scanJson } from './jsonTokens';
import type { Problem, Tokens } from './jsonTokens';
import { runFor, runInSlices } from './slices';
import { prettyRows, storedRows } from './textRows';
import type { TextRows } from './textRows';

/** A document's text, and how it is laid out in rows. */
export interface Layout {
  readonly tokens: Tokens | null;
  /** Why the text is not (whole) JSON; null when it is, and for documents that are plain text. */
  readonly problem: Problem | null;
  readonly stored: TextRows;
  /** Null when the text cannot be indented. */
  readonly pretty: TextRows | null;
}

export interface DocumentText {
  readonly text: string;
  /** Whether the text is all there is: bytes that are not UTF-8 cannot be shown as what they are. */
  readonly isUtf8: boolean;
  readonly isJson: boolean;
  /** Null while a large document is still being laid out. */
  readonly layout: Layout | null;
}

const SLICE_MILLISECONDS = 12;

/** Lays a document out: a small one at once, a large one in slices between which the page stays awake. */
export function useDocumentText(document: Document): DocumentText {
  const work = useMemo(() => {
    const { text, isUtf8 } = decode(document.bytes);
    const isJson = document.kind !== 'v1-version';
    const job = layOut(text, isJson);
    return { text, isUtf8, isJson, job, first: runFor(job, SLICE_MILLISECONDS) };
  }, [document.bytes, document.kind]);
  const [later, setLater] = useState<{ readonly job: object; readonly layout: Layout } | null>(null);
  const { job, first, text, isUtf8, isJson } = work;
  useEffect(() => {
    if (first) return undefined;
    const stop = new AbortController();
    runInSlices(job, SLICE_MILLISECONDS, stop.signal, (layout) => setLater({ job, layout }));
    return () => stop.abort();
  }, [job, first]);
  const layout = first?.value ?? (later?.job === job ? later.layout : null);
  return { text, isUtf8, isJson, layout };
}

function* layOut(text: string, isJson: boolean): Generator<void, Layout> {
  const scanned = isJson ? yield* scanJson(text) : null;
  const stored = yield* storedRows(text);
  const problem = scanned?.problem ?? null;
  const pretty = scanned && !problem ? yield* prettyRows(text, scanned.tokens) : null;
  return { tokens: scanned?.tokens ?? null, problem, stored, pretty };
}

function decode(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), isUtf8: false };
  }
}
