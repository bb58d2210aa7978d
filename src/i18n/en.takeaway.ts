/** Words of the menu that gives a board as a picture or table, in English. */
export const enTakeaway = {
  'takeaway.label': 'Take away',
  'takeaway.svg': 'Picture (SVG)',
  'takeaway.png': 'Picture (PNG)',
  'takeaway.markdown': 'Table (Markdown)',
  'takeaway.copy': 'Copy the table',
  'takeaway.print': 'Print…',
  'takeaway.failed': 'The browser could not draw the picture. The SVG is the same one.',
  'takeaway.redacted':
    'In pictures and tables, values, labels, commands, authors and addresses are redacted. What may be seen is ticked under Share, File.',
  'takeaway.shown': 'Not redacted in pictures and tables, as ticked under Share: {kinds}.',
  'takeaway.cannot': 'Nothing can be redacted, so there are no pictures and tables: {why}.',
} as const;
