import { dirTransport } from './dirTransport';
import { dockerArchive } from './dockerArchive';
import { dockerV1 } from './dockerV1';
import type { Column, Format } from './format';
import { describeOci, writeOci } from './oci';
import { loneDocument } from './loneDocument';
import { ociLayout } from './ociLayout';
import { describeSchema2, writeSchema2 } from './schema2';
import { describeV1, writeV1 } from './v1';

/** Every format, oldest first. Adding one is a file, a line here and a sample. */
export const FORMATS: readonly Format[] = [dockerV1, dockerArchive, ociLayout, dirTransport, loneDocument];

/** Every column, oldest first. */
export const COLUMNS: readonly Column[] = [
  { id: 'v1', write: writeV1, describe: describeV1 },
  { id: 'v2s2', write: writeSchema2, describe: describeSchema2 },
  { id: 'oci', write: writeOci, describe: describeOci },
];
