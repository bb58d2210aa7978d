import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FORMATS } from './core/formats/index';
import { FORMAT_IDS } from './core/model/archive';

/** A room of the house is a path under src; what it may import, besides itself, is its row. The first row that fits a file is its room. */
const ROOMS: readonly (readonly [room: string, mayImport: readonly string[]])[] = [
  ['core/errors', []],
  ['core/limits', []],
  ['core/model', ['core/errors']],
  ['core/bytes', ['core/model', 'core/errors', 'core/limits']],
  ['core/tar', ['core/model', 'core/errors', 'core/limits', 'core/bytes']],
  ['core/formats', ['core/model', 'core/errors', 'core/limits', 'core/bytes', 'core/tar']],
  ['core/contents', ['core/model', 'core/errors', 'core/limits', 'core/bytes', 'core/tar']],
  ['core/convert', ['core/model', 'core/errors', 'core/limits', 'core/bytes', 'core/tar', 'core/formats']],
  [
    'core/export',
    [
      'core/model',
      'core/errors',
      'core/limits',
      'core/bytes',
      'core/tar',
      'core/formats',
      'core/convert',
      'core/layers',
    ],
  ],
  ['core/verify', ['core/model', 'core/errors']],
  ['core/compare', ['core/model', 'core/errors', 'core/limits', 'core/bytes', 'core/picture']],
  ['core/picture', []],
  ['core/packages', ['core/model', 'core/limits', 'core/bytes']],
  ['core/sensitive', ['core/model', 'core/limits']],
  [
    'core/layers',
    [
      'core/model',
      'core/errors',
      'core/limits',
      'core/bytes',
      'core/tar',
      'core/packages',
      'core/sensitive',
      'core/picture',
    ],
  ],
  ['core/annotate', ['core/model', 'core/errors', 'core/limits', 'core/bytes', 'core/tar']],
  ['core/config', ['core/model', 'core/errors', 'core/limits', 'core/bytes', 'core/formats']],
  [
    'core/diff',
    [
      'core/model',
      'core/errors',
      'core/limits',
      'core/bytes',
      'core/tar',
      'core/layers',
      'core/compare',
      'core/config',
    ],
  ],
  ['core/tamper', ['core/model', 'core/errors', 'core/limits', 'core/bytes', 'core/tar']],
  ['core/registry', ['core/model', 'core/errors', 'core/limits', 'core/bytes']],
  ['core/snapshot', ['core/model', 'core/errors', 'core/limits', 'core/bytes', 'core/tar']],
  ['core/testing', ['core']],
  ['core/archive', ['core']],
  ['core/engine', ['core']],
  ['worker', ['core/engine.ts', 'core/model', 'core/errors', 'core/limits']],
  [
    'app',
    ['worker', 'core/registry/reference.ts', 'core/model', 'core/errors', 'core/limits', 'core/compare', 'core/verify'],
  ],
  ['i18n', ['core/model', 'core/errors']],
  ['ui', ['app', 'i18n', 'core/model', 'core/errors', 'core/limits', 'core/compare', 'core/verify', 'core/picture']],
  ['languages', ['app', 'i18n', 'lessons', 'exercises']],
  ['main', ['ui', 'app', 'i18n', 'languages', 'worker']],
];

/** Where each library may be imported: one file or one folder, so that it can be replaced in an afternoon. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  '@base-ui/react': ['ui'],
  '@fontsource/ibm-plex-mono': ['ui'],
  '@fontsource/ibm-plex-sans-arabic': ['ui'],
  '@tanstack/react-table': ['ui/tables', 'ui/files', 'ui/packages', 'ui/bytes', 'ui/diff'],
  '@tanstack/react-virtual': ['ui'],
  'hash-wasm': ['core/bytes/hash.ts'],
  'intl-messageformat': ['i18n/i18n.tsx'],
  'jsonc-parser': ['core/bytes', 'ui/documents'],
  mdast: ['app/lesson/markdown.ts'],
  'mdast-util-from-markdown': ['app/lesson/markdown.ts'],
  react: ['ui', 'i18n/i18n.tsx', 'i18n/isolates.tsx', 'main.tsx'],
  'react-dom': ['ui', 'main.tsx'],
  'tar-js': ['core/tar'],
  uqr: ['ui/share/qr.ts'],
  valibot: ['core', 'app/viewState.ts', 'app/kept.ts', 'app/lesson', 'app/exercises'],
  'virtual:samples': ['app/samples.ts'],
  zstddec: ['core/bytes'],
};

const MAX_LINES = 350;
const SRC = fileURLToPath(new URL('.', import.meta.url));

interface SourceFile {
  readonly path: string;
  readonly lines: number;
  /** Files under src that it imports, for values or for types. */
  readonly internal: readonly string[];
  readonly external: readonly string[];
}

