/** Times the engine under Node, in one thread: prints the seconds from opening a file to everything measured. */
import { fileBlob } from '../scripts/fileBlob';
import { measureRequests, measureSpans, openArchive } from '../src/core/engine';
import { spanKey } from '../src/core/model/source';

const [path = ''] = process.argv.slice(2);
const start = performance.now();
const archive = await openArchive({ blob: fileBlob(path) }, path);
for (const { diffId, span } of await measureSpans(archive.source, measureRequests(archive))) {
  if (diffId === null) throw new Error(`${spanKey(span)} was not measured`);
}
console.log(((performance.now() - start) / 1000).toFixed(3));
