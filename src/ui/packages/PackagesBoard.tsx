import type { ReactNode } from 'react';
import type { ImageFiles, Workspace } from '../../app/state';
import { INVENTORIES } from '../../app/viewState';
import type { Image } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { Segments } from '../common/Segments';
import { useMade } from '../common/useMade';
import { useServices, useView } from '../context';
import { DatabaseList } from './DatabaseList';
import { PackageTable } from './PackageTable';
import { SbomSection } from './SbomSection';
import { SensitiveTable } from './SensitiveTable';
import { SystemCard } from './SystemCard';
import { useInventory } from './useInventory';
import './packages.css';

/** What is installed in the image on screen, by which layer, and which files should not be in it. */
export function PackagesBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { t, rich } = useI18n();
  const { session } = useServices();
  const { made: files, failure } = useMade(workspace, session.files, workspace.imageKey !== null);
  const image = workspace.archive.images.find((each) => each.key === workspace.imageKey);
  if (files && image && files.layers.some((each) => each !== null))
    return <Board key={image.key} workspace={workspace} files={files} image={image} />;
  const isRunning = workspace.measuring.status === 'running' || !files;
  return (
    <section className="table-board" aria-label={t('packages.label')}>
      {failure !== null ? (
        <p role="alert">{rich('packages.failed', { why: rich(`error.${failure}.title`) })}</p>
      ) : (
        <p className="muted">{rich(image && isRunning ? 'packages.working' : 'files.noLayer')}</p>
      )}
    </section>
  );
}

function Board({ workspace, files, image }: { workspace: Workspace; files: ImageFiles; image: Image }): ReactNode {
  const { t, rich, formatNumber, list } = useI18n();
  const { view, update } = useView();
  const { value, failure } = useInventory(files);
  if (!value)
    return (
      <section className="table-board" aria-label={t('packages.label')}>
        {failure === null ? (
          <p className="muted">{rich('packages.working')}</p>
        ) : (
          <p role="alert">{rich('packages.failed', { why: rich(`error.${failure}.title`) })}</p>
        )}
      </section>
    );
  const { installed, sensitive } = value;
  const { unknownLayers, packages } = installed;
  const counts = {
    packages: formatNumber(packages.filter(({ there }) => there).length),
    sensitive: formatNumber(sensitive.count),
  };
  return (
    <section className="table-board packages-board" aria-label={t('packages.label')}>
      {unknownLayers.length === 0 ? null : (
        <p>
          {rich('packages.unknownLayers', {
            count: unknownLayers.length,
            layers: list(unknownLayers.map((layer) => formatNumber(layer + 1))),
          })}
        </p>
      )}
      <div className="packages-cards">
        <SystemCard systems={installed.systems} />
        <DatabaseList installed={installed} />
      </div>
      <Segments
        label={t('packages.tab')}
        choices={INVENTORIES}
        chosen={view.inventory}
        nameOf={(each) =>
          each === 'sbom' ? rich('packages.tab.sbom') : rich(`packages.tab.${each}`, { count: counts[each] })
        }
        onChoose={(each) => update({ inventory: each })}
      />
      {view.inventory === 'packages' ? <PackageTable packages={packages} name={workspace.archive.name} /> : null}
      {view.inventory === 'sensitive' ? <SensitiveTable sensitive={sensitive} /> : null}
      {view.inventory === 'sbom' ? (
        <SbomSection artifacts={workspace.archive.artifacts} imageKey={image.key} installed={installed} />
      ) : null}
    </section>
  );
}
