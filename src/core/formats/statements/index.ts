import type { Document } from '../../model/archive';
import type { Statement } from '../../model/integrity';
import { valueOf } from '../documents';
import { V1Json } from '../shapes';
import { archiveStatements } from './archives';
import type { StatingContext } from './context';
import { inspectedStatements } from './inspected';
import { indexStatements, manifestStatements } from './manifests';
import { schema1Statements } from './schema1';
import { folderOfV1, repositoriesStatements, v1Statements } from './references';

export type { StatingContext } from './context';
export { nameStatement } from './names';

/** What one document says that can be held against something else, by its kind. */
export type DocumentStatements = (document: Document) => Statement[];

/** Statements of the documents of an archive, read one by one. */
export function documentStatements(context: StatingContext): DocumentStatements {
  const loose = new Set<string>();
  for (const document of context.documents.values()) {
    const v1Id = document.kind === 'v1-json' && folderOfV1(document) === null ? valueOf(document, V1Json)?.id : null;
    if (v1Id) loose.add(v1Id);
  }
  return (document) => {
    switch (document.kind) {
      case 'layout-index':
      case 'index':
      case 'manifest':
        return [...indexStatements(context, document), ...manifestStatements(context, document)];
      case 'inspected':
        return inspectedStatements(context, document);
      case 'schema1-manifest':
        return schema1Statements(context, document);
      case 'archive-manifest':
        return archiveStatements(context, document);
      case 'v1-repositories':
        return repositoriesStatements(context, document);
      case 'v1-json':
        return v1Statements(context, document, loose);
      default:
        // What a config says of layers is said of the layers that a manifest lists.
        return [];
    }
  };
}
