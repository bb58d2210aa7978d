import { containerConfig } from '../../src/core/testing/dockerConfig';
import type { JsonObject } from '../../src/core/testing/goJson';
import { sha256Hex, sha256Of } from '../../src/core/testing/imageParts';
import { MOTD_COMMAND, REMOVE_COMMAND } from './content';

/** Seven fractional digits and more, as a daemon's clock gives; fixed. */
const TIMES = [
  '2023-11-14T22:13:20.104518273Z',
  '2023-11-14T22:13:20.187340915Z',
  '2023-11-14T22:13:20.251906448Z',
  '2023-11-14T22:13:20.339817502Z',
  '2023-11-14T22:13:20.801263977Z',
  '2023-11-14T22:13:21.216408539Z',
  '2023-11-14T22:13:21.290754186Z',
  '2023-11-14T22:13:21.362089341Z',
  '2023-11-14T22:13:21.431927865Z',
] as const;

const LABELS = {
  'org.opencontainers.image.description': 'صورة صغيرة باش تتعلم — a small image to learn from',
  'org.opencontainers.image.licenses': 'MIT',
  'org.opencontainers.image.title': 'hello',
};
const ENV = ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'GREETING=salam'];
const SHELL = '/bin/sh -c';
const NOP = `${SHELL} #(nop)`;

/** The nine steps of the Dockerfile as Docker's classic builder records them; `layer` when the step made one. */
const STEPS: readonly { readonly by: string; readonly layer?: true }[] = [
  { by: `${NOP} ADD file:${sha256Hex('rootfs.tar')} in / `, layer: true },
  {
    by: `${NOP}  LABEL ${Object.entries(LABELS)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}`,
  },
  { by: `${NOP}  ENV ${ENV.join(' ')}` },
  { by: `${NOP} COPY dir:${sha256Hex('app')} in /app `, layer: true },
  { by: `${SHELL} ${MOTD_COMMAND}`, layer: true },
  { by: `${SHELL} ${REMOVE_COMMAND}`, layer: true },
  { by: `${NOP}  EXPOSE 8080` },
  { by: `${NOP}  HEALTHCHECK &{["CMD" "node" "/app/app.js" "--check"] "30s" "3s" "0s" '\\x03'}` },
  { by: `${NOP}  ENTRYPOINT ["node" "/app/app.js"]` },
];

const RUN: JsonObject = {
  ExposedPorts: { '8080/tcp': {} },
  Env: ENV,
  Healthcheck: {
    Test: ['CMD', 'node', '/app/app.js', '--check'],
    Interval: 30_000_000_000,
    Timeout: 3_000_000_000,
    Retries: 3,
  },
  Image: sha256Of('the image before the last step'),
  Entrypoint: ['node', '/app/app.js'],
  Labels: LABELS,
};
const CONTAINER = sha256Hex('the container of the last step');

/** The image's config as Docker 20.10 with the classic builder writes it, without `rootfs`. */
export const DOCKER_CONFIG: JsonObject = {
  architecture: 'amd64',
  config: containerConfig(RUN),
  container: CONTAINER,
  container_config: containerConfig({
    ...RUN,
    Hostname: CONTAINER.slice(0, 12),
    Cmd: ['/bin/sh', '-c', '#(nop) ', 'ENTRYPOINT ["node" "/app/app.js"]'],
  }),
  created: TIMES[8],
  docker_version: '20.10.24',
  history: STEPS.map(({ by, layer }, index) => ({
    created: TIMES[index] ?? TIMES[8],
    created_by: by,
    ...(layer ? {} : { empty_layer: true }),
  })),
  os: 'linux',
};
