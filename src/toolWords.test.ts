import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from './core/engine';
import { DIAGNOSTIC_CODES, EngineError } from './core/errors';
import { ROW_KINDS, ROW_VERDICTS, SUBJECTS, type RowSituation } from './core/model/integrity';
import { inFolder, podmanStore } from './core/testing/nativeTools';
import { noticeSituations } from './core/testing/noticeSituations';
import type { NoticeSituation, Situation } from './core/testing/situationParts';
import { situations } from './core/testing/situations';
import { toolsOfDiagnostic, toolsOfRow, type ToolWords } from './i18n/toolWords';

/*
 * What the page says that tools say, held against the tools: of the versions it names, where they are installed.
 */

const TIMEOUT = 60_000;

type Any = Situation | NoticeSituation;

/** How each tool is made to read all of an image, from the archive or, unpacked, from the folder beside it; null when it cannot. */
const READ: Readonly<Record<string, (each: Any, folder: string) => readonly string[] | null>> = {
  skopeo: ({ transport }) => [
    '--insecure-policy',
    'copy',
    `${transport}:x.tar${transport === 'oci-archive' ? ':x' : ''}`,
    'dir:out',
  ],
  umoci: ({ transport }) => (transport === 'oci-archive' ? ['unpack', '--rootless', '--image', 'x:x', 'bundle'] : null),
  podman: (_, folder) => [...podmanStore(folder), 'load', '--quiet', '--input', 'x.tar'],
};

function versionOf(tool: string): string {
  const { stdout } = spawnSync(tool, ['--version'], { encoding: 'utf8' });
  return /\d+\.\d+\.\d+/.exec(stdout ?? '')?.[0] ?? '';
}

/** What a tool says when it refuses an archive; null when it takes it. */
function answer(tool: string, args: readonly string[], cwd: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(tool, args, { cwd }, (error, stdout, stderr) => {
      resolve(error ? `${stderr}${stdout}`.replaceAll(String.raw`\"`, '"') : null);
    });
  });
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

function wordsOfRow(row: RowSituation): readonly ToolWords[] {
  const kind = ROW_KINDS.find((each) => row.startsWith(`${each}.`));
  const [verdict, about] = row.slice(row.indexOf('.') + 1).split('.');
  const known = {
    verdict: ROW_VERDICTS.find((each) => each === verdict),
    about: SUBJECTS.find((each) => each === about),
  };
  if (!kind || !known.verdict || !known.about) throw new Error(`no such row: ${row}`);
  return toolsOfRow(kind, known.verdict, known.about);
}

const wordsFor = (each: Any): readonly ToolWords[] =>
  'code' in each ? toolsOfDiagnostic(each.code) : wordsOfRow(each.row);

const installed = Object.keys(READ).map((tool) => `${tool} ${versionOf(tool)}`);
const all: readonly Any[] = [...situations(), ...noticeSituations()];

/** Whether a tool says of an archive what the page says that it says. */
async function judge(each: Any, { tool, words, source }: ToolWords, folder: string): Promise<void> {
  const [name = '', version = '', transport = `${each.transport}:`] = tool.split(' ');
  if (source || !installed.includes(`${name} ${version}`) || transport !== `${each.transport}:`) return;
  const args = READ[name]?.(each, folder);
  if (!args) return;
  const said = await answer(name, args, folder);
  if (words === null) expect(said, `${tool} of ${each.name}`).toBeNull();
  else expect(said, `${tool} of ${each.name}`).toMatch(asPattern(words));
}

describe('tools say what the page says that they say', () => {
  it.each(all.map((each) => [each.name, each] as const))(
    '%s',
    (_, each) =>
      inFolder(async (folder) => {
        writeFileSync(join(folder, 'x.tar'), each.tar);
        mkdirSync(join(folder, 'x'));
        spawnSync('tar', ['-xf', 'x.tar', '-C', 'x'], { cwd: folder });
        await Promise.all(wordsFor(each).map((words) => judge(each, words, folder)));
      }),
    TIMEOUT,
  );

  it.each(noticeSituations().map((each) => [each.name, each] as const))('%s is noticed', async (_, { tar, code }) => {
    const said = openArchive({ blob: new Blob([tar]) }, 'x.tar').then(
      ({ diagnostics }) => diagnostics.map((each) => each.code),
      // Where it leaves nothing to show, it is why.
      (error: unknown) => (error instanceof EngineError ? [error.details['why']] : []),
    );
    expect(await said).toContain(code);
  });

  it('every one that is not tried names its source', () => {
    const rows = ROW_KINDS.flatMap((kind) =>
      ROW_VERDICTS.flatMap((verdict) => SUBJECTS.flatMap((about) => toolsOfRow(kind, verdict, about))),
    );
    const every = [...rows, ...DIAGNOSTIC_CODES.flatMap(toolsOfDiagnostic)];
    const isTried = ({ tool }: ToolWords): boolean => Object.hasOwn(READ, tool.split(' ')[0] ?? '');
    expect(every.filter((each) => isTried(each) !== (each.source === null))).toEqual([]);
  });
});
