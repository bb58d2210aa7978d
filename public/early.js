// Runs before the first paint, so that language, direction, theme and density do not change under the reader's eyes.
// The page sets the same attributes again from the same places when it starts.
(() => {
  const params = new URLSearchParams(location.hash.split('?')[1] ?? '');
  /** @param {string} key */
  const read = (key) => {
    const fromLink = params.get(key);
    if (fromLink) return fromLink;
    try {
      return localStorage.getItem(`tabaqa.${key}`);
    } catch {
      return null; // storage may be forbidden
    }
  };
  const root = document.documentElement;
  const lang = read('lang');
  if (lang === 'fr' || lang === 'ary') root.lang = lang;
  if (lang === 'ary') root.dir = 'rtl';
  const theme = read('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (read('density') === 'compact') root.dataset.density = 'compact';

  // A face is fetched when a letter first needs it: fetch all of them now, so that opening a file later is no request.
  addEventListener('load', () => {
    for (const face of document.fonts) void face.load();
  });
})();
