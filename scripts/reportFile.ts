import { basename } from 'node:path';
import { buildReport, measureRequests, measureSpan, openArchive } from '../src/core/engine';
import type { Measurement } from '../src/core/model/facts';
import { fileBlob } from './fileBlob';

/** What {@link buildReport} gives. */
type Report = Awaited<ReturnType<typeof buildReport>>;

/** The report of a file with everything in it measured. Reads by random access, whatever the file's size. Throws EngineError, or the system's error when the file cannot be read. */
export async function reportFile(path: string): Promise<Report> {
  const archive = await openArchive({ blob: fileBlob(path) }, basename(path));
  const measurements: Measurement[] = [];
  for (const request of measureRequests(archive)) measurements.push(await measureSpan(archive.source, request));
  return buildReport(archive, measurements);
}
