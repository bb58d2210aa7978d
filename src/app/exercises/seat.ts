/** Which of `count` a seat has; neighbours differ wherever there is more than one. Seat 0 has the first. */
export function seatChoice(seat: number, count: number): number {
  return count > 0 ? seat % count : 0;
}

/** The items in an order of the seat's own, always the same for the same `use`. */
export function shuffled<T>(items: readonly T[], seat: number, use: string): T[] {
  return items
    .map((item, index) => ({ item, rank: hash(`${use}/${seat}/${index}`) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** The choices of a question in an order of the seat's own; two, such as yes and no, stay as they are. */
export function seatOrder<T>(choices: readonly T[], seat: number, use: string): readonly T[] {
  return choices.length > 2 ? shuffled(choices, seat, use) : choices;
}

/** FNV-1a, 32 bits, with its bits mixed once more: neighbouring texts must not give neighbouring numbers. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
