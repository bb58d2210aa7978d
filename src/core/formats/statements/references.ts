import type { Document } from '../../model/archive';
import { encodedPart } from '../../model/digest';
import { pointerStep } from '../../model/jsonPointer';
import type { RowVerdict, Statement } from '../../model/integrity';
import { valueOf } from '../documents';
import { Repositories, V1Json } from '../shapes';
import { reading, state, type StatingContext } from './context';

type Reference = Pick<Statement, 'about' | 'target'> & Partial<Statement>;

/** That a member of a name is in the archive; `otherwise` is the verdict when it is not. */
export function reference(context: StatingContext, fields: Reference, otherwise: RowVerdict = 'missing'): Statement {
  const found = context.find(fields.target);
  const name = found?.path ?? fields.target;
  const claimed = fields.claimed ?? fields.target;
  const fact = reading(found ? claimed : null, otherwise, { by: 'list', name });
  return state({ ...fields, claimed, kind: 'reference', target: name, fact });
}

/** `repositories` names a layer's folder for each tag; Docker 25 and later write the hexadecimal of the last DiffID there. */
export function repositoriesStatements(context: StatingContext, document: Document): Statement[] {
  // Beside a `manifest.json` nobody reads it any more.
  const otherwise = context.documents.has('manifest.json') ? 'tolerated' : 'missing';
  return Object.entries(valueOf(document, Repositories) ?? {}).flatMap(([repository, tags]) =>
    Object.entries(tags ?? {}).map(([tag, id]) => {
      const blob = `blobs/sha256/${id}`;
      const target = context.find(blob) ? blob : `${id}/json`;
      const pointer = pointerStep(repository) + pointerStep(tag);
      return reference(context, { about: 'layer', document: document.id, pointer, target, claimed: id }, otherwise);
    }),
  );
}

/** The folder of a v1 layer's `json`; null where there is none. */
export function folderOfV1({ path }: Document): string | null {
  return /^([^/]+)\/json$/.exec(path)?.[1] ?? null;
}

/** The `json` of a v1 layer says its own ID, which is its folder's name, and the folder of the layer below it. */
export function v1Statements(context: StatingContext, document: Document, loose: ReadonlySet<string>): Statement[] {
  const { id, parent } = valueOf(document, V1Json) ?? {};
  const folder = folderOfV1(document);
  const all: Statement[] = [];
  const base = { about: 'layer', document: document.id } as const;
  if (id != null && folder !== null) {
    const fact = reading(folder, 'mismatch', { by: 'list', name: document.path });
    all.push(state({ ...base, kind: 'v1-id', pointer: '/id', target: document.path, claimed: id, fact }));
  }
  if (!parent) return all;
  const at = { ...base, pointer: '/parent', claimed: parent } as const;
  // Docker 25 and later leave these documents among the blobs, schema 1 has them in strings: no folders.
  if (folder !== null) all.push(reference(context, { ...at, target: `${parent}/json` }));
  else {
    const fact = reading(loose.has(encodedPart(parent)) ? parent : null, 'absent');
    all.push(state({ ...at, kind: 'reference', target: parent, required: false, fact }));
  }
  return all;
}
