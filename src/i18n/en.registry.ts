/** Words for images on registries, in English. */
export const enRegistry = {
  'registry.way':
    'Most registries let no web page read them, or give layers from other hosts, which this page may not ask. Copy the image into a tar, and drop that here:',
  'gate.token.title': 'This registry asks <n>{tokens}</n> for a token. Allow both?',
  'gate.token.line':
    '<n>{host}</n> gives this image to whoever has a token, and says that <n>{tokens}</n> hands them out to anybody. Your network address will be visible to these two hosts, and to no other. The page is opened to both for this link alone; no name and no password is sent.',
  'gate.token.address': 'Tokens',
  'gate.token.open': 'Read from {host} and {tokens}',
  'lock.openTokens':
    'That registry has its tokens handed out by <n>{tokens}</n>. You agreed that it is asked, too, for this link.',
  'share.kind.registry': 'The image on its registry',
  'share.kind.registry.why': 'Whoever opens it is asked first whether that registry may be read.',
} as const;
