import type { Diagnostic } from '../errors';
import { LIMITS } from '../limits';
import type { Archive, Document, Image } from '../model/archive';
import type { Artifact } from '../model/artifact';
import type { Measurement } from '../model/facts';
import type { LayerFiles } from '../model/layerFiles';
import type { IntegrityTable } from '../model/integrity';
import type { Facet, Finding, Representation } from '../model/representation';
import { layerKinds } from '../model/layerTraits';
import { spanKey } from '../model/source';
import { integrityTable } from './integrity';
import { reportFiles } from './reportFiles';
import { represent } from './represent';
import { summarise, verify } from '../verify/verify';
import type { Report } from './reportSchema';

/** What a report says nothing of is not asked for. */
export type Reportable = Omit<Archive, 'source'>;

/** A report as it is saved. */
export function reportText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Everything that is known of an archive, with what was measured of it and listed in its layers. The same bytes give the same report. */
export async function buildReport(
  archive: Reportable,
  measurements: readonly Measurement[],
  layerFiles: readonly LayerFiles[] = [],
): Promise<Report> {
  const images: Report['images'] = [];
  const measured = new Map(measurements.map((each) => [spanKey(each.span), each]));
  const documents = new Map(archive.documents.map((document) => [document.id, document]));
  const files = reportFiles(archive.images, layerFiles);
  for (const image of archive.images) {
    const reported = await reportImage(archive, image, measurements, { measured, documents });
    images.push({ ...reported, files: files.of.get(image) ?? null });
  }
  const artifacts = archive.artifacts.map((artifact) => reportArtifact(archive, artifact, measurements));
  const diagnostics = [
    ...archive.diagnostics,
    ...[...measurements]
      .sort((a, b) => a.span.offset - b.span.offset)
      .flatMap((measurement) => measurement.diagnostics),
    ...files.diagnostics,
  ];
  const integrity = await integrityTable(archive, measurements, LIMITS.reportRows);
  return {
    schema: 'tabaqa-report-1',
    file: {
      name: archive.name,
      size: archive.fileSize,
      container: archive.container,
      tarSize: archive.container === 'tar' ? archive.size : null,
      wrappers: [...archive.wrappers],
      members: archive.members.count,
    },
    verdict: verdictOf(archive, integrity, diagnostics),
    formats: archive.evidence.map(({ format, facts }) => ({ format, evidence: facts.map((fact) => ({ ...fact })) })),
    writer: archive.writer && { ...archive.writer, traits: [...archive.writer.traits] },
    images,
    artifacts,
    schema1: archive.schema1.map(({ signatures, entries, ...manifest }) => ({
      ...manifest,
      signatures: signatures.map((each) => ({ ...each })),
      entries: entries.map((each) => ({ ...each })),
    })),
    integrity: { counts: { ...integrity.counts }, rows: integrity.rows.map((row) => ({ ...row })) },
    orphanCount: archive.orphanCount,
    orphans: archive.orphans.map(({ path, size }) => ({ path, size })),
    diagnostics: diagnostics.map(({ code, severity, path = null, layer = null, offset = null, details }) => ({
      code,
      severity,
      path,
      layer,
      offset: archive.container === 'tar' || layer !== null ? offset : null,
      details: { ...details },
    })),
  };
}

function verdictOf(
  { container, snapshot }: Reportable,
  { counts }: IntegrityTable,
  diagnostics: readonly Diagnostic[],
): Report['verdict'] {
  const isDamaged = diagnostics.some(({ severity }) => severity === 'error');
  if (counts.mismatch > 0 || counts.missing > 0 || isDamaged) return 'does-not-match';
  if (counts.ambiguous > 0) return 'ambiguous';
  // Of a document alone, nothing that it names can be checked; of a snapshot, only its documents.
  if (counts.pending > 0 || container === 'document' || snapshot) return 'incomplete';
  return counts.unknown > 0 ? 'verified-except-unknown' : 'verified';
}

