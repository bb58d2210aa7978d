import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { factValue } from '../../app/lesson/facts';
import type { LessonPlace } from '../../app/lesson/lesson';
import type { Check } from '../../app/lesson/model';
import { useI18n } from '../../i18n/i18n';
import { useAnswer } from '../common/useAnswer';
import { useLesson, useServices, useSession } from '../context';
import { Blocks, Inlines, Words } from '../lesson/Blocks';
import { RightAnswer } from '../lesson/RightAnswer';

interface SpeakerProps {
  readonly isBlank: boolean;
  readonly onBlank: (isBlank: boolean) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onResize: (by: number) => void;
}

/** What only the speaker sees: the notes of the step, its answer, what comes next, and the time. */
export function Speaker({ isBlank, onBlank, onMove, onResize }: SpeakerProps): ReactNode {
  const { rich } = useI18n();
  const { lesson } = useServices();
  const { place, chapters } = useLesson();
  return (
    <main className="speaker">
      <Clock />
      <p className="speaker-buttons">
        <button type="button" className="button" disabled={place?.isFirst !== false} onClick={() => onMove(-1)}>
          {rich('lesson.previous')}
        </button>
        <button type="button" className="button primary" disabled={!place} onClick={() => onMove(1)}>
          {rich('lesson.next')}
        </button>
        <button type="button" className="button" aria-pressed={isBlank} onClick={() => onBlank(!isBlank)}>
          {rich(isBlank ? 'present.show' : 'present.black')}
        </button>
        <button type="button" className="button" onClick={() => onResize(-1)}>
          {rich('present.smaller')}
        </button>
        <button type="button" className="button" onClick={() => onResize(1)}>
          {rich('present.larger')}
        </button>
      </p>
      {place ? (
        <>
          <Step place={place} />
          <Next next={nextOf(chapters, place)} />
        </>
      ) : (
        <>
          <p>{rich('present.noLesson')}</p>
          <p>
            <button type="button" className="button" onClick={lesson.toggle}>
              {rich('present.startLesson')}
            </button>
          </p>
        </>
      )}
    </main>
  );
}

function Step({ place: { chapter, step, index } }: { place: LessonPlace }): ReactNode {
  const { rich } = useI18n();
  const notes = index === 0 ? chapter.notes : null;
  return (
    <section>
      <h1>
        <span dir="ltr">
          {chapter.id}.{index + 1}
        </span>{' '}
        <Words text={step.title} />
      </h1>
      <Blocks blocks={step.task} />
      {step.check ? (
        <>
          <p>
            <Inlines inlines={step.check.ask} />
          </p>
          <p className="speaker-answer">
            <strong>{rich('present.answer')}</strong> <CheckAnswer check={step.check} />
          </p>
          {step.check.why ? (
            <p>
              <Inlines inlines={step.check.why} />
            </p>
          ) : null}
        </>
      ) : null}
      {notes || step.notes.length > 0 ? (
        <div className="speaker-notes">
          <h2>{rich('present.notes')}</h2>
          {notes ? (
            <p>
              <Inlines inlines={notes} />
            </p>
          ) : null}
          <Blocks blocks={step.notes} />
        </div>
      ) : null}
    </section>
  );
}

/** The right answer; one that is worked out of what is open, of what is open now. */
function CheckAnswer({ check }: { check: Check }): ReactNode {
  const { rich, formatNumber } = useI18n();
  const { session } = useServices();
  const state = useSession();
  const fact = check.kind === 'number' && typeof check.answer !== 'number' ? check.answer.fact : null;
  const measured = state.kind === 'open' ? state.workspace.measurements : null;
  // The next step may ask something else of the same file.
  const asked = useMemo(() => (fact === null || measured === null ? null : { fact, measured }), [fact, measured]);
  const { value } = useAnswer(asked, async () => (asked === null ? null : factValue(asked.fact, session)));
  const counted =
    value === undefined || value === null
      ? rich('present.answerUnknown')
      : rich('present.answerHere', { answer: formatNumber(value) });
  return <RightAnswer check={check} counted={counted} />;
}

interface NextStep {
  readonly number: string;
  readonly title: string;
}

function Next({ next }: { next: NextStep | null }): ReactNode {
  const { rich } = useI18n();
  return (
    <p className="speaker-next">
      <strong>{rich('present.then')}</strong>{' '}
      {next ? (
        <>
          <span dir="ltr">{next.number}</span> <Words text={next.title} />
        </>
      ) : (
        rich('present.end')
      )}
    </p>
  );
}

function nextOf(chapters: readonly LessonPlace['chapter'][], { chapter, index }: LessonPlace): NextStep | null {
  const own = chapter.steps[index + 1];
  if (own) return { number: `${chapter.id}.${index + 2}`, title: own.title };
  const after = chapters[chapters.indexOf(chapter) + 1];
  const first = after?.steps[0];
  return after && first ? { number: `${after.id}.1`, title: first.title } : null;
}

function Clock(): ReactNode {
  const { rich } = useI18n();
  const [begin, setBegin] = useState(() => Date.now());
  const [now, setNow] = useState(begin);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  const seconds = Math.max(0, Math.floor((now - begin) / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    <p className="speaker-clock">
      <span>{rich('present.time')}</span>
      <b dir="ltr">
        {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
      </b>
      <button
        type="button"
        className="button"
        onClick={() => {
          setBegin(Date.now());
          setNow(Date.now());
        }}
      >
        {rich('present.restart')}
      </button>
    </p>
  );
}
