import type { ReactNode } from 'react';
import type { Remark } from '../../app/exercises/model';
import { useI18n } from '../../i18n/i18n';

/** What an answer lacks, in words. */
export function RemarkText({ remark }: { remark: Remark }): ReactNode {
  return useI18n().rich(`remark.${remark.code}`, remark.values);
}
