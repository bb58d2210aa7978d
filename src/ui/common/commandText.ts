const COMMAND_SHOWN = 500;
/** What Docker puts in front of every step that it did not run, and of those it ran in a shell. */
const SHELL_PREFIX = /^\/bin\/sh -c (?:#\(nop\) +)?/;

/** The instruction that made a layer, as it is listed: cut, and without what every one of them has in front. */
export function commandText(createdBy: string | null): string | null {
  return createdBy === null ? null : createdBy.slice(0, COMMAND_SHOWN).replace(SHELL_PREFIX, '');
}
