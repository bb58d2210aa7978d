// @ts-nocheck: it sees what the scripts before it define.
// Runs in a worker after hash-wasm's own script: reads a part, unpacks it when asked, hashes what is stored and what is unpacked. Nothing else.
/* global hashwasm */
const MEMORY_SIZE = 512 * 1024;

onmessage = async ({ data: { file, start, end, unpack } }) => {
  const stored = await hasher();
  const gunzip = unpack ? new DecompressionStream('gzip') : null;
  const unpacked = gunzip ? hashAll(gunzip.readable) : null;
  const writer = gunzip?.writable.getWriter();
  const reader = file.slice(start, end).stream().getReader({ mode: 'byob' });
  let memory = new ArrayBuffer(MEMORY_SIZE);
  for (let left = end - start; left > 0;) {
    const { value } = await reader.read(new Uint8Array(memory));
    stored.update(value);
    await writer?.write(value);
    left -= value.length;
    memory = value.buffer;
  }
  await writer?.close();
  postMessage([stored.digest(), (await unpacked) ?? null]);
};

async function hasher() {
  const instance = await hashwasm.createSHA256();
  return instance.init();
}

async function hashAll(readable) {
  const hash = await hasher();
  const reader = readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return hash.digest();
    hash.update(value);
  }
}
