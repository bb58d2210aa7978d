import type { FormatId } from '../model/archive';

/** A form of layout: how it is called, and where it has what descriptors name. */
export interface LayoutForm {
  readonly format: FormatId;
  /** Id of the document that marks it. */
  readonly mark: string | null;
  /** Where the bytes of a digest are; null when it is not one. */
  readonly pathOf: (digest: string, role: 'manifest' | 'blob') => string | null;
}
