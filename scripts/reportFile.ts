import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { buildReport, measureRequests, measureSpans, openArchive } from '../src/core/engine';
import type { LayerFiles } from '../src/core/model/layerFiles';
import { fileBlob } from './fileBlob';
import { folderFiles } from './folderFiles';

/** What {@link buildReport} gives. */
type Report = Awaited<ReturnType<typeof buildReport>>;

/**
 * The report of a file or folder with everything in it measured. Reads by random access, whatever the size. Throws EngineError, or the
 * system's error when it cannot be read.
 */
export async function reportFile(path: string): Promise<Report> {
  const opened = statSync(path).isDirectory() ? { folder: folderFiles(path) } : { blob: fileBlob(path) };
  const archive = await openArchive(opened, basename(resolve(path)));
  const files: LayerFiles[] = [];
  const onFiles = (each: LayerFiles): void => void files.push(each);
  return buildReport(archive, await measureSpans(archive.source, measureRequests(archive), { onFiles }), files);
}
