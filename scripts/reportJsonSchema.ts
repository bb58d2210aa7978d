import { toJsonSchema } from '@valibot/to-json-schema';
import { Report } from '../src/core/archive/reportSchema';

/** The report's JSON Schema (2020-12). */
export function reportJsonSchema(): object {
  return {
    $id: 'report.schema.json',
    title: 'Tabaqa report',
    description:
      'Everything found out about one container image archive: what is stated, what is derived, and whether it holds.',
    ...toJsonSchema(Report, { target: 'draft-2020-12', ignoreActions: ['readonly'] }),
  };
}
