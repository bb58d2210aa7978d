/** What a service worker has: its types cannot stand beside those of a page. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void;
}
interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface AskEvent extends LifeEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
/** By the build: the page's own files, below its folder; `''` is the page itself. */
declare const FILES: readonly string[];
/** Another one whenever any of the files is. */
declare const VERSION: string;
