import type { Document } from '../../model/archive';
import { pointerStep } from '../../model/jsonPointer';
import type { Statement } from '../../model/integrity';
import { valueOf } from '../documents';
import { ArchiveManifest, Config } from '../shapes';
import { configStatements } from './configs';
import { state, type Located, type StatingContext } from './context';
import { descriptorStatements } from './descriptors';
import { reference } from './references';

/** What `manifest.json` of a docker archive says: where config and layers are, and what Docker 25 and later say of these. */
export function archiveStatements(context: StatingContext, list: Document): Statement[] {
  return (valueOf(list, ArchiveManifest) ?? []).flatMap((entry, i) => {
    const layers = (entry.Layers ?? []).map((path): Located => context.find(path) ?? { path, span: null });
    const config = context.documents.get(context.find(entry.Config)?.path ?? '') ?? null;
    const diffIds = valueOf(config, Config)?.rootfs?.diff_ids ?? [];
    const all = [
      reference(context, { document: list.id, pointer: `/${i}/Config`, about: 'config', target: entry.Config }),
      ...(entry.Layers ?? []).map((path, at) =>
        reference(context, {
          document: list.id,
          pointer: `/${i}/Layers/${at}`,
          about: 'layer',
          number: at + 1,
          target: path,
        }),
      ),
    ];
    if (config)
      all.push(...configStatements(config, layers, { document: list, pointer: `/${i}/Layers`, isImage: true }));
    for (const [diffId, source] of Object.entries(entry.LayerSources ?? {})) {
      const pointer = `/${i}/LayerSources${pointerStep(diffId)}`;
      const at = diffIds.indexOf(diffId);
      const number = at < 0 ? {} : { number: at + 1 };
      const target = layers[at];
      const place = { document: list, pointer, about: 'layer', ...number, required: false } as const;
      all.push(...descriptorStatements(context, place, source, target));
      if (!target?.span) continue;
      const fact = { from: 'bytes', span: target.span } as const;
      const fields = { about: 'layer', ...number, document: list.id, pointer, target: target.path } as const;
      all.push(state({ ...fields, kind: 'diff-id', claimed: diffId, fact }));
    }
    return all;
  });
}
