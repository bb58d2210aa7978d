import type { TarEntry } from '../../src/core/testing/buildTar';

/** When every file in every layer was last changed; one fixed time, so that all samples share their layers' bytes. */
const FILE_TIME = Date.UTC(2014, 10, 5, 9, 0, 0) / 1000;

function folder(name: string): TarEntry {
  return { name, type: 'directory', mode: 0o40755, mtime: FILE_TIME, uname: 'root', gname: 'root' };
}

function file(name: string, body: string, mode = 0o100644): TarEntry {
  return { name, body, mode, mtime: FILE_TIME, uname: 'root', gname: 'root' };
}

/** Marks a file of a lower layer as deleted, with the mode that Docker's overlay2 gives it. */
function whiteout(name: string): TarEntry {
  return file(name, '', 0o600);
}

const OS_RELEASE = `NAME="Hello"
PRETTY_NAME="Hello, a very small image"
ID=hello
VERSION_ID=1.0
`;

const GREET = `#!/bin/sh
# greet: says hello to whoever is named, or to everybody.
name=\${1:-everybody}
printf '%s, %s!\\n' "\${GREETING:-hello}" "$name"
`;

const APP = `// A web page that says hello in the reader's language.
const http = require('node:http');

const GREETINGS = {
  ary: 'سلام! هاد الصفحة جاية من الطبقة الثانية.',
  en: 'Hello! This page comes from the second layer.',
};

if (process.argv.includes('--check')) {
  http.get('http://localhost:8080/', (response) => process.exit(response.statusCode === 200 ? 0 : 1));
} else {
  http
    .createServer((request, response) => {
      const language = /\\bary?\\b/.test(request.headers['accept-language'] || '') ? 'ary' : 'en';
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.end(GREETINGS[language] + '\\n');
    })
    .listen(8080);
}
`;

const PACKAGE = `{
  "name": "hello",
  "version": "1.0.0",
  "private": true,
  "main": "app.js",
  "license": "MIT"
}
`;

const README = `# Hello

An image made for looking inside. It has four layers:

1. a base: /etc and a small script
2. the program: /app
3. a new /etc/motd, which hides the one below
4. a whiteout: /app/draft.txt is gone, but its bytes stay in layer 2

Open it in each format and compare: the names around the layers
change, the layers do not.
`;

const README_ARY = `# سلام

هاد الصورة مصاوبة باش تشوف شنو كاين لداخل. فيها ربعة د الطبقات:

1. الأساس: /etc و سكريبت صغير
2. البرنامج: /app
3. /etc/motd جديد، كيغطي القديم اللي تحت منو
4. علامة المسح: /app/draft.txt ما بقاش كيبان، ولكن البايتات ديالو باقيين ف الطبقة 2

حلها بكل صيغة و قارن: السميات اللي دايرين بالطبقات كيتبدلو،
و الطبقات ما كيتبدلوش.
`;

export const MOTD_COMMAND = 'echo "Marhba! Layer 3 wrote this line over the one of layer 1." > /etc/motd';
export const REMOVE_COMMAND = 'rm /app/draft.txt';

/** The layers of the image, base first. */
export const LAYERS: readonly (readonly TarEntry[])[] = [
  [
    folder('etc/'),
    file('etc/motd', 'Welcome. Layer 1 wrote this line.\n'),
    file('etc/os-release', OS_RELEASE),
    folder('usr/'),
    folder('usr/local/'),
    folder('usr/local/bin/'),
    file('usr/local/bin/greet', GREET, 0o100755),
  ],
  [
    folder('app/'),
    file('app/README.ary.md', README_ARY),
    file('app/README.md', README),
    file('app/app.js', APP),
    file('app/draft.txt', 'A first try. Layer 4 deletes this file, yet its bytes stay here, in layer 2.\n'),
    file('app/package.json', PACKAGE),
  ],
  [folder('etc/'), file('etc/motd', 'Marhba! Layer 3 wrote this line over the one of layer 1.\n')],
  [folder('app/'), whiteout('app/.wh.draft.txt')],
];

/** What the flipped sample changes: one letter of a file in layer 2, at the same place, nothing else. */
export const FLIP = { from: 'An image made for looking inside.', to: 'An image made for booking inside.' } as const;
