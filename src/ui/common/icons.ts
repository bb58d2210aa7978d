/** Drawn on 16 × 16, stroked with the text's colour. Arrows that follow the reading direction are named in `MIRRORED`. */
export const ICONS = {
  logo: 'M2 11.5 8 14.5 14 11.5M2 8 8 11 14 8M8 1.5 14 4.5 8 7.5 2 4.5Z',
  check: 'M2.5 8.5 6.2 12.2 13.5 4',
  differs: 'M2.5 5.8H13.5M2.5 10.2H13.5M11 2.5 5 13.5',
  random: 'M8 3.5A4.5 4.5 0 1 1 8 12.5 4.5 4.5 0 0 1 8 3.5',
  same: 'M2.5 5.8H13.5M2.5 10.2H13.5',
  missing: 'M8 2.8A5.2 5.2 0 1 1 8 13.2 5.2 5.2 0 0 1 8 2.8M12.8 3.2 3.2 12.8',
  waiting: 'M3.5 8H3.6M8 8H8.1M12.5 8H12.6',
  stopped: 'M4 8H12',
  unknown: 'M5.2 5.8A2.8 2.8 0 1 1 8.9 8.4Q8 8.8 8 10.2M8 13V13.1',
  found: 'M2.5 2.5H13.5V13.5H2.5ZM5.5 5.5H10.5V10.5H5.5ZM5.5 8H10.5M8 5.5V10.5',
  derived: 'M8 2.5A5.5 5.5 0 1 1 8 13.5 5.5 5.5 0 0 1 8 2.5',
  copy: 'M5.5 5.5H13.5V13.5H5.5ZM10.5 5.5V2.5H2.5V10.5H5.5',
  download: 'M8 2V10.5M4.5 7.5 8 11 11.5 7.5M2.5 13.5H13.5',
  save: 'M2.5 2.5H11L13.5 5V13.5H2.5ZM5 2.5V6H10V2.5M5 13.5V9.5H11V13.5',
  open: 'M1.5 12.5V3.5H6L7.5 5.5H14.5V12.5Z',
  print: 'M4.5 6V2H11.5V6M4.5 11.5H2V6H14V11.5H11.5M4.5 9.5H11.5V14H4.5Z',
  lock: 'M3.5 7.5H12.5V14H3.5ZM5.5 7.5V5A2.5 2.5 0 0 1 10.5 5V7.5',
  close: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5',
  arrow: 'M1.5 8H14M9.5 3.5 14 8 9.5 12.5',
  chevron: 'M4 6 8 10 12 6',
  info: 'M8 1.8A6.2 6.2 0 1 1 8 14.2 6.2 6.2 0 0 1 8 1.8M8 7.2V11.5M8 4.6V4.7',
  warning: 'M8 2 14.8 13.8H1.2ZM8 6.5V10M8 12V12.1',
  error: 'M5.2 1.8H10.8L14.2 5.2V10.8L10.8 14.2H5.2L1.8 10.8V5.2ZM8 4.8V8.8M8 11.2V11.3',
  sun: 'M8 5A3 3 0 1 1 8 11 3 3 0 0 1 8 5M8 1V2.5M8 13.5V15M1 8H2.5M13.5 8H15M3 3 4 4M12 12 13 13M13 3 12 4M4 12 3 13',
  moon: 'M13.5 9.5A6 6 0 1 1 6.5 2.5 4.8 4.8 0 0 0 13.5 9.5',
  auto: 'M8 2A6 6 0 1 1 8 14 6 6 0 0 1 8 2M8 2V14M10.5 2.6V13.4M13 5V11',
  rows: 'M2 4H14M2 8H14M2 12H14',
  compact: 'M2 3H14M2 5.5H14M2 8H14M2 10.5H14M2 13H14',
  language:
    'M8 1.8A6.2 6.2 0 1 1 8 14.2 6.2 6.2 0 0 1 8 1.8M1.8 8H14.2M8 1.8Q11 5 11 8 11 11 8 14.2 5 11 5 8 5 5 8 1.8',
  keys: 'M1.5 3.5H14.5V12.5H1.5ZM4 6.2H4.1M6.6 6.2H6.7M9.3 6.2H9.4M11.9 6.2H12M5 9.8H11',
  lesson: 'M8 4Q5.5 2.3 2 3V12.8Q5.5 12.2 8 14 10.5 12.2 14 12.8V3Q10.5 2.3 8 4V14',
  search: 'M7 2.5A4.5 4.5 0 1 1 7 11.5 4.5 4.5 0 0 1 7 2.5M10.3 10.3 14 14',
} as const;

export type IconName = keyof typeof ICONS;

export const MIRRORED: ReadonlySet<IconName> = new Set(['arrow']);
