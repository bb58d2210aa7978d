import { useMemo, type ReactNode } from 'react';
import type { ImageFiles, Workspace } from '../../app/state';
import { FILE_SCOPES, FILE_SHAPES } from '../../app/viewState';
import type { Image } from '../../core/model/archive';
import type { FileQuery } from '../../core/model/fileView';
import { layerPart } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { useAnnounce } from '../common/announce';
import { Segments } from '../common/Segments';
import { useCommands } from '../common/useCommands';
import { useMade } from '../common/useMade';
import { useServices, useView } from '../context';
import { FileHistory } from './FileHistory';
import { FileLayers } from './FileLayers';
import { FileMap } from './FileMap';
import { FileTable } from './FileTable';
import { nodeOfPath } from './fileRow';
import { WasteTable } from './WasteTable';
import './files.css';

/** What is in the layers of the image on screen: one alone, up to one, or all; who brought each path, and what became of it. */
export function FilesBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { t, rich } = useI18n();
  const { session } = useServices();
  const { made: files, failure, isStale } = useMade(workspace, session.files, workspace.imageKey !== null);
  const image = workspace.archive.images.find((each) => each.key === workspace.imageKey);
  if (files && image && files.layers.some((each) => each !== null))
    return <Board name={workspace.archive.name} files={files} image={image} />;
  const isRunning = workspace.measuring.status === 'running' || isStale;
  return (
    <section className="table-board" aria-label={t('files.label')}>
      {failure !== null ? (
        <p role="alert">{rich('files.failed', { why: rich(`error.${failure}.title`) })}</p>
      ) : (
        <p className="muted">
          {rich(workspace.archive.snapshot ? 'snapshot.files' : image && isRunning ? 'files.working' : 'files.noLayer')}
        </p>
      )}
    </section>
  );
}

/** From 0; null when no layer is selected. */
function layerOf(sel: string | null): number | null {
  const number = /^layer:(\d+)$/.exec(sel ?? '')?.[1];
  return number === undefined ? null : Number(number) - 1;
}

/** What its key goes through. */
const TURNS: readonly FileQuery['scope'][] = ['layer', 'upto', 'final'];

function Board({ name, files, image }: { name: string; files: ImageFiles; image: Image }): ReactNode {
  const { t, rich } = useI18n();
  const { view, update } = useView();
  const { tree } = files;
  const layer = Math.min(layerOf(view.sel) ?? Infinity, image.layers.length - 1);
  const { scope, shape } = view;
  const ofAll = scope === 'final' || scope === 'ever';
  const node = useMemo(() => (view.path === null ? -1 : nodeOfPath(tree, view.path)), [tree, view.path]);
  const chooseLayer = (next: number): void =>
    update({
      sel: layerPart(next),
      ...(ofAll || shape === 'waste' ? { scope: 'layer' } : {}),
      ...(shape === 'waste' ? { shape: 'tree' } : {}),
    });
  const chooseScope = (next: FileQuery['scope']): void =>
    update({ scope: next, ...(next === 'final' || next === 'ever' ? {} : { sel: layerPart(layer) }) });
  const announce = useAnnounce();
  useCommands({
    scope() {
      if (shape === 'waste') return null;
      const next = TURNS[(TURNS.indexOf(scope) + 1) % TURNS.length] ?? 'layer';
      return () => {
        chooseScope(next);
        announce(t(`files.scope.${next}`));
      };
    },
  });
  const shapes = (
    <Segments
      label={t('files.shape')}
      choices={FILE_SHAPES}
      chosen={shape}
      nameOf={(each) => rich(`files.shape.${each}`)}
      onChoose={(each) => update({ shape: each })}
    />
  );
  const scopes = (
    <Segments
      label={t('files.scope')}
      choices={FILE_SCOPES}
      chosen={scope}
      nameOf={(each) => rich(`files.scope.${each}`)}
      titleOf={(each) => t(`files.scope.${each}.why`)}
      onChoose={chooseScope}
    />
  );
  return (
    <section className="table-board files-board" aria-label={t('files.label')}>
      <FileLayers
        layers={image.layers}
        files={files}
        chosen={ofAll || shape === 'waste' ? null : layer}
        onChoose={chooseLayer}
      />
      <div className="files-main">
        {shape === 'waste' ? (
          <>
            <div className="table-tools">{shapes}</div>
            <WasteTable name={name} files={files} selected={node} />
          </>
        ) : shape === 'map' ? (
          <>
            <div className="table-tools">
              {scopes}
              {shapes}
            </div>
            <FileMap files={files} scope={scope} layer={layer} selected={node} />
          </>
        ) : (
          <FileTable
            files={files}
            scope={scope}
            layer={layer}
            shape={shape}
            name={name}
            selected={node}
            tools={
              <>
                {scopes}
                {shapes}
              </>
            }
          />
        )}
        {node < 0 ? null : (
          <FileHistory
            files={files}
            layers={image.layers}
            node={node}
            query={{ scope: scope === 'ever' ? 'final' : scope, layer }}
            onLayer={chooseLayer}
            onClose={() => update({ path: null, look: null })}
          />
        )}
      </div>
    </section>
  );
}
