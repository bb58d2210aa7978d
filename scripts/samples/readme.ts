/** One file of public/samples and where it comes from. */
export interface Sample {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly writer: string;
  /** What a person would type to get such a file; null when no tool makes it. */
  readonly command: string | null;
}

/** The provenance page of public/samples. */
export function readme(samples: readonly Sample[]): string {
  const rows = samples.map(
    ({ file, bytes, writer, command }) =>
      `| \`${file}\` | ${bytes.length} | ${writer} | ${command === null ? '' : `\`${command}\``} |`,
  );
  const sums = samples.map(({ file, sha256 }) => `${sha256}  ${file}`);
  return `# Samples

One small image, \`hello:1.0\` for linux/amd64, in every form. The four layers are the same bytes everywhere; in the OCI
archives they are compressed. Made by \`npm run samples\` from \`scripts/samples/\`, the same bytes on every run; a test
holds the committed files to the sums below.

| file | bytes | written by | command |
| ---- | ----: | ---------- | ------- |
${rows.join('\n')}

What to know:

- The texts were written for this and are under the project's licence. The image holds no program to run them with: it is
  for looking inside.
- Every file in every layer is dated 2014-11-05, so that one set of layers serves all forms.
- Layer 1 is the base, layer 2 the program, layer 3 changes a file of layer 1, layer 4 deletes a file of layer 2. The
  Docker config tells nine steps; five of them made no layer.
- \`hello-v1.tar\` has the random IDs of its time (here from a fixed seed), no labels and no health check: they did not exist.
  It is an import and three commits, because then every step of a Dockerfile made a layer, empty ones too.
- \`hello-docker.tar\` and \`hello-docker25.tar\` hold the same config, as the classic builder of Docker 20.10 writes it, so the
  image ID is the same. The v1 IDs follow the rule of \`docker save\`, with the epoch in UTC.
- \`hello-oci.tar\` and \`hello-oci-zstd.tar\` went through a real conversion: the health check, the container and the Docker
  version are gone, so the image ID is another one.
- \`hello-flipped.tar\` says "booking" where the original says "looking". Nothing else was changed, so its own names betray it.
- \`hello-s1.json\` is a manifest alone, as registries gave it before schema 2. Its layers are those of \`hello-oci.tar\`. The key of
  its signature is made of words in the script, so that it is the same on every run, and is nobody's.

\`\`\`
${sums.join('\n')}
\`\`\`
`;
}
