import { useState, type ReactNode } from 'react';
import { LIMITS } from '../../core/limits';
import type { ArtifactPart } from '../../core/model/artifact';
import { payloadId } from '../../core/model/contents';
import type { Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Code, Name } from '../../i18n/isolates';
import { Bytes } from '../common/Bytes';
import { Digest } from '../common/Digest';
import { ExportControls } from '../common/ExportControls';
import { MediaType } from '../common/MediaType';
import { VerdictMark } from '../common/VerdictMark';
import { useView } from '../context';
import { useSaves } from '../save/context';
import { worst } from '../tables/worst';

const SHOWN_AT_FIRST = 50;

/** The blobs of an artifact, each with what came of its digest. */
export function PartTable({
  parts,
  findings,
}: {
  parts: readonly ArtifactPart[];
  findings: readonly Finding[];
}): ReactNode {
  const { rich, t } = useI18n();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  if (parts.length === 0) return null;
  return (
    <section className="artifact-parts">
      <h3 id="artifact-parts">{rich('attached.parts')}</h3>
      <div className="artifact-scroll artifact-cards">
        <table aria-labelledby="artifact-parts">
          <thead>
            <tr>
              <th scope="col">{rich('attached.part')}</th>
              <th scope="col">{rich('attached.partType')}</th>
              <th scope="col">{rich('attached.partSize')}</th>
              <th scope="col">{rich('attached.partDigest')}</th>
              <th scope="col">{rich('attached.partVerdict')}</th>
              <th scope="col">
                <span className="hidden">{rich('attached.partText')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.slice(0, shown).map((part, index) => (
              <PartRow key={`${index}`} part={part} findings={findings} />
            ))}
          </tbody>
        </table>
      </div>
      {parts.length > shown ? (
        <button type="button" className="button small" onClick={() => setShown(shown * 10)}>
          {t('attached.more', { count: parts.length - shown })}
        </button>
      ) : null}
    </section>
  );
}

function PartRow({ part, findings }: { part: ArtifactPart; findings: readonly Finding[] }): ReactNode {
  const { rich } = useI18n();
  const size = part.span?.length ?? part.size;
  const finding = worst(findings.filter(({ claim }) => claim.target === part.path));
  return (
    <tr>
      <th scope="row">
        {part.role === 'config'
          ? rich('attached.config')
          : rich(part.kind ? `artifact.${part.kind}` : 'attached.content')}
        {part.title === null ? null : (
          <span className="artifact-line">
            <Name>{part.title}</Name>
          </span>
        )}
        {part.predicateType === null ? null : (
          <span className="artifact-line">
            <Code className="one-line">{part.predicateType}</Code>
          </span>
        )}
      </th>
      <td>{part.mediaType === null ? null : <MediaType value={part.mediaType} short />}</td>
      <td>{size === null ? null : <Bytes value={size} />}</td>
      <td>
        <Digest value={part.digest} />
      </td>
      <td>
        {part.empty ? <p className="small muted">{rich('attached.empty')}</p> : null}
        {part.embedded === null ? null : <p className="small muted">{rich(`attached.embedded.${part.embedded}`)}</p>}
        {finding ? <VerdictMark verdict={finding.verdict} reason={finding.reason} /> : null}
      </td>
      <td>
        <OpenPart part={part} />
      </td>
    </tr>
  );
}

/** The ways to the text of a part, to what is in the envelope that it is, and to its bytes as a file. */
function OpenPart({ part }: { part: ArtifactPart }): ReactNode {
  const { rich } = useI18n();
  const { update } = useView();
  const { toggle } = useSaves();
  const { span, path, mediaType, contents } = part;
  if (!span) return null;
  const isText = contents !== null || /[+/]json\b|^text\//.test(mediaType ?? '');
  const open = (doc: string): void => update({ board: 'documents', doc });
  return (
    <span className="artifact-open">
      {isText && span.length <= LIMITS.documentBytes ? (
        <>
          <button type="button" className="button small" onClick={() => open(path)}>
            {rich('attached.openText')}
          </button>
          {contents && contents.wrappers.length > 0 ? (
            <button type="button" className="button small" onClick={() => open(payloadId(path))}>
              {rich('attached.openPayload')}
            </button>
          ) : null}
        </>
      ) : null}
      <ExportControls>
        <button type="button" className="button small" onClick={() => toggle({ choice: 'blob', blob: { span, path } })}>
          {rich('save.saveBlob')}
        </button>
      </ExportControls>
    </span>
  );
}
