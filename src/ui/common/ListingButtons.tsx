import type { ReactNode } from 'react';
import type { ListingFormat } from '../../core/model/fileView';
import { Code } from '../../i18n/isolates';
import { ExportControls } from './ExportControls';
import { Icon } from './Icon';

const FORMATS: readonly ListingFormat[] = ['csv', 'json'];

/** Buttons that give a listing away, in each of its formats. */
export function ListingButtons({
  labelOf,
  disabled = false,
  onTake,
}: {
  labelOf: (format: ListingFormat) => string;
  disabled?: boolean;
  onTake: (format: ListingFormat) => void;
}): ReactNode {
  return (
    <ExportControls>
      <span className="segments">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            className="button"
            disabled={disabled}
            aria-label={labelOf(format)}
            title={labelOf(format)}
            onClick={() => onTake(format)}
          >
            <Icon name="download" />
            <Code>{format.toUpperCase()}</Code>
          </button>
        ))}
      </span>
    </ExportControls>
  );
}
