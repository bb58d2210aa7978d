import type { ReactNode } from 'react';
import { postFile } from '../../app/embedding/posting';
import { pageWith, snapshotElement } from '../../app/ownPage';
import { placeHash } from '../../app/place';
import type { OpenSource, Workspace } from '../../app/state';
import { LIMITS } from '../../core/limits';
import { useI18n } from '../../i18n/i18n';
import { Icon } from '../common/Icon';
import { useServices } from '../context';

/** Where the host of the page has it as one file. */
const PAGE = 'tabaqa.html';

interface Props {
  readonly workspace: Workspace;
  /** Saves what is made, or says why it could not be. */
  readonly save: (name: string, make: Promise<Blob>) => void;
  /** The snapshot, with where to look in it. */
  readonly payload: () => Promise<string>;
  /** The part of a link to the snapshot after the page's address; null until it is made. */
  readonly snapshotHash: string | null;
}

/**
 * The page as one file, with the structure of what is open in it, or with the whole file. The page that is one file can save itself; the page of many files
 * leads to it, because it fetches nothing.
 */
export function HtmlFiles(props: Props): ReactNode {
  return (
    <>
      <Structure {...props} />
      <Whole {...props} />
    </>
  );
}

function Structure({ workspace: { archive }, save, payload, snapshotHash }: Props): ReactNode {
  const { rich } = useI18n();
  const { ownPage } = useServices();
  if (ownPage) {
    const make = (): Promise<Blob> => payload().then((made) => pageWith(ownPage.text, snapshotElement(made)));
    return (
      <li>
        <button
          type="button"
          className="button"
          disabled={snapshotHash === null}
          onClick={() => save(`${archive.name}.html`, make())}
        >
          <Icon name="download" />
          {rich('share.file.html')}
        </button>
        <span className="muted">{rich('share.file.htmlHere')}</span>
      </li>
    );
  }
  const fits = snapshotHash !== null && snapshotHash.length <= LIMITS.linkCharacters;
  return (
    <li>
      {fits ? (
        <a className="button" href={`${PAGE}${snapshotHash}`} target="_blank" rel="noopener">
          <Icon name="open" />
          {rich('share.file.html')}
        </a>
      ) : (
        <a className="button" href={PAGE} download>
          <Icon name="download" />
          {rich('share.file.page')}
        </a>
      )}
      <span className="muted">{rich(fits ? 'share.file.htmlThere' : 'share.file.htmlLong')}</span>
    </li>
  );
}

function Whole({ workspace: { archive }, save }: Props): ReactNode {
  const { rich, formatBytes } = useI18n();
  const { ownPage, session, view } = useServices();
  const size = sizeOf(session.getSource(), archive.fileSize);
  const values = { size: formatBytes(size ?? 0), limit: formatBytes(LIMITS.carriedBytes) };
  const isTooLarge = size !== null && size > LIMITS.carriedBytes;
  const lead = (): void => {
    // While the press is answered: a window that is opened later is a popup, and blocked.
    const target = open(PAGE);
    if (!target) return;
    void session.wholeFile().then((file) => postFile(window, target, { file, open: placeHash(view.getView()) }));
  };
  const make = async (text: string): Promise<Blob> => pageWith(text, await session.carry(placeHash(view.getView())));
  return (
    <li>
      <button
        type="button"
        className="button"
        disabled={size === null || isTooLarge}
        onClick={() => (ownPage ? save(`${archive.name}.whole.html`, make(ownPage.text)) : lead())}
      >
        <Icon name={ownPage ? 'download' : 'open'} />
        {rich('share.file.whole')}
      </button>
      <span className="muted">
        {size === null
          ? rich('share.file.wholeNone')
          : isTooLarge
            ? rich('share.file.wholeTooLarge', values)
            : rich(ownPage ? 'share.file.wholeHere' : 'share.file.wholeThere', values)}
      </span>
    </li>
  );
}

/** Of what is open as one file; null where it is none. */
function sizeOf(source: OpenSource | null, sampleSize: number): number | null {
  if (source?.kind === 'file') return source.file.size;
  return source?.kind === 'sample' ? sampleSize : null;
}
