import { Tabs } from '@base-ui/react/tabs';
import { useState, type ReactNode } from 'react';
import { shareHash, type SharedView } from '../../app/shareLink';
import type { Workspace } from '../../app/state';
import { useI18n } from '../../i18n/i18n';
import { useServices, useView } from '../context';
import { EmbedTab } from './EmbedTab';
import { FileTab } from './FileTab';
import { useHiding } from './hide';
import { LinkTab } from './LinkTab';
import './share.css';
import { linkKinds, sourceOf, type LinkKind } from './sources';
import { useFileDigest } from './useFileDigest';
import { useSnapshot } from './useSnapshot';

const TABS = ['link', 'file', 'embed'] as const;

/** The ways to share what is on screen. What is chosen in one holds in the others. */
export function ShareForm({ workspace }: { workspace: Workspace }): ReactNode {
  const { t, rich } = useI18n();
  const { session } = useServices();
  const { view } = useView();
  const source = session.getSource();
  const kinds = linkKinds(source, workspace);
  const [kind, setKind] = useState<LinkKind>(kinds[0] ?? 'snapshot');
  const [shared, setShared] = useState<SharedView>({ selection: true, flip: true, look: false });
  const { hide, setHide } = useHiding();
  const snapshot = useSnapshot(workspace, hide);
  const hashing = useFileDigest(kind === 'file' && source?.kind === 'file' ? source.file : null);
  const payload = snapshot.value?.payload ?? null;
  const src = sourceOf(kind, source, { digest: hashing.kind === 'done' ? hashing.digest : null, payload });
  const hash = src === null ? null : shareHash(view, src, shared);
  const snapshotHash = payload === null ? null : shareHash(view, `snap:${payload}`, shared);
  return (
    <Tabs.Root defaultValue="link" className="share-tabs">
      <Tabs.List className="share-tab-list" aria-label={t('share.tabs')}>
        {TABS.map((each) => (
          <Tabs.Tab key={each} value={each} className="button" data-focus-first={each === 'link' ? '' : undefined}>
            {rich(`share.tab.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="link" className="share-panel">
        <LinkTab
          kinds={kinds}
          kind={kind}
          onKind={setKind}
          isFolder={source?.kind === 'folder'}
          hasFlip={view.flip !== null}
          shared={shared}
          onShared={setShared}
          hide={hide}
          onHide={setHide}
          snapshot={snapshot}
          hashing={hashing}
          hash={hash}
        />
      </Tabs.Panel>
      <Tabs.Panel value="file" className="share-panel">
        <FileTab workspace={workspace} snapshot={snapshot} snapshotHash={snapshotHash} hide={hide} onHide={setHide} />
      </Tabs.Panel>
      <Tabs.Panel value="embed" className="share-panel">
        <EmbedTab name={workspace.archive.name} hash={hash} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
