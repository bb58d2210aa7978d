/** The part of the Launch Handler API that is used; only some browsers have it. */
interface LaunchQueue {
  setConsumer(consumer: (params: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** Calls back with each file that the system opens with the installed page; the first of several. */
export function watchLaunches(host: object, onFile: (file: File) => void): void {
  const { launchQueue } = host as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    void files[0]?.getFile().then(onFile);
  });
}
