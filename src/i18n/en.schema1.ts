/** Words about schema 1 manifests and their signatures, in English. */
export const enSchema1 = {
  'diagnostic.schema1-deprecated': 'This manifest is of schema 1, which newer tools refuse',
  'diagnostic.schema1-deprecated.why':
    'Docker Engine does not pull it since 26 unless told to, and not at all since 28.2; containerd since 2.1. <c>skopeo</c> reads it and can convert it.',
  'diagnostic.schema1-counts-differ': 'The schema 1 manifest has not as many layers as history entries',
  'diagnostic.schema1-counts-differ.why':
    'It lists {layers} in <c>fsLayers</c> and {history} in <c>history</c>. They go together one by one, so every tool refuses this.',
  'diagnostic.schema1-id-invalid': 'An ID in the schema 1 manifest is not an ID',
  'diagnostic.schema1-id-invalid.why':
    'It must be 64 hexadecimal digits. Docker and <c>skopeo</c> refuse anything else.',
  'diagnostic.schema1-id-repeated': 'The schema 1 manifest has one ID twice',
  'diagnostic.schema1-id-repeated.why':
    'Tools take two in a row for one step and drop the second; they refuse an ID that comes back later.',
  'diagnostic.schema1-parent-broken': 'A step of the schema 1 manifest names another parent than the step below it',
  'diagnostic.schema1-parent-broken.why':
    'Each must name the ID of the next entry of <c>history</c>, and the last one none. Docker and <c>skopeo</c> refuse a broken chain.',
  'diagnostic.schema1-throwaway-blob': 'A step is marked as without a layer, but its blob is not the empty one',
  'diagnostic.schema1-throwaway-blob.why':
    'Tools that go by <c>throwaway</c> leave these bytes out of the image, others unpack them: two tools can see two different images.',
  'diagnostic.schema1-signature-malformed': 'A signature cannot be read',
  'diagnostic.schema1-signature-malformed.why':
    'So which bytes it covers, and what a registry calls this manifest, cannot be told. Docker’s registry refuses it.',
  'diagnostic.schema1-signatures-disagree': 'The signatures do not cover the same bytes',
  'diagnostic.schema1-signatures-disagree.why':
    'All signatures of a document must be over one payload. Nobody can say which of the {signatures} is meant, so tools refuse it.',
  'diagnostic.schema1-signature-invalid': 'A signature does not fit the manifest',
  'diagnostic.schema1-signature-invalid.why':
    'These are not the bytes that were signed, or it is not the key that signed them. Docker’s registry refuses it; <c>skopeo</c> does not look.',
  'diagnostic.schema1-key-name-differs': 'A key is not the one that its name says',
  'diagnostic.schema1-key-name-differs.why':
    'The name of a key is computed from the key itself; this one is that of another key, or made up.',
  'diagnostic.schema1-outside-payload': 'The manifest says something else outside of what its signatures cover',
  'diagnostic.schema1-outside-payload.why':
    'Docker’s registry reads the signed bytes, <c>skopeo</c> the whole file: they see two different images, and the signature speaks for one only.',

  'malformed.too-many': 'There are more signatures than any real manifest has; the rest is not read.',
  'malformed.shape': 'Signature {signature} has no <c>protected</c> part, which says what is signed.',
  'malformed.protected-not-base64url': 'The <c>protected</c> part of signature {signature} is not base64url.',
  'malformed.protected-not-json':
    'The <c>protected</c> part of signature {signature} does not give <c>formatLength</c> and <c>formatTail</c>.',
  'malformed.length-out-of-range': 'Signature {signature} covers more bytes than the document has.',
  'malformed.tail-not-base64url': 'The <c>formatTail</c> of signature {signature} is not base64url.',

  'document.schema1-manifest': 'schema 1 manifest',
  'documents.within': 'a string inside of {document}',
  'note.schema1-manifest': 'schema 1 manifest: layers, newest first; no config',
  'recipe.config-from-schema1':
    'Built from the schema 1 manifest as <c>skopeo</c> converts it: the newest <c>v1Compatibility</c> says how to run, each gives a history step, and each layer’s DiffID is measured. What the conversion to schema 1 lost does not come back, so its digest may differ from the original’s.',

  'signature.title': 'Signature and name of this manifest',
  'signature.payload': 'Name in a registry',
  'signature.payloadSigned':
    '<c>sha256</c> of the {size} bytes that the signature covers: the file without <c>signatures</c>, by <c>formatLength</c> and <c>formatTail</c>. The file’s own digest, above, changes with each signing; this one does not.',
  'signature.payloadUnsigned': '<c>sha256</c> of the whole file: it has no signatures.',
  'signature.payloadUnknown': 'cannot be told: the signatures do not say which bytes they cover, or each says others',
  'signature.none': 'Not signed. Docker’s registry wants a signature on schema 1 and refuses this one.',
  'signature.number': 'Signature {n}',
  'signature.valid': 'fits the bytes that it covers',
  'signature.invalid': 'does not hold',
  'signature.unknown': 'cannot be checked',
  'signatureReason.does-not-fit': 'other bytes were signed, or another key signed them',
  'signatureReason.malformed': 'it cannot be read',
  'signatureReason.algorithm': 'the algorithm is not one that is computed here',
  'signatureReason.no-key': 'there is no key with it',
  'signatureReason.key-unreadable': 'the key with it cannot be used',
  'signatureReason.no-web-crypto': 'browsers check signatures only on pages from HTTPS or from this very machine',
  'signatureReason.too-many': 'too many manifests here are signed; this one was left out',
  'signatureReason.redacted': 'values in it were replaced when the snapshot was made',
  'signature.algorithm': 'Algorithm',
  'signature.key': 'Key',
  'signature.keyFrom.jwk': 'in the document itself (<c>jwk</c>)',
  'signature.keyFrom.x5c': 'in a certificate in the document itself (<c>x5c</c>)',
  'signature.keyNameTrue': 'the name is computed from the key: it is this key’s',
  'signature.keyNameFalse': 'it is not this key’s name, which is {fingerprint}',
  'signature.time': 'Signed at',
  'signature.timeStated': 'as the signer says; nobody vouches for the time',
  'signature.proves': 'What it proves',
  'signature.provesValid':
    'Nobody has changed these bytes since the holder of this key signed them: names, order of layers, their digests, history.',
  'signature.provesNot': 'What it does not',
  'signature.provesNotWords':
    'Who signed. The key comes with the document, and no one vouches for it: whoever changes the image makes a new key and signs again. <c>skopeo</c> and podman make one for each copy, Docker made one for each daemon. It guards against accidents, not against people; schema 2 dropped it.',
  'signature.steps': '{count, plural, one {# step} other {# steps}} of this manifest, oldest first',
  'signature.step.blob': 'Blob',
  'signature.step.id': 'v1 ID',
  'signature.step.how': 'How the ID came about',
  'signature.step.empty': 'no layer (<c>throwaway</c>)',
  'signature.step.topUnknown': 'of the original config, which is not here',
} as const;
