import { readThrough } from '../bytes/pass';
import { openSource, type ByteSource } from '../bytes/source';
import type { ExportContent, ExportEntry, ExportPlan } from '../model/export';
import type { SourceRef } from '../model/source';
import { buildTar, type TarEntry } from './buildTar';

/** The tar of a plan, whole in memory. */
export async function packPlan({ entries }: ExportPlan, ref: SourceRef): Promise<Uint8Array<ArrayBuffer>> {
  const source = openSource(ref);
  const members: TarEntry[] = [];
  for (const entry of entries) members.push(await memberOf(entry, source));
  return buildTar(members);
}

async function memberOf(entry: ExportEntry, source: ByteSource): Promise<TarEntry> {
  const { path: name, mode, mtime } = entry;
  switch (entry.type) {
    case 'file':
      return { name, mode, mtime, body: await bytesOf(entry.content, source) };
    case 'symlink':
      return { name, mode, mtime, type: 'symlink', link: entry.link };
    case 'directory':
      return { name: `${name}/`, mode, mtime, type: 'directory' };
  }
}

/** The bytes of one content; what is unpacked has to have the size that was promised. */
async function bytesOf(content: ExportContent, source: ByteSource): Promise<Uint8Array> {
  if (content.kind === 'bytes') return content.bytes;
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  const take = (chunk: Uint8Array): void => void chunks.push(Uint8Array.from(chunk));
  const isStored = content.kind === 'stored';
  const unpacked = isStored ? null : { start: () => void (chunks = []), take };
  await readThrough(source, content.span, { stored: isStored ? take : () => undefined, unpacked }, {});
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  const size = isStored ? content.span.length : content.size;
  if (bytes.length !== size) throw new Error(`${bytes.length} bytes, not ${size}`);
  return bytes;
}
