import type { FormatId } from '../core/model/archive';
import { dockerSays, toolsOfRow, triedBy, type ToolWords } from './toolWords';

/** What is wrong with a changed copy, for the tools that read it. */
export type TamperOutcome =
  /** The bytes of a layer are not those that are named; `number` is the layer's, from 1. */
  | { readonly kind: 'differs'; readonly number: number; readonly expected: string; readonly actual: string }
  /** They are not, and cannot be unpacked either: what is said then depends on where they are damaged. */
  | { readonly kind: 'broken'; readonly expected: string; readonly actual: string }
  /** The bytes of a layer are not there. */
  | { readonly kind: 'missing' }
  /** All names are as the bytes are, but a layer cannot be unpacked. */
  | { readonly kind: 'unreadable' }
  /** All names hold. */
  | { readonly kind: 'holds' };

const isOf = (transport: string) => (words: ToolWords) => words.tool.endsWith(transport) || !words.tool.endsWith(':');

/**
 * What tools make of a changed copy, by the layouts that are in it. Of a plain layer that differs they say which digests; the words of `docker load` count
 * layers from 0. Empty for layouts of which it is not known.
 */
export function toolsOfTampered(formats: readonly FormatId[], outcome: TamperOutcome): readonly ToolWords[] {
  const isDocker = formats.includes('docker-archive');
  const isOci = formats.includes('oci-layout');
  if (!isDocker && !isOci) return formats.includes('docker-v1') ? OF_V1 : [];
  return [...(isDocker ? ofDockerArchive(outcome) : []), ...(isOci ? ofOciLayout(outcome, isDocker) : [])];
}

/** Whatever is changed in it: what reads images today does not read it at all. */
const OF_V1: readonly ToolWords[] = [
  triedBy('skopeo', 'loading tar component manifest.json: file does not exist', 'docker-archive:'),
  triedBy('podman', 'payload does not match any of the supported image formats'),
  dockerSays('invalid archive: does not contain a manifest.json'),
];

function ofDockerArchive(outcome: TamperOutcome): ToolWords[] {
  switch (outcome.kind) {
    case 'differs': {
      const { number, expected, actual } = outcome;
      const differs = `Digest did not match, expected ${expected}, got ${actual}`;
      return [
        dockerSays(`invalid diffID for layer ${number - 1}: expected "${expected}", got "${actual}"`),
        triedBy('skopeo', differs, 'docker-archive:'),
        triedBy('podman', differs, 'docker-archive:'),
      ];
    }
    case 'missing':
      return toolsOfRow('reference', 'missing', 'layer').map((words) =>
        words.source ? words : { ...words, tool: `${words.tool} docker-archive:` },
      );
    // In this layout layers are plain, as a rule.
    case 'broken':
    case 'unreadable':
      return [];
    case 'holds':
      return [dockerSays(null), triedBy('skopeo', null, 'docker-archive:'), triedBy('podman', null, 'docker-archive:')];
  }
}

/** Where there is a `manifest.json` too, podman reads that. */
function ofOciLayout(outcome: TamperOutcome, isHybrid: boolean): ToolWords[] {
  const withoutPodman = (words: ToolWords): boolean => !isHybrid || !words.tool.startsWith('podman');
  switch (outcome.kind) {
    case 'differs': {
      const differs = `Digest did not match, expected ${outcome.expected}, got ${outcome.actual}`;
      return [
        triedBy('skopeo', differs, 'oci-archive:'),
        triedBy('podman', differs, 'oci-archive:'),
        triedBy('umoci', 'verified reader digest mismatch'),
      ].filter(withoutPodman);
    }
    case 'broken':
      return [
        triedBy('skopeo', `Digest did not match, expected ${outcome.expected}, got ${outcome.actual}`, 'oci-archive:'),
        triedBy('podman', 'writing blob: storing blob to file "…": …', 'oci-archive:'),
      ].filter(withoutPodman);
    case 'missing':
      return toolsOfRow('digest', 'missing', 'layer').filter(isOf('oci-archive:')).filter(withoutPodman).map(onOci);
    case 'unreadable':
      // It copies layers without unpacking them.
      return [triedBy('skopeo', null, 'oci-archive:'), triedBy('umoci', 'invalid checksum')];
    case 'holds':
      return [
        triedBy('skopeo', null, 'oci-archive:'),
        triedBy('podman', null, 'oci-archive:'),
        triedBy('umoci', null),
      ].filter(withoutPodman);
  }
}

const onOci = (words: ToolWords): ToolWords =>
  words.tool.startsWith('umoci') ? words : { ...words, tool: `${words.tool} oci-archive:` };
