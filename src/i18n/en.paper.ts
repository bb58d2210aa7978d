/** Words of the sheets that are printed for a workshop, in English. */
export const enPaper = {
  'paper.handout': 'Learner’s handout',
  'paper.teacher': 'Teacher’s sheets',
  'paper.print': 'Print',
  'paper.back': 'Back to the page',
  'paper.size': 'For A4 paper, upright, both sides.',
  'paper.name': 'Name',
  'paper.seat': 'Seat',
  'paper.page': 'Page {page} of {pages}',
  'paper.ladder.title': 'One image, three formats',
  'paper.ladder.how':
    'Open the same image in all three and write into each field what you find: the name of the file, and the first 12 digits of its digest or ID.',
  'paper.ladder.mark':
    'Then put {check} beside each name that is the sha256 of its bytes, and {random} beside each that is random.',
  'paper.ladder.arrows': 'Draw an arrow from each name to what it names.',
  'paper.ladder.flip': 'One byte of layer 2 is another. Underline every name that must change, in each column.',
  'paper.glossary.title': 'Words',
  'paper.glossary.layer':
    'What one build step changed in the files, as a tar. The image is all of them, one over the other.',
  'paper.glossary.blob': 'A file that is named by the digest of its bytes.',
  'paper.glossary.digest':
    'The sha256 of some bytes, written <c>sha256:</c> and 64 digits. Other bytes have another one.',
  'paper.glossary.diffId':
    'The digest of a layer <b>unpacked</b>. Its blob’s digest is of what is stored, which may be compressed.',
  'paper.glossary.chainId': 'A name for a layer <b>with all below it</b>: computed of their DiffIDs.',
  'paper.glossary.config': 'How the image is run (command, variables, user), its history, and the DiffIDs.',
  'paper.glossary.imageId': 'The digest of the config.',
  'paper.glossary.manifest':
    'The list of an image’s parts: one config and its layers, each by media type, size and digest.',
  'paper.glossary.index': 'A list of manifests, one for each platform. Docker calls it manifest list.',
  'paper.glossary.mediaType': 'Says what bytes are, whatever their file is called.',
  'paper.glossary.tag': 'A name that people gave. It can be moved to another image; a digest cannot.',
  'paper.glossary.whiteout':
    'An empty file <c>.wh.name</c> in a layer: “<c>name</c> is deleted”. Its bytes stay in the layer below.',
  'paper.commands.title': 'Six commands',
  'paper.commands.save': 'save an image as a tar',
  'paper.commands.list': 'what is in the tar, in its order',
  'paper.commands.archive': 'the list of images in it. This is <b>not</b> a v2 manifest',
  'paper.commands.sum': 'does a layer have the digest that names it?',
  'paper.commands.raw': 'the manifest, as skopeo makes it of this tar',
  'paper.commands.oci': 'the same image as OCI layout',
  'paper.cascade.title': 'What one byte changes',
  'paper.cascade.byte': 'one byte of a layer',
  'paper.cascade.layer': 'the layer’s digest and DiffID',
  'paper.cascade.config': 'the config that lists the DiffID',
  'paper.cascade.imageId': 'its digest: the Image ID',
  'paper.cascade.manifest': 'the manifest that lists both, and its digest',
  'paper.cascade.index': 'the index that lists the manifest',
  'paper.cascade.pinned': 'the digest that you wrote down: it no longer fits',
  'paper.cascade.v1': 'v1: the layer’s ID is a random number. Nothing changes, nobody notices.',
  'paper.notes': 'What I found',
  'paper.where': 'Where the page is:',
  'paper.teacher.times': 'Ninety minutes or a little more: {minutes} for the chapters',
  'paper.teacher.minutes': '{minutes} min',
  'paper.teacher.counted': 'counted in the file that is open',
  'paper.teacher.exercises': 'Exercises',
  'paper.teacher.seats':
    'Names and numbers are those {seat, plural, =0 {without a seat} other {of seat #}}. For another one, the exercise shows them as “Show the solution”.',
  'paper.teacher.hard': '{minutes} min, for the fast',
  'paper.teacher.problems': 'What goes wrong',
  'paper.teacher.problem.network':
    '<b>No network.</b> Nothing here needs one: give the single HTML file around on a stick. It opens from the disk.',
  'paper.teacher.problem.docker': '<b>No Docker on their machines.</b> The samples are in the page.',
  'paper.teacher.problem.phones':
    '<b>Phones only.</b> The page shows one column at a time; the lesson is at the foot of the screen.',
  'paper.teacher.problem.locked': '<b>Computers without rights.</b> The HTML file needs no installation.',
  'paper.teacher.problem.keyboard':
    '<b>Arabic or French keyboards.</b> Digits and letters are read by their place where the layout has others.',
  'paper.teacher.problem.projector':
    '<b>A pale projector.</b> Every colour has a shape and a word beside it. <b>P</b> makes everything larger; these sheets stand in for the speaker’s window.',
} as const;
