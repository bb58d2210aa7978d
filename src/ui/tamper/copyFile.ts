/** What the file of a changed copy is called. */
export function copyName(name: string): string {
  return `${name.replace(/(?:\.tar)?(?:\.(?:gz|bz2|xz|zst))?$/i, '')}-changed.tar`;
}
