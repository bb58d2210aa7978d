/** What a file that should not be in an image is. */
export const SENSITIVE_KINDS = [
  'private-key',
  'ssh-host-key',
  'keystore',
  'registry-token',
  'package-token',
  'cloud-credentials',
  'cluster-credentials',
  'git-credentials',
  'login',
  'env-file',
  'password-hash',
  'terraform-state',
  'mounted-secret',
  'git-folder',
  'shell-history',
] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

/** Said of an entry of a layer. What made it so is never kept. */
export interface SensitiveMark {
  /** Row of the layer's entries. */
  readonly row: number;
  readonly kind: SensitiveKind;
  /** Whether something secret was seen in it, or only its name says so. */
  readonly by: 'content' | 'name';
}

/** A sensitive file that a layer stores. */
export interface SensitiveFile {
  readonly path: string;
  readonly kind: SensitiveKind;
  readonly by: SensitiveMark['by'];
  /** It lies among tests, examples or documentation: what is there is most often public. */
  readonly isExample: boolean;
  /** The layer that stores it, from 0. */
  readonly layer: number;
  /** Its bytes are in the archive all the same. */
  readonly end: 'there' | 'removed' | 'replaced';
  /** The layer that removed or replaced it; null when it is there. */
  readonly endedIn: number | null;
}

/** The sensitive files of an image: those that the final image has first, examples last. */
export interface Sensitive {
  readonly files: readonly SensitiveFile[];
  /** At most LIMITS.sensitiveRows are listed. */
  readonly count: number;
}
