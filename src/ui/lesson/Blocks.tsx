import { Fragment, type MouseEvent, type ReactNode } from 'react';
import { inlineText } from '../../app/lesson/inlineText';
import type { Block, Inline } from '../../app/lesson/model';
import { stateChange } from '../../app/lesson/state';
import { formatHash } from '../../app/viewState';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';
import { ltrRuns } from '../../i18n/runs';
import { otherDir } from '../../i18n/textDir';
import { visible } from '../../i18n/visible';
import { CommandList } from '../common/CommandList';
import { useServices, useView } from '../context';

/** The text of a lesson. It may be a stranger's: invisible characters are shown, and nothing of it is markup. */
export function Blocks({ blocks }: { blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, index) => <OneBlock key={`${index}`} block={block} />);
}

function OneBlock({ block }: { block: Block }): ReactNode {
  const { dir } = useI18n();
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir={otherDir(inlineText(block.children), dir)}>
          <Inlines inlines={block.children} />
        </p>
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List className="lesson-list" dir={otherDir(block.items.map(inlineText).join(' '), dir)}>
          {block.items.map((item, index) => (
            <li key={`${index}`}>
              <Inlines inlines={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'commands':
      return <CommandList commands={block.lines} />;
    case 'literal':
      return (
        <pre className="lesson-literal" dir="ltr" lang="en">
          {block.text.split('\n').map(visible).join('\n')}
        </pre>
      );
  }
}

/** The same within a line. */
export function Inlines({ inlines }: { inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => <OneInline key={`${index}`} inline={inline} />);
}

function OneInline({ inline }: { inline: Inline }): ReactNode {
  switch (inline.kind) {
    case 'text':
      return <Words text={inline.text} />;
    case 'code':
      return <Code>{inline.text}</Code>;
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      );
    case 'link':
      return <StateLink state={inline.state} name={inline.children} />;
  }
}

/** Plain words of a lesson; in right-to-left text, Latin ones in isolates of their own. */
export function Words({ text }: { text: string }): ReactNode {
  const { dir } = useI18n();
  if (dir === 'ltr') return visible(text);
  return ltrRuns(text).map((run, index) =>
    run.isLtr ? (
      <Ltr key={`${index}`}>{visible(run.text)}</Ltr>
    ) : (
      <Fragment key={`${index}`}>{visible(run.text)}</Fragment>
    ),
  );
}

/** Leads to another state of the page; the lesson stays where it is. A name of another direction keeps its own. */
function StateLink({ state, name }: { state: string; name: readonly Inline[] }): ReactNode {
  const services = useServices();
  const { dir } = useI18n();
  const { view } = useView();
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    services.view.update(stateChange(state));
  };
  return (
    <a href={formatHash({ ...view, ...stateChange(state) })} dir={otherDir(inlineText(name), dir)} onClick={follow}>
      <Inlines inlines={name} />
    </a>
  );
}
