/** Which of `count` tabs in a row a key leads to, round the ends; null when it is no key of tabs. Arrows go where they point on the screen. */
export function tabMove(from: number, key: string, dir: 'ltr' | 'rtl', count: number): number | null {
  switch (key) {
    case dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight':
      return (from + 1) % count;
    case dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft':
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
