import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../core/limits';
import { ROW_VERDICTS } from '../core/model/integrity';
import { MANIFEST_VIEWS } from '../core/model/manifestTable';
import { SAMPLE_NAMES } from './samples';
import { sampleLink } from './sourceLink';
import {
  BOARDS,
  DEFAULT_VIEW,
  DENSITIES,
  CONFIG_TABS,
  DIFFS,
  FORM_FOLDS,
  formatHash,
  INVENTORIES,
  KEY_CHOICES,
  LANGS,
  PAPERS,
  SCALES,
  FILE_SCOPES,
  FILE_SHAPES,
  LAYOUT_ORDERS,
  MODES,
  parseHash,
  THEMES,
  type ViewState,
} from './viewState';

const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null });
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const part = fc.oneof(
  fc.constantFrom('pointer', 'manifest', 'config', 'mark'),
  fc.integer({ min: 1, max: LIMITS.layersPerImage }).map((number) => `layer:${number}`),
);
const view: fc.Arbitrary<ViewState> = fc.record({
  board: fc.constantFrom(...BOARDS),
  src: optional(fc.constantFrom(...SAMPLE_NAMES.map(sampleLink))),
  img: optional(text),
  sel: optional(part),
  doc: optional(text),
  at: optional(text.map((each) => `/${each}`)),
  only: optional(fc.constantFrom(...ROW_VERDICTS)),
  row: optional(text),
  cols: optional(fc.subarray(['v1', 'v2s1', 'v2s2', 'oci'], { minLength: 1 }).map((columns) => columns.join())),
  order: fc.constantFrom(...LAYOUT_ORDERS),
  forms: fc.constantFrom(...MANIFEST_VIEWS),
  diff: fc.constantFrom(...DIFFS),
  fold: fc.constantFrom(...FORM_FOLDS),
  config: fc.constantFrom(...CONFIG_TABS),
  scope: fc.constantFrom(...FILE_SCOPES),
  shape: fc.constantFrom(...FILE_SHAPES),
  find: optional(text),
  path: optional(text),
  inventory: fc.constantFrom(...INVENTORIES),
  look: optional(fc.integer({ min: 1, max: LIMITS.layersPerImage }).map(String)),
  byte: optional(fc.nat().map(String)),
  vs: optional(fc.tuple(fc.constantFrom('image', 'sample'), text).map((parts) => parts.join(':'))),
  mode: fc.constantFrom(...MODES),
  ign: optional(fc.uniqueArray(fc.constantFrom('times', 'owners'), { minLength: 1 }).map((names) => names.join(','))),
  flip: optional(fc.constantFrom('layer:3@1f4^01', 'inside:2@0^ff;swap:1,2;fix:3', 'tag:2.0;orphan')),
  guess: optional(fc.constantFrom('nobody', 'v1', 'oci', 'v1,oci', 'v1,v2s2,oci')),
  lesson: optional(fc.constantFrom('0', 'own-1')),
  step: optional(fc.integer({ min: 1, max: 999 }).map(String)),
  exercise: optional(fc.integer({ min: 1, max: 12 }).map(String)),
  seat: optional(fc.integer({ min: 1, max: 9999 }).map(String)),
  scale: fc.constantFrom(...SCALES),
  paper: optional(fc.constantFrom(...PAPERS)),
  lang: fc.constantFrom(...LANGS),
  theme: fc.constantFrom(...THEMES),
  density: fc.constantFrom(...DENSITIES),
  keys: fc.constantFrom(...KEY_CHOICES),
});

describe('a view as a link', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(view, (each) => {
        const parsed = parseHash(formatHash(each));
        expect(parsed.view).toEqual(each);
        expect(parsed.notUnderstood).toEqual([]);
      }),
    );
  });

  it('is short and readable', () => {
    expect(formatHash(DEFAULT_VIEW)).toBe('#/ladder');
    const link = formatHash({
      ...DEFAULT_VIEW,
      board: 'documents',
      src: 'sample:hello-oci',
      img: 'sha256:ab',
      doc: 'blobs/sha256/ab',
    });
    expect(link).toBe('#/documents?src=sample:hello-oci&img=sha256:ab&doc=blobs/sha256/ab');
    expect(formatHash({ ...DEFAULT_VIEW, board: 'manifests', cols: 'v2s2,oci' })).toBe('#/manifests?cols=v2s2,oci');
  });

  it('is the default where it says nothing', () => {
    for (const hash of ['', '#', '#/', '#/ladder', '#ladder?']) {
      expect(parseHash(hash)).toMatchObject({ view: DEFAULT_VIEW, notUnderstood: [] });
    }
  });

  it('writes half a character as the replacement character', () => {
    expect(parseHash(formatHash({ ...DEFAULT_VIEW, doc: 'a\ud800b' })).view.doc).toBe('a\ufffdb');
  });
});

describe('a link that is not all understood', () => {
  it('opens the rest, and tells which parts were not', () => {
    const { view, notUnderstood } = parseHash(
      '#/nowhere?src=sample:none&sel=layer:0&doc=a&doc=b&theme=pink&lang=ary&img=%zz',
    );
    expect(view).toEqual({ ...DEFAULT_VIEW, doc: 'a', lang: 'ary' });
    expect(notUnderstood).toEqual(['/nowhere', 'src=sample:none', 'sel=layer:0', 'doc=b', 'theme=pink', 'img=%zz']);
  });

  it.each([
    'src=url:http://host.example/x.tar',
    'src=hello-oci',
    'sel=layer:1e3',
    'sel=path:/etc/passwd',
    'img=',
    'doc',
    'lang=EN',
    'density=__proto__',
    'cols=',
    'cols=,oci',
    'cols=oci,v1',
    'cols=oci,oci',
    'cols=v3',
  ])('does not take %s', (pair) => {
    expect(parseHash(`#/ladder?${pair}`)).toMatchObject({ view: DEFAULT_VIEW, notUnderstood: [pair] });
  });

  it('keeps keys it does not know, as they are, and ignores them', () => {
    const { view, rest, notUnderstood } = parseHash('#/layers?part=layer:3@1f4^01&v=1&__proto__=x&constructor=y');
    expect(view).toEqual({ ...DEFAULT_VIEW, board: 'layers' });
    expect(notUnderstood).toEqual([]);
    expect(formatHash(view, rest)).toBe('#/layers?part=layer:3@1f4^01&v=1&__proto__=x&constructor=y');
  });

  it('is not read at all past the limit', () => {
    const { view, notUnderstood } = parseHash(`#/layers?doc=${'a'.repeat(LIMITS.linkCharacters)}`);
    expect(view).toEqual(DEFAULT_VIEW);
    expect(notUnderstood).toHaveLength(1);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (hash) => void parseHash(hash)));
    fc.assert(fc.property(fc.webFragments(), (hash) => void parseHash(`#/ladder?${hash}`)));
  });
});
