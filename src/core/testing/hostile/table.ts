import { isFirst, isPrescribed, type Observation } from './judge';
import { covers, knownIn, LATER, OTHERWISE } from './known';
import { caseId, type HostileCase } from './set';

/** `partly`: as prescribed, but for expectations of what is inside layers. `wrong`: otherwise, and nobody has said why. */
export type Standing = 'prescribed' | 'partly' | 'later' | 'otherwise' | 'wrong';

export interface Judged {
  readonly each: HostileCase;
  readonly id: string;
  readonly seen: Observation;
  readonly standing: Standing;
}

/** Expectations that are compared; the others are of what is inside layers. */
const COMPARED: ReadonlySet<string> = new Set(['images', 'layers']);

export function judge(each: HostileCase, seen: Observation): Judged {
  const id = caseId(each);
  return { each, id, seen, standing: standing(each, id, seen) };
}

function standing(each: HostileCase, id: string, seen: Observation): Standing {
  if (knownIn(LATER, id)) return 'later';
  if (!isPrescribed(each, seen)) return knownIn(OTHERWISE, id) ? 'otherwise' : 'wrong';
  return Object.keys(each.expect).every((key) => COMPARED.has(key)) ? 'prescribed' : 'partly';
}

/** Entries of the lists of what is known that no longer say anything true. */
export function staleEntries(judged: readonly Judged[]): string[] {
  const isLate = ({ each: { outcome }, seen }: Judged): boolean =>
    !(outcome.findings.length > 0 && isFirst(outcome, seen));
  const later = LATER.flatMap(({ cases }) => cases).filter(
    (entry) => !judged.some((one) => covers(entry, one.id) && isLate(one)),
  );
  const otherwise = OTHERWISE.flatMap(({ cases }) => cases).filter(
    (entry) => !judged.some((one) => covers(entry, one.id) && one.standing === 'otherwise'),
  );
  return [...later, ...otherwise];
}

/** The whole outcome as a page. */
export function hostileTable(judged: readonly Judged[]): string {
  const classes = [...new Set(judged.map(({ each }) => each.class))];
  const count = (among: readonly Judged[]): string => {
    const of = (...wanted: readonly Standing[]): number =>
      among.filter(({ standing: each }) => wanted.includes(each)).length;
    return `${among.length} | ${of('prescribed')} | ${of('partly')} | ${of('later')} | ${of('otherwise', 'wrong')}`;
  };
  const odd = judged.filter(({ standing: each }) => each === 'otherwise' || each === 'wrong');
  return [
    '# What Tabaqa says of the generated hostile set',
    '',
    'Made by `src/core/archive/hostile.test.ts`, where the set can be made; a test fails when it is not current, and when a case takes longer or',
    'more memory than the set allows. `src/core/testing/hostile/codes.ts` is what the set’s codes are in our words. The set’s sentences for people (`must`) are not compared.',
    '',
    '| class | cases | as prescribed | as prescribed, contents of layers not compared | not looked at yet | otherwise |',
    '|---|---|---|---|---|---|',
    ...classes.map((name) => `| ${name} | ${count(judged.filter(({ each }) => each.class === name))} |`),
    `| all | ${count(judged)} |`,
    '',
    ...(LATER.length === 0 ? [] : laterSection(judged)),
    '## Otherwise than prescribed',
    '',
    '| case | what it is | prescribed | what we say | why |',
    '|---|---|---|---|---|',
    ...odd.map(
      ({ each, id, seen }) =>
        `| \`${id}\` | ${cell(each.description)} | ${prescribed(each)} | ${said(seen)} | ${knownIn(OTHERWISE, id)?.why ?? '?'} |`,
    ),
    '',
  ].join('\n');
}

function laterSection(judged: readonly Judged[]): string[] {
  return [
    '## Not looked at yet',
    '',
    'That these end well and within their limits is held; what they are about is not.',
    '',
    '| cases | how many | why |',
    '|---|---|---|',
    ...LATER.map((known) => {
      const covered = judged.filter(({ id }) => knownIn(LATER, id) === known);
      return `| ${known.cases.map((each) => `\`${each}\``).join(' ')} | ${covered.length} | ${known.why} |`;
    }),
    '',
  ];
}

function prescribed({ outcome: { kind, code, findings, also_ok }, expect }: HostileCase): string {
  const first = [kind, ...(code === undefined ? findings : [code])].join(' ');
  const counts = Object.entries(expect).flatMap(([key, value]) =>
    COMPARED.has(key) ? [`${key} ${String(value)}`] : [],
  );
  return [[first, ...counts].join(', '), ...also_ok].join('; or ');
}

function said({ kinds, signs, images }: Observation): string {
  const counted = images === null ? [] : [`images ${images}`];
  return [kinds.join(' or '), ...counted, ...[...signs].sort()].join(', ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
