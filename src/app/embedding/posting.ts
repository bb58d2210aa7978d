import { VERSION } from './contract';

/** What posting needs of `window`. */
export type PostingHost = Pick<
  Window,
  'location' | 'setInterval' | 'clearInterval' | 'addEventListener' | 'removeEventListener'
>;

const PING_MILLISECONDS = 100;

/** Posts a file to a page of ours from this host, in a window that this page has opened, as soon as it answers. */
export function postFile(
  host: PostingHost,
  target: Pick<Window, 'postMessage' | 'closed'>,
  { file, open }: { readonly file: File; /** Where to look in it. */ readonly open: string },
): void {
  const { origin } = host.location;
  const hear = ({ source, data }: MessageEvent<unknown>): void => {
    if (source !== target || data !== 'PONG') return;
    stop();
    target.postMessage({ tabaqa: { v: VERSION, data: file, name: file.name, open, localOnly: false } }, origin);
  };
  const ping = host.setInterval(() => {
    if (target.closed) stop();
    else target.postMessage('PING', origin);
  }, PING_MILLISECONDS);
  const stop = (): void => {
    host.clearInterval(ping);
    host.removeEventListener('message', hear);
  };
  host.addEventListener('message', hear);
}
