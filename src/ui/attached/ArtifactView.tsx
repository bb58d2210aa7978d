import type { ReactNode } from 'react';
import type { Archive } from '../../core/model/archive';
import type { About, Artifact } from '../../core/model/artifact';
import type { Finding } from '../../core/model/representation';
import { useI18n } from '../../i18n/i18n';
import { Code, Name } from '../../i18n/isolates';
import { Digest } from '../common/Digest';
import { VerdictMark } from '../common/VerdictMark';
import { useView } from '../context';
import { platformText } from '../shell/platform';
import { worst } from '../tables/worst';
import { ContentsView } from './ContentsView';
import { Fact } from '../common/Fact';
import { PartTable } from './PartTable';

const NAMES_SHOWN = 8;
const CONTENTS_SHOWN = 20;

/** One thing that stands beside the images: what it is and what it is about, its types, its parts and whether they hold. */
export function ArtifactView({
  artifact,
  archive,
  findings,
}: {
  artifact: Artifact;
  archive: Archive;
  /** Of its own claims. */
  findings: readonly Finding[];
}): ReactNode {
  const { rich } = useI18n();
  const { update } = useView();
  const { kind, about, names, artifactType, mediaType, manifest, digest } = artifact;
  const verdict = worst(findings);
  return (
    <article className="document-view artifact-view">
      <header>
        <h2>{rich(`artifact.${kind}`)}</h2>
        {manifest === null ? null : (
          <button type="button" className="button" onClick={() => update({ board: 'documents', doc: manifest })}>
            {rich('attached.openManifest')}
          </button>
        )}
      </header>
      <p className="artifact-why">{rich(`artifact.${kind}.why`)}</p>
      <dl className="artifact-facts">
        <Fact name={rich('attached.about')}>
          {about ? <AboutWords about={about} archive={archive} /> : <span>{rich('attached.nothing')}</span>}
        </Fact>
        {names.length > 0 ? (
          <Fact name={rich('attached.names')}>
            {names.slice(0, NAMES_SHOWN).map((name) => (
              <Name key={name}>{name}</Name>
            ))}
            {names.length > NAMES_SHOWN ? '…' : null}
          </Fact>
        ) : null}
        <Fact name={rich('attached.artifactType')}>
          {artifactType === null ? (
            <span className="muted">{rich('attached.noArtifactType')}</span>
          ) : (
            <Code>{artifactType}</Code>
          )}
        </Fact>
        <Fact name={rich('attached.manifest')}>
          {manifest === null ? <span className="muted">{rich('attached.noManifest')}</span> : null}
          {mediaType === null ? null : <Code>{mediaType}</Code>}
          <Digest value={digest} />
        </Fact>
        {verdict ? (
          <Fact name={rich('attached.verdict')}>
            <VerdictMark verdict={verdict.verdict} reason={verdict.reason} />
            {verdict.verdict === 'mismatch' ? <Mismatch finding={verdict} /> : null}
          </Fact>
        ) : null}
      </dl>
      <PartTable parts={artifact.parts} findings={findings} />
      {artifact.parts.slice(0, CONTENTS_SHOWN).map((part, index) =>
        part.contents ? (
          <section key={`${index}`} className="artifact-parts">
            <h3>
              {rich('contents.of', { part: rich(part.kind === null ? 'attached.content' : `artifact.${part.kind}`) })}
              {part.title === null ? null : (
                <>
                  {' '}
                  <Name>{part.title}</Name>
                </>
              )}
            </h3>
            <ContentsView contents={part.contents} />
          </section>
        ) : null,
      )}
    </article>
  );
}

function Mismatch({ finding: { claim, actual } }: { finding: Finding }): ReactNode {
  const { rich } = useI18n();
  return (
    <span className="artifact-mismatch">
      <Code>{`${claim.pointer}: ${claim.claimed}`}</Code> {rich('explain.actual')} <Code>{actual ?? ''}</Code>
    </span>
  );
}

function AboutWords({ about, archive }: { about: About; archive: Archive }): ReactNode {
  const { rich } = useI18n();
  const { view, update } = useView();
  const [key] = about.images;
  const image = archive.images.find((each) => each.key === key);
  const platform = platformText(image?.platform ?? null);
  const isShown = about.images.includes(view.img ?? archive.images[0]?.key ?? '');
  return (
    <>
      <span>{rich(`aboutTarget.${about.target}`)}</span>
      {about.target === 'image' && image ? (
        <span>
          {image.names[0] === undefined ? null : <Name>{image.names[0]}</Name>} <Code>{platform}</Code>
        </span>
      ) : null}
      <Digest value={about.digest} />
      <span className="small muted">{rich('attached.saidBy', { by: rich(`aboutBy.${about.by}`) })}</span>
      {key === undefined || isShown ? null : (
        <button type="button" className="button" onClick={() => update({ img: key })}>
          {rich('attached.showImage')}
        </button>
      )}
    </>
  );
}
