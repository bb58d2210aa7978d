import type { CodeWords } from './codes';

/** Words for everything that the engine reports, in English. */
export const enCodes = {
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
    'Tars inside gzip and zstd open directly. This one is compressed with <c>{kind}</c>, for which this page has no decoder.',
  'error.unsupported-compression.todo':
    'Unpack it first (for example <c>xz -d</c> or <c>bunzip2</c>), then open the tar that comes out.',
  'error.wrapper-corrupt.title': 'The compressed file is damaged',
  'error.wrapper-corrupt.meaning': 'It begins like a compressed tar, but nothing could be unpacked.',
  'error.wrapper-corrupt.todo': 'Copy or download it again. <c>gzip -t</c> or <c>zstd -t</c> checks it.',
  'error.wrapper-too-large.title': 'The tar inside is too large to unpack here',
  'error.wrapper-too-large.meaning':
    'A compressed tar is unpacked whole before it can be read, and this one would not fit. An uncompressed tar of any size opens.',
  'error.wrapper-too-large.todo': 'Unpack it first (<c>gunzip</c>, <c>zstd -d</c>), then open the tar that comes out.',
  'error.not-an-image.title': 'There is no image in {here}',
  'error.not-an-image.meaning':
    'We looked for <c>manifest.json</c>, for <c>index.json</c> with <c>oci-layout</c>, and for <c>repositories</c> with layer folders. None is there that can be read.',
  'error.not-an-image.todo': 'Save an image with one of the commands below, then open that file.',
  'error.too-many-files.title': 'This folder has too many files',
  'error.too-many-files.meaning':
    'Up to {limit} files and folders are read. A folder that holds an image has far fewer: perhaps it is further down.',
  'error.too-many-files.todo':
    'Choose the folder that has <c>index.json</c>, <c>manifest.json</c> or <c>repositories</c> in it.',
  'error.cut-short.title': 'The file ends before it says what the image is',
  'error.cut-short.meaning':
    'It begins as a good tar, but it is cut off, and the documents that describe the image come later in the file or are missing.',
  'error.cut-short.todo': 'Copy or download it again, and compare its size with the original’s.',
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
  'error.cancelled.title': 'Stopped',
  'error.cancelled.meaning': 'Reading was stopped before there was something to show.',
  'error.cancelled.todo': 'Open the file again when you like.',
  'error.internal.title': 'Something broke in this page',
  'error.internal.meaning': 'This is a fault of the page, not of your file. Your file is untouched.',
  'error.internal.todo': 'Copy the details (they hold no file content) into a bug report, and try again.',

  'diagnostic.wrapper-corrupt': 'The compression around the tar is not in order',
  'diagnostic.wrapper-corrupt.why':
    'What could be unpacked is shown. Seen at byte {at} of the file; if anything is missing, copy or download it again.',
  'diagnostic.tar-truncated': 'The tar ends too early',
  'diagnostic.tar-truncated.why':
    'There should be {expected} more bytes here, there are {actual}. What was read is shown; copy or download the file again.',
  'diagnostic.tar-bad-checksum': 'A tar header is damaged',
  'diagnostic.tar-bad-checksum.why':
    '{expected, select, none {The checksum in the header is no number; its bytes add up to {actual}.} other {The checksum in the header says {expected}, its bytes add up to {actual}.}} {resumed, select, none {No good header follows, so nothing after it is shown.} other {Reading goes on at byte {resumed}; what lies between is not shown.}}',
  'diagnostic.tar-bad-size': 'A tar header gives a size that cannot be',
  'diagnostic.tar-bad-size.why':
    '{size, select, none {The size field is no number.} other {The size field says {size}.}} Where the next header is cannot be known, so nothing after it is shown.',
  'diagnostic.tar-bad-pax': 'A tar extension header cannot be taken as it stands',
  'diagnostic.tar-bad-pax.why': 'Extension headers give the next member a longer name, a larger size or exact times.',
  'diagnostic.tar-no-end': 'The tar has no end mark',
  'diagnostic.tar-no-end.why':
    '{zeroBlocks, select, 1 {A tar ends with two zero blocks; here is one.} other {A tar ends with two zero blocks; here is none.}} Most tools accept that; it may also mean that the end is missing.',
  'diagnostic.tar-trailing-data': 'There are bytes after the end of the tar',
  'diagnostic.tar-trailing-data.why':
    '{unread, select, 1 {Only zeros follow the end mark as far as we looked; the last {length} bytes were not looked at.} other {{archive, select, 1 {{length} bytes, which begin like another tar: some tools read on, most stop at the end mark.} other {{length} bytes. Tools stop at the end mark and do not see them; they are not part of the image.}}}}',
  'diagnostic.tar-duplicate-member': 'The same name is in the tar more than once',
  'diagnostic.tar-duplicate-member.why':
    'Unpacking keeps the last one, but some tools read the first: they would see a different image.',
  'diagnostic.tar-unsafe-name': 'An unusual path',
  'diagnostic.tar-unsafe-name.why':
    'It is listed as text and never taken for a part of the image. Nothing is written to your disk.',
  'diagnostic.tar-link-broken': 'A link points to nothing',
  'diagnostic.tar-link-broken.why': 'Its target is not in {here}, or would be outside of it.',
  'diagnostic.tar-link-loop': 'A link leads back to itself',
  'diagnostic.tar-link-loop.why': 'Following it never reaches bytes, so it counts as missing.',
  'diagnostic.tar-sparse-member': 'A sparse member',
  'diagnostic.tar-sparse-member.why':
    'It stores only the parts that are not zero. It is listed, but not read as a layer or document.',
  'diagnostic.too-many-members': 'More members than this page reads',
  'diagnostic.too-many-members.why': 'Reading stopped at a limit that no real image reaches. What was read is shown.',
  'diagnostic.json-syntax': 'A document is not valid JSON',
  'diagnostic.json-syntax.why':
    'It cannot be understood, so what it says about the image is missing here. You can read it as text.',
  'diagnostic.json-encoding': 'A document is not UTF-8 text',
  'diagnostic.json-encoding.why': 'JSON in an image is UTF-8. Tools differ on what they make of anything else.',
  'diagnostic.json-shape': 'A document does not have the form that its format asks for',
  'diagnostic.json-shape.why': 'It is valid JSON, but a field is missing or of another type.',
  'diagnostic.json-too-large': 'A document is too large to read',
  'diagnostic.json-too-large.why': 'Registries and tools refuse documents far smaller than this one.',
  'diagnostic.json-too-deep': 'A document is nested too deeply',
  'diagnostic.json-too-deep.why': 'Reading it would serve only to exhaust memory; no real image does this.',
  'diagnostic.json-duplicate-key': 'A document gives one key twice',
  'diagnostic.json-duplicate-key.why': 'Readers differ on which one counts: two tools can see two different images.',
  'diagnostic.config-missing': 'The config is not in {here}',
  'diagnostic.config-missing.why':
    'Without it nobody knows how to run the image, or which DiffID each layer must have.',
  'diagnostic.manifest-missing': 'A manifest is named but not in {here}',
  'diagnostic.manifest-missing.why':
    'Normal for other platforms of a multi-platform image; not for the one you mean to run.',
  'diagnostic.layer-missing': 'A layer is named but not in {here}',
  'diagnostic.layer-missing.why': 'The image cannot be unpacked from this file alone.',
  'diagnostic.digest-invalid': 'A digest is not written as a digest',
  'diagnostic.digest-invalid.why': 'It must be an algorithm, a colon and the hash. Nothing can be held against it.',
  'diagnostic.digest-unsupported': 'A digest uses an algorithm that is not computed here',
  'diagnostic.digest-unsupported.why': 'Whether it matches its bytes cannot be told.',
  'diagnostic.layer-count-differs': 'Manifest and config disagree on the number of layers',
  'diagnostic.layer-count-differs.why':
    'Each layer of the manifest needs one DiffID in the config. Tools refuse such an image.',
  'diagnostic.index-too-deep': 'Indexes are nested too deeply',
  'diagnostic.index-too-deep.why': 'Reading stopped at a limit that no real image reaches.',
  'diagnostic.index-loop': 'An index leads back to itself',
  'diagnostic.index-loop.why': 'It names itself, directly or through others; the repetition is left out.',
  'diagnostic.parent-missing': 'A v1 layer names a parent that is not in {here}',
  'diagnostic.parent-missing.why': 'The chain of layers stops there.',
  'diagnostic.parent-loop': 'v1 layers name each other as parents in a circle',
  'diagnostic.parent-loop.why': 'There is no base layer, so there is no image.',
  'diagnostic.tag-target-missing': 'A name points to something that is not in {here}',
  'diagnostic.tag-target-missing.why': 'The tag is listed, but there is no image behind it.',
  'diagnostic.version-unknown': 'The format mark has an unknown version',
  'diagnostic.version-unknown.why': 'It is read as the version that we know; some things may be read wrongly.',
  'diagnostic.schema1-unread': 'A schema 1 manifest is not read yet',
  'diagnostic.schema1-unread.why':
    'Docker’s first manifest with digests has no config and lists its layers top first. It is shown as text; its image is not.',
  'diagnostic.type-differs-from-bytes': 'The media type says something else than the bytes',
  'diagnostic.type-differs-from-bytes.why':
    'The bytes begin like another compression. They are read as what they are; strict tools go by the media type.',
  'diagnostic.formats-disagree': 'The formats in {here} disagree about the image',
  'diagnostic.formats-disagree.why': 'What you get depends on which of its documents a tool reads first.',
  'diagnostic.no-usable-image': 'No image here can be shown whole',
  'diagnostic.no-usable-image.why': 'There are documents, but none leads to an image with its parts.',
  'diagnostic.layer-corrupt': 'A layer cannot be unpacked',
  'diagnostic.layer-corrupt.why':
    'Seen at byte {at} of the layer. Its stored digest is still checked; its DiffID cannot be.',
  'diagnostic.layer-compression-unsupported': 'A layer is compressed in a way that is not unpacked here',
  'diagnostic.layer-compression-unsupported.why': 'Its stored digest is checked; its DiffID cannot be.',
  'diagnostic.layer-trailing-data': 'A layer has bytes after its end',
  'diagnostic.layer-trailing-data.why': 'They count for the digest, but unpacking ignores them.',
  'severity.error': 'damaged or missing',
  'severity.warning': 'odd',
  'severity.info': 'good to know',

  'evidence.manifest-list': '<c>manifest.json</c> is a list of images',
  'evidence.repositories': '<c>repositories</c> names a top layer',
  'evidence.v1-folders': 'layer folders have <c>json</c>, <c>VERSION</c> and <c>layer.tar</c>',
  'evidence.no-manifest': 'there is no <c>manifest.json</c>',
  'evidence.oci-layout-file': '<c>oci-layout</c> gives the version of the layout',
  'evidence.index-json': '<c>index.json</c> is an OCI index',
  'evidence.blobs': 'blobs are named by their digest',
  'evidence.dir-manifest': '<c>manifest.json</c> is itself a manifest',
  'evidence.dir-version': '<c>version</c> names the directory transport',
  'format.docker-v1': 'Docker v1 layout',
  'format.docker-archive': 'Docker archive',
  'format.oci-layout': 'OCI layout',
  'format.dir-transport': '<c>dir:</c> folder',
  'column.v1': 'v1 layout',
  'column.v2s2': 'Docker v2 schema 2',
  'column.oci': 'OCI image',

  'recipe.archive-manifest':
    'Written as <c>docker save</c> writes <c>manifest.json</c>: the path of the config, the names, the paths of the layers.',
  'recipe.v2s2-manifest':
    'Built from the config and the layers as they are stored here. Not the digest that a registry shows: a registry stores layers compressed, so its manifest names other digests.',
  'recipe.v2s2-manifest-from-oci':
    'The OCI manifest with Docker’s media types and nothing else changed. The contents keep their digests; the manifest gets another, since its own bytes differ. A registry may show yet another one, if it stores the layers in another compression.',
  'recipe.config-from-v1':
    'Built from the v1 <c>json</c> files: the top one says how to run, each gives a history step, and each layer’s DiffID is measured.',
  'recipe.oci-config':
    'The Docker config with the fields that OCI knows; the others are dropped, so its digest differs.',
  'recipe.oci-manifest':
    'Built from the config and the layers as they are stored here, with OCI media types. Not the digest that a registry shows: a registry usually stores the layers compressed, so its manifest names other digests.',
  'recipe.oci-index': 'One entry for the manifest, with the name as an annotation.',
  'recipe.oci-layout': 'The constant file that marks an OCI layout.',
  'recipe.v1-json':
    'Written as <c>docker save</c> did from 1.10 to 24: the ID is computed from config, chain ID and parent. Tools of another kind give other IDs.',
  'recipe.v1-repositories': 'Names and tags, each with the ID of its top layer.',
  'recipe.v1-version': 'The constant <c>1.0</c>.',
  'recipe.layer-reused': 'The very bytes that are in {here}: layers are never compressed again.',

  'note.follow-parent': 'no manifest: follow “parent” from layer to layer',
  'note.no-repositories': 'no <c>repositories</c>: this image has no name',
  'note.no-tags': 'no name here',
  'note.names-diff-id': 'names a DiffID where older Docker wrote a v1 ID',
  'note.not-in-archive': 'not in {here}',
  'note.waits-for-measuring': 'known when the layers are read',
  'note.cannot-derive': 'cannot be worked out',
  'cannot.no-config': 'The config is not in {here}, so this form cannot be worked out.',
  'cannot.layers-missing': 'Layers are missing from {here}, so this form cannot be worked out.',
  'cannot.layers-encrypted':
    'The layers are encrypted: their unpacked bytes are not known, so this form cannot be worked out.',
  'cannot.not-measured': 'This form needs the DiffIDs, which are known when the layers are read.',
  'cannot.too-many-layers': 'So many layers that their v1 documents are not worked out.',
  'cannot.layers-unreadable': 'A layer cannot be unpacked, so its DiffID and this form cannot be worked out.',
  'verdict.matches': 'matches its bytes',
  'verdict.mismatch': 'does not match',
  'verdict.missing': 'not in {here}',
  'verdict.pending': 'not checked yet',
  'verdict.unknown': 'cannot tell',
  'reason.algorithm': 'unknown algorithm',
  'reason.encrypted': 'encrypted',
  'reason.unreadable': 'cannot be unpacked',
  'claim.digest': 'digest',
  'claim.size': 'size',
  'claim.diff-id': 'DiffID',
  'claim.file-name': 'file name',
  'v1Id.random': 'random name: nothing to check',
  'v1Id.docker-save': 'ID by the rule of docker save: computed again here, the same',
  'v1Id.skopeo': 'ID by the rule of skopeo: computed again here, the same',
  'v1Id.schema1': 'ID by the rule of the conversion to schema 1: computed again here, the same',
  'v1Id.ggcr': 'ID by the rule of go-containerregistry (crane): computed again here, the same',
  'v1Id.ggcr-form':
    'ID by go-containerregistry (crane), told by the form of its document: it hashes the digest of the compressed layer, which is not in this tar, so it cannot be computed again',
  'v1Id.chain-id': 'the ChainID in place of an ID, as skopeo did before July 2020: computed again here, the same',
  'v1Id.diff-id': 'the DiffID in place of an ID, as the first skopeo did: computed again here, the same',
  'v1Id.unmatched': 'ID by a rule that is not known here',
<<<<<<< HEAD
  'v1Id.derived': 'ID computed here: {here} has none',
  'origin.found': 'in {here}',
  'origin.derived': 'derived: not in {here}',
  'origin.mixed': 'partly in {here}, the rest derived',
=======
  'v1Id.derived': 'ID computed here: this tar has none',
  'v1IdFormula.docker-save':
    '<c>sha256(json + layer_id + parent)</c>, with the ChainID as <c>layer_id</c> and sorted keys. The <c>json</c> of the top layer holds the config, that of the others nothing but the epoch.',
  'v1IdFormula.skopeo':
    '<c>sha256(json + layer_id)</c>, with the ChainID as <c>layer_id</c> and sorted keys. The <c>json</c> of the top layer holds part of the config, that of the others only <c>parent</c>.',
  'v1IdFormula.schema1':
    '<c>sha256("blob parent")</c>: the digest of the blob and the ID of the parent in hexadecimal; for the top layer the config follows.',
  'v1IdFormula.ggcr':
    '<c>sha256("blob parent")</c>: the digest of the blob and the ID of the parent in hexadecimal; for the top layer the config follows.',
  'v1IdFormula.ggcr-form':
    '<c>sha256("blob parent")</c>: the digest of the compressed blob and the ID of the parent in hexadecimal; for the top layer the config follows.',
  'v1IdFormula.chain-id': '<c>sha256("ChainID DiffID")</c> of the layers below and this one.',
  'v1IdFormula.diff-id': '<c>sha256</c> of the unpacked layer.',
  'v1IdFormula.derived':
    '<c>sha256(json + layer_id + parent)</c>, the rule of <c>docker save</c>, on a machine whose clock is set to UTC.',
  'origin.found': 'in the tar',
  'origin.derived': 'derived: not in this tar',
  'origin.mixed': 'partly in the tar, the rest derived',
>>>>>>> 7821514 (Tell all kinds of v1 ID apart, with the formula and the saving clock's zone)
  'origin.none': 'this format has no such part',
  'role.pointer': 'Who points at it?',
  'role.manifest': 'What lists the parts?',
  'role.config': 'How is it run?',
  'role.layer': 'Layer {n}',
  'role.mark': 'Format mark',
  'mediaRole.index': 'Index: one entry for each platform',
  'mediaRole.manifest': 'Manifest: lists the config and the layers',
  'mediaRole.config': 'Config: how to run the image',
  'mediaRole.layer': 'Layer: a tar of file changes',
  'mediaRole.other': 'Not a part of an image',
  'document.v1-repositories': 'v1 names (repositories)',
  'document.v1-json': 'v1 layer config',
  'document.v1-version': 'v1 format mark',
  'document.archive-manifest': 'archive manifest',
  'document.manifest': 'image manifest',
  'document.index': 'index',
  'document.layout-index': 'layout index',
  'document.config': 'image config',
  'document.oci-layout': 'OCI format mark',
  'document.dir-version': '<c>dir:</c> format mark',
  'compression.none': 'not compressed',
  'compression.gzip': 'gzip',
  'compression.zstd': 'zstd',
  'compression.bzip2': 'bzip2',
  'compression.xz': 'xz',
  'nature.image': 'image',
  'nature.attestation': 'attestation',
  'nature.artifact': 'artifact',
} as const satisfies CodeWords;
