/** The part of tar-js that `@types/tar-js` leaves out: one header block from its fields, each character one byte. */
declare module 'tar-js/lib/header.js' {
  interface HeaderText {
    fileName: string;
    fileMode: string;
    uid: string;
    gid: string;
    fileSize: string;
    mtime: string;
    checksum: string;
    type: string;
    linkName: string;
    ustar: string;
    owner: string;
    group: string;
    majorNumber: string;
    minorNumber: string;
    filenamePrefix: string;
  }
  export function format(fields: HeaderText): Uint8Array<ArrayBuffer>;
}
