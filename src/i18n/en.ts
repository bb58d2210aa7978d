import { enApp } from './en.app';
import { enArtifacts } from './en.artifacts';
import { enBytes } from './en.bytes';
import { enCodes } from './en.codes';
import { enConfig } from './en.config';
import { enConvert } from './en.convert';
import { enDiff } from './en.diff';
import { enEmbed } from './en.embed';
import { enErrors } from './en.errors';
import { enExercises } from './en.exercises';
import { enFiles } from './en.files';
import { enForms } from './en.forms';
import { enInside } from './en.inside';
import { enIntegrity } from './en.integrity';
import { enKeys } from './en.keys';
import { enLadder } from './en.ladder';
import { enLayouts } from './en.layouts';
import { enLesson } from './en.lesson';
import { enOffline } from './en.offline';
import { enPackages } from './en.packages';
import { enPaper } from './en.paper';
import { enPresent } from './en.present';
import { enReasons } from './en.reasons';
import { enRegistry } from './en.registry';
import { enSave } from './en.save';
import { enSchema1 } from './en.schema1';
import { enShare } from './en.share';
import { enTables } from './en.tables';
import { enTakeaway } from './en.takeaway';
import { enTamper } from './en.tamper';

/** Every message in English, in ICU message syntax. */
export const en = {
  ...enApp,
  ...enArtifacts,
  ...enKeys,
  ...enLadder,
  ...enLayouts,
  ...enLesson,
  ...enExercises,
  ...enBytes,
  ...enCodes,
  ...enConfig,
  ...enConvert,
  ...enDiff,
  ...enEmbed,
  ...enErrors,
  ...enFiles,
  ...enInside,
  ...enForms,
  ...enOffline,
  ...enPackages,
  ...enPaper,
  ...enPresent,
  ...enReasons,
  ...enRegistry,
  ...enSave,
  ...enSchema1,
  ...enShare,
  ...enTables,
  ...enTakeaway,
  ...enTamper,
  ...enIntegrity,
} as const;

/** The name of a message. */
export type MessageId = keyof typeof en;
