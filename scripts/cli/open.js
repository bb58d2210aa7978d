// The page itself may not ask for anything once it runs: so the file is put where the browser keeps files for this origin, and the page takes it from there.
void (async () => {
  const file = new URL(`./file/${location.hash.slice(1)}`, location.href);
  const name = decodeURIComponent(file.pathname.split('/').at(-1) ?? '');
  const place = document.getElementById('name');
  const progress = document.getElementById('progress');
  const fault = document.getElementById('fault');
  if (place) place.textContent = name;
  try {
    const response = await fetch(file);
    if (!response.ok || !response.body) throw new Error(`the command no longer serves it (${response.status})`);
    const total = Number(response.headers.get('content-length'));
    let done = 0;
    const counted = new TransformStream({
      /** @param {Uint8Array} chunk @param {TransformStreamDefaultController<Uint8Array>} controller */
      transform(chunk, controller) {
        done += chunk.length;
        if (progress instanceof HTMLProgressElement && total > 0) progress.value = done / total;
        controller.enqueue(chunk);
      },
    });
    const inbox = await caches.open('tabaqa-inbox');
    const at = new URL(`./inbox/${encodeURIComponent(name)}`, location.href);
    await inbox.put(at, new Response(response.body.pipeThrough(counted)));
    location.replace('./?inbox#/ladder');
  } catch (error) {
    if (fault) fault.textContent = `${name} could not be read: ${String(error)}. Open ./ and drop it there.`;
  }
})();
