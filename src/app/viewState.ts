import * as v from 'valibot';
import { LIMITS } from '../core/limits';
import { ROW_VERDICTS, type RowVerdict } from '../core/model/integrity';
import type { FileQuery } from '../core/model/fileView';
import { MANIFEST_VIEWS, type ManifestView } from '../core/model/manifestTable';
import type { Part } from '../core/model/representation';
import { parseSourceLink } from './sourceLink';
import { parseTampering } from './tamperLink';

/** The ways of looking at an opened image. */
export const BOARDS = [
  'ladder',
  'layouts',
  'manifests',
  'config',
  'layers',
  'files',
  'documents',
  'members',
  'attached',
  'integrity',
  'bytes',
  'packages',
  'compare',
  'tamper',
] as const;
export type Board = (typeof BOARDS)[number];
export const LANGS = ['en', 'fr', 'ary'] as const;
export type Lang = (typeof LANGS)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];
export const LAYOUT_ORDERS = ['role', 'tar'] as const;
/** How the layouts board lists files: by the part that they play, or as they are stored in the tar. */
export type LayoutOrder = (typeof LAYOUT_ORDERS)[number];
export const KEY_CHOICES = ['all', 'commands'] as const;
/** Which keys work in the whole page: all, or only those with Control or Command (WCAG 2.1.4). */
export type KeyChoice = (typeof KEY_CHOICES)[number];

export const CONFIG_TABS = ['card', 'history', 'dockerfile'] as const;
/** How the config board shows a config. */
export type ConfigTab = (typeof CONFIG_TABS)[number];

export const DIFFS = ['all', 'names'] as const;
/** Whether manifests are shown whole, or only where they differ. */
export type Diff = (typeof DIFFS)[number];

export const FILE_SCOPES = ['final', 'upto', 'layer', 'ever'] as const satisfies readonly FileQuery['scope'][];
export const FILE_SHAPES = ['tree', 'list', 'map', 'waste'] as const;
/** How the files board shows them: as a tree, in one list, as a picture of where the bytes are, or those whose bytes later layers hide. */
export type FileShape = (typeof FILE_SHAPES)[number];

export const INVENTORIES = ['packages', 'sensitive', 'sbom'] as const;
/** What the packages board lists. */
export type InventoryTab = (typeof INVENTORIES)[number];

export const FORM_FOLDS = ['layers', 'none'] as const;
/** Whether the lines of a layer, a step or an entry are one on the manifests board. */
export type FormFold = (typeof FORM_FOLDS)[number];

export const PAPERS = ['handout', 'teacher'] as const;
/** Sheets to print, in place of the page. */
export type PaperKind = (typeof PAPERS)[number];
export const MODES = ['page', 'embed', 'present'] as const;
/** What the page is shown as: by itself, inside another page, or on a wall. */
export type Mode = (typeof MODES)[number];

export const SCALES = ['1', '1.25', '1.6', '2', '2.5'] as const;
/** How much larger everything is on a wall. */
export type Scale = (typeof SCALES)[number];

