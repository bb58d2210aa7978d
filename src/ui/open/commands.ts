/** Commands that make an image tar, one tool each. */
export const SAVE_COMMANDS = [
  'docker pull node && docker save node -o node.tar',
  'skopeo copy docker://docker.io/library/node oci-archive:node.tar',
  'podman save --format oci-archive -o node.tar node',
] as const;
