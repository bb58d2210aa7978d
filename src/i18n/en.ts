import { enApp } from './en.app';
import { enArtifacts } from './en.artifacts';
import { enCodes } from './en.codes';
import { enConvert } from './en.convert';
import { enDiff } from './en.diff';
import { enErrors } from './en.errors';
import { enFiles } from './en.files';
import { enForms } from './en.forms';
import { enIntegrity } from './en.integrity';
import { enLadder } from './en.ladder';
import { enLayouts } from './en.layouts';
import { enReasons } from './en.reasons';
import { enSave } from './en.save';
import { enSchema1 } from './en.schema1';
import { enTables } from './en.tables';
import { enTakeaway } from './en.takeaway';

/** Every message in English, in ICU message syntax. */
export const en = {
  ...enApp,
  ...enArtifacts,
  ...enLadder,
  ...enLayouts,
  ...enCodes,
  ...enConvert,
  ...enDiff,
  ...enErrors,
  ...enFiles,
  ...enForms,
  ...enReasons,
  ...enSave,
  ...enSchema1,
  ...enTables,
  ...enTakeaway,
  ...enIntegrity,
} as const;

/** The name of a message. */
export type MessageId = keyof typeof en;
