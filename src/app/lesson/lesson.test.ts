import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadLanguages } from '../../languages';
import { loopback } from '../../worker/loopback';
import { methods } from '../../worker/methods';
import { sampleFile } from '../../core/testing/samples';
import { createPool, type EnginePool } from '../../worker/pool';
import { keptIn } from '../kept';
import { createNavigation, type Navigation } from '../navigation';
import { createSession } from '../session';
import { parseHash } from '../viewState';
import { createViewStore, type ViewHost, type ViewStore } from '../viewStore';
import { builtinChapters } from './builtin';
import { createLesson, DoneSteps, type Lesson, type LessonPlace } from './lesson';
import { withChapters } from './openChapter';

await loadLanguages();

const engines: EnginePool[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

interface Page {
  readonly view: ViewStore;
  readonly navigation: Navigation;
  readonly lesson: Lesson;
  readonly history: string[];
  readonly place: () => LessonPlace;
  readonly opened: (name: string) => Promise<void>;
}

function start(hash = '', storage = new Map<string, string>()): Page {
  const history: string[] = [hash];
  const host: ViewHost = {
    location: {
      get hash() {
        return history.at(-1) ?? '';
      },
    },
    history: {
      pushState: (_, __, url) => void history.push(String(url)),
      replaceState: (_, __, url) => void history.splice(-1, 1, String(url)),
      back() {},
      state: null,
    },
    localStorage: { getItem: (key) => storage.get(key) ?? null, setItem: (key, value) => void storage.set(key, value) },
    addEventListener() {},
    removeEventListener() {},
  };
  const engine = createPool({ size: 1, spawn: async () => loopback(methods) });
  engines.push(engine);
  const view = createViewStore(host);
  const session = createSession(engine, (name) => Promise.resolve(sampleFile(name)));
  const opening = createNavigation(session, view);
  const lesson = createLesson({
    session,
    view,
    chaptersIn: builtinChapters,
    openOwn: opening.openOwn,
    kept: keptIn(host, 'lesson', DoneSteps),
  });
  return {
    view,
    lesson,
    history,
    navigation: withChapters(opening, lesson),
    place() {
      const { place } = lesson.getState();
      if (!place) throw new Error('the lesson is closed');
      return place;
    },
    opened: (name) =>
      vi.waitFor(
        () => {
          const state = session.getState();
          if (state.kind !== 'open') throw new Error(state.kind);
          expect(state.workspace.archive.name).toBe(name);
        },
        { timeout: 20_000, interval: 5 },
      ),
  };
}

const doneOf = ({ lesson }: Page): readonly string[] => [...lesson.getState().done];
const own = { kind: 'file', file: sampleFile('hello-docker') } as const;
const markdown = (text: string, name = 'mine.md') => ({ kind: 'file', file: new File([text], name) }) as const;

describe('the lesson', () => {
  it('is closed, opens at its start, and again where it was left', () => {
    const page = start();
    expect(page.lesson.getState().place).toBe(null);
    page.lesson.toggle();
    expect(page.place()).toMatchObject({ chapter: { id: '0' }, index: 0, isFirst: true });
    page.lesson.next();
    page.lesson.next();
    expect(page.place()).toMatchObject({ chapter: { id: '1' }, index: 0 });
    page.lesson.previous();
    expect(page.place()).toMatchObject({ chapter: { id: '0' }, index: 1 });
    page.lesson.toggle();
    expect(page.view.getView()).toMatchObject({ lesson: null, step: null });
    page.lesson.toggle();
    expect(page.place()).toMatchObject({ chapter: { id: '0' }, index: 1 });
  });

  it('goes through all steps and ends; each is a step that Back undoes', () => {
    const page = start();
    page.lesson.toggle();
    let count = 0;
    while (!page.place().isLast) {
      page.lesson.next();
      count += 1;
    }
    expect(page.history.length).toBe(count + 2);
    expect(parseHash(page.history.at(-2) ?? '').view).toMatchObject({ lesson: '8', step: '3' });
    page.lesson.next();
    expect(page.view.getView().lesson).toBe(null);
  });

  it('a link that names only a step shows what the step is about; one that says more is left as it is', async () => {
    const page = start('#/?lesson=4&step=2&lang=ary');
    expect(page.view.getView()).toMatchObject({ src: 'sample:hello-flipped', board: 'ladder', lesson: '4', step: '2' });
    await page.opened('hello-flipped.tar');
    const other = start('#/files?src=sample:hello-oci&lesson=4&step=2');
    expect(other.view.getView()).toMatchObject({ src: 'sample:hello-oci', board: 'files' });
    expect(parseHash(other.lesson.link()).view).toMatchObject({ src: 'sample:hello-flipped', lesson: '4', step: '2' });
    expect(start('#/?lesson=nowhere').lesson.getState()).toMatchObject({ place: null, unknown: 'nowhere' });
    expect(start('#/?lesson=4&step=99').place().index).toBe(3);
  });

  it('a step is done when what it waits for has come, and does not run on', async () => {
    const page = start();
    page.lesson.toggle();
    expect(doneOf(page)).toEqual([]);
    page.navigation.openSample('hello-v1');
    await page.opened('hello-v1.tar');
    expect(doneOf(page)).toEqual(['0/1']);
    expect(page.place().index).toBe(0);
    page.lesson.goTo('3', 1);
    for (const layer of [3, 4, 2, 3, 2]) page.view.update({ sel: `layer:${layer}` });
    expect(doneOf(page)).toEqual(['0/1']);
    page.view.update({ sel: 'layer:1' });
    expect(doneOf(page)).toEqual(['0/1', '3/2']);
  });

  it('keeps what is done for the next time, until it is to be forgotten', () => {
    const storage = new Map<string, string>();
    const first = start('', storage);
    first.lesson.goTo('1', 0);
    first.lesson.copied('docker save node -o node.tar');
    expect(doneOf(first)).toEqual(['1/1']);
    const second = start('', storage);
    expect(doneOf(second)).toEqual(['1/1']);
    second.lesson.goTo('3', 0);
    second.lesson.startAnew();
    expect(doneOf(second)).toEqual([]);
    expect(second.place()).toMatchObject({ chapter: { id: '0' }, index: 0 });
    expect(doneOf(start('', storage))).toEqual([]);
    for (const nonsense of ['{', '7', '[1]']) expect(doneOf(start('', new Map([['lesson', nonsense]])))).toEqual([]);
  });

  it('answers are held against what is open', async () => {
    const page = start();
    page.lesson.toggle();
    page.lesson.next();
    const answer = async (given: string): Promise<string> => {
      page.lesson.answer(given);
      await new Promise((resolve) => setTimeout(resolve, 0));
      return page.lesson.getState().answer;
    };
    expect(await answer('4')).toBe('no-answer');
    page.lesson.show();
    await page.opened('hello-docker25.tar');
    expect(page.view.getView()).toMatchObject({ board: 'ladder', sel: 'layer:2' });
    expect(await answer('four')).toBe('not-a-number');
    expect(await answer('5')).toBe('wrong');
    expect(doneOf(page)).toEqual([]);
    expect(await answer('4')).toBe('right');
    expect(doneOf(page)).toEqual(['0/2']);
    page.lesson.next();
    expect(page.lesson.getState().answer).toBe('none');
    page.lesson.copied('docker pull node');
    expect(doneOf(page)).toEqual(['0/2']);
    page.lesson.copied('docker save node -o node.tar');
    expect(doneOf(page)).toEqual(['0/2', '1/1']);
    page.lesson.next();
    expect(await answer('0')).toBe('wrong');
    expect(await answer('1')).toBe('right');
  });

  it('shows a step in the reader’s own file, which it keeps beside a sample', async () => {
    const page = start();
    page.navigation.openOwn(own);
    await page.opened('hello-docker.tar');
    expect(page.lesson.getState().own).toBe('hello-docker.tar');
    page.lesson.goTo('6', 2);
    page.lesson.show(true);
    expect(page.view.getView()).toMatchObject({ src: null, sel: 'config', lesson: '6' });
    page.lesson.show();
    await page.opened('hello-docker25.tar');
    page.lesson.show(true);
    await page.opened('hello-docker.tar');
    expect(page.view.getView()).toMatchObject({ src: null, sel: 'config', lesson: '6', step: '3' });
  });
});

describe('a chapter that is opened as a file', () => {
  const TEXT = [
    '---\nid: 3\ntitle: Mine\nminutes: 1\nobjective: x\nkey: y\n---',
    '## One\n\n```step\nstate: files\nuntil: board: files\nown: yes\n```\n\nWords.\n\n> Go.\n',
  ].join('\n\n');

  it('comes after the others, whatever its ID, and replaces itself', async () => {
    const page = start();
    page.navigation.openOwn(markdown(TEXT));
    await vi.waitFor(() => expect(page.place().chapter.title).toBe('Mine'));
    expect(page.place()).toMatchObject({ chapter: { id: 'own-3' }, isLast: true });
    page.navigation.openOwn(markdown(TEXT.replace('Mine', 'Newer')));
    await vi.waitFor(() => expect(page.place().chapter.title).toBe('Newer'));
    expect(page.lesson.getState().chapters).toHaveLength(10);
    expect(page.lesson.getState().own).toBe(null);
  });

  it('is refused with its reasons; other texts are opened as files', async () => {
    const page = start();
    page.navigation.openOwn(markdown(TEXT.replace('Words.', '<b>Words</b>')));
    await vi.waitFor(() => expect(page.lesson.getState().refused?.name).toBe('mine.md'));
    expect(page.lesson.getState().refused?.problems[0]).toMatchObject({ code: 'html', line: 17 });
    page.lesson.dismissRefused();
    expect(page.lesson.getState().refused).toBe(null);
    page.navigation.openOwn(markdown('# A readme', 'README.md'));
    await vi.waitFor(() => expect(page.lesson.getState().own).toBe('README.md'));
  });
});
