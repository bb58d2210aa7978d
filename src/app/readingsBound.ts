import { LIMITS } from '../core/limits';
import { NO_READINGS, type LayerFiles } from '../core/model/layerFiles';

/** Keeps what was read in layers as long as all of it together is within a bound; of later ones it is said that there was more. */
export function createReadingsBound(most: number = LIMITS.packagesPerArchive): (files: LayerFiles) => LayerFiles {
  let left = most;
  return (files) => {
    const { packages, sensitive } = files.readings;
    const count = packages.reduce((sum, each) => sum + 1 + each.packages.length, sensitive.length);
    if (count > left) return { ...files, readings: { ...NO_READINGS, cut: true } };
    left -= count;
    return files;
  };
}
