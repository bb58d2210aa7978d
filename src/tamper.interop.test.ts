import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Tamper } from './core/model/tamper';
import { spanKey } from './core/model/source';
import { inFolder, podmanStore } from './core/testing/nativeTools';
import { sampleFile } from './core/testing/samples';
import { changedBy, changesOf, measured, repairedBy, type Measured } from './core/testing/tampered';
import { toolsOfTampered, type TamperOutcome } from './i18n/tamperTools';

/*
 * What the bench says that tools make of a changed copy, held against the tools, of the versions that it names, where they are installed.
 */

const TIMEOUT = 120_000;
/** A letter of a text in layer 2, counted from the start of the unpacked layer; and a byte of its gzip. */
const LETTER = 2587;
const SAMPLES = ['hello-v1', 'hello-docker', 'hello-docker25', 'hello-oci'] as const;
const sample = (name: string): Promise<Measured> => {
  const file = sampleFile(name);
  return measured(file, file.name);
};

type Run = (tool: string, args: readonly string[], cwd: string) => Promise<string | null>;
const run: Run = (tool, args, cwd) =>
  new Promise((resolve) => {
    execFile(tool, args, { cwd }, (error, stdout, stderr) => {
      resolve(error ? `${stderr}${stdout}`.replaceAll(String.raw`\"`, '"') : null);
    });
  });

function versionOf(tool: string): string {
  const { stdout } = spawnSync(tool, ['--version'], { encoding: 'utf8' });
  return /\d+\.\d+\.\d+/.exec(stdout ?? '')?.[0] ?? '';
}
const installed = ['skopeo', 'podman', 'umoci'].map((tool) => `${tool} ${versionOf(tool)}`);

const argsOf: Readonly<Record<string, (transport: string, folder: string) => readonly string[]>> = {
  skopeo: (transport) => ['--insecure-policy', 'copy', `${transport}x.tar`, 'dir:out'],
  podman: (_, folder) => [...podmanStore(folder), 'load', '--quiet', '--input', 'x.tar'],
  umoci: (_, folder) => ['unpack', '--rootless', '--image', `x:${refName(folder)}`, 'bundle'],
};

/** What the index calls the image. */
function refName(folder: string): string {
  const index = readFileSync(join(folder, 'x', 'index.json'), 'utf8');
  return /"org\.opencontainers\.image\.ref\.name":"([^"]*)"/.exec(index)?.[1] ?? '';
}

const pattern = (words: string): RegExp =>
  new RegExp(
    words
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^]*'),
  );

async function judge(copy: Measured, outcome: TamperOutcome): Promise<void> {
  const said = toolsOfTampered(
    copy.archive.evidence.map(({ format }) => format),
    outcome,
  );
  expect(said).not.toEqual([]);
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'x.tar'), Buffer.from(await copy.blob.arrayBuffer()));
    mkdirSync(join(folder, 'x'));
    spawnSync('tar', ['-xf', 'x.tar', '-C', 'x'], { cwd: folder });
    for (const { tool, words, source } of said) {
      const [name = '', version = '', transport = ''] = tool.split(' ');
      if (source || !installed.includes(`${name} ${version}`)) continue;
      // Each reads into a folder of its own.
      const answer = await run(name, argsOf[name]?.(transport, folder) ?? [], folder);
      spawnSync('rm', ['-rf', join(folder, 'out')]);
      if (words === null) expect(answer, `${tool} of ${outcome.kind}`).toBeNull();
      else expect(answer, `${tool} of ${outcome.kind}`).toMatch(pattern(words));
    }
  });
}

async function differing(before: Measured, change: Tamper): Promise<readonly [Measured, TamperOutcome]> {
  const after = await changedBy(before, change);
  const number =
    1 +
    (before.image?.layers.findIndex(({ span }) => {
      const now = span && after.follow(span);
      const is = now && after.measurements.find((each) => spanKey(each.span) === spanKey(now));
      const was = span && before.measurements.find((each) => spanKey(each.span) === spanKey(span));
      return is?.stored['sha256'] !== was?.stored['sha256'];
    }) ?? 0);
  const [first] = changesOf(before, after);
  if (!first) throw new Error('nothing differs');
  return [after, { kind: 'differs', number, expected: first.from, actual: first.to }];
}

describe.each(SAMPLES)('tools of a changed %s', (name) => {
  const letter = { kind: 'inside', layer: 2, offset: LETTER, mask: 0x0e } as const;

  it(
    'see a byte that is another one, and do not when all names are rewritten',
    async () => {
      const before = await sample(name);
      await judge(...(await differing(before, letter)));
      const after = await changedBy(before, letter);
      await judge(await repairedBy(before, after, 9), { kind: 'holds' });
    },
    TIMEOUT,
  );

  it(
    'see layers that changed places, and one that is not there',
    async () => {
      const before = await sample(name);
      await judge(...(await differing(before, { kind: 'swap', layers: [1, 3] })));
      await judge(await changedBy(before, { kind: 'drop', layer: 2 }), { kind: 'missing' });
    },
    TIMEOUT,
  );

  it(
    'do not mind a blob for nobody',
    async () => {
      const before = await sample(name);
      await judge(await changedBy(before, { kind: 'orphan' }), { kind: 'holds' });
    },
    TIMEOUT,
  );
});

it(
  'a gzip layer that cannot be unpacked passes as long as nobody unpacks it',
  async () => {
    const before = await sample('hello-oci');
    const flip = { kind: 'flip', layer: 2, offset: 700, mask: 0x10 } as const;
    const [broken, outcome] = await differing(before, flip);
    if (outcome.kind === 'differs') await judge(broken, { ...outcome, kind: 'broken' });
    const after = await changedBy(before, flip);
    await judge(await repairedBy(before, after, 9), { kind: 'unreadable' });
  },
  TIMEOUT,
);
