import { useEffect, useRef, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import type { Archive } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { Name } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { usePosting } from '../embed/usePosting';
import { Evidence, EvidenceSentence } from './Evidence';
import { ImagePicker } from './ImagePicker';
import './Identity.css';

/** Two lines: the file, which formats it is and on what evidence, how many images and layers, how large. */
export function Identity({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich } = useI18n();
  const { archive, imageKey } = workspace;
  const posting = usePosting();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the focus (a sample, the file button) is gone with its screen.
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, [archive]);
  const image = archive.images.find((each) => each.key === imageKey);
  const facts: ReactNode[] = [
    rich('identity.images', { count: archive.images.length, artifacts: archive.artifacts.length }),
    // Of several, the list to choose from says it of each.
    ...(image && archive.images.length === 1 ? [rich('identity.layers', { count: image.layers.length })] : []),
    <Size key="size" archive={archive} />,
  ];
  return (
    <div className="identity">
      <div className="identity-line">
        <h1 ref={title} className="identity-name" tabIndex={-1}>
          <Name>{posting?.title ?? archive.name}</Name>
        </h1>
        <Evidence archive={archive} image={image} />
      </div>
      <div className="identity-line identity-facts">
        {archive.images.length > 1 ? <ImagePicker images={archive.images} imageKey={imageKey} /> : null}
        {facts.map((fact, index) => (
          <span key={`${index}`}>{fact}</span>
        ))}
        <EvidenceSentence archive={archive} />
      </div>
    </div>
  );
}

function Size({ archive }: { archive: Archive }): ReactNode {
  const { rich, formatBytes } = useI18n();
  return (
    <>
      <Bytes value={archive.size} />
      {archive.wrappers.length > 0 ? (
        <>
          {' '}
          ({rich('identity.wrapped', { wrappers: archive.wrappers.join(', '), size: formatBytes(archive.fileSize) })})
        </>
      ) : null}
    </>
  );
}
