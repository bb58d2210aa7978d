import { safeName } from './safeName';

/** What is asked of `window` that not every browser has, nor the types. */
interface FileChooser {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/**
 * Asks where to save, with a safe form of `name` as the proposal. `download`: this browser has no such question, or not here (within
 * another page). To be called while a click or a key is answered.
 */
export async function chooseFile(name: string): Promise<FileSystemFileHandle | 'download' | 'cancelled'> {
  const { showSaveFilePicker } = window as FileChooser;
  if (!showSaveFilePicker) return 'download';
  try {
    return await showSaveFilePicker({ suggestedName: safeName(name) });
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'download';
  }
}

/** Lets the browser save `content` under a safe form of `name`. */
export function save(name: string, content: Uint8Array<ArrayBuffer> | string | Blob): void {
  // a type that no browser shows by itself: saved, never opened in this page's origin
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = safeName(name);
  link.click();
  // the download has begun by then; revoking at once would stop it in some browsers
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
