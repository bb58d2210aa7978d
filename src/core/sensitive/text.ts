/** What a value is written as that a program puts in: nothing is in the file then. */
const PLACEHOLDER = /^(?:\$\{?[A-Za-z_]|\{\{|<[^>]*>$|%[A-Za-z_]+%$|x+$|\*+$|\.+$|changeme$|your[-_ ])/i;

/** Whether a value is a secret and no place for one. It is looked at and let go. */
export function isFilled(value: string | undefined): boolean {
  const text = (value ?? '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  return text !== '' && text !== 'null' && !PLACEHOLDER.test(text);
}

/** Lines that assign, `key = value` or `key: value` as `sign` says, comments left out. */
export function* assignments(
  text: string,
  sign: '=' | ':' | 'any' = '=',
): Generator<readonly [key: string, value: string]> {
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const at = sign === 'any' ? line.search(/[=:]/) : line.indexOf(sign);
    if (at > 0) yield [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  }
}

/** Whether some line gives a key that passes a value. */
export function assigns(text: string, key: RegExp, sign: '=' | ':' | 'any' = '='): boolean {
  for (const [name, value] of assignments(text, sign)) if (key.test(name) && isFilled(value)) return true;
  return false;
}

/** Whether a JSON text, which may be cut, has a string that is not empty under one of the keys. */
export function hasJsonText(text: string, keys: string): boolean {
  const found = new RegExp(`"(?:${keys})"\\s{0,20}:\\s{0,20}"([^"]{1,40})`, 'g');
  for (const [, value] of text.matchAll(found)) if (isFilled(value)) return true;
  return false;
}

const BEGIN = /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
/** Characters that are looked at after it. */
const LOOKED_AT = 2_000;
/** Base64 of the shortest key: Ed25519 in PKCS 8 has 64 characters. */
const SHORTEST = 60;

/** Whether a text has a private key in PEM (RFC 7468), OpenSSH or PuTTY form, with something in it. */
export function hasPrivateKey(text: string): boolean {
  for (const { 0: begin, index } of text.matchAll(BEGIN)) {
    const from = index + begin.length;
    const [body = ''] = text.slice(from, from + LOOKED_AT).split('-----');
    // Written in one line of JSON or YAML, line ends are two characters; old forms have headers in front.
    const letters = body
      .replace(/\\[nr]/g, '')
      .replace(/^.*:.*$/gm, '')
      .replace(/[^A-Za-z0-9+/=]/g, '');
    if (letters.length >= SHORTEST) return true;
  }
  return /^PuTTY-User-Key-File-\d/.test(text) && text.includes('Private-Lines:');
}
