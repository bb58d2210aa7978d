/** What a file is, as far as its first bytes tell. */
export type FileKind =
  | 'empty'
  | 'tar'
  | 'gzip'
  | 'zstd'
  | 'bzip2'
  | 'xz'
  | 'lz4'
  | 'lzip'
  | '7z'
  | 'zip'
  | 'rar'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'pdf'
  | 'elf'
  | 'pe'
  | 'macho'
  | 'html'
  | 'xml'
  | 'json'
  | 'lfs-pointer'
  | 'ar'
  | 'rpm'
  | 'squashfs'
  | 'qcow2'
  | 'iso'
  | 'sqlite'
  | 'shell-script'
  | 'text'
  | 'utf16-text'
  | 'zeros'
  | 'unknown';

/** How a text is written down. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';

/** What a text is written in, as far as its name and its beginning tell; for colours only. */
export const LANGUAGES = [
  'json',
  'shell',
  'conf',
  'dockerfile',
  'javascript',
  'python',
  'c-like',
  'markup',
  'plain',
] as const;
export type Language = (typeof LANGUAGES)[number];

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
/** The only types of pictures that are drawn. An SVG is a text: it can hold scripts and links. */
export type ImageType = (typeof IMAGE_TYPES)[number];

export interface PictureLook {
  readonly kind: 'picture';
  readonly type: ImageType;
  /** In pixels, as the header says. */
  readonly width: number;
  readonly height: number;
}

/** What the header of an ELF file says (System V ABI, "ELF header"), and what is easily found from there. */
export interface ElfLook {
  readonly kind: 'elf';
  readonly bits: 32 | 64;
  readonly order: 'little' | 'big';
  /** `e_type`, `e_machine` and `EI_OSABI`, as the specification names them; others as numbers. */
  readonly type: string;
  readonly machine: string;
  readonly abi: string;
  /** The program that loads it; null when it needs none. */
  readonly interpreter: string | null;
  /** The libraries that it needs; null where that is not in the bytes that were read. */
  readonly needed: readonly string[] | null;
  /** What the Go toolchain says of how it was built; null where it says nothing within the bytes that were read. */
  readonly go: { readonly version: string; readonly path: string | null; readonly module: string | null } | null;
}

export interface CertificateLook {
  /** Attributes of the name as `CN=…, O=…`, in stored order. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601, in UTC; null where it cannot be read. */
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  /** Names of the extension subjectAltName, at most `LIMITS.certificateNames`. */
  readonly names: readonly string[];
  readonly nameCount: number;
  /** Hexadecimal. */
  readonly serial: string;
  /** Of the key: what its algorithm is called, or its object identifier. */
  readonly algorithm: string;
  /** Of RSA keys and of known curves. */
  readonly keyBits: number | null;
  readonly isAuthority: boolean;
}

export interface CertificatesLook {
  readonly kind: 'certificates';
  readonly stored: 'pem' | 'der';
  /** Those that can be read, at most `LIMITS.certificatesShown` of `count`. */
  readonly certificates: readonly CertificateLook[];
  readonly count: number;
}

/** What a file is, by its first bytes and its name. */
export type FileLook =
  | { readonly kind: 'empty' }
  /** A private key: it is told that it is one, and not shown. */
  | { readonly kind: 'private-key'; readonly label: string }
  | { readonly kind: 'text'; readonly language: Language }
  /** An SVG, an HTML page or another text that would run or load something in a browser, shown as text. */
  | { readonly kind: 'active-text'; readonly language: 'markup' }
  | PictureLook
  | ElfLook
  | CertificatesLook
  /** A tar, or one that is compressed. */
  | { readonly kind: 'tar' }
  | { readonly kind: 'compressed'; readonly format: FileKind }
  /** Anything else; `format` is what it is called where it is known. */
  | { readonly kind: 'binary'; readonly format: FileKind | null };

/** What looking at a file gives. */
export interface FileGlance {
  readonly look: FileLook;
  /** How the text is written down; null: it is none. */
  readonly encoding: TextEncodingName | null;
}
