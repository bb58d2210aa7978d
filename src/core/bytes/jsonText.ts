/** Text of a document, or why its bytes are none. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly byteOrderMark: boolean }
  | { readonly ok: false; readonly encoding: 'UTF-16' | 'not UTF-8'; readonly offset: number };

/** Reads bytes as UTF-8 and nothing else (RFC 8259 §8.1). A byte order mark is left out of the text. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (isUtf16(bytes)) return { ok: false, encoding: 'UTF-16', offset: 0 };
  try {
    return { ok: true, text: decodeStrictly(bytes, false), byteOrderMark };
  } catch {
    return { ok: false, encoding: 'not UTF-8', offset: firstInvalid(bytes) };
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  const [a = -1, b = -1] = bytes;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (bytes.length > 1 && (a === 0) !== (b === 0));
}

function decodeStrictly(bytes: Uint8Array, mayGoOn: boolean): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayGoOn });
}

/** Where the first character begins that is none. */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (isText(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // What was good so far may end inside the character that turned out to be none.
  while (!isText(bytes.subarray(0, good), false)) good--;
  return good;
}

function isText(bytes: Uint8Array, mayGoOn: boolean): boolean {
  try {
    decodeStrictly(bytes, mayGoOn);
    return true;
  } catch {
    return false;
  }
}
