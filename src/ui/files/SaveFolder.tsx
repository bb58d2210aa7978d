import type { ReactNode } from 'react';
import type { ImageFiles } from '../../app/state';
import { pathOfNode } from '../../core/model/fileTree';
import type { FileViewQuery } from '../../core/model/fileView';
import { useI18n } from '../../i18n/i18n';
import { ExportControls } from '../common/ExportControls';
import { Icon } from '../common/Icon';
import { useSaves } from '../save/context';

/** Saves a folder of an image (0 is all of it) as a tar, as a view shows it. */
export function SaveFolder({
  files,
  query,
  node,
}: {
  files: ImageFiles;
  query: FileViewQuery;
  node: number;
}): ReactNode {
  const { t, rich } = useI18n();
  const { saver } = useSaves();
  const name = pathOfNode(files.tree.nodes, node) || 'files';
  return (
    <ExportControls>
      <button
        type="button"
        className="button"
        title={t('inside.folderWhy')}
        onClick={() => saver.start({ kind: 'folder', files, query, node }, `${name}.tar`)}
      >
        <Icon name="download" /> {rich('inside.folder')}
      </button>
    </ExportControls>
  );
}
