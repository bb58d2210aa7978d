import { expect, it } from 'vitest';
import schema from '../public/report.schema.json';
import { reportJsonSchema } from './reportJsonSchema';

it('public/report.schema.json is made from the report as it is: run npm run schema when this fails', () => {
  expect(schema).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});
