import { useCallback, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import { CONFIG_TABS } from '../../app/viewState';
import type { ConfigView } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';
import { Path } from '../../i18n/isolates';
import { useAnnounce } from '../common/announce';
import { copyText } from '../common/copy';
import { ExportControls } from '../common/ExportControls';
import { OriginMark } from '../common/OriginMark';
import { useMade } from '../common/useMade';
import { Segments } from '../common/Segments';
import { ShownValuesProvider, useShownValues } from '../common/ShownValues';
import { TakeText } from '../common/TakeText';
import { useComparison, useServices, useView } from '../context';
import { BaseSigns } from './BaseSigns';
import { ConfigCardView } from './ConfigCardView';
import { PlacesProvider } from './context';
import { DockerfileView } from './DockerfileView';
import { RawPane } from './RawPane';
import { configJson, dockerfileText, hidesAny } from './saved';
import { Timeline } from './Timeline';
import './config.css';

/** The config of the image on screen: a card, its history beside the layers, and a Dockerfile that may have made it. */
export function ConfigBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich } = useI18n();
  const { session } = useServices();
  const compared = useComparison();
  const beside = compared.kind === 'open' ? compared.comparison.beside : null;
  const make = useCallback(
    (image: string | null, signal: AbortSignal) => session.configView(image, beside, signal),
    [session, beside],
  );
  const { made, failure } = useMade(workspace, make);
  if (workspace.imageKey === null) return <p className="table-empty">{rich('config.noImage')}</p>;
  if (!made) {
    return (
      <p className="table-empty" role={failure ? 'alert' : undefined}>
        {rich(failure ? 'config.failed' : 'config.waiting')}
      </p>
    );
  }
  if (!made.document) {
    return (
      <p className="table-empty">
        {rich('config.none')} {made.cannot === null ? null : rich(`cannot.${made.cannot}`)}
      </p>
    );
  }
  return (
    <ShownValuesProvider key={workspace.imageKey}>
      <PlacesProvider document={made.document}>
        <Board view={made} name={workspace.archive.name} />
      </PlacesProvider>
    </ShownValuesProvider>
  );
}

function Board({ view: made, name }: { view: ConfigView; name: string }): ReactNode {
  const { t, rich } = useI18n();
  const { view, update } = useView();
  return (
    <section className="config-board" aria-label={t('board.config')}>
      <div className="config-bar">
        <Segments
          label={t('config.views')}
          choices={CONFIG_TABS}
          chosen={view.config}
          nameOf={(each) => rich(`config.tab.${each}`)}
          onChoose={(each) => update({ config: each })}
        />
        <Tools view={made} name={name} />
      </div>
      <Origin document={made.document} />
      <div className="config-panes">
        <div className="config-main">
          {made.card === null ? <p>{rich('config.unreadable')}</p> : null}
          {view.config === 'card' && made.card ? <ConfigCardView card={made.card} /> : null}
          {view.config === 'history' ? <Timeline history={made.history} /> : null}
          {view.config === 'dockerfile' ? <DockerfileView lines={made.dockerfile} /> : null}
          {view.config === 'card' ? null : <BaseSigns base={made.base} />}
        </div>
        <RawPane view={made} />
      </div>
    </section>
  );
}

/** Which document it is, and whether it is in the archive. */
function Origin({ document }: { document: ConfigView['document'] }): ReactNode {
  const { rich } = useI18n();
  if (!document) return null;
  const { origin, path, recipe } = document;
  return (
    <p className="config-origin">
      <OriginMark origin={origin} />
      <span>
        {rich(`config.from.${origin}`, { path: <Path>{path}</Path> })}
        {recipe ? <span className="muted"> · {rich(`recipe.${recipe.code}`)}</span> : null}
      </span>
    </p>
  );
}

function Tools({ view: made, name }: { view: ConfigView; name: string }): ReactNode {
  const { t, rich } = useI18n();
  const { view } = useView();
  const { exporter } = useServices();
  const { isShown, all, toggleAll } = useShownValues();
  const announce = useAnnounce();
  const asks = hidesAny(made, isShown);
  const isDockerfile = view.config === 'dockerfile';
  const copy = (shown: typeof isShown): void =>
    void copyText(dockerfileText(made.dockerfile, shown)).then((done) =>
      announce(t(done ? 'app.copied' : 'app.copyRefused')),
    );
  return (
    <div className="config-tools">
      <button type="button" className="button" aria-pressed={all} onClick={toggleAll}>
        {rich(all ? 'config.hideAll' : 'config.showAll')}
      </button>
      <ExportControls>
        {isDockerfile ? (
          <>
            <TakeText icon="copy" asks={asks} take={copy}>
              {rich('config.copy')}
            </TakeText>
            <TakeText
              icon="download"
              asks={asks}
              take={(shown) => exporter.save(`${name}.Dockerfile`, dockerfileText(made.dockerfile, shown))}
            >
              {rich('config.download')}
            </TakeText>
          </>
        ) : (
          <TakeText
            icon="download"
            asks={asks}
            take={(shown) => exporter.save(`${name}.config.json`, configJson(made, shown))}
          >
            {rich('config.downloadJson')}
          </TakeText>
        )}
      </ExportControls>
    </div>
  );
}
