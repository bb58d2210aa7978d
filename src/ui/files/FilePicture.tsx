import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { LIMITS } from '../../core/limits';
import type { FileRef } from '../../core/model/fileBytes';
import type { PictureLook } from '../../core/model/fileLook';
import { useI18n } from '../../i18n/i18n';
import { Ltr } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import { FileProgress } from './FileProgress';
import type { FileReading, FileState } from './useFile';

/** A picture, drawn from its own bytes under the type that these show, and under no other; not one whose header asks for too much memory. */
export function FilePicture({
  path,
  file,
  look,
  reading,
  state,
}: {
  path: string;
  file: FileRef;
  look: PictureLook;
  reading: FileReading;
  state: Extract<FileState, { kind: 'read' }>;
}): ReactNode {
  const { t, rich, formatBytes } = useI18n();
  const { width, height, type } = look;
  const { bytes, cut, more, failure } = state;
  const { readTo, stop } = reading;
  const isTooLarge = width * height > LIMITS.fileImagePixels || file.size > LIMITS.fileImageBytes;
  const isWhole = bytes.length >= file.size || cut;
  const [isBroken, setBroken] = useState(false);
  const wantsMore = !isTooLarge && !isWhole && !more && !failure;
  useEffect(() => {
    if (wantsMore) readTo(file.size);
  }, [wantsMore, readTo, file.size]);
  const url = useMemo(
    () => (isTooLarge || !isWhole ? null : URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))),
    [isTooLarge, isWhole, bytes, type],
  );
  useEffect(() => () => void (url !== null && URL.revokeObjectURL(url)), [url]);
  if (isTooLarge || isBroken) {
    const amounts = { pixels: <Ltr>{`${width} × ${height}`}</Ltr>, size: <bdi>{formatBytes(file.size)}</bdi> };
    return (
      <p className="file-note" role="note">
        <Icon name="warning" />{' '}
        <span>{isTooLarge ? rich('inside.picture.tooLarge', amounts) : rich('inside.picture.broken')}</span>
      </p>
    );
  }
  if (failure) return <p role="alert">{rich('inside.failed', { why: rich(`error.${failure.code}.title`) })}</p>;
  if (url === null) return <FileProgress progress={more?.progress ?? null} onStop={stop} />;
  return (
    <div className="file-picture">
      <img
        src={url}
        alt={t('inside.picture.alt', { path })}
        width={width}
        height={height}
        onError={() => setBroken(true)}
      />
    </div>
  );
}
