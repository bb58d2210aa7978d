import type { ReactNode } from 'react';
import { encodedPart, type Digest } from '../../core/model/digest';
import './Fingerprint.css';

const BARS = 8;

/** Eight bars, as high as the first eight hex digits: the same digest has the same skyline. Decoration beside its text. */
export function Fingerprint({ digest }: { digest: Digest }): ReactNode {
  const digits = encodedPart(digest).slice(0, BARS).split('');
  return (
    <svg className="fingerprint" viewBox="0 0 32 16" width="32" height="16" aria-hidden="true">
      {digits.map((digit, index) => {
        const height = (Number.parseInt(digit, 16) || 0) + 1;
        return <rect key={`${index}`} x={index * 4} y={16 - height} width="3" height={height} />;
      })}
    </svg>
  );
}
