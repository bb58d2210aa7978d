import { describe, expect, it } from 'vitest';
import { readCreatedBy, type CreatedBy } from './createdBy';
import { quotedHealthcheck, quotedList } from './goText';

type Said = readonly [createdBy: string, more?: { author?: string; comment?: string }];
type Expected = Partial<CreatedBy>;

function read([createdBy, { author = '', comment = '' } = {}]: Said, shells: readonly string[] = []): CreatedBy {
  return readCreatedBy({ createdBy, author, comment }, shells);
}

const SUM = 'e6a7034f4c1bc14bdcb68a769ae4fac19144c4982a1885bd57053cbbbc8ad371';

describe('what a step says it was created by', () => {
  it.each<[string, Said, Expected]>([
    [
      'Docker, a command',
      ['/bin/sh -c rm /app/draft.txt'],
      { builder: 'docker', instruction: 'RUN', body: 'rm /app/draft.txt', shell: '/bin/sh -c' },
    ],
    [
      'Docker, the config alone',
      ['/bin/sh -c #(nop)  CMD ["sh"]'],
      { builder: 'docker', instruction: 'CMD', body: '["sh"]', shell: null },
    ],
    [
      'Docker, a copy',
      [`/bin/sh -c #(nop) COPY dir:${SUM} in /app `],
      { builder: 'docker', instruction: 'COPY', body: `dir:${SUM} in /app` },
    ],
    [
      'Docker, another shell',
      ['/bin/bash -o pipefail -c a | b'],
      { instruction: 'RUN', shell: '/bin/bash -o pipefail -c', body: 'a | b' },
    ],
    ['Docker, Windows', ['cmd /S /C #(nop) CMD ["cmd"]'], { builder: 'docker', instruction: 'CMD', body: '["cmd"]' }],
    [
      'Docker, build arguments with spaces',
      ['|2 A=one two B= /bin/sh -c make'],
      {
        instruction: 'RUN',
        body: 'make',
        args: [
          { name: 'A', value: 'one two' },
          { name: 'B', value: '' },
        ],
      },
    ],
    [
      'BuildKit, a command',
      ['RUN |1 V=1.4.2 /bin/sh -c make # buildkit', { comment: 'buildkit.dockerfile.v0' }],
      { builder: 'buildkit', instruction: 'RUN', body: 'make', args: [{ name: 'V', value: '1.4.2' }] },
    ],
    [
      'BuildKit, words alone',
      ['RUN /init --now # buildkit'],
      { builder: 'buildkit', instruction: 'RUN', body: '/init --now', shell: null },
    ],
    [
      'BuildKit, a copy',
      ['COPY --chown=1:1 a b /c/ # buildkit'],
      { builder: 'buildkit', instruction: 'COPY', body: '--chown=1:1 a b /c/' },
    ],
    [
      'BuildKit, the config alone',
      ['ENV A=b', { comment: 'buildkit.dockerfile.v0' }],
      { builder: 'buildkit', instruction: 'ENV', body: 'A=b' },
    ],
    [
      'buildah',
      ['/bin/sh -c #(nop) ENV A="b c"', { comment: 'FROM 49975c4c83c3' }],
      { builder: 'buildah', instruction: 'ENV', body: 'A="b c"' },
    ],
    [
      'kaniko',
      ['RUN addgroup -S nonroot', { author: 'kaniko' }],
      { builder: 'kaniko', instruction: 'RUN', body: 'addgroup -S nonroot', shell: null },
    ],
    [
      'ko',
      ['ko build ko://example.com/cmd', { author: 'ko', comment: 'go build output, at /ko-app/cmd' }],
      { builder: 'ko', instruction: null, body: 'ko build ko://example.com/cmd' },
    ],
    ['Jib', ['jib-maven-plugin:3.4.0', { author: 'Jib', comment: 'classes' }], { builder: 'jib', instruction: null }],
    ['Bazel', ['bazel build ...', { author: 'Bazel' }], { builder: 'bazel', instruction: null }],
    ['umoci', ['umoci insert'], { builder: 'umoci', instruction: null }],
    ['apko', ['apko', { author: 'apko' }], { builder: 'apko', instruction: null }],
    ['debuerreotype', ["# debian.sh --arch 'amd64'"], { builder: null, instruction: null }],
    ['a word that only begins like an instruction', ['RUNNER x'], { instruction: null, body: 'RUNNER x' }],
    ['nothing', [''], { builder: null, instruction: null, body: '' }],
  ])('%s', (_, said, expected) => {
    expect(read(said)).toMatchObject(expected);
  });

  it('takes the shells that are known before those that are likely', () => {
    const own = "powershell -Command $ErrorActionPreference = 'Stop';";
    expect(read([`${own} Get-Item x`], [own])).toMatchObject({ instruction: 'RUN', shell: own, body: 'Get-Item x' });
  });
});

describe('what Go prints', () => {
  it('lists of quoted texts, and JSON', () => {
    expect(quotedList('["node" "/app.js"]')).toEqual(['node', '/app.js']);
    expect(quotedList('["a", "b\\u00e9\\n\\x41"]')).toEqual(['a', 'bé\nA']);
    expect(quotedList('[]')).toEqual([]);
    for (const bad of ['', '[', '["a"', '["a" b]', '[/bin/sh -c]', '["\\xZZ"]', '["a"] x']) {
      expect(quotedList(bad)).toBeNull();
    }
  });

  it('healthchecks, with the number of retries as a character', () => {
    const printed = '&{["CMD" "curl" "-f"] "30s" "3s" "5s" "0s" \'\\x03\'}';
    expect(quotedHealthcheck(printed)).toEqual({
      test: ['CMD', 'curl', '-f'],
      durations: ['30s', '3s', '5s', '0s'],
      retries: 3,
    });
    expect(quotedHealthcheck(`&{["NONE"] "0s" "0s" "0s" '\\n'}`)?.retries).toBe(10);
    expect(quotedHealthcheck(`&{["NONE"] "0s" '!'}`)?.retries).toBe(33);
    expect(quotedHealthcheck('&{nothing}')).toBeNull();
  });
});
