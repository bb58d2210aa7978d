import type { ReactNode } from 'react';
import type { Check } from '../../app/lesson/model';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { Inlines } from './Blocks';

/** The right answer to a question, for the teacher; `counted` stands for one that is worked out of what is open. */
export function RightAnswer({ check, counted }: { check: Check; counted: ReactNode }): ReactNode {
  const { formatNumber } = useI18n();
  switch (check.kind) {
    case 'choice':
      return <Inlines inlines={check.choices.find(({ isRight }) => isRight)?.text ?? []} />;
    case 'part':
      return <Code>{check.answer}</Code>;
    case 'number':
      return typeof check.answer === 'number' ? formatNumber(check.answer) : counted;
  }
}
