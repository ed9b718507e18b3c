import type { ClauseElement } from '../../contract/policy.ts';
import type { FoundException } from './exceptions.ts';

interface Circumstance {
  readonly id: string;
  readonly label: string;
  readonly kind: ClauseElement['kind'];
  readonly question: string;
  readonly pattern: RegExp;
}

/** Parts of a sentence that limit a rule to certain circumstances, or ask for an effect: each has to be shown. */
const CIRCUMSTANCES: readonly Circumstance[] = [
  {
    id: 'time',
    label: 'At that time',
    kind: 'circumstance',
    question: 'When was it, and was that the time the words speak of?',
    pattern:
      /\b(?:during|on) (?:the )?(?:working|work|school|instructional|duty|class|contract|paid|assigned)\s*(?:time|hours?|day)s?|while on duty|during the school day/i,
  },
  {
    id: 'student',
    label: 'With or about a student',
    kind: 'circumstance',
    question: 'Which student, and was that person a student then?',
    pattern: /\b(?:to|with|of|about|an?|any|individual|current) (?:\p{L}+ )?students?\b/iu,
  },
  {
    id: 'account',
    label: 'On such an account or site',
    kind: 'circumstance',
    question: 'Which account or site was it, and whose?',
    pattern:
      /\b(?:on|using|through|via|from) (?:their |any |a |the |his\/her )?(?:personal|district|school|social)[\p{L} -]{0,40}(?:accounts?|sites?|media|pages?|platforms?)/iu,
  },
  {
    id: 'public',
    label: 'In public',
    kind: 'circumstance',
    question: 'Who could see it?',
    pattern: /\bpublic(?:ly)?\b(?! (?:school|trust|confidence|relations|records))/i,
  },
  {
    id: 'effect',
    label: 'The effect that the words name',
    kind: 'effect',
    question: 'Which effect happened or was likely, and what shows it?',
    pattern:
      /\b(?:interfer\w+|disrupt\w*|harms?\b|harmful|damag\w+|adverse\w*|detriment\w*|undermin\w+|impair\w*|discredit|disrepute|effect on)\b[^.;,]{0,60}/i,
  },
];

/** Elements made from the parts of a clause's sentence. They are a beginning: a person says what has to be shown. */
export function proposedElements(
  words: string,
  modal: string | null,
  concerns: readonly string[],
  exceptions: readonly FoundException[],
): ClauseElement[] {
  const plain = words.replace(/-\n/g, '').replace(/\s+/g, ' ').trim();
  const elements: ClauseElement[] = [
    {
      id: 'conduct',
      label: 'What the words speak of',
      question: `Which words or deeds of the employee are these: “${actOf(plain, modal)}”?`,
      kind: 'words',
      shownBy: [...concerns, 'person'],
    },
  ];
  for (const { id, label, kind, question, pattern } of CIRCUMSTANCES) {
    const found = pattern.exec(plain);
    if (found === null) continue;
    elements.push({ id, label: `${label}: “${found[0].trim()}”`, question, kind, shownBy: ['person'] });
  }
  if (exceptions.length > 0) {
    elements.push({
      id: 'no-exception',
      label: 'No exception',
      question: `Does none of these apply: ${exceptions.map((one) => `“${one.words.replace(/\s+/g, ' ')}”`).join(', ')}?`,
      kind: 'circumstance',
      shownBy: ['person'],
    });
  }
  return elements;
}

/** What is done, after the word that forbids or demands it. */
function actOf(words: string, modal: string | null): string {
  const at = modal === null ? -1 : words.indexOf(modal);
  const act = at < 0 ? words : words.slice(at + (modal?.length ?? 0)).trim();
  const first = act.split(/(?<=[.;])\s/)[0] ?? act;
  return (first.length > 200 ? `${first.slice(0, 197)}…` : first).replace(/[.;]+$/, '');
}
