/** `npm start`: installs and builds what is missing, and serves the page on this machine until it is interrupted. */
import { serveOnFreePort } from './serve.mjs';
import { ROOT, buildWhenStale, installPackages } from './setup.mjs';

const FIRST_PORT = Number(process.env['PORT'] ?? 4173);

installPackages();
if (!buildWhenStale()) process.exit(1);

const site = await serveOnFreePort(`${ROOT}dist`, { port: FIRST_PORT });
console.log(`
  Tabaqa is at   ${site.url}
  With a sample  ${site.url}#/ladder?src=sample:hello-docker25

  Ctrl-C ends it.
`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void site.close().then(() => process.exit(0)));
}
