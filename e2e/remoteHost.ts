import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a host of one file behaves. */
export interface RemoteHost {
  readonly url: string;
  readonly origin: string;
  readonly host: string;
  /** Methods and ranges of what was asked for, in order. */
  readonly asked: readonly string[];
  /** Bytes that were sent. */
  readonly sent: () => number;
  version: string;
  status: number;
  close(): Promise<void>;
}

/** Serves one file from a port of its own, as hosts do that let pages read them (`cors`), give parts (`ranges`), or do not. */
export async function serveRemote(path: string, { cors = true, ranges = true } = {}): Promise<RemoteHost> {
  const asked: string[] = [];
  const state = { version: '"1"', status: 200, sent: 0 };
  const { size } = statSync(path);
  const server = createServer((request, response) => {
    const { method = '', headers } = request;
    asked.push(`${method} ${headers.range ?? ''}`.trim());
    if (cors) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', 'range');
      response.setHeader('access-control-expose-headers', 'etag');
    }
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    if (state.status !== 200) return void response.writeHead(state.status).end();
    const [, from, to] = (ranges && /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '')) || [];
    const start = Number(from ?? 0);
    const end = Math.min(Number(to ?? size - 1), size - 1);
    response.setHeader('etag', state.version);
    response.setHeader('content-length', end - start + 1);
    if (from !== undefined) response.setHeader('content-range', `bytes ${start}-${end}/${size}`);
    response.writeHead(from === undefined ? 200 : 206);
    if (method === 'HEAD') return void response.end();
    const stream = createReadStream(path, { start, end });
    stream.on('data', (chunk) => (state.sent += chunk.length));
    stream.pipe(response);
    response.on('close', () => stream.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  return {
    url: `${origin}/dir/image.tar`,
    origin,
    host: `localhost:${port}`,
    asked,
    sent: () => state.sent,
    get version() {
      return state.version;
    },
    set version(next) {
      state.version = next;
    },
    get status() {
      return state.status;
    },
    set status(next) {
      state.status = next;
    },
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
