/** Words of the menu that gives a board as a picture or table, in English. */
export const enTakeaway = {
  'takeaway.label': 'Take away',
  'takeaway.svg': 'Picture (SVG)',
  'takeaway.png': 'Picture (PNG)',
  'takeaway.markdown': 'Table (Markdown)',
  'takeaway.copy': 'Copy the table',
  'takeaway.print': 'Print…',
  'takeaway.failed': 'The browser could not draw the picture. The SVG is the same one.',
} as const;
