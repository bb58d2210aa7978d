#!/usr/bin/env node
/** `tabaqa FILE`: serves the built page on this machine and opens the file in it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveOnFreePort } from './serve.mjs';
import { ROOT, buildWhenStale } from './setup.mjs';

const USAGE = `Usage: tabaqa [--no-open] [--port PORT] [FILE]

Serves Tabaqa on this machine, and opens FILE (an image tar, or a manifest as JSON) in the browser.
The file is read by the page alone; nothing leaves this machine.

  --no-open    print the address, and start no browser
  --port PORT  the first port to try (4173)
`;

const { file, port, opens } = readArguments();
if (!buildWhenStale()) process.exit(1);

// Nobody else on this machine can guess it.
const token = randomBytes(16).toString('hex');
/** @type {Map<string, string>} */
const files = new Map();
if (file) {
  files.set('open.html', `${ROOT}scripts/cli/open.html`);
  files.set('open.js', `${ROOT}scripts/cli/open.js`);
  files.set(`file/${token}/${basename(file)}`, file);
}
const site = await serveOnFreePort(`${ROOT}dist`, { port, files });
const address = file ? `${site.url}open.html#${token}/${encodeURIComponent(basename(file))}` : site.url;
console.log(`Tabaqa is at ${address}\nCtrl-C ends it.`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void site.close().then(() => process.exit(0)));
}
if (opens) openBrowser(address);

/** What was asked for; ends the process when it cannot be done. */
function readArguments() {
  const { values, positionals } = parse();
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  if (positionals.length > 1) fail(USAGE);
  const first = Number(values.port);
  if (!Number.isInteger(first) || first < 0 || first > 65_535) fail(`${values.port} is no port.`);
  const [given] = positionals;
  const path = given === undefined ? null : resolve(given);
  const found = path === null ? null : statSync(path, { throwIfNoEntry: false });
  if (path !== null && !found) fail(`${given} does not exist.`);
  if (found?.isDirectory()) fail(`${given} is a folder. Open the page (tabaqa) and choose it there.`);
  return { file: path, port: first, opens: !values['no-open'] };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        'no-open': { type: 'boolean' },
        port: { type: 'string', default: process.env['PORT'] ?? '4173' },
      },
    });
  } catch (error) {
    fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

/**
 * Starts the browser; where there is none, the printed address is enough.
 * @param {string} address
 */
function openBrowser(address) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  spawn(command ?? '', args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(2);
}
