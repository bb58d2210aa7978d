import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureRequests, measureSpans, openArchive, openFile } from '../engine';
import type { FileGlance } from '../model/fileLook';
import type { LayerFiles } from '../model/layerFiles';
import { memberAt } from '../model/members';
import { canMakeHostileSet, makeHostileSet } from '../testing/hostile/set';

const MILLISECONDS = 1_000;
const SLOWEST_MACHINE = 3;

describe.skipIf(!canMakeHostileSet)('files whose preview attacks', () => {
  it('are shown as what they are, in time', { timeout: 120_000 }, async () => {
    const { folder, cases } = makeHostileSet();
    const file = cases.find(({ class: of }) => of === 'preview')?.file ?? '';
    const archive = await openArchive({ blob: await openAsBlob(join(folder, file)) }, 'preview.tar');
    const layers: LayerFiles[] = [];
    await measureSpans(archive.source, measureRequests(archive), { onFiles: (each) => void layers.push(each) });
    const looks: Record<string, FileGlance['look']> = {};
    for (const { span, entries } of layers) {
      for (let row = 0; row < entries.count; row++) {
        const { name, data, size } = memberAt(entries, row);
        const begin = performance.now();
        const { glance } = await openFile(archive.source, { span, path: name, data, size });
        expect(performance.now() - begin, name).toBeLessThan(MILLISECONDS * SLOWEST_MACHINE);
        looks[name] = glance.look;
      }
    }
    const active = { kind: 'active-text', language: 'markup' };
    const text = (language: string) => ({ kind: 'text', language });
    expect(looks).toEqual({
      'www/index.html': active,
      'x.svg': active,
      'laughs.svg': active,
      'xxe.xml': active,
      'flood.png': { kind: 'picture', type: 'image/png', width: 30000, height: 30000 },
      'README.md': text('plain'),
      'oneline.js': text('javascript'),
      'lines.log': text('plain'),
      'ansi.log': text('plain'),
      'bidi.c': text('c-like'),
      'redos.css': text('c-like'),
      'bin.dat': { kind: 'binary', format: null },
      'utf16.txt': text('plain'),
      'deep.json': text('json'),
      'page.html.png': active,
      'x.js': text('javascript'),
      'x.wasm': { kind: 'binary', format: null },
      'x.pdf': { kind: 'binary', format: 'pdf' },
      'a.mht': active,
      'etc/ssl/private/key.pem': { kind: 'private-key', label: 'PRIVATE KEY' },
      'zip.zip': { kind: 'compressed', format: 'zip' },
      con: text('plain'),
      'no-ext': active,
    });
  });
});
