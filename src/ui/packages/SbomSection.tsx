import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';
import type { Artifact, ArtifactPart } from '../../core/model/artifact';
import type { Installed, SbomComparison, SbomRow } from '../../core/model/packages';
import { SBOM_VERDICTS } from '../../core/model/packages';
import { useI18n, type I18n } from '../../i18n/i18n';
import { Code } from '../../i18n/isolates';
import type { ColumnLayout } from '../tables/VirtualTable';
import type { Features } from '../tables/features';
import { RowTable } from './RowTable';
import { useSbomComparison } from './useInventory';

/** The SBOMs that are attached to an image. */
function sbomParts(artifacts: readonly Artifact[], imageKey: string): ArtifactPart[] {
  const about = artifacts.filter((artifact) => artifact.about?.images.includes(imageKey));
  return about.flatMap(({ parts }) => parts.filter(({ contents, span }) => contents?.sbom && span));
}

/** An attached SBOM against what is found. */
export function SbomSection({
  artifacts,
  imageKey,
  installed,
}: {
  artifacts: readonly Artifact[];
  imageKey: string;
  installed: Installed;
}): ReactNode {
  const { t, rich } = useI18n();
  const parts = useMemo(() => sbomParts(artifacts, imageKey), [artifacts, imageKey]);
  const [path, setPath] = useState<string | null>(null);
  const chosen = parts.find((each) => each.path === path) ?? parts[0];
  if (!chosen) return <p className="table-empty">{rich('sbomCompare.none')}</p>;
  return (
    <>
      {parts.length > 1 ? (
        <div className="table-tools">
          <select
            aria-label={t('sbomCompare.choose')}
            value={chosen.path}
            onChange={({ target }) => setPath(target.value)}
          >
            {parts.map((part, index) => (
              <option key={`${part.path} ${index}`} value={part.path}>
                {`${t(`sbom.${part.contents?.sbom?.format ?? 'spdx'}`)} ${part.title ?? part.path}`}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <Comparison part={chosen} installed={installed} />
    </>
  );
}

function Comparison({ part, installed }: { part: ArtifactPart; installed: Installed }): ReactNode {
  const { rich } = useI18n();
  const asked = useMemo(() => ({ content: part, installed }), [part, installed]);
  const { value, failure } = useSbomComparison(asked);
  if (failure !== null) return <p role="alert">{rich('packages.failed', { why: rich(`error.${failure}.title`) })}</p>;
  if (value === undefined) return <p className="muted">{rich('sbomCompare.working')}</p>;
  return value === null ? <p>{rich('sbomCompare.unread')}</p> : <Compared comparison={value} />;
}

const column = createColumnHelper<Features, SbomRow>();

const LAYOUT: Readonly<Record<string, ColumnLayout>> = {
  name: { least: 220 },
  kind: { width: 140 },
  verdict: { width: 170 },
  listed: { width: 220 },
  found: { width: 220 },
};

function sbomColumns({ t }: I18n) {
  const versions = (all: readonly string[]): ReactNode =>
    all.length === 0 ? (
      <span className="muted">—</span>
    ) : (
      all.map((version, index) => (
        <span key={version}>
          {index > 0 ? ', ' : null}
          {version === '' ? t('sbomCompare.noVersion') : <Code>{version}</Code>}
        </span>
      ))
    );
  return column.columns([
    column.accessor('name', { header: t('packages.name'), cell: (cell) => <Code>{cell.getValue()}</Code> }),
    column.accessor('kind', { header: t('packages.kindHead'), cell: (cell) => t(`packageKind.${cell.getValue()}`) }),
    column.accessor((row) => SBOM_VERDICTS.indexOf(row.verdict), {
      id: 'verdict',
      header: t('sbomCompare.verdict'),
      cell: ({ row }) => t(`sbomCompare.verdict.${row.original.verdict}`),
    }),
    column.accessor((row) => row.listed.join(', '), {
      id: 'listed',
      header: t('sbomCompare.listed'),
      cell: ({ row }) => versions(row.original.listed),
    }),
    column.accessor((row) => row.found.join(', '), {
      id: 'found',
      header: t('sbomCompare.found'),
      cell: ({ row }) => versions(row.original.found),
    }),
  ]);
}

function Compared({ comparison: { rows, counts, listed, notLookedFor } }: { comparison: SbomComparison }): ReactNode {
  const i18n = useI18n();
  const { t, rich, formatNumber } = i18n;
  const columns = useMemo(() => sbomColumns(i18n), [i18n]);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <p>
        {rich('sbomCompare.sum', {
          listed,
          same: formatNumber(counts.same),
          version: formatNumber(counts.version),
          onlySbom: formatNumber(counts['only-sbom']),
          onlyFound: formatNumber(counts['only-found']),
          notLookedFor: formatNumber(notLookedFor),
        })}{' '}
        <span className="muted">{rich('sbomCompare.rule')}</span>
      </p>
      {total > rows.length ? (
        <p>{rich('sbomCompare.more', { shown: formatNumber(rows.length), total: formatNumber(total) })}</p>
      ) : null}
      {rows.length === 0 ? null : (
        <RowTable
          rows={rows}
          columns={columns}
          layout={LAYOUT}
          label={t('sbomCompare.label')}
          keys={rich('sbomCompare.keys')}
          idOf={({ kind, name }) => `${kind} ${name}`}
          copied={({ name }) => name}
        />
      )}
    </>
  );
}
