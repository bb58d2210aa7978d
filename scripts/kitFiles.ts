import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { brokenSamples } from './samples/broken';
import { ROOT } from './setup.mjs';
import type { ZipFile } from './zip';

const FOLDER = 'tabaqa-kit';

/** What a teacher takes along: the page as one file, samples, sheets, ways to serve them, licences and checksums. The page has to be built, and the sheets printed. */
export function kitFiles(): ZipFile[] {
  const files: ZipFile[] = [
    { name: 'START-HERE.html', data: read('dist/tabaqa.html') },
    { name: 'README.txt', data: read('scripts/kit/README.txt') },
    { name: 'LICENCES.txt', data: licences() },
    { name: 'serve.sh', data: read('scripts/kit/serve.sh'), isProgram: true },
    { name: 'serve.bat', data: Buffer.from(read('scripts/kit/serve.bat').toString().replace(/\r?\n/g, '\r\n')) },
    ...folder('public/samples', 'samples'),
    ...broken(),
    ...folder('dist/handouts', 'handouts'),
  ];
  const sums = files.map(({ name, data }) => `${createHash('sha256').update(data).digest('hex')}  ${name}\n`).join('');
  return [...files, { name: 'SHA256SUMS', data: Buffer.from(sums) }].map((file) => ({
    ...file,
    name: `${FOLDER}/${file.name}`,
  }));
}

function read(path: string): Buffer {
  return readFileSync(`${ROOT}${path}`);
}

/** The files of a folder, in the order of their names; none when there is no such folder. */
function folder(path: string, name: string): ZipFile[] {
  if (!existsSync(`${ROOT}${path}`)) return [];
  const names = readdirSync(`${ROOT}${path}`, { withFileTypes: true }).flatMap((each) =>
    each.isFile() ? each.name : [],
  );
  return names.toSorted().map((each) => ({ name: `${name}/${each}`, data: read(`${path}/${each}`) }));
}

/** What goes wrong with tars, to drop: each leads to other words of the page. */
function broken(): ZipFile[] {
  return brokenSamples(read('public/samples/hello-docker25.tar')).map(({ file, bytes }) => ({
    name: `samples/broken/${file}`,
    data: Buffer.from(bytes),
  }));
}

function licences(): Buffer {
  const own = read('LICENSE').toString();
  return Buffer.from(
    [own, read('dist/licences.md').toString(), read('public/licences-worker.md').toString()].join('\n\n'),
  );
}
