import { packTar } from '../export/pack';
import type { ExportPlan } from '../model/export';
import type { SourceRef } from '../model/source';
import { packBytes } from './packBytes';

/** The tar of a plan, whole in memory. */
export function packPlan(plan: ExportPlan, ref: SourceRef): Promise<Uint8Array<ArrayBuffer>> {
  return packBytes(packTar(plan, { ref, measured: new Map() }));
}
