import { EngineError } from '../errors';
import type { Archive } from '../model/archive';
import type { Base64Query, Proof } from '../model/integrity';
import { pointerSteps } from '../model/jsonPointer';
import type { Compression } from '../model/mediaType';
import type { Span } from '../model/source';
import { commonRoot } from '../tar/files';
import { normalPath } from '../tar/names';
import { textReader } from '../tar/text';
import {
  countPipe,
  footerPipe,
  hashPipe,
  listLine,
  partPipe,
  readLine,
  shellWord,
  TOC_NAME,
  type NamedMember,
} from '../verify/shell';

/** How a value is obtained: in the words of the specifications, and as a line for a shell. */
export interface Proven {
  readonly formula: string;
  /** Null for a document alone, which may have been pasted: no file has its name. */
  readonly shell: string | null;
}

const UNPACKED: Readonly<Record<Compression, string | null>> = {
  none: null,
  gzip: 'gunzip',
  zstd: 'unzstd',
  bzip2: 'bunzip2',
  xz: 'unxz',
};

const MAGIC_BYTES = 4;

/** A `jq` program that makes of base64 in any form one that is in one line and padded, for `base64 -d`. */
const PADDED = 'gsub("[^A-Za-z0-9_+/-]"; "") | . + "==="[:(4 - length % 4) % 4]';

type Opened = Pick<Archive, 'name' | 'container' | 'wrappers' | 'members'>;

/** Writes proofs out for the members of one archive. */
export function proofWriter(archive: Opened): (proof: Proof) => Proven {
  const write = lineWriter(archive);
  return archive.container === 'document' ? (proof) => ({ ...write(proof), shell: null }) : write;
}

function lineWriter(archive: Opened): (proof: Proof) => Proven {
  const names = new MemberNames(archive);
  const reading = (span: Span, inside?: Base64Query): { name: string; read: string } => {
    const member = names.at(span);
    const read = readLine(archive, member);
    if (!inside) return { name: member.name, read };
    const { program, formula, base64 } = inside;
    const text = base64 === 'plain' ? program : `${program} | ${PADDED}`;
    const plain = base64 === 'plain' ? '' : " | tr '_-' '/+'";
    return {
      name: `base64(${formula}(${member.name}))`,
      read: `${read} | jq -r ${shellWord(text)}${plain} | base64 -d`,
    };
  };
  return (proof) => {
    if (proof.by === 'list') {
      const stored = names.stored(proof.name);
      const isFolder = stored.some((name) => names.isFolder(name));
      return { formula: `members(${proof.name})`, shell: listLine(archive, stored, isFolder) };
    }
    const { name, read } = reading(proof.span, 'inside' in proof ? proof.inside : undefined);
    switch (proof.by) {
      case 'hash': {
        const bytes = unpacked(proof.unpack, name);
        return { formula: `${proof.algorithm}(${bytes})`, shell: read + hashPipe(proof.algorithm, proof.unpack) };
      }
      case 'size':
        return { formula: `size(${unpacked(proof.unpack, name)})`, shell: read + countPipe(proof.unpack) };
      case 'part':
        return { formula: partFormula(proof, name), shell: read + partPipe(proof) };
      case 'footer':
        return {
          formula: `uint64le(${name}, ${proof.from}…${proof.to} of the last ${proof.bytes / 8})`,
          shell: read + footerPipe(proof),
        };
      case 'magic':
        return {
          formula: `magic(${name})`,
          shell: `${read} | head -c ${MAGIC_BYTES} | od -An -tx1`,
        };
      case 'jq':
        return { formula: `${proof.formula}(${name})`, shell: `${read} | jq -r ${shellWord(proof.program)}` };
      case 'keys':
        return keysProof(proof, name, read);
      case 'chain':
        return {
          formula: `ChainID(${name}, ${proof.count}) = sha256(ChainID(${proof.count - 1}) + " " + DiffID(${proof.count}))`,
          shell: `${read} | jq -r '.rootfs.diff_ids[:${proof.count}][]' | ${CHAIN}`,
        };
    }
  };
}

function unpacked(compression: Compression, bytes: string): string {
  const name = UNPACKED[compression];
  return name === null ? bytes : `${name}(${bytes})`;
}

function partFormula({ part, unpack, inTar }: Extract<Proof, { by: 'part' }>, name: string): string {
  const bytes = unpacked(unpack, `bytes(${name}, ${part.offset}, ${part.length})`);
  return `sha256(${inTar ? `untar(${bytes}, ${TOC_NAME})` : bytes})`;
}

/** jq itself sees one of two equal names only; what it streams has both. */
function keysProof({ pointer, names }: Extract<Proof, { by: 'keys' }>, name: string, read: string): Proven {
  const steps = pointerSteps(pointer).slice(0, -1);
  const depth = steps.length;
  const program = [
    `select((.[0] | length) == ${depth + 3} - length`,
    ...(depth === 0 ? [] : [`(.[0][:${depth}] | map(tostring)) == ${JSON.stringify(steps)}`]),
    `(.[0][${depth}] | IN(${names.map((each) => JSON.stringify(each)).join(', ')}))) | .[0][${depth}]`,
  ].join(' and ');
  const inside = pointer.slice(0, pointer.lastIndexOf('/'));
  return {
    formula: `keys(${name}${inside === '' ? '' : `#${inside}`})`,
    shell: `${read} | jq -r --stream ${shellWord(program)}`,
  };
}

/** The rule of OCI image-spec config.md, "Layer ChainID", over DiffIDs in lines. */
const CHAIN = `{ read -r c; while read -r d; do c=sha256:$(printf '%s %s' "$c" "$d" | sha256sum | cut -c1-64); done; echo "$c"; }`;

/** Members as tar is to be asked for them. */
class MemberNames {
  private readonly byOffset = new Map<number, number>();
  /** By stored name, and by normalised path from the archive's top: members in stored order. */
  private readonly byName = new Map<string, number[]>();
  private readonly byPath = new Map<string, number[]>();
  private readonly folders = new Set<string>();
  private readonly below: string;
  private readonly nameAt: (member: number) => string;

  constructor({ members }: Opened) {
    this.nameAt = textReader(members.names);
    const root = commonRoot(members);
    this.below = root === '' ? '' : `${root}/`;
    for (let i = 0; i < members.count; i++) {
      const name = this.nameAt(i);
      this.byOffset.set(members.data[i] ?? 0, i);
      push(this.byName, name, i);
      const path = normalPath(name);
      if (path?.startsWith(this.below)) push(this.byPath, path.slice(this.below.length), i);
      for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
        const folder = name.slice(0, at);
        if (this.folders.has(folder)) break;
        this.folders.add(folder);
      }
    }
  }

  /** The member with these bytes. */
  at({ offset }: Span): NamedMember {
    const member = this.byOffset.get(offset);
    if (member === undefined) throw new EngineError('internal', `no member at ${offset}`);
    const name = this.nameAt(member);
    const all = this.byName.get(name) ?? [];
    const occurrence = all.length > 1 ? all.indexOf(member) + 1 : null;
    return { name, occurrence, isFolder: this.isFolder(name) };
  }

  /** Whether other members are below that stored name. */
  isFolder(name: string): boolean {
    return this.folders.has(name);
  }

  /** All names under which a path is stored; the path itself when it is not. */
  stored(path: string): string[] {
    const members = this.byPath.get(normalPath(path) ?? path);
    return members ? [...new Set(members.map(this.nameAt))] : [this.below + path];
  }
}

function push(map: Map<string, number[]>, key: string, member: number): void {
  const known = map.get(key);
  if (known) known.push(member);
  else map.set(key, [member]);
}