/** What the user looks at, and how: all of it is in the address, so that a link shows the same. */
export interface ViewState {
  readonly board: Board;
  /** What is open, as `sourceLink` reads it; null for a file of the user's own, and when nothing is open. */
  readonly src: string | null;
  /** Key of the image; null for the archive's first. */
  readonly img: string | null;
  /** The selected part. */
  readonly sel: Part | null;
  /** Id of the document that the documents board shows, or of what the attached board shows. */
  readonly doc: string | null;
  /** The place in that document (RFC 6901). */
  readonly at: string | null;
  /** The verdict that the integrity board shows alone. */
  readonly only: RowVerdict | null;
  /** Id of the row that the integrity board explains. */
  readonly row: string | null;
  /** The columns chosen where not all are on screen, oldest first: `v2s2,oci`; null until the reader chooses. */
  readonly cols: string | null;
  readonly order: LayoutOrder;
  /** Which documents the manifests board lays side by side. */
  readonly forms: ManifestView;
  readonly diff: Diff;
  readonly fold: FormFold;
  readonly config: ConfigTab;
  /** Which files the files board shows: of the selected layer alone, with all below it, or of the whole image. */
  readonly scope: FileQuery['scope'];
  readonly shape: FileShape;
  /** What paths are filtered by there. */
  readonly find: string | null;
  /** The path whose history is shown there. */
  readonly path: string | null;
  /** Number of the layer whose bytes of that path are looked into. */
  readonly look: string | null;
  /** Offset of the byte whose run the bytes board explains. */
  readonly byte: string | null;
  readonly inventory: InventoryTab;
  /** What the compare board compares with: `image:<key>` of the same archive, or `sample:<name>`; null for a file of the user's own, too. */
  readonly vs: string | null;
  /** What it ignores, with commas between. */
  readonly ign: string | null;
  /** What is changed on a copy, and how far its names are rewritten, as `tamperLink` reads it. */
  readonly flip: string | null;
  /** Who was guessed to notice it: `nobody`, or columns with commas between; null for no guess. */
  readonly guess: string | null;
  readonly paper: PaperKind | null;
  /** The chapter of the lesson beside the page; null while there is none. */
  readonly lesson: string | null;
  /** Its step, from 1. */
  readonly step: string | null;
  /** The number of the exercise beside the page, from 1; null while there is none. */
  readonly exercise: string | null;
  /** The seat that its numbers are of; null for none. */
  readonly seat: string | null;
  readonly mode: Mode;
  readonly scale: Scale;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly density: Density;
  readonly keys: KeyChoice;
}

export const DEFAULT_VIEW: ViewState = {
  board: 'ladder',
  src: null,
  img: null,
  sel: null,
  doc: null,
  at: null,
  only: null,
  row: null,
  cols: null,
  order: 'role',
  forms: 'manifest',
  diff: 'all',
  fold: 'layers',
  config: 'card',
  scope: 'final',
  shape: 'tree',
  find: null,
  path: null,
  look: null,
  byte: null,
  inventory: 'packages',
  vs: null,
  ign: null,
  flip: null,
  guess: null,
  lesson: null,
  step: null,
  exercise: null,
  seat: null,
  paper: null,
  mode: 'page',
  scale: '1.6',
  lang: 'en',
  theme: 'auto',
  density: 'comfortable',
  keys: 'all',
};

/** How a link is understood. */
export interface ParsedLink {
  readonly view: ViewState;
  /** The keys the link sets; for the others `view` has the default. */
  readonly given: ReadonlySet<keyof ViewState>;
  /** The parts of the link that were not understood, as written. The rest of it holds. */
  readonly notUnderstood: readonly string[];
  /** Keys of other versions of this page, as written: kept, and ignored. */
  readonly rest: readonly string[];
}

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
/** The values that each key of a link may have. */
const VALUES = {
  src: v.pipe(
    v.string(),
    v.check((value) => parseSourceLink(value) !== null),
  ),
  img: text,
  sel: v.pipe(v.string(), v.regex(/^(?:pointer|manifest|config|mark|layer:[1-9]\d{0,5})$/)),
  doc: text,
  at: v.pipe(text, v.startsWith('/')),
  only: v.picklist(ROW_VERDICTS),
  row: text,
  cols: v.pipe(text, v.regex(/^(?!,)(?:(?:^|,)v1)?(?:(?:^|,)v2s1)?(?:(?:^|,)v2s2)?(?:(?:^|,)oci)?$/)),
  order: v.picklist(LAYOUT_ORDERS),
  forms: v.picklist(MANIFEST_VIEWS),
  diff: v.picklist(DIFFS),
  fold: v.picklist(FORM_FOLDS),
  config: v.picklist(CONFIG_TABS),
  scope: v.picklist(FILE_SCOPES),
  shape: v.picklist(FILE_SHAPES),
  find: text,
  path: text,
  look: v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/)),
  byte: v.pipe(v.string(), v.regex(/^(?:0|[1-9]\d{0,14})$/)),
  inventory: v.picklist(INVENTORIES),
  vs: v.pipe(text, v.regex(/^(?:image|sample):./s)),
  ign: v.pipe(text, v.regex(/^[a-z]+(?:,[a-z]+)*$/)),
  flip: v.pipe(
    text,
    v.check((value) => parseTampering(value) !== null),
  ),
  guess: v.pipe(text, v.regex(/^(?:nobody|(?!,)(?:(?:^|,)v1)?(?:(?:^|,)v2s2)?(?:(?:^|,)oci)?)$/)),
  lesson: v.pipe(v.string(), v.regex(/^[a-z\d][a-z\d-]{0,40}$/)),
  step: v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/)),
  exercise: v.pipe(v.string(), v.regex(/^(?:[1-9]|1[0-2])$/)),
  seat: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/)),
  paper: v.picklist(PAPERS),
  mode: v.picklist(MODES),
  scale: v.picklist(SCALES),
  lang: v.picklist(LANGS),
  theme: v.picklist(THEMES),
  density: v.picklist(DENSITIES),
  keys: v.picklist(KEY_CHOICES),
} satisfies { [K in Exclude<keyof ViewState, 'board'>]: v.GenericSchema<string, ViewState[K]> };
type Key = keyof typeof VALUES;
/** How the page looks to its reader. */
export const LOOK_KEYS = ['lang', 'theme', 'density', 'keys'] as const satisfies readonly Key[];
/** What belongs to the page and its reader, and not to what is looked at. */
export const BESIDE_KEYS = [
  ...(['lesson', 'step', 'exercise', 'seat', 'paper', 'mode', 'scale'] as const),
  ...LOOK_KEYS,
] as const satisfies readonly Key[];
const QUERY_KEYS: readonly Key[] = [
  'src',
  'img',
  'sel',
  'doc',
  'at',
  'only',
  'row',
  'cols',
  'order',
  'forms',
  'diff',
  'fold',
  'config',
  'scope',
  'shape',
  'find',
  'path',
  'look',
  'byte',
  'inventory',
  'vs',
  'ign',
  'flip',
  'guess',
  ...BESIDE_KEYS,
];
/** Everything a view is made of. */
export const VIEW_KEYS: readonly (keyof ViewState)[] = ['board', ...QUERY_KEYS];

