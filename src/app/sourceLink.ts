import { SAMPLE_NAMES, type SampleName } from './samples';

/** What a link opens, as its `src` says. */
export interface SampleLink {
  readonly kind: 'sample';
  readonly name: SampleName;
}
export type SourceLink = SampleLink;

const SAMPLE = 'sample:';

/** Reads the `src` of a link, which is untrusted; null for what names nothing that could be opened. */
export function parseSourceLink(text: string): SourceLink | null {
  const name = SAMPLE_NAMES.find((each) => text === sampleLink(each));
  return name === undefined ? null : { kind: 'sample', name };
}

/** The `src` of a built-in sample. */
export function sampleLink(name: string): string {
  return `${SAMPLE}${name}`;
}
