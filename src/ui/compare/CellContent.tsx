import { Fragment, type ReactNode } from 'react';
import type { Facet } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr, Path } from '../../i18n/isolates';
import { visible } from '../../i18n/visible';
import { Digest } from '../common/Digest';
import { Icon } from '../common/Icon';
import { MediaType } from '../common/MediaType';

const SHOWN_ID = 8;
const SHOWN_VALUES = 3;

interface CellContentProps {
  readonly facet: Facet;
  /** The media type of the same part in the other family. */
  readonly against: string | null;
  /** With buttons to copy the digests. */
  readonly copy: boolean;
}

/** What a cell names: values for pointers and marks, a v1 folder, or a digest with its media type. */
export function CellContent({ facet, against, copy }: CellContentProps): ReactNode {
  if (facet.role === 'pointer') return <Pointer facet={facet} />;
  if (facet.role === 'mark') return <Code className="ladder-line">{facet.values.join(' ')}</Code>;
  if (facet.v1Id !== null && facet.digest === null) return <ShortPath path={facet.path ?? facet.v1Id} />;
  return <Named facet={facet} against={against} copy={copy} />;
}

function Pointer({ facet }: { facet: Facet }): ReactNode {
  const { path, values, digest } = facet;
  const v1Id = facet.note === 'names-diff-id' ? null : facet.v1Id;
  const rest = values.length - SHOWN_VALUES;
  return (
    <>
      <span className="ladder-line" dir="ltr">
        {path === null ? null : <Path>{path}</Path>}
        {v1Id !== null || digest !== null ? <Icon name="arrow" size={12} /> : null}
        {v1Id === null ? null : <Code>{`${v1Id.slice(0, SHOWN_ID)}…`}</Code>}
        {v1Id === null && digest !== null ? <Digest value={digest} copy={false} /> : null}
      </span>
      {values.length > 0 ? (
        <span className="ladder-line ladder-names" dir="ltr">
          {values.slice(0, SHOWN_VALUES).map((value) => (
            <code key={value}>
              <bdi>{visible(value)}</bdi>
            </code>
          ))}
          {rest > 0 ? <Ltr>{`+${rest}`}</Ltr> : null}
        </span>
      ) : null}
    </>
  );
}

/** A path whose long IDs are cut to their first digits; where it must break, it breaks between folders. */
function ShortPath({ path }: { path: string }): ReactNode {
  return (
    <code className="ladder-line" dir="ltr" lang="en" title={visible(path)}>
      {path.split(/([0-9a-f]{64}|\/)/).map((piece, index) => {
        if (index % 2 === 0) return visible(piece);
        return piece === '/' ? (
          <Fragment key={`${index}`}>
            /<wbr />
          </Fragment>
        ) : (
          <b key={`${index}`}>{piece.slice(0, SHOWN_ID)}…</b>
        );
      })}
    </code>
  );
}

function Named({ facet, against, copy }: CellContentProps): ReactNode {
  const { digest, mediaType, diffId, path } = facet;
  const { rich } = useI18n();
  return (
    <>
      {digest === null ? (
        path === null ? null : (
          <ShortPath path={path} />
        )
      ) : (
        <Digest value={digest} copy={copy} tabIndex={-1} />
      )}
      {mediaType === null ? null : <MediaType value={mediaType} against={against} short />}
      {diffId !== null && diffId !== digest ? (
        <span className="ladder-line ladder-diff-id" dir="ltr">
          <span>{rich('ladder.diffId')}</span>
          <Digest value={diffId} copy={copy} tabIndex={-1} />
        </span>
      ) : null}
    </>
  );
}
