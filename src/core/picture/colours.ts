/** Colours of a picture to take away: those of the page when it is light. */
export const COLOURS = {
  page: '#ffffff',
  panel: '#f4f5f7',
  ink: '#15181c',
  muted: '#565c64',
  line: '#d5d9de',
  'line-strong': '#80878f',
  v1: '#9e6005',
  v2s1: '#67686a',
  v2s2: '#3362e3',
  oci: '#4c205a',
} as const;
