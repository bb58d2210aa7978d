import type { ReactNode } from 'react';
import type { ImageLayer } from '../../core/model/archive';
import type { Measurement } from '../../core/model/facts';
import { isTocUnread, layerKinds } from '../../core/model/layerTraits';
import { tocId, type LayerToc } from '../../core/model/toc';
import { useI18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import { useView } from '../context';

interface Props {
  readonly layer: ImageLayer;
  readonly measurement: Measurement | undefined;
}

/** What a layer is beyond a tar of file changes, with what it means; nothing for an ordinary one. */
export function LayerNotes({ layer, measurement }: Props): ReactNode {
  const { rich, list } = useI18n();
  const toc = measurement?.toc;
  const { keyWrapping = [], urls = [] } = layer.traits ?? {};
  return (
    <>
      {layerKinds(layer.traits, toc).map((kind) => (
        <span key={kind}>
          <strong>{rich(`layerKind.${kind}`)}</strong>
          {rich('list.colon')}
          {rich(`layerKind.${kind}.why`)}
        </span>
      ))}
      {toc ? <TocNote toc={toc} /> : null}
      {isTocUnread(layer, measurement !== undefined) ? <span>{rich('foot.tocPending')}</span> : null}
      {keyWrapping.length === 0 ? null : (
        <span>
          {rich('foot.keyWrapping', { schemes: list(keyWrapping.map((each) => <Code key={each}>{each}</Code>)) })}
        </span>
      )}
      {urls.length === 0 ? null : (
        <span>{rich('foot.urls', { urls: list(urls.map((each) => <Code key={each}>{each}</Code>)) })}</span>
      )}
    </>
  );
}

function TocNote({ toc: { at, entries, footer } }: { toc: LayerToc }): ReactNode {
  const { rich, formatNumber } = useI18n();
  if (footer === 'estargz-external') return <span>{rich(`tocFooter.${footer}`)}</span>;
  if (!at || entries === null) return <span>{rich('foot.tocUnread')}</span>;
  return <span>{rich('foot.toc', { entries, offset: formatNumber(at.offset) })}</span>;
}

/** The way to the table of contents of a layer; nothing where there is none to read. */
export function OpenToc({ layer, measurement }: Props): ReactNode {
  const { rich } = useI18n();
  const { update } = useView();
  if (measurement?.toc?.digest == null) return null;
  return (
    <button
      type="button"
      className="button"
      onClick={() => update({ board: 'documents', doc: tocId(layer.path), at: null })}
    >
      {rich('foot.openToc')}
    </button>
  );
}
