import { aryApp } from './ary.app';
import { aryArtifacts } from './ary.artifacts';
import { aryBytes } from './ary.bytes';
import { aryCodes } from './ary.codes';
import { aryConfig } from './ary.config';
import { aryConvert } from './ary.convert';
import { aryDiff } from './ary.diff';
import { aryEmbed } from './ary.embed';
import { aryErrors } from './ary.errors';
import { aryExercises } from './ary.exercises';
import { aryFiles } from './ary.files';
import { aryForms } from './ary.forms';
import { aryInside } from './ary.inside';
import { aryIntegrity } from './ary.integrity';
import { aryKeys } from './ary.keys';
import { aryLadder } from './ary.ladder';
import { aryLayouts } from './ary.layouts';
import { aryLesson } from './ary.lesson';
import { aryOffline } from './ary.offline';
import { aryPackages } from './ary.packages';
import { aryPaper } from './ary.paper';
import { aryPresent } from './ary.present';
import { aryReasons } from './ary.reasons';
import { aryRegistry } from './ary.registry';
import { arySave } from './ary.save';
import { arySchema1 } from './ary.schema1';
import { aryShare } from './ary.share';
import { aryTables } from './ary.tables';
import { aryTakeaway } from './ary.takeaway';
import { aryTamper } from './ary.tamper';
import type { MessageId } from './en';

/** Every message in Moroccan Darija; English technical nouns stay in Latin letters. */
export const ary: Readonly<Record<MessageId, string>> = {
  ...aryApp,
  ...aryArtifacts,
  ...aryKeys,
  ...aryLadder,
  ...aryLayouts,
  ...aryLesson,
  ...aryExercises,
  ...aryBytes,
  ...aryCodes,
  ...aryConfig,
  ...aryConvert,
  ...aryDiff,
  ...aryEmbed,
  ...aryErrors,
  ...aryFiles,
  ...aryInside,
  ...aryForms,
  ...aryOffline,
  ...aryPackages,
  ...aryPaper,
  ...aryPresent,
  ...aryReasons,
  ...aryRegistry,
  ...arySave,
  ...arySchema1,
  ...aryShare,
  ...aryTables,
  ...aryTakeaway,
  ...aryTamper,
  ...aryIntegrity,
};
