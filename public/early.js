// Runs before the first paint and before anything else: it says what the page may read, and sets language, direction, theme and density, so that
// nothing changes under the reader's eyes. The page sets the same attributes again from the same places when it starts.
(() => {
  // What the page cannot do without. A browser without it has to be able to read this file, so it is written as in 2018.
  const isOld =
    typeof WebAssembly !== 'object' ||
    typeof Worker !== 'function' ||
    typeof DecompressionStream !== 'function' ||
    typeof AbortSignal !== 'function' ||
    !('any' in AbortSignal) ||
    !CSS.supports('color', 'light-dark(red, red)');
  if (isOld) {
    addEventListener('DOMContentLoaded', () => {
      const words = document.getElementById('old-browser');
      if (words) words.hidden = false;
    });
  }

  // Links as other viewers have them: ?url=…, #url=…
  const alias = /[?&]url=([^&]+)/.exec(location.search) || /^#\/?\??url=([^&]+)$/.exec(location.hash);
  if (alias && !location.hash.includes('src=')) {
    try {
      const plain = decodeURIComponent(alias[1] || '');
      history.replaceState(null, '', `${location.pathname}#/ladder?src=url:${encodeURIComponent(plain)}`);
    } catch {
      // no address
    }
  }

  const params = new URLSearchParams(location.hash.split('?').slice(1).join('?'));

  // The policy in the page's own text leaves open which host may be read. This one closes it: to all hosts or, when the link names an address and
  // the reader has just agreed, to all but that one, and the one that hands out its registry's tokens. Two policies hold together, and later ones can
  // only be tighter.
  const own = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  if (own) {
    /** @type {unknown[]} */
    let agreed = [];
    try {
      const { hash, origins } = JSON.parse(sessionStorage.getItem('tabaqa.reach') || '{}');
      sessionStorage.removeItem('tabaqa.reach'); // for this once
      if (hash === location.hash && Array.isArray(origins)) agreed = origins; // for this very link
    } catch {
      // storage may be forbidden: then nothing is agreed to
    }
    const source = params.get('src') || '';
    // An image on a registry: https, but for this very machine.
    const registry = (/^registry:([^/]+)\//.exec(source) || [])[1] || '';
    const scheme = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/i.test(registry) ? 'http' : 'https';
    const registryOrigin = URL.canParse(`${scheme}://${registry}`) ? new URL(`${scheme}://${registry}`).origin : '';
    const named = source.startsWith('url:') && URL.canParse(source.slice(4)) ? new URL(source.slice(4)) : null;
    // A file in GitHub's pages is read where its bytes are.
    const origins = [
      registryOrigin,
      named && named.origin,
      named && named.hostname === 'github.com' ? 'https://raw.githubusercontent.com' : '',
    ];
    const [first, tokens] = agreed.map(String);
    // Where tokens are to be had, only the registry can say.
    const isToken =
      registryOrigin !== '' &&
      /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$))/.test(tokens || '') &&
      URL.canParse(tokens || '') &&
      new URL(tokens || '').origin === tokens;
    const reach =
      first && first !== 'null' && origins.includes(first) ? [first, ...(isToken ? [tokens] : [])].join(' ') : '';
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = `connect-src data: ${reach}`.trim();
    meta.dataset.reach = reach;
    own.after(meta);
  }

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
