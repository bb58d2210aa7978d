/** Times the engine under Node, in one thread: prints the seconds from opening a file to everything measured. */
import { fileBlob } from '../scripts/fileBlob';
import { measureRequests, measureSpan, openArchive } from '../src/core/engine';

const [path = ''] = process.argv.slice(2);
const start = performance.now();
const archive = await openArchive({ blob: fileBlob(path) }, path);
for (const request of measureRequests(archive)) {
  const { diffId } = await measureSpan(archive.source, request);
  if (diffId === null) throw new Error(`${request.path} was not measured`);
}
console.log(((performance.now() - start) / 1000).toFixed(3));
