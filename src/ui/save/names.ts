import { safeName } from '../../app/safeName';
import type { Archive, Image } from '../../core/model/archive';
import type { Compression } from '../../core/model/mediaType';
import { encodedPart, type Digest } from '../../core/model/digest';

const EXTENSION: Readonly<Record<Compression, string>> = {
  none: '.tar',
  gzip: '.tar.gz',
  zstd: '.tar.zst',
  bzip2: '.tar.bz2',
  xz: '.tar.xz',
};

/** What files of an image are called: by its name, else by that of the open file; of several images, by the platform, too. */
export function stemOf(archive: Pick<Archive, 'name' | 'images'>, image: Image | null): string {
  const [name = ''] = image?.names ?? [];
  const ofImage = /[^/]*$/.exec(name.replace(/@.*$/, ''))?.[0].replace(':', '-') ?? '';
  const ofFile = archive.name.replace(/(?:\.tar)?(?:\.(?:gz|bz2|xz|zst))?$/i, '');
  const platform = archive.images.length > 1 ? image?.platform : null;
  const parts = platform ? [platform.os, platform.architecture, platform.variant ?? ''] : [];
  return [ofImage === '' ? ofFile : ofImage, ...parts].filter((part) => part !== '').join('-');
}

/** A name for a file that holds what `stem` names, harmless on every system. */
export function fileName(stem: string, ending: string): string {
  return safeName(`${stem}.${ending}`);
}

export function layerFileName(number: number, digest: Digest | null, compression: Compression): string {
  const id = digest === null ? '' : `-${encodedPart(digest).slice(0, 12)}`;
  return safeName(`layer-${number}${id}${EXTENSION[compression]}`);
}
