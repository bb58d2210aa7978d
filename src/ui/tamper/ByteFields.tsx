import { useState, type ReactNode } from 'react';
import type { PickedByte } from '../../app/tamperPick';
import { useI18n } from '../../i18n/i18n';

/** Another byte, and other bits of it, as hexadecimal; what is no place in the layer is said and not taken. */
export function ByteFields({
  picked,
  size,
  onChange,
}: {
  picked: PickedByte;
  size: number;
  onChange: (picked: PickedByte) => void;
}): ReactNode {
  const { rich } = useI18n();
  const [offset, setOffset] = useState(picked.offset.toString(16));
  const [mask, setMask] = useState(picked.mask.toString(16).padStart(2, '0'));
  const read = parse(offset, mask, size);
  const change = (nextOffset: string, nextMask: string): void => {
    setOffset(nextOffset);
    setMask(nextMask);
    const next = parse(nextOffset, nextMask, size);
    if (next) onChange(next);
  };
  return (
    <div className="tamper-fields">
      <label className="tamper-field">
        {rich('tamper.offset')}
        <input
          dir="ltr"
          size={10}
          spellCheck={false}
          autoComplete="off"
          value={offset}
          aria-invalid={read === null}
          onChange={({ target }) => change(target.value, mask)}
        />
      </label>
      <label className="tamper-field">
        {rich('tamper.mask')}
        <input
          dir="ltr"
          size={4}
          spellCheck={false}
          autoComplete="off"
          value={mask}
          aria-invalid={read === null}
          onChange={({ target }) => change(offset, target.value)}
        />
      </label>
      <p className="small" role="status">
        {read === null ? rich('tamper.notHex') : null}
      </p>
    </div>
  );
}

function parse(offset: string, mask: string, size: number): PickedByte | null {
  const [at, bits] = [offset, mask].map((text) => text.trim().replace(/^0x/i, ''));
  if (!/^[0-9a-f]{1,13}$/i.test(at ?? '') || !/^[0-9a-f]{1,2}$/i.test(bits ?? '')) return null;
  const picked = { offset: Number.parseInt(at ?? '', 16), mask: Number.parseInt(bits ?? '', 16) };
  return picked.offset < size && picked.mask > 0 ? picked : null;
}
