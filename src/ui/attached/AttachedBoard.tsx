import { useCallback, useMemo, type ReactNode } from 'react';
import type { Workspace } from '../../app/state';
import type { Artifact } from '../../core/model/artifact';
import type { Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { useView } from '../context';
import { ArtifactList } from './ArtifactList';
import { ArtifactView } from './ArtifactView';
import { artifactGroups } from './artifactGroups';
import '../documents/documents.css';
import './attached.css';

/** Everything that is stored beside the images, with what it is about: attestations, signatures, SBOMs, other artifacts. */
export function AttachedBoard({ workspace }: { workspace: Workspace }): ReactNode {
  const { rich } = useI18n();
  const { view, update } = useView();
  const { archive, imageKey, artifactFindings } = workspace;
  const groups = useMemo(() => artifactGroups(archive.artifacts, imageKey), [archive, imageKey]);
  const findings = useMemo(
    () => new Map(artifactFindings.map((finding) => [finding.claim, finding])),
    [artifactFindings],
  );
  const findingsOf = useCallback(
    (artifact: Artifact): Finding[] => artifact.claims.flatMap((claim) => findings.get(claim) ?? []),
    [findings],
  );
  const first = groups[0]?.artifacts[0];
  if (!first) return <p className="table-empty">{rich('attached.none')}</p>;
  const chosen = archive.artifacts.find(({ id }) => id === view.doc) ?? first;
  return (
    <div className="documents-board">
      <ArtifactList groups={groups} chosen={chosen.id} findingsOf={findingsOf} onChoose={(doc) => update({ doc })} />
      <ArtifactView key={chosen.id} artifact={chosen} archive={archive} findings={findingsOf(chosen)} />
    </div>
  );
}
