declare module 'virtual:samples' {
  /** The built-in samples, in gallery order. `size` is of the tar; its gzip is inside the page's own code. */
  export const samples: readonly {
    readonly name: string;
    readonly file: string;
    readonly size: number;
    readonly gzipBase64: string;
  }[];
}
