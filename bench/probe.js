// Runs in the page before its own code, as it is: notes when things come on screen. Times in the page's clock, milliseconds; 0: not yet.
const probe = { chosen: 0, ladder: 0, verified: 0, longestTask: 0 };
window.probe = probe;

document.addEventListener('change', () => (probe.chosen ||= performance.now()), true);

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    if (probe.chosen > 0 && startTime + duration > probe.chosen) {
      probe.longestTask = Math.max(probe.longestTask, duration);
    }
  }
}).observe({ type: 'longtask' });

let laddered = false;
new MutationObserver(() => {
  if (probe.chosen === 0 || probe.verified > 0) return;
  if (!laddered && document.querySelector('.ladder [data-part^="layer"]')) {
    laddered = true;
    // The second frame begins when the first is painted.
    requestAnimationFrame(() => requestAnimationFrame(() => (probe.ladder = performance.now())));
  }
  if (document.querySelector('.verdict-count [data-icon="check"]')) probe.verified = performance.now();
}).observe(document, { childList: true, subtree: true });
