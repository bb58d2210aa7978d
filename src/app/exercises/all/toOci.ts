import { manifestRows } from '../../../core/compare/manifestRows';
import { meaningDocument } from '../../../core/compare/meaning';
import type { TableRow } from '../../../core/model/manifestTable';
import { remark, textOf, verdict } from '../judging';
import { PLAIN } from '../materials';
import type { Exercise, Remark, RemarkCode } from '../model';

/** Remarks shown of one answer: the first ones are mended first. */
const MOST_REMARKS = 5;
const utf8 = new TextDecoder();

/** Turn a schema 2 manifest into an OCI one by other names alone. */
export const toOci: Exercise = {
  predict: { names: 'number' },
  answer: { manifest: 'json' },
  setting: () => ({}),
  async prepare({ session, workspace }) {
    const { views, derived } = await session.manifestTables(workspace.imageKey);
    const textOfForm = (kind: 'schema2' | 'oci'): string | null => {
      const id = views.manifest?.columns[kind]?.document?.id;
      const document = [...derived, ...workspace.archive.documents].find((each) => each.id === id);
      return document ? utf8.decode(document.bytes) : null;
    };
    const [schema2, oci] = [textOfForm('schema2'), textOfForm('oci')];
    if (schema2 === null || oci === null) return null;
    const names = views.manifest?.table.counts['schema2 oci'].renamed ?? 0;
    return {
      ...PLAIN,
      values: { names: `${names}`, oci: pretty(oci) },
      start: { manifest: pretty(schema2) },
      judge: (given) => verdict(...differences(textOf(given, 'manifest'), oci)),
    };
  },
};

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}

/** In what an edited manifest is another than the one that is asked for. How it is written does not matter. */
export function differences(edited: string, right: string): Remark[] {
  const own = meaningDocument('manifest', 'oci', edited);
  const wanted = meaningDocument('manifest', 'schema2', right);
  if (!own || !wanted) return [remark('not-json', 'manifest')];
  const { rows } = manifestRows({ schema1: null, schema2: wanted, oci: own });
  return rows.flatMap((row) => differenceAt(row) ?? []).slice(0, MOST_REMARKS);
}

function differenceAt({ states, cells }: TableRow): Remark | null {
  const state = states['schema2 oci'];
  const cell = cells.oci ?? cells.schema2;
  if (state === null || state === 'same' || state === 'order' || !cell || cell.type === 'close') return null;
  const code: RemarkCode = state === 'digest' ? 'digest-changed' : state === 'renamed' ? 'still-named' : 'other-change';
  return remark(code, 'manifest', { at: cell.pointer || '/' });
}
