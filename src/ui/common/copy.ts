const listeners = new Set<(text: string) => void>();

/** Tells of every text that this page puts on the clipboard; the answer ends that. */
export function onCopied(listener: (text: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Puts `text` on the clipboard; false when the browser refuses. Pages from plain http on a local network
 * have no `navigator.clipboard`, so the old way stays as the second one.
 */
export async function copyText(text: string): Promise<boolean> {
  const isDone = await putOnClipboard(text);
  if (isDone) listeners.forEach((listener) => listener(text));
  return isDone;
}

async function putOnClipboard(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused (no permission, no focus): the old way may still work.
    }
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hidden';
  area.setAttribute('readonly', '');
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
