/** How a Docker v1 layer ID came about. */
export const V1_ID_KINDS = [
  /** No rule gives it, and there is no config that it could be computed from: 32 random bytes. */
  'random',
  /** Recomputed here by the rule of `docker save` 1.10 to 24. */
  'docker-save',
  /** Recomputed here by the rule of skopeo and podman. */
  'skopeo',
  /** Recomputed here by the rule of the conversion to schema 1. */
  'schema1',
  /** Recomputed here by the rule of go-containerregistry, which is that of schema 1. */
  'ggcr',
  /** In a document as only go-containerregistry writes it; its rule hashes the digest of a compressed blob that is not known here. */
  'ggcr-form',
  /** The bare ChainID, or the bare DiffID: skopeo before July 2020. */
  'chain-id',
  'diff-id',
  /** Written when IDs were computed, by a rule that we did not match. */
  'unmatched',
  /** Derived by us. */
  'derived',
] as const;
export type V1IdKind = (typeof V1_ID_KINDS)[number];
