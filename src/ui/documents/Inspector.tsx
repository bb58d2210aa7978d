import type { ReactNode } from 'react';
import type { Document } from '../../core/model/archive';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { MediaType } from '../common/MediaType';
import { V1IdWords } from '../common/V1IdMark';
import { VerdictMark } from '../common/VerdictMark';
import { useReading } from './context';
import type { Mark } from './marks';
import { mediaMeaning } from './mediaMeaning';
import type { Target } from './targets';

/** Says in words what the mark under the pointer or the keyboard means; stays where it is, over nothing. */
export function Inspector({
  mark,
  shown,
  documentOf,
  imageKey,
}: {
  mark: Mark | null;
  /** The document on screen. */
  shown: Document;
  documentOf: (id: string) => Document | null;
  imageKey: string | null;
}): ReactNode {
  const { rich } = useI18n();
  return (
    <div className="inspector" aria-live="polite">
      {mark === null ? <span className="muted">{rich('documents.hint')}</span> : null}
      {mark?.kind === 'media-type' ? <TypeWords type={mark.text} /> : null}
      {mark?.kind === 'name' ? (
        <NameWords mark={mark} shown={shown} documentOf={documentOf} imageKey={imageKey} />
      ) : null}
    </div>
  );
}

function TypeWords({ type }: { type: string }): ReactNode {
  const { rich } = useI18n();
  const meaning = mediaMeaning(type);
  if (!meaning) {
    return (
      <>
        <Code>{type}</Code> <span>{rich('media.unknown')}</span>
      </>
    );
  }
  const { info, twin, otherFamily, encrypted } = meaning;
  return (
    <>
      <MediaType value={type} against={twin} />
      <span>
        <strong>{rich(`mediaRole.${info.role}`)}</strong>. {rich(`media.family.${info.family}`)}{' '}
        {info.compression === undefined
          ? null
          : rich('media.compression', { name: rich(`compression.${info.compression}`) })}{' '}
        {info.foreign ? rich('media.foreign') : null} {encrypted ? rich('media.encrypted') : null}
      </span>
      {twin === null ? (
        <span className="muted">{rich('media.noTwin')}</span>
      ) : (
        <span>
          {rich(`media.twin.${otherFamily}`)} <MediaType value={twin} against={type} />
        </span>
      )}
    </>
  );
}

function NameWords({
  mark,
  shown,
  documentOf,
  imageKey,
}: {
  mark: Mark;
  shown: Document;
  documentOf: (id: string) => Document | null;
  imageKey: string | null;
}): ReactNode {
  const { rich } = useI18n();
  const reading = useReading();
  const target = reading.target(mark.text);
  const finding = reading.finding(mark.text);
  return (
    <>
      <Code className="inspector-name">{mark.text}</Code>
      <span>
        {target ? (
          <TargetWords target={target} shown={shown} documentOf={documentOf} imageKey={imageKey} />
        ) : (
          rich('target.absent')
        )}
      </span>
      {finding ? (
        <span>
          <VerdictMark verdict={finding.verdict} reason={finding.reason} />
          {finding.verdict === 'mismatch' && finding.actual !== null ? (
            <>
              {' '}
              {rich('explain.actual')} <Code className="inspector-name">{finding.actual}</Code>
            </>
          ) : null}
        </span>
      ) : null}
    </>
  );
}

function TargetWords({
  target,
  shown,
  documentOf,
  imageKey,
}: {
  target: Target;
  shown: Document;
  documentOf: (id: string) => Document | null;
  imageKey: string | null;
}): ReactNode {
  const { rich } = useI18n();
  switch (target.kind) {
    case 'document': {
      const document = documentOf(target.id);
      if (target.id === shown.id || !document) return rich('target.itself');
      return rich('target.document', { kind: rich(`document.${document.kind}`), path: document.path });
    }
    case 'layer':
      return (
        <>
          {rich(`target.layer.${target.by}`, { number: target.number })}{' '}
          {target.v1Id ? <V1IdWords of={target.v1Id} /> : null}
          {target.imageKey === imageKey ? null : <> {rich('target.otherImage')}</>}
        </>
      );
    case 'bytes':
      return rich('target.bytes', { path: target.path });
  }
}
