/** `npm run kit`: makes `dist/tabaqa-kit.zip`, and prints its SHA-256. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { printHandouts } from './handouts';
import { kitFiles } from './kitFiles';
import { ROOT, buildWhenStale } from './setup.mjs';
import { zip } from './zip';

if (!buildWhenStale()) process.exit(1);
if (!(await printHandouts()))
  console.warn('There is no Chromium to print the handouts with: the kit goes without them.');
const files = kitFiles();
const archive = zip(files);
writeFileSync(`${ROOT}dist/tabaqa-kit.zip`, archive);
const sum = createHash('sha256').update(archive).digest('hex');
writeFileSync(`${ROOT}dist/tabaqa-kit.zip.sha256`, `${sum}  tabaqa-kit.zip\n`);
console.log(`dist/tabaqa-kit.zip: ${files.length} files, ${archive.length} bytes\n${sum}`);
