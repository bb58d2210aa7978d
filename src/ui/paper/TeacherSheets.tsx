import { useEffect, useState, type ReactNode } from 'react';
import { builtinExercises } from '../../app/exercises/builtin';
import { fillBlocks } from '../../app/exercises/fill';
import { builtinChapters } from '../../app/lesson/builtin';
import type { Values } from '../../app/exercises/model';
import type { Chapter } from '../../app/lesson/model';
import { useI18n } from '../../i18n/i18n';
import { useServices, useView } from '../context';
import { Blocks, Inlines, Words } from '../lesson/Blocks';
import { RightAnswer } from '../lesson/RightAnswer';

const PROBLEMS = ['network', 'docker', 'phones', 'locked', 'keyboard', 'projector'] as const;

/** The teacher's sheets: how long each chapter takes, what to say, the answers, and what goes wrong. */
export function TeacherSheets(): ReactNode {
  const { rich, lang } = useI18n();
  const chapters = builtinChapters(lang);
  return (
    <article className="paper-side paper-flow">
      <h1>{rich('paper.teacher')}</h1>
      <h2>{rich('paper.teacher.times', { minutes: chapters.reduce((sum, { minutes }) => sum + minutes, 0) })}</h2>
      <table className="paper-times">
        <tbody>
          {chapters.map((chapter) => (
            <tr key={chapter.id}>
              <td dir="ltr">{chapter.id}</td>
              <th scope="row">
                <Words text={chapter.title} />
              </th>
              <td>
                <Inlines inlines={chapter.objective} />
              </td>
              <td className="paper-minutes">{rich('paper.teacher.minutes', { minutes: chapter.minutes })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {chapters.map((chapter) => (
        <ChapterNotes key={chapter.id} chapter={chapter} />
      ))}
      <Solutions />
      <h2>{rich('paper.teacher.problems')}</h2>
      <ul className="paper-problems">
        {PROBLEMS.map((problem) => (
          <li key={problem}>{rich(`paper.teacher.problem.${problem}`)}</li>
        ))}
      </ul>
    </article>
  );
}

/** Of all exercises, for the seat that is set; what cannot be worked out stays open. */
function Solutions(): ReactNode {
  const { rich, lang } = useI18n();
  const { exercises } = useServices();
  const seat = Number(useView().view.seat ?? 0);
  const [values, setValues] = useState<ReadonlyMap<number, Values> | null>(null);
  useEffect(() => {
    let isGone = false;
    const show = (found: ReadonlyMap<number, Values>): void => {
      if (!isGone) setValues(found);
    };
    exercises.solutions().then(show, () => show(new Map()));
    return () => {
      isGone = true;
    };
  }, [exercises, seat]);
  return (
    <section className="paper-chapter" aria-busy={values === null}>
      <h2>{rich('paper.teacher.exercises')}</h2>
      <p>{rich('paper.teacher.seats', { seat })}</p>
      <ol>
        {builtinExercises(lang).map(({ number, title, minutes, isHard, solution }) => (
          <li key={number}>
            <h3>
              <span dir="ltr">{number}</span> <Words text={title} />{' '}
              <span className="muted">
                {rich(isHard ? 'paper.teacher.hard' : 'paper.teacher.minutes', { minutes })}
              </span>
            </h3>
            <Blocks blocks={fillBlocks(solution, values?.get(number) ?? {})} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChapterNotes({ chapter }: { chapter: Chapter }): ReactNode {
  const { rich } = useI18n();
  return (
    <section className="paper-chapter">
      <h2>
        <span dir="ltr">{chapter.id}</span> <Words text={chapter.title} />
      </h2>
      <p>
        <strong>{rich('lesson.key')}</strong> <Inlines inlines={chapter.key} />
      </p>
      {chapter.notes ? (
        <p>
          <Inlines inlines={chapter.notes} />
        </p>
      ) : null}
      <ol>
        {chapter.steps.map((step, index) => (
          <li key={step.title}>
            <h3>
              <span dir="ltr">
                {chapter.id}.{index + 1}
              </span>{' '}
              <Words text={step.title} />
            </h3>
            <Blocks blocks={step.task} />
            {step.check ? (
              <p>
                <Inlines inlines={step.check.ask} />{' '}
                <strong className="paper-answer">
                  <RightAnswer check={step.check} counted={rich('paper.teacher.counted')} />
                </strong>
              </p>
            ) : null}
            <Blocks blocks={step.notes} />
          </li>
        ))}
      </ol>
    </section>
  );
}
