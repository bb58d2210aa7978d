import { jsonTree, type JsonNode } from '../bytes/jsonTree';
import { decodeText } from '../bytes/jsonText';
import type { Document, Image } from '../model/archive';
import type { CannotTamper, Patch } from '../model/tamper';
import { memberWith } from './ground';
import { rebuild, type Ground, type MemberEdit } from './rebuild';
import { replaced, type TextEdit } from './textEdits';

/** Annotations of an entry of an index that say the image's name (OCI image-spec annotations.md; containerd). */
const NAMES = /^\/manifests\/\d+\/annotations\/(?:org\.opencontainers\.image\.ref\.name|io\.containerd\.image\.name)$/;

/** The archive with another tag for the image, in every list that names it. */
export function retagged(
  documents: readonly Document[],
  image: Image | null,
  ground: Ground,
  tag: string,
): Patch | CannotTamper {
  const before = tagOf(image?.names[0] ?? '');
  if (before === null) return 'no-tag';
  if (before === tag) return 'same';
  const changed = new Map<number, MemberEdit>();
  for (const document of documents) {
    if (!document.span) continue;
    const decoded = decodeText(document.bytes);
    const tree = decoded.ok ? jsonTree(decoded.text) : null;
    if (!decoded.ok || !tree) continue;
    const edits = tagEdits(document, decoded.text, tree, { before, after: tag });
    const index = memberWith(ground, document.span);
    if (edits.length > 0 && index >= 0) changed.set(index, { body: [replaced(decoded.text, edits)] });
  }
  return changed.size === 0 ? 'no-tag' : rebuild(ground, { changed });
}

/** The tag of a name, as `hello:1.0` and `1.0` have it; null for a name without one. */
export function tagOf(name: string): string | null {
  const last = name.slice(name.lastIndexOf('/') + 1).replace(/@.*$/, '');
  if (last === '' || name.includes('@')) return null;
  const colon = last.indexOf(':');
  return colon >= 0 ? last.slice(colon + 1) : null;
}

type Renaming = { readonly before: string; readonly after: string };

function tagEdits({ kind }: Document, text: string, root: JsonNode, tags: Renaming): TextEdit[] {
  if (kind === 'v1-repositories') return (root.children ?? []).flatMap((names) => keyEdits(text, names, tags));
  const isName = (node: JsonNode): boolean =>
    kind === 'archive-manifest'
      ? /^\/\d+\/RepoTags\/\d+$/.test(node.pointer)
      : (kind === 'layout-index' || kind === 'index') && NAMES.test(node.pointer);
  return walk(root).flatMap((node): TextEdit[] => {
    if (typeof node.value !== 'string' || !isName(node)) return [];
    const { value } = node;
    // An annotation may say the tag alone.
    const isTag = tagOf(value) === tags.before || value === tags.before;
    if (!isTag) return [];
    const next = value.slice(0, value.length - tags.before.length) + tags.after;
    return [{ from: node.offset, to: node.offset + node.length, text: JSON.stringify(next) }];
  });
}

/** In `repositories` the tag is a key: it stands before its value. */
function keyEdits(text: string, names: JsonNode, { before, after }: Renaming): TextEdit[] {
  return (names.children ?? []).flatMap(({ key, offset }): TextEdit[] => {
    const written = JSON.stringify(before);
    const at = text.lastIndexOf(written, offset);
    return key === before && at >= 0 ? [{ from: at, to: at + written.length, text: JSON.stringify(after) }] : [];
  });
}

function walk(node: JsonNode): JsonNode[] {
  return [node, ...(node.children ?? []).flatMap(walk)];
}
