import type { Tampering } from '../../core/model/tamper';
import { parseTampering } from '../tamperLink';
import { remark } from './judging';
import type { Now, Remark } from './model';

/** What is changed on the copy; null while nothing is. */
export function tamperingNow({ view }: Now): Tampering | null {
  return view.flip === null ? null : parseTampering(view.flip);
}

/** Whether a byte of that layer, from 1, is flipped on the copy. */
export function judgeFlip(now: Now, layer: number): Remark | null {
  const tampers = tamperingNow(now)?.tampers ?? [];
  const isFlipped = tampers.some((each) => (each.kind === 'flip' || each.kind === 'inside') && each.layer === layer);
  return isFlipped ? null : remark('not-flipped', null, { layer: `${layer}` });
}
