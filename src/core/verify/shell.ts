import type { Archive } from '../model/archive';
import type { Proof } from '../model/integrity';
import type { Compression } from '../model/mediaType';
import { textAt } from '../model/members';
import type { Span } from '../model/source';

/*
 * Lines for bash with GNU tar, gzip, zstd, coreutils and jq that show what this program says. In ASCII, whatever names there are.
 */

const UNPACK: Readonly<Record<Compression, string | null>> = {
  none: null,
  gzip: 'gzip -dc',
  zstd: 'zstd -dc',
  bzip2: 'bzip2 -dc',
  xz: 'xz -dc',
};

/** A member as tar is asked for it. */
export interface NamedMember {
  /** As stored. */
  readonly name: string;
  /** Which of several with that name it is, from 1; null when it is the only one. */
  readonly occurrence: number | null;
  /** Whether other members are below that name, which tar would give, too. */
  readonly isFolder: boolean;
}

type Opened = Pick<Archive, 'name' | 'container' | 'wrappers'>;

/** The line that prints the bytes of a member or file. */
export function readLine(archive: Opened, { name, occurrence, isFolder }: NamedMember): string {
  if (archive.container === 'folder') return `cat ${fileWord(`${archive.name}/${name}`)}`;
  const options = `${isFolder ? ' --no-recursion' : ''}${occurrence === null ? '' : ` --occurrence=${occurrence}`}`;
  return tarLine(archive, 'xO', options, [name]);
}

/** The line that lists the members or files of these names. */
export function listLine(archive: Opened, names: readonly string[], isFolder: boolean): string {
  if (archive.container === 'folder')
    return `ls -d ${names.map((name) => fileWord(`${archive.name}/${name}`)).join(' ')}`;
  return tarLine(archive, 't', isFolder ? ' --no-recursion' : '', names);
}

/** What comes after a member's bytes to see the digest of them, unpacked first where they are compressed. */
export function hashPipe(algorithm: string, unpack: Compression): string {
  const sum = algorithm === 'blake3' ? 'b3sum' : `${algorithm}sum`;
  return `${unpackPipe(unpack)} | ${sum}`;
}

/** What comes after a member's bytes to see how many there are, unpacked first. */
export function countPipe(unpack: Compression): string {
  return `${unpackPipe(unpack)} | wc -c`;
}

/** The file that the table of contents of eStargz is. */
export const TOC_NAME = 'stargz.index.json';

/** What comes after a member's bytes to see the digest of some of them. */
export function partPipe({ part, unpack, inTar }: Extract<Proof, { by: 'part' }>): string {
  const untar = inTar ? ` | tar -xOf - ${TOC_NAME}` : '';
  return ` | tail -c +${part.offset + 1} | head -c ${part.length}${unpackPipe(unpack)}${untar} | sha256sum`;
}

/** What comes after a member's bytes to see numbers out of its end, with colons between them. */
export function footerPipe({ bytes, from, to }: Extract<Proof, { by: 'footer' }>): string {
  const numbers = `tail -c ${bytes} | od -An -v -w8 -tu8 --endian=little`;
  return ` | ${numbers} | sed -n ${from},${to}p | tr -d ' ' | paste -sd:`;
}

function unpackPipe(unpack: Compression): string {
  return UNPACK[unpack] === null ? '' : ` | ${UNPACK[unpack]}`;
}

function tarLine({ name, wrappers }: Opened, mode: string, options: string, members: readonly string[]): string {
  const words = members.map(shellWord).join(' ');
  const path = members.some((each) => each.startsWith('-')) ? `-- ${words}` : words;
  const [outer, ...inner] = wrappers.flatMap((wrapper) => UNPACK[wrapper] ?? []);
  if (outer === undefined) return `tar -${mode}f ${fileWord(name)}${options} ${path}`;
  const unwrapped = [`${outer} < ${shellWord(name)}`, ...inner].join(' | ');
  return `${unwrapped} | tar -${mode}f -${options} ${path}`;
}

/** tar takes a name with a colon for one on another machine, and all commands one with a dash for an option. */
function fileWord(name: string): string {
  return shellWord(/^-|:/.test(name) ? `./${name}` : name);
}

/** The member of the tar whose bytes are exactly `span`; null when there is none. */
export function memberOf(archive: Pick<Archive, 'members' | 'diagnostics'>, span: Span): NamedMember | null {
  const { members } = archive;
  const index = members.data.indexOf(span.offset);
  if (index < 0 || members.size[index] !== span.length) return null;
  const name = textAt(members.names, index);
  const isRepeated = archive.diagnostics.some(({ code }) => code === 'tar-duplicate-member');
  if (!isRepeated) return { name, occurrence: null, isFolder: false };
  let occurrence = 0;
  let of = 0;
  for (let i = 0; i < members.count; i++) {
    if (textAt(members.names, i) !== name) continue;
    of += 1;
    if (i <= index) occurrence += 1;
  }
  return { name, occurrence: of > 1 ? occurrence : null, isFolder: false };
}

/** The shell line that prints the digest of a part; `unpack` says how its DiffID is reached. Null when its bytes are no member of the tar. */
export function shellCommand(archive: Archive, span: Span, unpack: Compression = 'none'): string | null {
  // A document may have been pasted: then no file has its name.
  if (archive.container === 'document') return null;
  const member = memberOf(archive, span);
  return member && readLine(archive, member) + hashPipe('sha256', unpack);
}

/** `text` as one word of a POSIX shell, in ASCII; other characters by their UTF-8 bytes in `$'…'`, which bash and zsh read. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (/^[ -~]*$/.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const bytes = new TextEncoder().encode(text);
  const escaped = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (/[\w@%+=:,./ -]/.test(character)) return character;
    return String.raw`\x` + byte.toString(16).padStart(2, '0');
  });
  return `$'${escaped.join('')}'`;
}
