/** Every bound on untrusted input, in one place. Sizes in bytes. */
export const LIMITS = {
  /** A JSON document larger than this is listed but not read (containers/image reads at most 4 MiB, containerd 20 MiB). */
  documentBytes: 32 * 1024 * 1024,
  /** What registries take at most, and many tools read (distribution, containers/image, oras: 4 MiB). */
  registryDocumentBytes: 4 * 1024 * 1024,
  /** Nesting of a JSON document. */
  jsonDepth: 1_000,
  /** JSON tokens in one document. */
  jsonTokens: 1_000_000,
  /** Characters of the place of something odd in a document; of a longer one only the document is named. */
  pointerCharacters: 4_096,
  /** Body of one PAX or GNU long-name extension header. */
  tarExtensionBytes: 1024 * 1024,
  /** Extension headers in front of one member. */
  tarExtensionChain: 10_000,
  tarMembers: 2_000_000,
  /** Files and folders in a folder that is opened. The size of each is asked for: browsers answer some thousands a second. */
  folderEntries: 100_000,
  /** One name or link target; longer ones are kept cut. */
  tarNameBytes: 64 * 1024,
  /** All names, and all link targets, of one tar. */
  tarTextBytes: 256 * 1024 * 1024,
  /** Bytes after the end of a tar that are looked at. */
  tarTrailingBytes: 64 * 1024 * 1024,
  /** Symbolic or hard links followed to reach a member's bytes. */
  linkHops: 8,
  /** Indexes inside indexes. */
  indexDepth: 64,
  /** Documents read while walking indexes. */
  indexNodes: 100_000,
  /** Members of an archive whose writer is guessed: more than any writer makes of an image with a hundred layers. */
  writerMembers: 5_000,
  /** Files nothing points at that are listed one by one. */
  orphans: 1_000,
  /** Members with one name that are shown and hashed one by one: the first ones and the last. */
  occurrences: 16,
  /** Blobs nothing points at are read only when they are small. */
  orphanDocumentBytes: 64 * 1024,
  /** A content of an artifact that is opened and summarised, and all of one archive. Larger ones can be read as text. */
  contentBytes: 8 * 1024 * 1024,
  contentsTotalBytes: 64 * 1024 * 1024,
  /** Subjects, materials, tools and packages that a summary lists. */
  contentsListed: 100,
  /** Text of documents that is looked through for the places that name a digest, on the main thread. */
  placesBytes: 4 * 1024 * 1024,
  /** A layer's table of contents, stored and unpacked, and JSON tokens in it: some 100,000 files (containers/storage reads 150 MiB). */
  tocBytes: 32 * 1024 * 1024,
  tocTokens: 5_000_000,
  /** Of a file that lists packages, read while its layer is measured: of a database, of any other. */
  packageDatabaseBytes: 48 * 1024 * 1024,
  packageFileBytes: 64 * 1024,
  /** A program that is looked through for Go modules has at least so many bytes; of what lists these, so many are read. */
  goBinaryBytes: 256 * 1024,
  goBuildInfoBytes: 1024 * 1024,
  /** A jar, war or ear is kept until all of it came, to look into it; jars in jars in it, members that are read, and bytes that they unpack to. */
  jarBytes: 128 * 1024 * 1024,
  jarDepth: 2,
  jarMembers: 50_000,
  jarUnpackedBytes: 128 * 1024 * 1024,
  /** Characters of the path of what is inside a file. */
  innerPathCharacters: 1_024,
  /** Of a file that may hold a secret, looked at while its layer is measured. */
  sensitiveBytes: 64 * 1024,
  /** Packages and sensitive files that are kept of one layer, and packages of all layers. */
  packagesPerLayer: 200_000,
  sensitivePerLayer: 10_000,
  packagesPerArchive: 1_000_000,
  /** Characters of a name or version of a package. */
  packageLabelCharacters: 256,
  /** Files without the package they should list, and sensitive files, that are listed one by one. */
  unreadPackages: 100,
  sensitiveRows: 10_000,
  /** Packages of an SBOM that are compared with those found, and rows of the comparison. */
  sbomPackages: 200_000,
  sbomRows: 20_000,
  /** Of a member's body, shown byte by byte: from the beginning, and at the end; headers before one member. */
  bytesShown: 16 * 1024,
  bytesTail: 64,
  bytesHeaders: 16,
  /** Paths with hidden bytes that are listed one by one. */
  wasteRows: 10_000,
  /** Unpacked bytes between two places of a compressed layer from which unpacking can go on, and how many such places one reading makes; of a larger layer they are further apart. Twice as many are kept. */
  checkpointSpacing: 8 * 1024 * 1024,
  checkpointsPerLayer: 128,
  /** What those of all layers of a file take. One takes 150 KB. */
  checkpointBytes: 64 * 1024 * 1024,
  /** Paths of all layers of an image, folders that are only implied among them. */
  treeNodes: 4_000_000,
  /** Symbolic links followed for one path in an image, as Linux does. */
  fileLinkHops: 40,
  /** Of a file in a layer: bytes that are read to say what it is, and of a text or a hex dump the most that is shown. */
  glanceBytes: 256 * 1024,
  fileShownBytes: 4 * 1024 * 1024,
  /** Of an ELF file, which is read whole to say what it needs, and of a tar in a layer, to list it. */
  elfBytes: 8 * 1024 * 1024,
  innerTarBytes: 2 * 1024 * 1024 * 1024,
  /** Of a picture that is drawn: its bytes, and its pixels, each of which takes four bytes of memory. */
  fileImageBytes: 16 * 1024 * 1024,
  fileImagePixels: 40_000_000,
  /** Certificates of one file that are listed, and names of one. */
  certificatesShown: 50,
  certificateNames: 100,
  /** Headers of an ELF file that are read. */
  elfSegments: 128,
  elfDynamic: 10_000,
  layersPerImage: 10_000,
  /** Of two images that are compared: layers between equal ones that are aligned, paths of both, files that are read for it. */
  diffLayers: 1_000,
  diffPaths: 1_000_000,
  diffReadFiles: 500_000,
  /** Values that differ which are listed of one document, and characters of one. */
  diffValues: 2_000,
  diffValueCharacters: 2_000,
  /** A file that is shown as lines beside another, and lines that may differ: the time grows with both. */
  diffTextBytes: 1024 * 1024,
  diffTextEdits: 2_000,
  diffTextLineCharacters: 2_000,
  /** Addresses of one layer, and ways in which its key is wrapped, that are kept. */
  layerUrls: 16,
  /** Schema 1 manifests whose signatures are checked, and signatures of each. A real one has one. */
  signedDocuments: 100,
  signaturesPerDocument: 8,
  /** A public key, as DER or as the text of its largest number: 16,384 bits take 2,048 bytes. Checking grows with the cube. */
  publicKeyBytes: 3 * 1024,
  certificateBytes: 64 * 1024,
  /** Layers for which v1 documents are worked out, one each. Docker itself stops at 125 layers. */
  v1Layers: 512,
  /** Entries of a list of platforms of which the manifests are worked out in another form, one each. */
  listEntries: 512,
  /** Places that are listed of what one conversion drops. */
  droppedListed: 1_000,
  /** Compressions around the tar (a gzip inside a gzip …). */
  wrappers: 3,
  /** Unpacked size of a compressed tar, which is kept whole. */
  unwrappedBytes: 8 * 1024 * 1024 * 1024,
  /** zstd window, as the zstd command line's own default limit. */
  zstdWindow: 128 * 1024 * 1024,
  /** xz dictionary: what `xz -9` uses, and the decoder's own limit. */
  xzDictionary: 64 * 1024 * 1024,
  /** Layers that the three columns show side by side (an image that runs has at most 127); the layers table has them all. */
  ladderLayers: 256,
  /** Rows of aligned manifests that the page gets (an image that runs has at most 127 layers), and characters of one value. */
  manifestRows: 2_000,
  manifestValue: 120,
  /** Values of one kind (variables, labels, ports) and steps of a history that are shown, and lines of a printed config. */
  configEntries: 500,
  configSteps: 1_000,
  configLines: 4_000,
  /** Characters of a value or step that are shown, and of an instruction that is written. */
  configText: 4_000,
  configInstruction: 64 * 1024,
  /** Rows of the integrity table that the page gets, the worst first. */
  integrityRows: 20_000,
  /** The same in a report. */
  reportRows: 100_000,
  /** Images of which a report says what files they have: those with the same layers count as one. */
  reportTrees: 64,
  /** Notices shown in a list; the report has them all. */
  noticesShown: 300,
  /** Diagnostics of one kind that are listed one by one. */
  diagnosticsPerCode: 200,
  /** Times a crashed worker is replaced for one opened file. */
  workerRestarts: 3,
  /** Workers at once; past this the disk is what holds back. */
  workers: 8,
  /** Characters of a link to this page; a longer one is not read. */
  linkCharacters: 32 * 1024,
  /** Changes of an archive that a link makes, one after the other. */
  tampers: 16,
  /** Files of a layer that are looked into for a letter to change, of at most so many bytes; and what is read around a byte to show its line. */
  tamperFiles: 40,
  tamperFileBytes: 64 * 1024,
  tamperLineBytes: 4 * 1024,
  /** Characters of a link that are drawn as a QR code: more takes more dots than a camera at the back of a room can read. */
  qrCharacters: 2_000,
  /** JSON of a snapshot, unpacked; its members; a file that is looked through for one (a page, a picture). */
  snapshotBytes: 16 * 1024 * 1024,
  snapshotMembers: 20_000,
  snapshotCarrierBytes: 64 * 1024 * 1024,
  /** A file that goes along whole in the page as one file. */
  carriedBytes: 16 * 1024 * 1024,
  /** Manifests of a list that are fetched from a registry. */
  registryManifests: 200,
  /** Bytes of a remote file that are asked for at once, and pieces of that size that are kept while it is read. */
  remoteBlock: 64 * 1024,
  remoteBlocks: 64,
  /** A remote file that cannot be read in parts and is fetched whole. */
  remoteWholeBytes: 8 * 1024 * 1024 * 1024,
  /** Characters of the name and of the title that another page gives to a file that it posts. */
  postedTitleCharacters: 200,
  /** CSS pixels that this page asks of the one around it; what is higher scrolls inside. */
  embedHeight: 4_000,
  /** A document that is looked through for the files that it names: a page does that while it shows them. */
  layoutDocumentBytes: 1024 * 1024,
  /** Longest text in a document that may be the name of a file in a layout. */
  layoutNameCharacters: 1_024,
  /** Pixels of a picture as PNG, and of one of its sides: what browsers draw, the smallest of them on phones. */
  picturePixels: 16_000_000,
  pictureSide: 16_000,
  /** UTF-8 bytes of the name of a download. */
  downloadNameBytes: 200,
  /**
   * A chapter of a lesson that is opened as a file, its steps, and what stands between two empty lines of it: reading Markdown takes time
   * by the square of that.
   */
  lessonBytes: 48 * 1024,
  lessonSteps: 100,
  lessonParagraphCharacters: 2_000,
  /** Of what is shown of a chapter that cannot be read: problems, and characters of each. */
  lessonProblems: 20,
  lessonFoundCharacters: 60,
} as const;

