import { saidAbout } from '../contents/contents';
import { query, reading, state } from '../formats/statements/context';
import type { Archive } from '../model/archive';
import type { Contents } from '../model/contents';
import type { Base64Query, Query, Statement } from '../model/integrity';

/** What artifacts are attached to, held against what the documents inside them say that they are about. */
export function* attachedStatements({ artifacts }: Pick<Archive, 'artifacts'>): Generator<Statement> {
  for (const { about, parts, manifest } of artifacts) {
    for (const { contents, span, path } of about ? parts : []) {
      const said = contents && about && saidAbout(contents, about.digest);
      if (!said || !span) continue;
      const { place, digest } = about;
      yield state({
        kind: 'attached',
        about: 'subject',
        document: place?.document ?? manifest,
        pointer: place?.pointer ?? '',
        target: path,
        claimed: digest,
        fact: reading(said.digest, 'mismatch', { by: 'jq', span, ...digestAt(said), ...insideOf(contents) }),
      });
    }
  }
}

/** The algorithm of a subject is not in the text beside it. */
function digestAt({ digest, pointer }: NonNullable<ReturnType<typeof saidAbout>>): Query {
  const { program, formula } = query(pointer);
  const algorithm = digest.slice(0, digest.indexOf(':') + 1);
  return { program: pointer.startsWith('/subject/') ? `"${algorithm}" + ${program}` : program, formula };
}

/** Where an envelope has what it holds. */
function insideOf({ wrappers, base64 }: Contents): { inside?: Base64Query } {
  if (base64 === null) return {};
  return { inside: { ...query(wrappers.includes('sigstore-bundle') ? '/dsseEnvelope/payload' : '/payload'), base64 } };
}
