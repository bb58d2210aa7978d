import type { MouseEvent, ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { visible } from '../../i18n/visible';
import { VerdictMark } from '../common/VerdictMark';
import { useLit } from '../common/useLit';
import { useReading } from './context';
import type { Mark } from './marks';

/** A run of text that means something: a link to what it names, a media type or a size, explained when pointed at. */
export function MarkedText({
  mark,
  text,
  first,
  last,
}: {
  mark: Mark;
  text: string;
  first: boolean;
  last: boolean;
}): ReactNode {
  const { formatBytes } = useI18n();
  const reading = useReading();
  const explain = (): void => reading.explain(mark);
  const isLit = useLit(mark.text);
  const shared = {
    onMouseEnter: explain,
    onFocus: () => {
      explain();
      reading.select(mark);
    },
    'data-lit': isLit && mark.kind === 'name' ? '' : undefined,
    'data-mark': mark.text,
    // The second half of a name that is cut by the end of a row is not another stop.
    ...(first ? {} : { tabIndex: -1 }),
  };
  const shown = visible(text);
  if (mark.kind === 'media-type') {
    return (
      <button type="button" className="mark mark-type" onClick={explain} {...shared}>
        {shown}
      </button>
    );
  }
  if (mark.kind === 'size') {
    const size = Number(mark.text);
    return (
      <>
        {shown}
        {last && Number.isSafeInteger(size) && size >= 1000 ? (
          <span className="mark-human">{formatBytes(size)}</span>
        ) : null}
      </>
    );
  }
  const target = reading.target(mark.text);
  if (!target) {
    return (
      <button type="button" className="mark mark-absent" onClick={explain} {...shared}>
        {shown}
      </button>
    );
  }
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    reading.follow(target);
  };
  return (
    <a className="mark mark-name" href={reading.href(target)} onClick={follow} {...shared}>
      {shown}
    </a>
  );
}

/** What came of the claim that the document makes with a name, as a glyph behind it. */
export function MarkVerdict({ mark }: { mark: Mark }): ReactNode {
  const { t } = useI18n();
  const verdict = useReading().finding(mark.text)?.verdict;
  if (verdict === undefined) return null;
  return (
    <span className="mark-verdict" title={t(`verdict.${verdict}`)}>
      <VerdictMark verdict={verdict}>
        <span className="hidden">{t(`verdict.${verdict}`)}</span>
      </VerdictMark>
    </span>
  );
}
