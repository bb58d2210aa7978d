import { encodedPart } from '../../../core/model/digest';
import { judgeChoice, remark, textOf, verdict } from '../judging';
import { PLAIN } from '../materials';
import type { Exercise } from '../model';
import { seatChoice } from '../seat';

const FORMS = [
  { kind: 'oci', name: 'OCI' },
  { kind: 'schema2', name: 'Docker v2 schema 2' },
] as const;
/** Digits that are enough to have looked. */
const DIGITS = 6;

/** Is the digest of a manifest with other names another one, and why? */
export const ownDigest: Exercise = {
  predict: { guess: 'choice' },
  answer: { digest: 'text', same: 'choice', reason: 'choice' },
  setting: () => ({}),
  async prepare({ session, workspace }, seat) {
    const form = FORMS[seatChoice(seat, FORMS.length)] ?? FORMS[0];
    const columns = (await session.manifestTables(workspace.imageKey)).views.manifest?.columns;
    const document = columns?.[form.kind]?.document;
    const [schema2, oci] = [columns?.schema2?.document, columns?.oci?.document];
    if (!document || !schema2 || !oci) return null;
    const digits = encodedPart(document.digest);
    return {
      ...PLAIN,
      values: { form: form.name, digits: digits.slice(0, DIGITS) },
      judge(given) {
        const said = textOf(given, 'digest')
          .toLowerCase()
          .replace(/^sha256:/, '')
          .replace(/…$/, '');
        return verdict(
          said.length >= DIGITS && digits.startsWith(said) ? null : remark('wrong', 'digest'),
          judgeChoice(given, 'same', schema2.digest === oci.digest ? 'same' : 'different'),
          judgeChoice(given, 'reason', 'bytes'),
        );
      },
    };
  },
};