interface Known {
  /** By span key. */
  readonly measured: ReadonlyMap<string, Measurement>;
  /** By id. */
  readonly documents: ReadonlyMap<string, Document>;
}

async function reportImage(
  archive: Reportable,
  image: Image,
  measurements: readonly Measurement[],
  { measured, documents }: Known,
): Promise<Omit<Report['images'][number], 'files'>> {
  const representations = await represent(archive, image, measurements);
  const findings = verify(archive.documents, representations, measurements);
  return {
    key: image.key,
    names: [...image.names],
    platform: image.platform,
    formats: image.stated.map(({ format }) => format),
    summary: summarise(findings),
    representations: representations.map((each) => reportRepresentation(each, image, documents, measured)),
    findings: reportFindings(findings),
  };
}

/** Each claim once, though several formats may make it. */
function reportFindings(findings: readonly Finding[]): Report['images'][number]['findings'] {
  return [...new Map(findings.map((finding) => [finding.claim.id, finding])).values()].map(
    ({ claim: { part, kind, document, pointer, target, claimed }, actual, verdict, reason }) => ({
      part,
      kind,
      document,
      pointer,
      target,
      claimed,
      actual,
      verdict,
      reason,
    }),
  );
}

function reportArtifact(
  archive: Reportable,
  artifact: Artifact,
  measurements: readonly Measurement[],
): Report['artifacts'][number] {
  const { kind, names, manifest, digest, size, mediaType, artifactType, about, parts } = artifact;
  const findings = verify(archive.documents, [artifact], measurements);
  return {
    kind,
    names: [...names],
    manifest,
    digest,
    size,
    mediaType,
    artifactType,
    about: about && { digest: about.digest, by: about.by, target: about.target, images: [...about.images] },
    parts: parts.map(({ span, ...part }) => ({ ...part, inArchive: span !== null })),
    summary: summarise(findings),
    findings: reportFindings(findings),
  };
}

function reportRepresentation(
  representation: Representation,
  image: Image,
  found: ReadonlyMap<string, Document>,
  measured: ReadonlyMap<string, Measurement>,
): Report['images'][number]['representations'][number] {
  const derived = new Map(representation.derived.map((document) => [document.id, document]));
  const { column, origin, cannot, facets } = representation;
  return {
    column,
    origin,
    cannot,
    documents: facets.flatMap((facet) => {
      const document = derived.get(facet.document ?? '') ?? found.get(facet.document ?? '');
      return document ? [reportDocument(facet, document)] : [];
    }),
    layers: facets
      .filter((facet) => facet.role === 'layer')
      .map((facet, i) => {
        const { origin, path, mediaType, digest, size, diffId, chainId, v1Id, v1IdKind, v1IdZone } = facet;
        const layer = image.layers[i];
        const measurement = layer?.span ? measured.get(spanKey(layer.span)) : undefined;
        return {
          number: i + 1,
          origin,
          path,
          mediaType,
          digest,
          size,
          diffId,
          chainId,
          v1Id,
          v1IdKind,
          v1IdZone,
          unpackedSize: measurement?.unpackedSize ?? null,
          compression: layer?.compression ?? null,
          kinds: [...layerKinds(layer?.traits, measurement?.toc)],
          keyWrapping: [...(layer?.traits?.keyWrapping ?? [])],
          urls: [...(layer?.traits?.urls ?? [])],
          toc: measurement?.toc ?? null,
        };
      }),
  };
}

function reportDocument(
  facet: Facet,
  document: Document,
): Report['images'][number]['representations'][number]['documents'][number] {
  return {
    part: facet.part,
    kind: document.kind,
    origin: document.origin,
    recipe: document.recipe?.code ?? null,
    path: document.path,
    mediaType: facet.mediaType ?? document.mediaType,
    digest: document.digest,
    size: document.bytes.length,
  };
}
