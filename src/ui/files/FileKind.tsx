import type { ReactNode } from 'react';
import type { FileGlance } from '../../core/model/fileLook';
import { useI18n } from '../../i18n/i18n';
import { Code, Ltr } from '../../i18n/isolates';

const ENCODING = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE', latin1: 'Latin-1' } as const;

/** What a file is, in a few words. */
export function FileKind({ glance: { look, encoding } }: { glance: FileGlance }): ReactNode {
  const { rich } = useI18n();
  switch (look.kind) {
    case 'empty':
      return rich('kind.empty');
    case 'private-key':
      return rich('inside.kind.private-key');
    case 'text':
    case 'active-text':
      return (
        <span>
          {rich('inside.kind.text')} {encoding ? <Ltr>{ENCODING[encoding]}</Ltr> : null}
        </span>
      );
    case 'picture':
      return (
        <span>
          {rich('inside.kind.picture')} <Code>{look.type}</Code> <Ltr>{`${look.width} × ${look.height}`}</Ltr>
        </span>
      );
    case 'elf':
      return rich('kind.elf');
    case 'certificates':
      return rich('inside.kind.certificates', { count: look.count });
    case 'tar':
      return rich('kind.tar');
    case 'compressed':
      return rich(`kind.${look.format}`);
    case 'binary':
      return rich(look.format === null ? 'inside.kind.binary' : `kind.${look.format}`);
  }
}
