/** Gives the keyboard to the first element of a selector once the next screen is drawn: what had it is gone by then. */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

/** The row of a table that the arrow keys start from. */
export const ACTIVE_ROW = '.table-scroll tr[tabindex="0"]';
/** The text of the document on screen. */
export const DOCUMENT_TEXT = '.document-view .text-scroll';
