import { createHash } from 'node:crypto';
import * as v from 'valibot';

/** What a conversion comes to, in a folder of either kind: `dir:` or an OCI layout. All texts are exact. */
export interface Output {
  readonly manifest: string;
  /** Empty for schema 1. */
  readonly config: string;
  /** The other files, by name, each with the sha256 of its bytes. */
  readonly files: ReadonlyMap<string, string>;
}

const Named = v.object({ config: v.optional(v.object({ digest: v.string() })) });
const Layout = v.object({ manifests: v.tuple([v.object({ digest: v.string() })]) });
const Signed = v.object({ signatures: v.tuple([v.object({ protected: v.string() })]) });
const Protected = v.object({ formatLength: v.number(), formatTail: v.string() });

/** Reads a folder that was written. Of a signed schema 1 manifest, what is signed. */
export function outputOf(files: ReadonlyMap<string, Uint8Array>): Output {
  const index = files.get('index.json');
  const blob = (digest: string): string => (index ? `blobs/${digest.replace(':', '/')}` : digest.slice(7));
  const path = index ? blob(v.parse(Layout, JSON.parse(text(index))).manifests[0].digest) : 'manifest.json';
  const manifest = payloadOf(files.get(path) ?? new Uint8Array());
  const named = v.parse(Named, JSON.parse(manifest)).config?.digest;
  const configPath = named === undefined ? '' : blob(named);
  const rest = [...files].filter(([name]) => name !== path && name !== configPath);
  return {
    manifest,
    config: text(files.get(configPath)),
    files: new Map(
      rest.map(([name, bytes]) => [
        name,
        // An index names the manifest, which is compared by itself.
        name === 'index.json'
          ? text(bytes).replace(/"digest":"[^"]*","size":\d+/, '"digest":"","size":0')
          : sha256(bytes),
      ]),
    ),
  };
}

function payloadOf(bytes: Uint8Array): string {
  const signed = v.safeParse(Signed, JSON.parse(text(bytes)));
  if (!signed.success) return text(bytes);
  const decoded = Buffer.from(signed.output.signatures[0].protected, 'base64url').toString();
  const { formatLength, formatTail } = v.parse(Protected, JSON.parse(decoded));
  return text(bytes.subarray(0, formatLength)) + Buffer.from(formatTail, 'base64url').toString();
}

export function sha256(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

/** A known difference of a tool, and ours with it: equal then means that there is no other. */
export interface Quirk {
  /** A letter for the table, and its words. */
  readonly sign: string;
  readonly words: string;
  apply(ours: Output): Output;
}

export const GZIP_CLAIM: Quirk = {
  sign: 'a',
  words: 'It calls the plain layers of a docker archive gzip.',
  apply: (ours) => ({
    ...ours,
    manifest: ours.manifest
      .replaceAll('.image.rootfs.diff.tar"', '.image.rootfs.diff.tar.gzip"')
      .replaceAll('.image.layer.v1.tar"', '.image.layer.v1.tar+gzip"'),
  }),
};

export const VARIANT_ORDER: Quirk = {
  sign: 'b',
  words: 'It writes `variant` before `os`, as image-spec 1.0 had it; since 1.1 it comes after `os.features`.',
  apply: (ours) => {
    const config = variantFirst(ours.config);
    return { ...ours, config, manifest: ours.manifest.replace(sha256(ours.config), sha256(config)) };
  },
};

export function variantFirst(config: string): string {
  return config.replace(/("os":"\w+")((?:,"os\.version":"[^"]*")?),("variant":"\w+")/, '$3,$1$2');
}

export const OLD_LAYOUT: Quirk = {
  sign: 'c',
  words: 'Before 1.14 it gives `index.json` no media type, and `oci-layout` a space.',
  apply: (ours) => {
    const files = new Map(ours.files);
    const index = files.get('index.json');
    if (index !== undefined) {
      files.set('index.json', index.replace('"mediaType":"application/vnd.oci.image.index.v1+json",', ''));
      files.set('oci-layout', sha256('{"imageLayoutVersion": "1.0.0"}'));
    }
    return { ...ours, files };
  },
};

export const EMPTY_LEFT: Quirk = {
  sign: 'd',
  words: 'Of a schema 1 manifest, it also copies the blob of the steps without a layer, which nothing names any more.',
  apply: (ours) => {
    const left = [...ours.files.keys()].some((name) => name.startsWith('blobs/')) ? `blobs/sha256/${EMPTY}` : EMPTY;
    return { ...ours, files: new Map([...ours.files, [left, `sha256:${EMPTY}`]]) };
  },
};
const EMPTY = 'a3ed95caeb02ffe68cdd9fd84406680ae93d633cb16422d00e8a7c22955b46d4';

/** Whether two folders are the same, and with which of the quirks; `differs` and in what, when they are not. */
export function compareOutputs(ours: Output, theirs: Output, quirks: readonly Quirk[]): string {
  for (const used of subsets(quirks)) {
    const changed = used.reduce((output, quirk) => quirk.apply(output), ours);
    if (differences(changed, theirs).length > 0) continue;
    return ['equal', used.map(({ sign }) => sign).join('')].filter(Boolean).join(' ');
  }
  return `differs: ${differences(ours, theirs).join(', ')}`;
}

/** The fewest first. */
function subsets(quirks: readonly Quirk[]): Quirk[][] {
  const all = Array.from({ length: 1 << quirks.length }, (_, bits) => quirks.filter((_each, i) => bits & (1 << i)));
  return all.sort((a, b) => a.length - b.length);
}

function differences(a: Output, b: Output): string[] {
  const names = new Set([...a.files.keys(), ...b.files.keys()]);
  return [
    ...(a.manifest === b.manifest ? [] : ['manifest']),
    ...(a.config === b.config ? [] : ['config']),
    ...[...names].filter((name) => a.files.get(name) !== b.files.get(name)),
  ];
}
