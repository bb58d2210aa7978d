/** What was dropped: the first file, or the name of a folder when there is no file. */
export interface Dropped {
  readonly file: File | null;
  readonly folder: string | null;
  readonly count: number;
}

/** Must be called inside the drop event: afterwards the items are empty. Null when there are neither files nor folders. */
export function readDrop(items: Iterable<DataTransferItem> | ArrayLike<DataTransferItem>): Dropped | null {
  const entries = Array.from(items).filter((item) => item.kind === 'file');
  const isFolder = (item: DataTransferItem): boolean => item.webkitGetAsEntry()?.isDirectory === true;
  const file = entries.find((item) => !isFolder(item))?.getAsFile() ?? null;
  const folder = entries.find(isFolder)?.webkitGetAsEntry()?.name ?? null;
  return file === null && folder === null ? null : { file, folder, count: entries.length };
}
