import type { ReactNode } from 'react';
import { encodedPart, type Digest } from '../../core/model/digest';
import './Fingerprint.css';
import { useLit } from './useLit';

const BARS = 8;

/** Eight bars, as high as the first eight hex digits: the same digest has the same skyline. Inverted while the digest is pointed at somewhere. Decoration beside its text. */
export function Fingerprint({ digest }: { digest: Digest }): ReactNode {
  const isLit = useLit(digest);
  const bars = encodedPart(digest)
    .slice(0, BARS)
    .split('')
    .map((digit, index) => {
      const height = (Number.parseInt(digit, 16) || 0) + 1;
      return `M${index * 4} 16v-${height}h3v${height}z`;
    });
  return (
    <svg
      className="fingerprint"
      data-lit={isLit ? '' : undefined}
      viewBox="0 0 32 16"
      width="32"
      height="16"
      aria-hidden="true"
    >
      <path d={bars.join('')} />
    </svg>
  );
}
