// Shows the contract of embed.html at work: another page would do the same.
(() => {
  const here = new URL('./', location.href);
  for (const place of document.querySelectorAll('[data-here]')) place.textContent = here.href;

  const frame = document.getElementById('tabaqa');
  const log = document.getElementById('log');
  if (!(frame instanceof HTMLIFrameElement) || !log) return;

  /** @type {Map<MessageEventSource, (message: unknown) => void>} */
  const listeners = new Map();
  addEventListener('message', ({ source, data }) => {
    if (source) listeners.get(source)?.(data);
  });

  /**
   * Posts a sample as soon as the window answers.
   * @param {Window} target
   * @param {string} name
   */
  const post = async (target, name) => {
    const ready = new Promise((resolve) => {
      const ping = setInterval(() => target.postMessage('PING', here.origin), 100);
      listeners.set(target, (data) => {
        if (data !== 'PONG') told(target, data);
        clearInterval(ping);
        resolve(null);
      });
    });
    const file = await (await fetch(`./samples/${name}.tar`)).blob();
    await ready;
    target.postMessage({ tabaqa: { v: 1, data: file, name: `${name}.tar`, keepOpen: true } }, here.origin);
  };

  /**
   * @param {Window} source
   * @param {unknown} data
   */
  const told = (source, data) => {
    if (typeof data !== 'object' || data === null || !('tabaqa' in data)) return;
    const message = /** @type {{ type?: string, height?: number }} */ (data.tabaqa);
    if (message.type === 'height' && source === frame.contentWindow) frame.height = String(message.height);
    const line = document.createElement('p');
    line.textContent = JSON.stringify(message);
    log.append(line);
    log.scrollTop = log.scrollHeight;
  };
  if (frame.contentWindow) listeners.set(frame.contentWindow, (data) => told(frame.contentWindow ?? window, data));

  for (const button of document.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      const target = button.dataset.post ? frame.contentWindow : window.open('./#/ladder', '_blank');
      const name = button.dataset.post ?? button.dataset.window;
      if (target && name) void post(target, name);
    });
  }
})();
