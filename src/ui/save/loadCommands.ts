import type { ExportTarget } from '../../core/model/export';
import { shellWord } from '../../core/verify/shell';

type Loading = (file: string, image: string) => readonly string[];

const docker: Loading = (file, image) => [
  `docker load -i ${file}`,
  `podman load -i ${file}`,
  `skopeo copy docker-archive:${file} docker-daemon:${image}`,
];
/** skopeo reads a folder, and tar does not make one. */
const folder =
  (then: string): Loading =>
  (file, image) => [`mkdir image && tar -xf ${file} -C image`, then.replace('IMAGE', image)];

const COMMANDS: Readonly<Record<ExportTarget, Loading>> = {
  'docker-archive-skopeo': docker,
  'docker-archive-docker20': docker,
  'docker-archive-docker25': docker,
  'oci-archive-skopeo': (file, image) => [
    `podman load -i ${file}`,
    `skopeo copy oci-archive:${file} docker-daemon:${image}`,
  ],
  'oci-archive-containerd': (file) => [`ctr images import ${file}`, `docker load -i ${file}`, `podman load -i ${file}`],
  'dir-schema2': folder('skopeo copy dir:image docker-daemon:IMAGE'),
  'dir-oci': folder('skopeo copy dir:image containers-storage:IMAGE'),
  'dir-schema1': folder('skopeo inspect --raw dir:image'),
};

/** What tools that need a name with a tag take. */
const REFERENCE = /^[a-z0-9.:/_-]+:\w[\w.-]*$/;

/** Lines for a shell that load what was saved, in ASCII. */
export function loadCommands(target: ExportTarget, file: string, names: readonly string[]): readonly string[] {
  const image = names.find((name) => REFERENCE.test(name)) ?? 'image:latest';
  return COMMANDS[target](shellWord(file), image);
}
