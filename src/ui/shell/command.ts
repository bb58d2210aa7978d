import type { Archive } from '../../core/model/archive';
import type { Compression } from '../../core/model/mediaType';
import { textAt } from '../../core/model/members';
import type { Span } from '../../core/model/source';

const UNPACK: Readonly<Record<Compression, string | null>> = {
  none: null,
  gzip: 'gzip -dc',
  zstd: 'zstd -dc',
  bzip2: 'bzip2 -dc',
  xz: 'xz -dc',
};

/** The member of the tar whose bytes are exactly `span`: its name as stored, and which of several with that name it is, from 1. */
export function memberOf(archive: Archive, span: Span): { name: string; occurrence: number; of: number } | null {
  const { members } = archive;
  const index = members.data.indexOf(span.offset);
  if (index < 0 || members.size[index] !== span.length) return null;
  const name = textAt(members.names, index);
  const isRepeated = archive.diagnostics.some(({ code }) => code === 'tar-duplicate-member');
  if (!isRepeated) return { name, occurrence: 1, of: 1 };
  let occurrence = 0;
  let of = 0;
  for (let i = 0; i < members.count; i++) {
    if (textAt(members.names, i) !== name) continue;
    of += 1;
    if (i <= index) occurrence += 1;
  }
  return { name, occurrence, of };
}

/** The shell line that prints the digest of a part; `unpack` says how its DiffID is reached. Null when its bytes are no member of the tar or file of the folder. */
export function shellCommand(archive: Archive, span: Span, unpack: Compression = 'none'): string | null {
  const member = memberOf(archive, span);
  if (!member) return null;
  // A document may have been pasted: then no file has its name.
  if (archive.container === 'document') return null;
  if (archive.container === 'folder') {
    const path = shellWord(fileWord(`${archive.name}/${member.name}`));
    return UNPACK[unpack] === null ? `sha256sum ${path}` : `${UNPACK[unpack]} ${path} | sha256sum`;
  }
  const occurrence = member.of > 1 ? ` --occurrence=${member.occurrence}` : '';
  const path = member.name.startsWith('-') ? `-- ${shellWord(member.name)}` : shellWord(member.name);
  const pipe = UNPACK[unpack] === null ? '' : ` | ${UNPACK[unpack]}`;
  return `tar -xOf ${shellWord(fileWord(archive.name))}${occurrence} ${path}${pipe} | sha256sum`;
}

/** A file's name that no command takes for an option. */
function fileWord(name: string): string {
  return name.startsWith('-') ? `./${name}` : name;
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
