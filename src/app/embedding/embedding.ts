import type { OpenSource, Session } from '../state';
import type { Navigation } from '../navigation';
import { LOOK_KEYS, parseHash, type ViewState } from '../viewState';
import type { ViewStore } from '../viewStore';
import { envelope, readMessage, type PostedFile, type Reply } from './contract';
import { postedFile, PostedError } from './postedFile';
import { isRemembered, isTrusted, remember, type Memory } from './trust';

/** What is sent to. */
export interface Peer {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** What embedding needs of `window`. */
export interface EmbeddingHost {
  readonly parent: Peer;
  readonly opener: unknown;
  readonly location: { readonly origin: string };
  /** The getter itself may throw where storage is forbidden. */
  readonly localStorage: Memory;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** A page that wants to open a file here, and is not known. */
export interface Consent {
  readonly origin: string;
  readonly name: string;
  readonly title: string | null;
}
export type Answer = 'no' | 'once' | 'always';

/** Talking with the page around this one, or the one that opened it. */
export interface Embedding {
  /** The question that waits for an answer of the reader; the same object until it is answered. */
  readonly getConsent: () => Consent | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly answer: (answer: Answer) => void;
  /** To every page that may post here without being asked any more. */
  readonly tell: (reply: Reply) => void;
  readonly dispose: () => void;
}

interface From {
  readonly peer: Peer;
  readonly origin: string;
}

/** Presentation and place belong to the page and its link, not to who posts a file. */
const NOT_POSTED: readonly (keyof ViewState)[] = ['src', 'vs', 'mode', ...LOOK_KEYS];

/** From now on messages of the opener and of the parent are heard, and of nobody else. */
export function createEmbedding(
  host: EmbeddingHost,
  { session, navigation, views }: { session: Session; navigation: Navigation; views: ViewStore },
): Embedding {
  const listeners = new Set<() => void>();
  const memory = (): Memory => host.localStorage;
  const lifetime = new AbortController();
  /** Origins that the reader has answered for, until the page is closed. */
  const answers = new Map<string, boolean>();
  /** Those that may post, by the window that they were heard from. */
  const peers = new Map<Peer, string>();
  let waiting: { readonly from: From; readonly file: PostedFile; readonly consent: Consent } | null = null;
  let isTaken = false;

  const announce = (): void => listeners.forEach((listener) => listener());
  const isAllowed = (origin: string): boolean =>
    isTrusted(origin, host.location.origin) || answers.get(origin) === true || isRemembered(memory, origin);

  const send = ({ peer, origin }: From, reply: Reply): void => peer.postMessage(envelope(reply), origin);
  const fail = (from: From, { name }: PostedFile, code: string, message: string): void =>
    send(from, { type: 'error', name, code, message });

  const open = async (from: From, posted: PostedFile): Promise<void> => {
    peers.set(from.peer, from.origin);
    isTaken = !posted.keepOpen;
    try {
      const file = await postedFile(posted.data, posted.name, lifetime.signal);
      const source: OpenSource = {
        kind: 'file',
        file,
        posted: { title: posted.title, localOnly: posted.localOnly },
      };
      const outcome = outcomeOf(session, source, posted.name, lifetime.signal);
      navigation.openOwn(source);
      const link = posted.open === null ? null : parseHash(posted.open);
      if (link) views.update(pick(link.view, link.given));
      const reply = await outcome;
      if (reply.type === 'error') isTaken = false;
      send(from, reply);
    } catch (error) {
      if (lifetime.signal.aborted) return;
      isTaken = false;
      const code = error instanceof PostedError ? error.code : 'unreadable';
      fail(from, posted, code, error instanceof Error ? error.message : String(error));
    }
  };

  const receive = (from: From, file: PostedFile): void => {
    if (isTaken) return fail(from, file, 'busy', 'a file was posted before, without keepOpen');
    if (isAllowed(from.origin)) return void open(from, file);
    if (answers.has(from.origin)) return fail(from, file, 'refused', 'the reader said no');
    if (waiting) return fail(from, file, 'busy', 'a question to the reader is open');
    waiting = { from, file, consent: { origin: from.origin, name: file.name, title: file.title } };
    announce();
  };

  const listen = (event: MessageEvent<unknown>): void => {
    const peer = peerOf(host, event.source);
    // A page without an origin of its own cannot be named to the reader, nor be answered alone.
    if (!peer || event.origin === 'null') return;
    const message = readMessage(event.data);
    if (message === null) return;
    const from = { peer, origin: event.origin };
    if (isAllowed(event.origin)) peers.set(peer, event.origin);
    if (message === 'ping') peer.postMessage('PONG', event.origin);
    else receive(from, message);
  };
  host.addEventListener('message', listen);

  return {
    getConsent: () => waiting?.consent ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer(answer) {
      if (!waiting) return;
      const { from, file } = waiting;
      waiting = null;
      answers.set(from.origin, answer !== 'no');
      if (answer === 'always') remember(memory, from.origin);
      announce();
      if (answer === 'no') fail(from, file, 'refused', 'the reader said no');
      else void open(from, file);
    },
    tell(reply) {
      for (const [peer, origin] of peers) send({ peer, origin }, reply);
    },
    dispose() {
      lifetime.abort();
      host.removeEventListener('message', listen);
      listeners.clear();
    },
  };
}

/** The opener or the parent, when the message is from one of them. */
function peerOf({ parent, opener }: EmbeddingHost, source: unknown): Peer | null {
  const isOurs = source !== null && (source === opener || source === parent);
  return isOurs && isPeer(source) ? source : null;
}

function isPeer(value: unknown): value is Peer {
  // A window of another origin lets nothing be asked but this.
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}

/** How opening `source` ends, in a message. */
function outcomeOf(session: Session, source: OpenSource, name: string, signal: AbortSignal): Promise<Reply> {
  return new Promise((resolve) => {
    let hasBegun = false;
    const look = (): void => {
      const state = session.getState();
      if (state.kind === 'empty' || state.source !== source) {
        if (hasBegun) end({ type: 'error', name, code: 'closed', message: 'something else was opened instead' });
        return;
      }
      hasBegun = true;
      if (state.kind === 'open') {
        const { images, evidence } = state.workspace.archive;
        end({ type: 'opened', name, images: images.length, formats: evidence.map(({ format }) => format) });
      } else if (state.kind === 'failed') {
        end({ type: 'error', name, code: state.failure.code, message: state.failure.message });
      }
    };
    const leave = session.subscribe(look);
    const end = (reply: Reply): void => {
      leave();
      resolve(reply);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
}

function pick(view: ViewState, given: ReadonlySet<keyof ViewState>): Partial<ViewState> {
  const picked: Partial<ViewState> = {};
  for (const key of given) if (!NOT_POSTED.includes(key)) Object.assign(picked, { [key]: view[key] });
  return picked;
}
