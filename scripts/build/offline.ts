import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Files that the page needs to open without a network: samples are in its code, older fonts are for browsers that could not run it. */
const NEEDED = /^(?!sw\.js$).*\.(?:html|js|css|woff2|webmanifest|png|svg)$/;
const NOT_NEEDED = /^(?:og\.png|tabaqa\.html|samples\/)/;

/** Writes `sw.js`, which keeps the page's own files, and the list of them. */
export function offline(publicFolder: URL): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = new Map<string, string | Uint8Array>();
        for (const output of Object.values(bundle)) {
          files.set(output.fileName, output.type === 'chunk' ? output.code : output.source);
        }
        for (const name of readdirSync(publicFolder)) {
          if (NEEDED.test(name)) files.set(name, readFileSync(new URL(name, publicFolder)));
        }
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: serviceWorker(files) });
      },
    },
  };
}

/** The service worker for these files. */
export function serviceWorker(files: ReadonlyMap<string, string | Uint8Array>): string {
  const names = [...files.keys()].filter((name) => NEEDED.test(name) && !NOT_NEEDED.test(name)).toSorted();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(files.get(name) ?? '');
  const code = readFileSync(fileURLToPath(new URL('sw.js', import.meta.url)), 'utf8');
  const version = hash.update(code).digest('hex').slice(0, 16);
  const list = names.map((name) => (name === 'index.html' ? '' : name));
  return `const FILES = ${JSON.stringify(list)};\nconst VERSION = '${version}';\n${code}`;
}