/** Some parts of a view. */
export function pickView(view: ViewState, keys: readonly (keyof ViewState)[]): Partial<ViewState> {
  return Object.fromEntries(keys.map((key) => [key, view[key]]));
}

const isKey = (name: string): name is Key => Object.hasOwn(VALUES, name);

/** Reads `#/<board>?key=value&…`, leniently as a whole and strictly in each value: a link is untrusted input. */
export function parseHash(hash: string): ParsedLink {
  const link = hash.replace(/^#/, '');
  const given = new Set<keyof ViewState>();
  if (link.length > LIMITS.linkCharacters) {
    return { view: DEFAULT_VIEW, given, notUnderstood: [`${link.slice(0, 60)}…`], rest: [] };
  }
  const [path = '', ...queries] = link.split('?');
  const found: { -readonly [K in keyof ViewState]?: ViewState[K] } = {};
  const notUnderstood: string[] = [];
  const rest: string[] = [];

  const name = path.replace(/^\/?/, '');
  const board = v.safeParse(v.picklist(BOARDS), name);
  if (board.success) {
    found.board = board.output;
    given.add('board');
  } else if (name !== '') notUnderstood.push(path);

  for (const pair of queries.join('?').split('&')) {
    if (pair === '') continue;
    const cut = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const key = decode(pair.slice(0, cut));
    if (key === null || !isKey(key)) rest.push(pair);
    else if (given.has(key)) notUnderstood.push(pair);
    else {
      const parsed = v.safeParse(VALUES[key], decode(pair.slice(cut + 1)));
      if (parsed.success) {
        Object.assign(found, { [key]: parsed.output });
        given.add(key);
      } else notUnderstood.push(pair);
    }
  }
  return { view: { ...DEFAULT_VIEW, ...found }, given, notUnderstood, rest };
}

/** The link that shows `view`: `parseHash` reads it back. What is as by default is left out. */
export function formatHash(view: ViewState, rest: readonly string[] = []): string {
  const pairs = QUERY_KEYS.flatMap((key) => {
    const value = view[key];
    if (value === null || value === DEFAULT_VIEW[key]) return [];
    return [`${key}=${encode(value)}`];
  });
  const query = [...pairs, ...rest].join('&');
  return `#/${view.board}${query && `?${query}`}`;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/** The characters that a fragment may have as they are (RFC 3986 §3.5) stay readable; half a character cannot be written at all. */
function encode(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /%(?:3A|2F|40|2C|24|3B)/g,
    decodeURIComponent,
  );
}
