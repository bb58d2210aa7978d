import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language, TextEncodingName } from '../../core/model/fileLook';
import { useI18n } from '../../i18n/i18n';
import { runFor, runInSlices } from '../documents/slices';
import { TextView } from '../documents/TextView';
import { layOutFile, textOf, type FileLayout } from './fileText';

const SLICE_MILLISECONDS = 12;

/** The bytes as text, coloured by what it is written in; what was there before stays until more is laid out. */
export function FileText({
  path,
  bytes,
  encoding,
  language,
  onRows,
}: {
  path: string;
  bytes: Uint8Array;
  encoding: TextEncodingName;
  language: Language;
  /** Told how many rows there are. */
  onRows: (count: number) => void;
}): ReactNode {
  const { t, rich } = useI18n();
  const work = useMemo(() => {
    const job = layOutFile(textOf(bytes, encoding), language);
    return { job, first: runFor(job, SLICE_MILLISECONDS) };
  }, [bytes, encoding, language]);
  const [later, setLater] = useState<FileLayout | null>(null);
  useEffect(() => {
    if (work.first) return undefined;
    const stop = new AbortController();
    runInSlices(work.job, SLICE_MILLISECONDS, stop.signal, setLater);
    return () => stop.abort();
  }, [work]);
  const layout = work.first?.value ?? later;
  const count = layout?.rows.count ?? 0;
  useEffect(() => onRows(count), [onRows, count]);
  if (!layout) return <p className="muted">{rich('inside.reading')}</p>;
  return (
    <TextView
      text={layout.text}
      tokens={layout.tokens}
      rows={layout.rows}
      pretty={false}
      names={null}
      at={null}
      label={t('inside.text', { path: path.slice(0, 200) })}
    />
  );
}
