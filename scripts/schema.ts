/** Writes public/report.schema.json from the report's shape. */
import { writeFileSync } from 'node:fs';
import { reportJsonSchema } from './reportJsonSchema';

writeFileSync(
  new URL('../public/report.schema.json', import.meta.url),
  `${JSON.stringify(reportJsonSchema(), null, 2)}\n`,
);
