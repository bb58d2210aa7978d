import { dockerArchive } from './dockerArchive';
import { dockerV1 } from './dockerV1';
import type { Format } from './format';
import { ociLayout } from './ociLayout';

/** Every format, oldest first. Adding one is a file, a line here and a sample. */
export const FORMATS: readonly Format[] = [dockerV1, dockerArchive, ociLayout];
