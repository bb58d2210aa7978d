import { expect, it } from 'vitest';
import { search } from './search';

const ALL = [
  'Board: Layers',
  'Couleurs : foncées',
  'Go to layer 1',
  'الألوان: مضلمة',
  'سدّ كاع الدوسيات',
  'Layers: all',
];
const find = (query: string): readonly string[] => search(ALL, query, (each) => [each]);

it.each([
  ['nothing: all, in their order', '', ALL],
  ['all words, in any order, and parts of words', '1 lay', ['Go to layer 1']],
  ['what begins so first', 'layers', ['Layers: all', 'Board: Layers']],
  ['without accents and case', 'FONCEES', ['Couleurs : foncées']],
  ['without vowel signs, and with them', 'سد كاع', ['سدّ كاع الدوسيات']],
  ['what is not there', 'layer colours', []],
])('finds by %s', (_, query, found) => {
  expect(find(query)).toEqual(found);
});

it('finds by each of several texts', () => {
  expect(search(['a'], 'theme', () => ['الألوان', 'Theme'])).toEqual(['a']);
});
