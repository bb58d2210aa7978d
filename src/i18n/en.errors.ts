import type { ErrorWords } from './codes';

/** Words for why nothing can be shown, in English. */
export const enErrors = {
  'error.empty-file.title': 'This file is empty',
  'error.empty-file.meaning':
    'It has <n>0 bytes</n>. A download or a <c>docker save</c> that stopped at once leaves such a file.',
  'error.empty-file.todo': 'Make it or download it again, and look for an error message of the tool that wrote it.',
  'error.not-a-tar.title': 'This is not a tar',
  'error.not-a-tar.meaning':
    'An image archive is a tar: its first 512 bytes are a header with a checksum. This file has none.',
  'error.not-a-tar.todo': 'Save the image as a tar with one of the commands below, then open that file.',
  'error.unsupported-compression.title': 'We cannot unpack this compression here',
  'error.unsupported-compression.meaning':
    'Tars inside gzip, zstd, xz and bzip2 open directly, but this one uses <c>{kind}</c> in a way that is not unpacked here. The file may well be whole.',
  'error.unsupported-compression.todo':
    'Unpack it first (<c>xz -d</c>, <c>zstd -d --long=31</c>, <c>bunzip2</c>), then open the tar that comes out.',
  'error.wrapper-corrupt.title': 'The compressed file is damaged',
  'error.wrapper-corrupt.meaning': 'It begins like a compressed tar, but nothing could be unpacked.',
  'error.wrapper-corrupt.todo':
    'Copy or download it again. <c>gzip -t</c>, <c>zstd -t</c>, <c>xz -t</c> or <c>bzip2 -t</c> checks it.',
  'error.wrapper-too-large.title': 'The tar inside is too large to unpack here',
  'error.wrapper-too-large.meaning':
    'A compressed tar is unpacked whole before it can be read, and this one would not fit. An uncompressed tar of any size opens.',
  'error.wrapper-too-large.todo':
    'Unpack it first (<c>gunzip</c>, <c>zstd -d</c>, <c>xz -d</c>, <c>bunzip2</c>), then open the tar that comes out.',
  'error.not-an-image.title': 'There is no image in {here}',
  'error.not-an-image.meaning':
    'We looked for <c>manifest.json</c>, for <c>index.json</c> with <c>oci-layout</c>, and for <c>repositories</c> with layer folders. None is there that can be read.',
  'error.not-an-image.todo': 'Save an image with one of the commands below, then open that file.',
  'error.unsafe-names.title': 'The names in {here} lead out of it',
  'error.unsafe-names.meaning':
    'Of {count} names, {unsafe} begin with a slash or climb out with <c>..</c>. Unpacked, such files could end up anywhere on a disk, so they are never read as parts of an image, and without them there is none.',
  'error.unsafe-names.todo':
    'Save the image again with one of the commands below. If it was packed by hand, pack it again without <c>tar -P</c>. Do not unpack this file with a tool that you do not know.',
  'error.too-many-files.title': 'This folder has too many files',
  'error.too-many-files.meaning':
    'Up to {limit} files and folders are read. A folder that holds an image has far fewer: perhaps it is further down.',
  'error.too-many-files.todo':
    'Choose the folder that has <c>index.json</c>, <c>manifest.json</c> or <c>repositories</c> in it.',
  'error.not-a-document.title': 'JSON, but not a document of an image',
  'error.not-a-document.meaning':
    'A manifest, a list or index, an image config and a schema 1 manifest can be opened alone. This is none of them.',
  'error.not-a-document.todo':
    'Ask for the document itself: <c>skopeo inspect --raw</c>, <c>crane manifest</c>, <c>crane config</c> or <c>docker manifest inspect</c>.',
  'error.cut-short.title': 'The file ends before it says what the image is',
  'error.cut-short.meaning':
    'It begins as a good tar, but it is cut off, and the documents that describe the image come later in the file or are missing.',
  'error.cut-short.todo': 'Copy or download it again, and compare its size with the original’s.',
  'error.tar-damaged.title': 'The tar is damaged before it says what the image is',
  'error.tar-damaged.meaning':
    'It begins as a tar, but a header cannot be read (at byte {offset}), and nothing that was read says what the image is.',
  'error.tar-damaged.todo':
    'Copy or download it again. A copy made as text, or through a terminal, changes bytes: copy it as a binary file.',
  'error.document-unreadable.title': 'The document that says what the image is cannot be read',
  'error.document-unreadable.meaning': 'There is <c>{path}</c> in {here}, but nothing can be made of it.',
  'error.document-unreadable.todo':
    'Save the image again, or look at the document as text (of a tar: <c>tar -xOf</c> with the names of the file and of the document).',
  'error.root-filesystem.title': 'This is a filesystem, not an image',
  'error.root-filesystem.meaning':
    'It has folders such as <c>bin/</c>, <c>etc/</c> and <c>usr/</c> but no manifest: it looks like <c>docker export</c>, which writes one container’s files and leaves out layers, config and names.',
  'error.root-filesystem.todo':
    'Use <c>docker save</c> with the image’s name, not <c>docker export</c> with the container’s.',
  'error.single-layer.title': 'This looks like one layer, not a whole image',
  'error.single-layer.meaning':
    'It has files, perhaps with deletion marks (<c>.wh.…</c>), but nothing that says which image it belongs to: no manifest and no config.',
  'error.single-layer.todo': 'Save the whole image with one of the commands below.',
  'error.file-changed.title': 'The file changed while we were reading it',
  'error.file-changed.meaning':
    'The browser no longer gives its bytes: it was written again, moved, or its disk was removed.',
  'error.file-changed.todo': 'Wait until whatever writes it is done, then open it again.',
  'error.out-of-bounds.title': 'Something points past the end of the file',
  'error.out-of-bounds.meaning':
    'A part of this file is said to lie where there are no bytes. The file is cut off or damaged.',
  'error.out-of-bounds.todo': 'Copy or download it again.',
  'error.snapshot-unreadable.title': 'The snapshot in this link cannot be read',
  'error.snapshot-unreadable.meaning':
    'A snapshot is structure that a link, a page or a picture carries. This one is cut, or was changed on its way (<c>{what}</c>): mail and chat programs sometimes break long links.',
  'error.snapshot-unreadable.todo': 'Ask for the link again, or for the HTML file instead.',
  'error.not-recorded.title': 'These bytes are not in the snapshot',
  'error.not-recorded.meaning':
    'A snapshot has the documents, the names and the sizes. The bytes of layers stayed where it was made.',
  'error.not-recorded.todo': 'Open the tar itself to see them.',
  'error.url-unreachable.title': 'We could not read this address',
  'error.url-unreachable.meaning':
    '<c>{host}</c> gave no answer. Either it is unreachable or it does not allow web pages to read it (CORS). A browser does not tell a page which.',
  'error.url-unreachable.todo': 'Download the file and drop it here.',
  'error.url-refused.title': 'The host does not give this file',
  'error.url-refused.meaning':
    '<c>{host}</c> answered with status <n>{status}</n>. The file may have moved, or it is not for everybody.',
  'error.url-refused.todo': 'Look at the address in another tab. If you can download the file there, drop it here.',
  'error.registry-differs.title': 'The registry gave other bytes than the digest names',
  'error.registry-differs.meaning':
    'Asked for <c>{digest}</c>, <c>{host}</c> sent a manifest whose digest is <c>{actual}</c>. It was changed, there or on the way.',
  'error.registry-differs.todo': 'Do not trust it. Ask whoever runs the registry, or get the image from another place.',
  'error.registry-token.title': 'Nobody gave a token for this registry',
  'error.registry-token.meaning':
    '<c>{host}</c> wants a token that <c>{origin}</c> hands out, and that host gave none. Either it is unreachable or it does not allow web pages to ask it (CORS).',
  'error.registry-token.todo': 'Copy the image into a tar with a tool, and drop that here.',
  'error.cannot-export.title': 'It cannot be saved like this',
  'error.cannot-export.meaning':
    'A tar of this form cannot be made of this image, or a name in its documents would lead out of the folder that the tar is unpacked in.',
  'error.cannot-export.todo': 'Choose another form to save it as.',
  'error.layer-differs.title': 'A layer is damaged, so nothing was saved',
  'error.layer-differs.meaning':
    'What came out of <c>{path}</c> while it was unpacked is not what this file gave before, or is not as long. A tar with it would be false.',
  'error.layer-differs.todo': 'Copy or download the file again, and open it anew.',
  'error.cannot-write.title': 'The browser could not write the file',
  'error.cannot-write.meaning':
    'The disk may be full, the folder may not be written to, or the browser has no room to keep the file before you save it (private windows have little). It said: <c>{why}</c>.',
  'error.cannot-write.todo':
    'Make room or choose another folder, and try again. A normal window has more room than a private one.',
  'error.cancelled.title': 'Stopped',
  'error.cancelled.meaning': 'Reading was stopped before there was something to show.',
  'error.cancelled.todo': 'Open the file again when you like.',
  'error.internal.title': 'Something broke in this page',
  'error.internal.meaning': 'This is a fault of the page, not of your file. Your file is untouched.',
  'error.internal.todo': 'Copy the details (they hold no file content) into a bug report, and try again.',
} as const satisfies ErrorWords;
