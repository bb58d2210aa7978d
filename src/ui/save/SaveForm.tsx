import { useMemo, useState, useSyncExternalStore, type ReactNode, type SubmitEvent } from 'react';
import type { Saver } from '../../app/saver';
import type { Workspace } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { Name } from '../../i18n/isolates';
import { useView } from '../context';
import { platformText } from '../shell/platform';
import { ChoiceDetail } from './ChoiceDetail';
import { ChoiceList } from './ChoiceList';
import { saveChoices, type ChoiceId } from './choices';
import type { SaveWish } from './context';
import './save.css';
import { SaveFoot } from './SaveFoot';
import { useOffers } from './useOffers';

/** What can be saved, what comes of it, and how far it is. */
export function SaveForm({
  workspace,
  wish,
  saver,
}: {
  workspace: Workspace;
  wish: SaveWish;
  saver: Saver;
}): ReactNode {
  const { rich, t } = useI18n();
  const { view } = useView();
  const offers = useOffers(workspace);
  const saving = useSyncExternalStore(saver.subscribe, saver.getState);
  const [layer, setLayer] = useState(wish.layer ?? Number(/^layer:(\d+)$/.exec(view.sel ?? '')?.[1] ?? 1));
  const blob = wish.blob ?? null;
  const groups = useMemo(
    () => saveChoices(workspace, offers.list, { layer, blob }),
    [workspace, offers.list, layer, blob],
  );
  const [id, setId] = useState<ChoiceId | null>(wish.choice ?? groups[0]?.choices[0]?.id ?? null);
  const choice = groups.flatMap(({ choices }) => choices).find((each) => each.id === id);
  const { images } = workspace.archive;
  const image = images.find(({ key }) => key === workspace.imageKey);
  const isBusy = saving.kind === 'running';

  const choose = (next: ChoiceId): void => {
    saver.dismiss();
    setId(next);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (choice?.what) saver.start(choice.what, choice.file);
  };
  if (!choice) return <p className="muted">{rich('tables.noImage')}</p>;
  return (
    <form className="save-form" onSubmit={submit} aria-label={t('save.form')}>
      {image && images.length > 1 ? (
        <p className="save-image">
          <Name>
            {[image.names[0] ?? t('image.unnamed'), platformText(image.platform)]
              .filter((part) => part !== '')
              .join(' · ')}
          </Name>
        </p>
      ) : null}
      <fieldset className="save-choices" disabled={isBusy} aria-label={t('save.form')}>
        <ChoiceList
          groups={groups}
          chosen={choice.id}
          failure={offers.failure}
          onChoose={choose}
          layer={{ number: layer, count: image?.layers.length ?? 0, onChange: setLayer }}
        />
      </fieldset>
      <div className="save-detail">
        <ChoiceDetail
          choice={choice}
          file={saving.kind === 'saved' ? saving.name : choice.file}
          workspace={workspace}
        />
        <SaveFoot saving={saving} choice={choice} onCancel={saver.cancel} />
      </div>
    </form>
  );
}
