import type { FileGlance } from '../../core/model/fileLook';

export const FILE_VIEWS = ['text', 'picture', 'elf', 'certificates', 'members', 'hex'] as const;
/** A way to show a file. */
export type FileViewId = (typeof FILE_VIEWS)[number];

/** The ways to show a file, the best one first; none for what is not shown. */
export function viewsOf({ look, encoding }: FileGlance): readonly FileViewId[] {
  switch (look.kind) {
    case 'empty':
    case 'private-key':
      return [];
    case 'text':
    case 'active-text':
      return ['text', 'hex'];
    case 'picture':
      return ['picture', 'hex'];
    case 'elf':
      return ['elf', 'hex'];
    case 'certificates':
      return encoding ? ['certificates', 'text', 'hex'] : ['certificates', 'hex'];
    case 'tar':
      return ['members', 'hex'];
    case 'compressed':
    case 'binary':
      return ['hex'];
  }
}
