/** Starts a WebAssembly module that needs nothing from outside; its bytes are inside the program, as base64. Returns its exports. */
export async function startWasm(base64: string): Promise<unknown> {
  const { instance } = await WebAssembly.instantiate(bytesOf(base64));
  return instance.exports;
}

/** The same without waiting. Browsers let a page do that with the smallest modules only, workers with all. */
export function startWasmNow(base64: string): unknown {
  return new WebAssembly.Instance(new WebAssembly.Module(bytesOf(base64))).exports;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
