/** What a layer is beyond a tar of file changes. */
export const LAYER_KINDS = ['encrypted', 'foreign', 'estargz', 'zstd-chunked', 'nydus', 'nydus-bootstrap'] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

/** What a layer's descriptor says of it besides type, digest and size. */
export interface LayerTraits {
  readonly kinds: readonly LayerKind[];
  /** How the key of an encrypted layer is wrapped: `jwe`, `pgp`, `pkcs7`, `pkcs11`, `provider.…`. */
  readonly keyWrapping: readonly string[];
  /** Where else its bytes are said to be. Shown as text, never fetched. */
  readonly urls: readonly string[];
}

/** Whether it is normal that the bytes are not in the archive. */
export function isElsewhere(traits: LayerTraits | undefined): boolean {
  return traits?.kinds.includes('foreign') === true;
}
