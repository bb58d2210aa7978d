/** How many times larger an element is on screen than it is told to be; what is measured on screen is so, too. */
export function zoomOf(element: HTMLElement): number {
  return element.currentCSSZoom ?? 1;
}
