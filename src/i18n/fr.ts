import { frApp } from './fr.app';
import { frArtifacts } from './fr.artifacts';
import { frBytes } from './fr.bytes';
import { frCodes } from './fr.codes';
import { frConfig } from './fr.config';
import { frConvert } from './fr.convert';
import { frDiff } from './fr.diff';
import { frEmbed } from './fr.embed';
import { frErrors } from './fr.errors';
import { frExercises } from './fr.exercises';
import { frFiles } from './fr.files';
import { frForms } from './fr.forms';
import { frInside } from './fr.inside';
import { frIntegrity } from './fr.integrity';
import { frKeys } from './fr.keys';
import { frLadder } from './fr.ladder';
import { frLayouts } from './fr.layouts';
import { frLesson } from './fr.lesson';
import { frOffline } from './fr.offline';
import { frPackages } from './fr.packages';
import { frPaper } from './fr.paper';
import { frPresent } from './fr.present';
import { frReasons } from './fr.reasons';
import { frRegistry } from './fr.registry';
import { frSave } from './fr.save';
import { frSchema1 } from './fr.schema1';
import { frShare } from './fr.share';
import { frTables } from './fr.tables';
import { frTakeaway } from './fr.takeaway';
import { frTamper } from './fr.tamper';
import type { MessageId } from './en';

/** Every message in French. */
export const fr: Readonly<Record<MessageId, string>> = {
  ...frApp,
  ...frArtifacts,
  ...frKeys,
  ...frLadder,
  ...frLayouts,
  ...frLesson,
  ...frExercises,
  ...frBytes,
  ...frCodes,
  ...frConfig,
  ...frConvert,
  ...frDiff,
  ...frEmbed,
  ...frErrors,
  ...frFiles,
  ...frInside,
  ...frOffline,
  ...frForms,
  ...frPackages,
  ...frPaper,
  ...frPresent,
  ...frReasons,
  ...frRegistry,
  ...frSave,
  ...frSchema1,
  ...frShare,
  ...frTables,
  ...frTakeaway,
  ...frTamper,
  ...frIntegrity,
};
