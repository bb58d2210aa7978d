import type { MouseEvent, ReactNode } from 'react';
import type { IntegrityRow } from '../../core/model/integrity';
import { useI18n } from '../../i18n/i18n';
import { Path } from '../../i18n/isolates';
import { placeText, shortPlace } from './integrityWords';

/** The way to the document and the place in it where something is said. */
export interface Place {
  readonly href: (row: IntegrityRow) => string;
  readonly follow: (row: IntegrityRow) => void;
}

/** Opens the document where a row's claim is made; of a name in the tar, words. */
export function PlaceLink({
  row,
  place,
  isShort = false,
  tabIndex,
}: {
  row: IntegrityRow;
  place: Place;
  /** Digests cut, so that the place in the document is in sight. */
  isShort?: boolean;
  tabIndex?: number;
}): ReactNode {
  const { rich } = useI18n();
  const text = placeText(row);
  if (text === null) return <span className="muted">{rich('integrity.inName')}</span>;
  const follow = (event: MouseEvent): void => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    place.follow(row);
  };
  return (
    <a
      className="place-link"
      dir="ltr"
      href={place.href(row)}
      onClick={follow}
      tabIndex={tabIndex}
      title={isShort ? text : undefined}
    >
      <Path>{isShort ? shortPlace(text) : text}</Path>
    </a>
  );
}
