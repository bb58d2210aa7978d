import type { ByteRun, RunKind } from '../model/byteRuns';
import { RunList } from './runs';

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]+|\s+/gy;
const utf8 = new TextEncoder();

/** The tokens of JSON text (RFC 8259): keys, strings, numbers, words; signs with the space around them. What is none is one run of data. `length`: of the bytes that the text is of. */
export function jsonRuns(text: string, base: number, length: number): ByteRun[] {
  const list = new RunList(base);
  let at = 0;
  let sign = 0;
  const flush = (): void => {
    list.add('json-sign', at - sign, sign);
    sign = 0;
  };
  TOKEN.lastIndex = 0;
  let index = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match;
    index = TOKEN.lastIndex;
    const length = utf8.encode(token).length;
    if (/^[\s{}[\],:]/.test(token)) {
      sign += length;
      at += length;
      continue;
    }
    flush();
    list.add(kindOf(token, text.slice(index, index + 64)), at, length, token);
    at += length;
  }
  flush();
  return list.within(length, 'data');
}

function kindOf(token: string, next: string): RunKind {
  if (token.startsWith('"')) return /^\s*:/.test(next) ? 'json-key' : 'json-string';
  return /^[-\d]/.test(token) ? 'json-number' : 'json-word';
}