const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
const known = new Set(names);
// It quotes imports, and has none that matter.
const OWN = 'architecture.test.ts';
const files = names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && name !== OWN).map(readSource);
const production = files.filter((file) => !/\.test\.tsx?$/.test(file.path));
const room = (path: string): string => ROOMS.find(([prefix]) => within(path, prefix))?.[0] ?? path;

describe('architecture', () => {
  it('reads the imports it judges', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => file.internal).length).toBeGreaterThan(50);
    expect(
      importsIn(
        "import type { A } from './a';\nexport * from \"./b\";\nexport const x = ['y'];\nawait import('./c');\nimport './d.css';",
      ),
    ).toEqual(['./a', './b', './c', './d.css']);
  });

  it('every file belongs to a room', () => {
    const own = new Set(ROOMS.map(([name]) => name));
    expect(production.filter((file) => !own.has(room(file.path))).map((file) => file.path)).toEqual([]);
  });

  it('a room imports only what its row names', () => {
    const wrong = production.flatMap((file) =>
      file.internal.filter((target) => !allowed(room(file.path), target)).map((target) => `${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('what is open leaves as a file by one way, which keeps what is to be kept; a hand-in is the learner’s own', () => {
    const importing = production.filter((file) => file.internal.includes('app/download.ts'));
    expect(importing.map(({ path }) => path)).toEqual(['app/exporter.ts', 'ui/exercises/HandIn.tsx']);
  });

  it('nothing but tests imports core/testing', () => {
    const wrong = production.filter(
      (file) => room(file.path) !== 'core/testing' && file.internal.some((target) => within(target, 'core/testing')),
    );
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('each library is imported only where its row says', () => {
    const wrong = production
      .filter((file) => room(file.path) !== 'core/testing')
      .flatMap((file) =>
        file.external
          .filter((name) => !(LIBRARIES[name] ?? []).some((place) => within(file.path, place)))
          .map((name) => `${file.path} → ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('has no import cycles, types included', () => {
    expect(cycles(files)).toEqual([]);
  });

  it(`has no file over ${MAX_LINES} lines`, () => {
    expect(files.filter((file) => file.lines > MAX_LINES).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it('every format is in the table, oldest first', () => {
    expect(FORMATS.map((format) => format.id)).toEqual(FORMAT_IDS);
  });
});

function within(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`) || path.replace(/\.tsx?$/, '') === place;
}

function allowed(from: string, target: string): boolean {
  const row = ROOMS.find(([name]) => name === from);
  if (!row || within(target, from)) return true;
  return row[1].some((place) => within(target, place)) && (from === 'core/testing' || !within(target, 'core/testing'));
}

/** The module names that a source text imports or re-exports, for values or for types. */
function importsIn(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern =
    /^\s*(?:(?:import|export)\b[^'"`;()=]*?\bfrom|import)\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...code.matchAll(pattern)].flatMap((match) => match[1] ?? match[2] ?? []);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(SRC, path), 'utf8');
  const internal: string[] = [];
  const external: string[] = [];
  for (const name of importsIn(text)) {
    if (name.startsWith('.')) {
      const target = relative(SRC, join(SRC, dirname(path), name.replace(/\?.*$/, ''))).replaceAll('\\', '/');
      if (target.startsWith('../')) external.push(target);
      else internal.push(existing(path, target));
    } else external.push(name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name));
  }
  return { path, lines: text.split('\n').length - 1, internal, external };
}

function existing(from: string, target: string): string {
  const found = ['', '.ts', '.tsx', '.d.ts'].map((suffix) => target + suffix).find((candidate) => known.has(candidate));
  if (found === undefined) throw new Error(`${from} imports ${target}, which does not exist`);
  return found;
}

/** Each cycle once, as the path around it. */
function cycles(all: readonly SourceFile[]): string[] {
  const imports = new Map(all.map((file) => [file.path, file.internal]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  return found;
}
