import { useMemo, type ReactNode } from 'react';
import type { TableRow } from '../../core/model/manifestTable';
import { MANIFEST_KINDS } from '../../core/model/manifestForms';
import { MEDIA_TYPE_TWINS, mediaTypeInfo } from '../../core/model/mediaType';
import { useI18n } from '../../i18n/i18n';
import { ColumnShape } from '../common/ColumnShape';
import { Icon } from '../common/Icon';
import { MediaType } from '../common/MediaType';

/** What Docker and OCI call the same things, with the words that differ marked, and which of them are on screen. */
export function MediaTypeCard({ rows }: { rows: readonly TableRow[] }): ReactNode {
  const { rich } = useI18n();
  const here = useMemo(() => typesIn(rows), [rows]);
  return (
    <table className="type-card">
      <caption>{rich('card.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{rich('card.role')}</th>
          <th scope="col" data-column="v2s2">
            <ColumnShape column="v2s2" /> {rich('card.docker')}
          </th>
          <th scope="col" data-column="oci">
            <ColumnShape column="oci" /> {rich('card.oci')}
          </th>
        </tr>
      </thead>
      <tbody>
        {MEDIA_TYPE_TWINS.map(({ docker, oci }) => (
          <tr key={docker}>
            <th scope="row">
              <TypeRole type={docker} />
              {here.has(docker) || here.has(oci) ? (
                <span className="type-here">
                  <Icon name="check" size={12} /> {rich('card.here')}
                </span>
              ) : null}
            </th>
            <td data-column="v2s2">
              <MediaType value={docker} against={oci} />
            </td>
            <td data-column="oci">
              <MediaType value={oci} against={docker} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TypeRole({ type }: { type: string }): ReactNode {
  const { rich } = useI18n();
  const info = mediaTypeInfo(type);
  if (!info || info.role === 'other') return null;
  if (info.role !== 'layer') return rich(`card.${info.role}`);
  return rich(info.foreign ? 'card.foreign' : 'card.layer', {
    compression: rich(`compression.${info.compression ?? 'none'}`),
  });
}

function typesIn(rows: readonly TableRow[]): ReadonlySet<string> {
  const cells = rows.flatMap((row) => MANIFEST_KINDS.flatMap((kind) => row.cells[kind] ?? []));
  return new Set(cells.flatMap(({ names }) => (names?.kind === 'media-type' ? [names.value] : [])));
}
