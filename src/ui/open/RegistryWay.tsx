import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { CopyButton } from '../common/CopyButton';

/** Most registries let no page read them: the way that always works is a tool. */
export function RegistryWay({ reference }: { reference: string }): ReactNode {
  const { rich, t } = useI18n();
  const command = `skopeo copy docker://${reference} oci-archive:image.tar`;
  return (
    <>
      <p>{rich('registry.way')}</p>
      <p dir="ltr">
        <Code>{command}</Code>
        <CopyButton text={command} label={t('app.copyCommand')} />
      </p>
    </>
  );
}
