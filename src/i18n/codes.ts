import type { DiagnosticCode, Diagnostic, ErrorCode } from '../core/errors';
import type {
  DocumentKind,
  EvidenceCode,
  FormatId,
  Origin,
  RecipeCode,
  TraitCode,
  WriterId,
} from '../core/model/archive';
import type { About, AboutBy, ArtifactKind } from '../core/model/artifact';
import type { Meant, Sbom, Wrapper } from '../core/model/contents';
import type { CannotExport, ExportTarget } from '../core/model/export';
import type { RowKind, RowVerdict, Subject } from '../core/model/integrity';
import type { LayerKind } from '../core/model/layerTraits';
import type { CannotForm } from '../core/model/manifestForms';
import type { Compression, MediaTypeRole } from '../core/model/mediaType';
import type { CannotCode, ColumnId, FacetNote, Finding, Role, Verdict } from '../core/model/representation';
import type { SignatureOutcome, SignatureReason } from '../core/model/schema1';
import type { TocFooter, TocKind } from '../core/model/toc';
import type { V1IdKind } from '../core/model/v1Id';

/**
 * A message for every code that the engine can report. English and Darija are held to this type,
 * so a new code does not compile until it has words; what French lacks is listed by `catalogue.test.ts`.
 */
export type CodeMessageId =
  | `diagnostic.${DiagnosticCode}`
  | `diagnostic.${DiagnosticCode}.why`
  | `severity.${Diagnostic['severity']}`
  | `evidence.${EvidenceCode}`
  | `writer.${WriterId}`
  | `trait.${TraitCode}`
  | `recipe.${RecipeCode}`
  | `note.${FacetNote}`
  | `cannot.${CannotCode | CannotForm}`
  | `verdict.${Verdict}`
  | `reason.${NonNullable<Finding['reason']>}`
  | `v1Id.${V1IdKind}`
  | `v1IdFormula.${Exclude<V1IdKind, 'random' | 'unmatched'>}`
  | `signature.${SignatureOutcome}`
  | `signatureReason.${SignatureReason}`
  | `origin.${Origin | 'mixed' | 'none'}`
  | `role.${Role}`
  | `mediaRole.${MediaTypeRole}`
  | `column.${ColumnId | 'v2s1'}`
  | `format.${FormatId}`
  | `document.${DocumentKind}`
  | `compression.${Compression}`;

/** The same for what stands beside the images, and for special layers. */
export type ArtifactMessageId =
  | `artifact.${ArtifactKind}`
  | `artifact.${ArtifactKind}.why`
  | `aboutBy.${AboutBy}`
  | `aboutTarget.${About['target']}`
  | `wrapper.${Wrapper}`
  | `meant.${Meant}`
  | `sbom.${Sbom['format']}`
  | `layerKind.${LayerKind}`
  | `layerKind.${LayerKind}.why`
  | `tocFooter.${TocFooter}`
  | `toc.purpose.${TocKind}`;

/** Words for each error that the engine can throw, in one language. */
export type ErrorWords = Readonly<Record<`error.${ErrorCode}.${'title' | 'meaning' | 'todo'}`, string>>;

/** Words for each {@link CodeMessageId}, in one language. */
export type CodeWords = Readonly<Record<CodeMessageId, string>>;

/** A message for every kind and verdict of the integrity table, and what to do about every diagnostic. */
type IntegrityMessageId =
  | `verdict.${RowVerdict}.${'means' | 'todo'}`
  | `verdict.${Exclude<RowVerdict, Verdict>}`
  | `rowKind.${RowKind}`
  | `rowKind.${RowKind}.means`
  | `subject.${Subject}`
  | `diagnostic.${DiagnosticCode}.todo`;

/** Words for each {@link IntegrityMessageId}, in one language, and those of the board around them. */
export type IntegrityWords = Readonly<Record<IntegrityMessageId, string>> & Readonly<Record<string, string>>;

/** Words for what an image can be saved as, and why it cannot, in one language, and those around them. */
export type SaveWords = Readonly<
  Record<`target.${ExportTarget}` | `target.${ExportTarget}.good` | `cannotExport.${CannotExport}`, string>
> &
  Readonly<Record<string, string>>;
