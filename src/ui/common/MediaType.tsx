import { Fragment, type ReactNode } from 'react';
import { mediaTypeSegments, type Segment } from '../../core/compare/segments';
import { visible } from '../../i18n/visible';
import './MediaType.css';

const COMMON_PREFIX = 'application/vnd.';

/** A media type; the segments in which it differs from `against` are marked. `short` leaves out `application/vnd.`. */
export function MediaType({
  value,
  against = null,
  short = false,
}: {
  value: string;
  against?: string | null;
  short?: boolean;
}): ReactNode {
  const cut = short && value.startsWith(COMMON_PREFIX) ? COMMON_PREFIX.length : 0;
  const segments = against === null ? [{ text: value, differs: false }] : mediaTypeSegments(value, against);
  return (
    <code className="media-type" dir="ltr" lang="en" title={cut > 0 ? visible(value) : undefined}>
      {cut > 0 ? <span aria-hidden="true">…</span> : null}
      {afterCharacters(segments, cut).map(({ text, differs }, index) =>
        differs ? <mark key={`${index}`}>{broken(text)}</mark> : <span key={`${index}`}>{broken(text)}</span>,
      )}
    </code>
  );
}

/** Where it does not fit, it breaks after a sign. */
function broken(text: string): ReactNode {
  return visible(text)
    .split(/(?<=[./+])/)
    .map((piece, index) => (
      <Fragment key={`${index}`}>
        {index > 0 ? <wbr /> : null}
        {piece}
      </Fragment>
    ));
}

/** The segments without their first `count` characters. */
function afterCharacters(segments: readonly Segment[], count: number): readonly Segment[] {
  const [first, ...rest] = segments;
  if (!first) return [];
  if (first.text.length <= count) return afterCharacters(rest, count - first.text.length);
  return [{ ...first, text: first.text.slice(count) }, ...rest];
}
