import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROW_KINDS, ROW_VERDICTS, SUBJECTS } from './core/model/integrity';
import { inFolder } from './core/testing/nativeTools';
import type { Situation } from './core/testing/situationParts';
import { situations } from './core/testing/situations';
import { toolsOfRow, type ToolWords } from './i18n/toolWords';

/*
 * What the page says that tools say, held against the tools: of the versions it names, where they are installed.
 */

/** How each tool is made to read all of an image, from the archive or, unpacked, from the folder beside it. */
const READ: Readonly<Record<string, (each: Situation) => readonly string[] | null>> = {
  skopeo: ({ transport }) => [
    '--insecure-policy',
    'copy',
    `${transport}:x.tar${transport === 'oci-archive' ? ':x' : ''}`,
    'dir:out',
  ],
  umoci: ({ transport }) => (transport === 'oci-archive' ? ['unpack', '--rootless', '--image', 'x:x', 'bundle'] : null),
};

function versionOf(tool: string): string {
  const { stdout } = spawnSync(tool, ['--version'], { encoding: 'utf8' });
  return /\d+\.\d+\.\d+/.exec(stdout ?? '')?.[0] ?? '';
}

/** What a tool says when it refuses an archive; null when it takes it, or is not asked. */
function answer(tool: string, each: Situation, folder: string): string | null | undefined {
  const args = READ[tool]?.(each);
  if (!args) return undefined;
  const { status, stderr, stdout } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? null : `${stderr}${stdout}`.replaceAll(String.raw`\"`, '"');
}

/** `…` in words stands for names and numbers. */
function asPattern(words: string): RegExp {
  return new RegExp(
    words
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^]*'),
  );
}

function wordsFor({ row }: Situation): readonly ToolWords[] {
  const kind = ROW_KINDS.find((each) => row.startsWith(`${each}.`));
  const [verdict, about] = row.slice(row.indexOf('.') + 1).split('.');
  const known = {
    verdict: ROW_VERDICTS.find((each) => each === verdict),
    about: SUBJECTS.find((each) => each === about),
  };
  if (!kind || !known.verdict || !known.about) throw new Error(`no such row: ${row}`);
  return toolsOfRow(kind, known.verdict, known.about);
}

const installed = Object.keys(READ).map((tool) => `${tool} ${versionOf(tool)}`);

describe('tools say what the page says that they say', () => {
  it.each(situations().map((each) => [each.name, each] as const))('%s', (_, each) =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'x.tar'), each.tar);
      mkdirSync(join(folder, 'x'));
      spawnSync('tar', ['-xf', 'x.tar', '-C', 'x'], { cwd: folder });
      for (const { tool, words } of wordsFor(each)) {
        const [name = '', version = '', transport = `${each.transport}:`] = tool.split(' ');
        if (!installed.includes(`${name} ${version}`) || transport !== `${each.transport}:`) continue;
        const said = answer(name, each, folder);
        if (said === undefined) continue;
        if (words === null) expect(said, `${tool} of ${each.name}`).toBeNull();
        else expect(said, `${tool} of ${each.name}`).toMatch(asPattern(words));
      }
    }),
  );
});
