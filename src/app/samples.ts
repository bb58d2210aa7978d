/** The built-in samples, in gallery order. Their titles and the question each answers are in the catalogues. */
export const SAMPLE_NAMES = [
  'hello-v1',
  'hello-docker',
  'hello-docker25',
  'hello-oci',
  'hello-oci-zstd',
  'hello-flipped',
  'hello-s1',
] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

/** A built-in file, packed inside the page's own code. */
export interface Sample {
  readonly name: string;
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly gzipBase64: string;
}

let loading: Promise<readonly Sample[]> | undefined;

/** The samples. The first call loads their code, so call it once when the page starts: opening one later is then no request. */
export function loadSamples(): Promise<readonly Sample[]> {
  loading ??= import('virtual:samples').then((module) => module.samples);
  return loading;
}

/** The sample as the file it is; rejects when there is none of that name. */
export async function openSample(name: string): Promise<File> {
  const sample = (await loadSamples()).find((each) => each.name === name);
  if (!sample) throw new Error(`no sample ${name}`);
  return unpackSample(sample);
}

/** The file of a packed sample. */
export async function unpackSample(sample: Sample): Promise<File> {
  const packed = Uint8Array.from(atob(sample.gzipBase64), (character) => character.charCodeAt(0));
  const bytes = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).blob();
  return new File([bytes], sample.file);
}
