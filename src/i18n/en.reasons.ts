/** Words for the reasons that diagnostics and errors give in their details, in English. */
export const enReasons = {
  'corrupt.truncated': 'The compressed bytes end too early.',
  'corrupt.bad-data': 'The compressed bytes do not follow the rules of {kind}.',
  'corrupt.bad-header': 'The compressed bytes do not begin as {kind} must.',
  'corrupt.bad-checksum': 'What comes out is not what the checksum at the end says.',
  'corrupt.bad-size': 'What comes out is not as long as the end says.',
  'corrupt.window-too-large':
    'Unpacking it needs more memory than is given here (a window over 128 MiB in zstd, a dictionary over 64 MiB in xz).',
  'corrupt.needs-dictionary': 'It was compressed with a dictionary that is not in the file.',
  'corrupt.unsupported-feature':
    'It uses a part of {kind} that is not read here: a filter, a kind of checksum, or blocks as they were before 1999.',
  'corrupt.out-of-memory': 'There was not enough memory to unpack it.',
  'corrupt.trailing-data': 'After the compressed data come bytes that are not part of it.',
  'notDocument.syntax': 'It is not valid JSON: line {line}, column {column}.',
  'notDocument.encoding': 'It is not UTF-8 text.',
  'notDocument.too-large': 'It is larger than any document of an image.',
  'notDocument.too-deep': 'It is nested too deeply.',
  'notDocument.skopeo-inspect':
    'It is the summary that <c>skopeo inspect</c> makes of an image: <c>--raw</c> prints the manifest, <c>--config --raw</c> the config.',
  'notDocument.docker-inspect':
    'It is what <c>docker inspect</c> says of an image or container on that machine: a summary, not one of its documents.',
  'notDocument.archive-manifest':
    'It is the <c>manifest.json</c> of <c>docker save</c>: a list of files in its tar, which says nothing without the tar.',
  'notDocument.layout-mark': 'It is the <c>oci-layout</c> file that only marks a layout.',
  'notDocument.registry-error': 'It is the answer of a registry that refused: its <c>errors</c> say why.',
  'notDocument.statement': 'It is an attestation or an SBOM: a statement about an image.',
  'notDocument.v1-json': 'It is the <c>json</c> of one layer of the v1 layout, which needs the layers below it.',
  'notDocument.no-schema-version':
    'It looks like a manifest or an index, but has no <c>schemaVersion</c> that tools know.',
  'notDocument.other': 'It has none of the fields by which such documents are known.',
  'tocProblem.outside': 'It is said to be where the layer has no bytes.',
  'tocProblem.too-large': 'It is larger than any that is read here.',
  'tocProblem.corrupt': 'It cannot be unpacked.',
  'tocProblem.no-index': 'The tar that it is stored in does not begin with <c>stargz.index.json</c>.',
  'tocProblem.not-json': 'It is not JSON.',
  'tocProblem.shape': 'It is JSON without a list of <c>entries</c>.',
  'tocProblem.version':
    '{version, select, none {It does not say its version; only 1 is known.} other {It is of version {version}; only 1 is known.}}',
  'tocProblem.entry-outside': 'It says of a file that it is where the layer has none.',
  'unsafeName.absolute': 'The name begins with <c>/</c>: unpacked as it stands, it would land outside of the folder.',
  'unsafeName.parent':
    'The name climbs out with <c>..</c>: unpacked as it stands, it would land outside of the folder.',
  'unsafeName.backslash': 'The name has a backslash, which some systems take for a folder separator.',
  'unsafeName.nul': 'The name has a NUL byte, at which some tools cut it.',
  'unsafeName.not-utf8': 'The name is not UTF-8: tools differ on how they read it.',
  'unsafeName.too-long': 'The name is longer than any system allows; it is shown cut.',
  'whiteout.name': 'It names nothing that can be hidden, so it hides nothing.',
  'whiteout.parent': 'Its path climbs out of the image with <c>..</c>, so it hides nothing.',
  'whiteout.type': 'It is not a plain file. It hides all the same.',
  'whiteout.content': 'It is not empty. What is in it is not looked at; it hides all the same.',
  'whiteout.folder': 'Something is in a folder that is named like a whiteout: it is left out.',
  'whiteout.same-layer':
    'The same layer has an entry of this name. Whiteouts hide only what is below, so the entry stays; some tools remove it.',
  'misleadingName.control': 'The name has control characters: a terminal may move, colour or erase text for them.',
  'misleadingName.invisible':
    'The name has characters that nobody sees, or that turn the direction of the text: it may look like another name.',
  'damage.tar-bad-checksum': 'The header’s checksum does not hold.',
  'damage.tar-bad-size': 'The header gives a size that cannot be, so where the next one is cannot be known.',
  'unreadable.json-syntax': 'It is not valid JSON: see line {line}, column {column}.',
  'unreadable.json-encoding': 'It is not UTF-8 text but {encoding}.',
  'unreadable.json-shape':
    'It is JSON of another form: at <c>{pointer}</c>, <c>{expected}</c> belongs where <c>{found}</c> is.',
  'unreadable.json-too-large': 'It is larger than any real one, and is not read.',
  'unreadable.json-too-deep': 'It is nested deeper than any real one, and is not read.',
  'pax.malformed-record':
    'One of its records breaks the rule “length, name, value”: the records before it count, the rest is not read.',
  'pax.nul-in-value': 'A name in it has a NUL byte, at which some tools cut it. It is shown whole.',
  'pax.not-a-number': 'A time or an owner in it is not a number, and is left out.',
  'pax.too-large':
    'It has {size} bytes, more than any real one, and is not read: the member is shown by its plain header.',
  'pax.too-many': 'More than {limit} of them follow each other; the rest is not read.',
  'pax.global-record':
    'It sets <c>{key}</c> for all members to come, which would rename or resize them; that is ignored.',
  'pax.no-member': 'The tar ends before the member that it is about.',
} as const;
