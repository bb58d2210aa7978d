import { expect, it } from 'vitest';
import { csvLine } from './csv';

it('quotes what would part cells, and lets no text be a formula', () => {
  expect(csvLine(['a', 1, null, 'x,y', 'say "hi"', '=1+1', '-2'])).toBe('a,1,,"x,y","say ""hi""",\'=1+1,\'-2\r\n');
  expect(csvLine(['@a'], (text) => `./${text}`)).toBe('./@a\r\n');
});
