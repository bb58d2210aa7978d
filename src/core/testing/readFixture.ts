import { openAsBlob } from 'node:fs';
import { measureRequests, measureSpans, openArchive, represent } from '../engine';
import type { Archive } from '../model/archive';
import type { Measurement } from '../model/facts';
import type { ColumnId, Facet, Representation } from '../model/representation';
import { fixturePath } from './fixtures';

/** A committed fixture, opened and measured whole. */
export async function readFixture(file: string): Promise<{ archive: Archive; measurements: Measurement[] }> {
  const archive = await openArchive({ blob: await openAsBlob(fixturePath(file)) }, file);
  return { archive, measurements: await measureSpans(archive.source, measureRequests(archive)) };
}

/** The first image of a fixture, in one form. */
export async function readColumn(
  file: string,
  column: ColumnId,
): Promise<{ archive: Archive; representation: Representation; facet(part: string): Facet }> {
  const { archive, measurements } = await readFixture(file);
  const [image] = archive.images;
  if (!image) throw new Error(`${file} has no image`);
  const representations = await represent(archive, image, measurements);
  const representation = representations.find((each) => each.column === column);
  if (!representation) throw new Error(`no column ${column}`);
  return {
    archive,
    representation,
    facet(part) {
      const facet = representation.facets.find((each) => each.part === part);
      if (!facet) throw new Error(`no part ${part}`);
      return facet;
    },
  };
}
