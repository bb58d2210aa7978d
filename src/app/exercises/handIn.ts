import { EXERCISE_COUNT } from './model';

/** What a learner hands in. */
export interface HandIn {
  readonly done: number;
  /** 0 where none was given. */
  readonly seat: number;
}

/** `7/12 · seat 17 · 8f3a`. The last four digits show mistakes of reading and typing; they prove nothing. */
export function handInText(handIn: HandIn): string {
  return `${handIn.done}/${EXERCISE_COUNT} · seat ${handIn.seat} · ${checksum(handIn)}`;
}

const HAND_IN = /^(\d{1,2})\s*\/\s*(\d{1,2})[\s·.,;-]+seat\s*(\d{1,4})[\s·.,;-]+([\da-f]{4})$/;

/** Reads a hand-in as people write it; null for what is none or has a mistake in it. */
export function readHandIn(text: string): HandIn | null {
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .trim()
    .toLowerCase();
  const [, done, count, seat, sum] = HAND_IN.exec(plain) ?? [];
  const handIn = { done: Number(done), seat: Number(seat) };
  if (Number(count) !== EXERCISE_COUNT || handIn.done > EXERCISE_COUNT || sum !== checksum(handIn)) return null;
  return handIn;
}

/** CRC-16/IBM-3740, which sees every mistake within two neighbouring characters, as four hexadecimal digits. */
function checksum({ done, seat }: HandIn): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(`${done}/${EXERCISE_COUNT} ${seat}`)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc.toString(16).padStart(4, '0');
}
