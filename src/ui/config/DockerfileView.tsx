import type { ReactNode } from 'react';
import { CERTAINTIES, type Certainty, type DockerfileLine } from '../../core/model/configView';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { Icon } from '../common/Icon';
import type { IconName } from '../common/icons';
import { KeyLink } from './KeyLink';
import { Pieces } from '../common/Pieces';
import { reasonValues } from './saved';

const GLYPH: Readonly<Record<Certainty, IconName>> = { stated: 'check', guessed: 'derived', unknown: 'unknown' };

/** The Dockerfile that may have made the image; what is not stated is marked, and says why. */
export function DockerfileView({ lines }: { lines: readonly DockerfileLine[] }): ReactNode {
  const { t, rich } = useI18n();
  const written = lines.filter(({ text }) => text.length > 0);
  const [stated = 0, guessed = 0, unknown = 0] = CERTAINTIES.map(
    (certainty) => written.filter((line) => line.certainty === certainty).length,
  );
  return (
    <>
      <p className="config-summary">{rich('config.counts', { stated, guessed, unknown })}</p>
      <ol className="dockerfile" aria-label={t('config.dockerfile')}>
        {lines.map((line, index) => (
          <Line key={`${index}`} line={line} />
        ))}
      </ol>
      <p className="config-note muted">{rich('config.dockerfile.why')}</p>
    </>
  );
}

function Line({ line }: { line: DockerfileLine }): ReactNode {
  const { rich } = useI18n();
  const { text, certainty, why, step, at } = line;
  return (
    <li data-certainty={certainty}>
      <span className="line-number">
        {at === null || step === null ? null : (
          <KeyLink at={at}>
            <span className="hidden">{rich('config.step', { n: step })}</span>
            <span aria-hidden="true">{step}</span>
          </KeyLink>
        )}
      </span>
      {text.every((piece) => piece.text === '') ? null : (
        <Code className="line-text">
          <Pieces pieces={text} />
        </Code>
      )}
      {why === null ? (
        <span className="hidden">{rich(`config.certainty.${certainty}`)}</span>
      ) : (
        <span className="line-why">
          <Icon name={GLYPH[certainty]} size={12} />
          <span>
            {rich(`config.certainty.${certainty}`)}: {rich(`config.line.${why}`, reasonValues(line))}
          </span>
        </span>
      )}
    </li>
  );
}
