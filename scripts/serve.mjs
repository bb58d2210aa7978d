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
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tar': 'application/x-tar',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * @typedef {object} ServeOptions
 * @property {number} port
 * @property {string} [base] the path it is served under, `/` or `/some/path/`
 * @property {(path: string) => void} [onRequest]
 * @property {ReadonlyMap<string, string>} [files] further files, by their path below `base`
 */

/**
 * A plain static host for one folder, as any web host would serve it: no headers beyond the type and the length.
 * Rejects with `EADDRINUSE` when the port is taken; port 0 takes a free one.
 * @param {string} folder
 * @param {ServeOptions} options
 * @returns {Promise<{ port: number, url: string, close: () => Promise<void> }>}
 */
export function serve(folder, { port, base = '/', onRequest, files }) {
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    onRequest?.(path);
    const inside = path.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : '/missing';
    const file = files?.get(inside.slice(1)) ?? join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
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

const PORTS_TRIED = 50;

/**
 * {@link serve} on the first free port from `port` on.
 * @param {string} folder
 * @param {ServeOptions} options
 */
export async function serveOnFreePort(folder, options) {
  for (let port = options.port; ; port++) {
    try {
      return await serve(folder, { ...options, port });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port - options.port >= PORTS_TRIED) throw error;
    }
  }
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
