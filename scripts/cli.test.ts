import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { ROOT } from './setup.mjs';

function tabaqa(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${ROOT}scripts/cli.mjs`, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it('says how it is used', () => {
  const { status, stdout } = tabaqa('--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: tabaqa/);
});

it.each([
  [['--wrong'], /Unknown option/],
  [['a.tar', 'b.tar'], /^Usage/],
  [['none.tar'], /none\.tar does not exist/],
  [[tmpdir()], /is a folder/],
  [['--port', 'x'], /x is no port/],
])('refuses %s', (args, words) => {
  const { status, stdout, stderr } = tabaqa(...args);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(words);
});
