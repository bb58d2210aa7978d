import { useState, type ReactNode } from 'react';
import type { Artifact } from '../../core/model/artifact';
import type { Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Code, Name } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { VerdictMark } from '../common/VerdictMark';
import { moveFocus } from '../documents/DocumentList';
import { worst } from '../tables/worst';
import type { artifactGroups } from './artifactGroups';

const SHOWN_AT_FIRST = 100;

type Group = ReturnType<typeof artifactGroups>[number];

/** Everything beside the images, in groups: one tab stop for each group, arrows move through all of them. */
export function ArtifactList({
  groups,
  chosen,
  findingsOf,
  onChoose,
}: {
  groups: readonly Group[];
  chosen: string | null;
  findingsOf: (artifact: Artifact) => readonly Finding[];
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useI18n();
  return (
    <nav className="document-list" aria-label={t('attached.list')}>
      {groups.map((group) => (
        <GroupView key={group.id} group={group} chosen={chosen} findingsOf={findingsOf} onChoose={onChoose} />
      ))}
    </nav>
  );
}

function GroupView({
  group: { id, artifacts },
  chosen,
  findingsOf,
  onChoose,
}: {
  group: Group;
  chosen: string | null;
  findingsOf: (artifact: Artifact) => readonly Finding[];
  onChoose: (id: string) => void;
}): ReactNode {
  const { rich, t } = useI18n();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const stop = artifacts.some((each) => each.id === chosen) ? chosen : artifacts[0]?.id;
  return (
    <section className="document-group">
      <h2>
        {rich(`attached.${id}`)} <span className="small muted">{artifacts.length}</span>
      </h2>
      <ul>
        {artifacts.slice(0, shown).map((artifact) => (
          <li key={artifact.id}>
            <Item
              artifact={artifact}
              verdict={worst(findingsOf(artifact))}
              isChosen={artifact.id === chosen}
              isStop={artifact.id === stop}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
      {artifacts.length > shown ? (
        <button type="button" className="button small" onClick={() => setShown(shown * 10)}>
          {t('attached.more', { count: artifacts.length - shown })}
        </button>
      ) : null}
    </section>
  );
}

function Item({
  artifact,
  verdict,
  isChosen,
  isStop,
  onChoose,
}: {
  artifact: Artifact;
  verdict: Finding | null;
  isChosen: boolean;
  isStop: boolean;
  onChoose: (id: string) => void;
}): ReactNode {
  const { rich } = useI18n();
  const [name] = artifact.names;
  const size = artifact.parts.reduce((sum, part) => sum + (part.span?.length ?? 0), 0);
  return (
    <button
      type="button"
      className="document-item artifact-item"
      aria-current={isChosen}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onChoose(artifact.id)}
      onKeyDown={moveFocus}
    >
      <span>{rich(`artifact.${artifact.kind}`)}</span>
      <span className="small muted">
        <Bytes value={size} />
      </span>
      <span className="artifact-line">
        {name === undefined ? (
          <Code>{artifact.artifactType ?? artifact.digest.slice(0, 19)}</Code>
        ) : (
          <Name>{name}</Name>
        )}
      </span>
      {verdict && verdict.verdict !== 'matches' && verdict.verdict !== 'pending' ? (
        <span className="artifact-line">
          <VerdictMark verdict={verdict.verdict} reason={verdict.reason} />
        </span>
      ) : null}
    </button>
  );
}
