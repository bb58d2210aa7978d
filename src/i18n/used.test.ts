import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { en } from './en';

const SRC = fileURLToPath(new URL('..', import.meta.url));
/** Where words are written, typed or tested, and not used. */
const NOT_A_USE = /\.test\.tsx?$|^i18n\/(?:(?:en|fr|ary)[.\w]*|codes)\.ts$/;
const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !NOT_A_USE.test(name))
  .map((name) => readFileSync(join(SRC, name), 'utf8'))
  .join('\n');

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names written in full, those that a template begins (`role.${role}`), and those of reasons, by a prefix that stands in a table. */
const written = new Set(code.match(/(?<=')[\w.-]+(?=')/g));
const templates = new Set(code.match(/(?<=`)\w[\w.-]*\.(?:[\w.-]*\$\{[^{}`]*\})+[\w.-]*(?=`)/g));
const prefixes = [...code.matchAll(/\['(?:why|reason)', '(\w+)'\]/g)].map(([, prefix = '']) => prefix);
const made = [
  ...[...templates].map((template) =>
    template
      .split(/\$\{[^{}]*\}/)
      .map(literal)
      .join('[\\w.-]+'),
  ),
  ...prefixes.map((prefix) => `${prefix}\\.[\\w-]+`),
].map((pattern) => new RegExp(`^${pattern}$`));

it('the page uses every message', () => {
  const unused = Object.keys(en).filter((id) => !written.has(id) && !made.some((pattern) => pattern.test(id)));
  expect(unused).toEqual([]);
});
