/** Starts a WebAssembly module that needs nothing from outside; its bytes are inside the program, as base64. Returns its exports. */
export async function startWasm(base64: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes);
  return instance.exports;
}
