import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.tar': 'application/x-tar',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * A plain static host for one folder, as any web host would serve it: no headers beyond the type and the length.
 * Rejects with `EADDRINUSE` when the port is taken; port 0 takes a free one.
 * @param {string} folder
 * @param {{ port: number, base?: string, onRequest?: (path: string) => void }} options `base`: the path it is served under, `/` or `/some/path/`
 * @returns {Promise<{ port: number, url: string, close: () => Promise<void> }>}
 */
export function serve(folder, { port, base = '/', onRequest }) {
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    onRequest?.(path);
    const inside = path.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : '/missing';
    const file = join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
    stat(file).then(
      (found) => {
        if (!found.isFile()) return void response.writeHead(404).end();
        response.writeHead(200, {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'content-length': found.size,
        });
        createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = address && typeof address === 'object' ? address.port : port;
      const close = () =>
        /** @type {Promise<void>} */ (
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          })
        );
      resolve({ port: taken, url: `http://localhost:${taken}${encodeURI(base)}`, close });
    });
  });
}

/**
 * The path that a request asks for; one that cannot be read is no file's.
 * @param {string} target
 */
function pathOf(target) {
  try {
    return decodeURIComponent(target.replace(/[?#].*$/s, ''));
  } catch {
    return target;
  }
}
