import type { TarEntry } from '../../src/core/testing/buildTar';
import type { JsonObject } from '../../src/core/testing/goJson';
import { sha256Hex } from '../../src/core/testing/imageParts';
import { LAYERS, MOTD_COMMAND, REMOVE_COMMAND } from './content';

/** The container config of Docker 1.3, in its order and with all that it always writes. */
function config(values: JsonObject): JsonObject {
  const empty: JsonObject = {
    Hostname: '',
    Domainname: '',
    User: '',
    Memory: 0,
    MemorySwap: 0,
    CpuShares: 0,
    Cpuset: '',
    AttachStdin: false,
    AttachStdout: false,
    AttachStderr: false,
    PortSpecs: null,
    ExposedPorts: null,
    Tty: false,
    OpenStdin: false,
    StdinOnce: false,
    Env: null,
    Cmd: null,
    Image: '',
    Volumes: null,
    WorkingDir: '',
    Entrypoint: null,
    NetworkDisabled: false,
    OnBuild: null,
    SecurityOpt: null,
  };
  return { ...empty, ...values };
}

/** What was run to make the layer, what was said of it, and how the image is to be run. */
interface Commit {
  readonly created: string;
  readonly command: readonly string[];
  readonly comment: string;
  readonly run: JsonObject;
}

const COMMITS: readonly Commit[] = [
  {
    created: '2014-11-05T09:03:12.118340275Z',
    command: ['cp', '-r', '/src/app', '/'],
    comment: 'add the program',
    run: { Cmd: ['cp', '-r', '/src/app', '/'] },
  },
  {
    created: '2014-11-05T09:04:40.730915264Z',
    command: ['/bin/sh', '-c', MOTD_COMMAND],
    comment: 'new greeting',
    run: { Cmd: ['/bin/sh', '-c', MOTD_COMMAND] },
  },
  {
    created: '2014-11-05T09:06:05.402187613Z',
    command: ['/bin/sh', '-c', REMOVE_COMMAND],
    comment: 'remove the draft, say how to run',
    run: {
      ExposedPorts: { '8080/tcp': {} },
      Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'GREETING=salam'],
      Entrypoint: ['node', '/app/app.js'],
    },
  },
];

/** When the newest layer was made, which is when the archive's files are dated. */
export const V1_CREATED = '2014-11-05T09:06:05.402187613Z';

const MADE_BY: JsonObject = { docker_version: '1.3.1' };
const PLATFORM: JsonObject = { architecture: 'amd64', os: 'linux' };

/**
 * The `json` of each layer as Docker 1.3 wrote it, base first, without `id` and `parent`: a `docker import`,
 * then three commits, the last one with a config (`POST /commit`). Labels and health checks did not exist.
 */
export const V1_DOCUMENTS: readonly JsonObject[] = LAYERS.map((entries, index) => {
  const commit = COMMITS[index - 1];
  if (commit === undefined) {
    return {
      comment: 'Imported from -',
      created: '2014-11-05T09:01:55.640127391Z',
      container_config: config({}),
      ...MADE_BY,
      ...PLATFORM,
      Size: sizeOf(entries),
    };
  }
  const container = sha256Hex(`container ${index}`);
  return {
    comment: commit.comment,
    created: commit.created,
    container,
    container_config: config({
      Hostname: container.slice(0, 12),
      AttachStdout: true,
      AttachStderr: true,
      Cmd: commit.command,
      Image: 'hello',
    }),
    ...MADE_BY,
    config: config(commit.run),
    ...PLATFORM,
    Size: sizeOf(entries),
  };
});

/** Bytes in the files of a layer, as Docker counted them. */
function sizeOf(entries: readonly TarEntry[]): number {
  return entries.reduce(
    (sum, { body = '' }) => sum + (typeof body === 'string' ? Buffer.byteLength(body) : body.length),
    0,
  );
}
