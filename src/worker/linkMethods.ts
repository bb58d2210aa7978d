import { carriedFile, carryFile, fileDigest, listRegistry, makeSnapshot, reachUrl } from '../core/engine';
import type { Archive } from '../core/model/archive';
import type { Measurement, Progress } from '../core/model/facts';
import type { CarriedFile, HiddenKind, MadeSnapshot } from '../core/model/snapshot';
import type { BlobRef, FolderFile, UrlRef } from '../core/model/source';
import type { Call } from './serve';

/** What links and shared files ask of a worker. */
export const linkMethods = {
  /** How a file at an address is read; the progress is that of fetching it whole, where it has to be. */
  reachUrl({ signal, progress }: Call<Progress>, url: string): Promise<UrlRef | BlobRef> {
    return reachUrl(url, { signal, onProgress: progress });
  },
  /** The documents of an image on a registry, and where its layers are; the progress counts documents. */
  listRegistry({ signal, progress }: Call<Progress>, reference: string): Promise<readonly FolderFile[]> {
    return listRegistry(reference, { signal, onProgress: progress });
  },
  hashFile({ signal, progress }: Call<Progress>, blob: Blob): Promise<string> {
    return fileDigest(blob, { signal, onProgress: progress });
  },
  carryFile(_: Call<never>, file: CarriedFile): Promise<Blob> {
    return carryFile(file);
  },
  carriedFile(_: Call<never>, page: Blob): Promise<CarriedFile | null> {
    return carriedFile(page);
  },
  makeSnapshot(
    _: Call<never>,
    archive: Omit<Archive, 'source'>,
    measurements: readonly Measurement[],
    hide: readonly HiddenKind[],
    view: string | null,
  ): Promise<MadeSnapshot> {
    return makeSnapshot(archive, measurements, hide, view);
  },
};
