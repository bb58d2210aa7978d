import type { Platform } from '../../model/archive';

/** `os/architecture/variant`. */
export function platformText({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}

/** Whether readers take two platforms for one: an unsaid variant is the usual one of its architecture (containerd platforms, "Normalization"). */
export function isSamePlatform(a: Platform, b: Platform): boolean {
  return platformText(normal(a)) === platformText(normal(b));
}

const USUAL: Readonly<Record<string, string>> = { arm64: 'v8', arm: 'v7', amd64: 'v1' };
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['aarch64', 'arm64'],
  ['armhf', 'arm'],
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['i386', '386'],
]);

function normal({ os, architecture, variant }: Platform): Platform {
  const lower = architecture.toLowerCase();
  const known = SPELLINGS.get(lower) ?? lower;
  const usual = Object.hasOwn(USUAL, known) ? USUAL[known] : undefined;
  const own = variant !== undefined && /^\d/.test(variant) ? `v${variant}` : variant;
  return { os: os.toLowerCase(), architecture: known, ...(own || usual ? { variant: own || usual || '' } : {}) };
}