/** How work is cut, for responsiveness; not bounds on input. */
export const PACE = {
  progressMilliseconds: 100,
  /** Longest a loop runs before it lets a cancel message in. */
  yieldMilliseconds: 30,
  /** Shortest time between two states of a session. */
  stateMilliseconds: 125,
  /** Pause between two derivations of the forms while measuring goes on. */
  deriveMilliseconds: 250,
  /** Shortest pause between two integrity tables while measuring goes on. */
  integrityMilliseconds: 1_000,
  /** What "now" means in bytes per second. */
  rateMilliseconds: 3_000,
  /** A worker that does not stop a cancelled call within this is ended. */
  cancelMilliseconds: 2_000,
  /** A worker at work that neither speaks nor answers for this long counts as crashed. */
  silenceMilliseconds: 10_000,
  /** A stream that fills our memory and does not answer for this long, or twice, is left for a plain one. */
  stallMilliseconds: 3_000,
  /** Up to here a span is read at once, together with its neighbours: a stream, or a message to a worker, costs more than the bytes. */
  smallSpanBytes: 64 * 1024,
  /** Small spans that are measured in one call, and bytes that they are read in. */
  batchSpans: 256,
  batchBytes: 1024 * 1024,
  /** Bytes of a stored layer that are written to a file at once. */
  writeBytes: 16 * 1024 * 1024,
  /** How long the first of two keys waits for the second. */
  keyMilliseconds: 1_500,
} as const;
