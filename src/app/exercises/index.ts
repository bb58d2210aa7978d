import { attacker } from './all/attacker';
import { deletedFile } from './all/deletedFile';
import { emptySteps } from './all/emptySteps';
import { findFlip } from './all/findFlip';
import { flipOne } from './all/flipOne';
import { headerSize } from './all/headerSize';
import { imageId } from './all/imageId';
import { notBlobs } from './all/notBlobs';
import { ownDigest } from './all/ownDigest';
import { toOci } from './all/toOci';
import { twoTools } from './all/twoTools';
import { v1Order } from './all/v1Order';
import type { Exercise } from './model';

/** The exercises, the first at 0; their words are in `src/exercises`. */
export const EXERCISES: readonly Exercise[] = [
  headerSize,
  notBlobs,
  v1Order,
  flipOne,
  imageId,
  emptySteps,
  deletedFile,
  toOci,
  ownDigest,
  findFlip,
  twoTools,
  attacker,
];
