import { absentOf, cellOf, factsOf, part, proseOf, tableOf } from '../../blocks/blocks.ts';
import { said } from '../../blocks/said.ts';
import type { Allegation } from '../../input/allegation.ts';
import type { Block, Part, Run } from '../../input/composed.ts';
import { conclusionOf, factWords, policyWords } from '../../input/conclusion.ts';
import type { DisciplinaryReferralInput } from '../../input/disciplinary-referral.ts';

const STATES = {
  met: 'Met',
  'not-met': 'Not met',
  inconclusive: 'Inconclusive',
  'not-examined': 'Not examined',
} as const;
const ANSWERS = { applies: 'Applies', 'does-not-apply': 'Does not apply', open: 'Open' } as const;
const STANDARDS = {
  preponderance: 'Preponderance of the evidence: more likely than not',
  'clear-and-convincing': 'Clear and convincing evidence',
  'substantial-evidence': 'Substantial evidence',
} as const;

export function allegationParts(input: DisciplinaryReferralInput): Part[] {
  return [
    part('allegations', 'Allegations', [
      {
        block: 'paragraphs',
        text: [['Each allegation stands with its clause, the evidence both ways, the answer and the finding.']],
      },
    ]),
    ...input.allegations.map((allegation) => allegationPart(input, allegation)),
  ];
}

function allegationPart(input: DisciplinaryReferralInput, allegation: Allegation): Part {
  const policy = input.policies.find(({ id }) => id === allegation.clause.policy);
  const clauses = policy?.clauses.filter(({ id }) => id === allegation.clause.clause) ?? [];
  const { specification } = allegation;
  return part(
    `allegation-${allegation.number}`,
    `Allegation ${allegation.number}: ${allegation.title}`,
    [
      { block: 'paragraphs', text: specification.what },
      factsOf(
        ['When', specification.when === null ? 'No time was specified.' : said(specification.when)],
        ['Where', specification.where ?? 'No place or account was specified.'],
        ['To whom', specification.toWhom ?? 'Nobody was specified.'],
      ),
      ...(policy === undefined || clauses.length === 0
        ? []
        : [{ block: 'clauses', title: policy.title, adopted: policy.adopted, clauses } as const]),
      tableOf(
        [
          ['Element', 1.35],
          ['Stands as', 0.8],
          ['Reasons and exhibits', 1.75],
        ],
        allegation.elements.map(({ words, state, reasons, citations }) => [
          [words],
          [STATES[state]],
          [...cellOf(reasons, citations.length === 0 ? 'No reason was recorded.' : ''), ...spaced(citations)].filter(
            (one) => one !== '',
          ),
        ]),
        'No element of the clause is on file.',
      ),
      ...sideOf('Evidence for the allegation', allegation.evidenceFor, 'No passage was linked for this allegation.'),
      ...sideOf(
        'Evidence against the allegation',
        allegation.evidenceAgainst,
        'No passage was linked against this allegation.',
      ),
      ...responseOf(allegation.response),
      ...questionsOf('Exception', allegation.exceptions, 'No exception was recorded as examined.'),
      ...questionsOf(
        'Protected speech',
        allegation.protectedSpeech,
        'No question of protected speech was recorded as examined.',
      ),
      ...credibilityOf(allegation),
      ...findingOf(allegation),
    ],
    2,
  );
}

function paragraph(words: string): Block {
  return { block: 'paragraphs', text: [[words]] };
}

function spaced(citations: Allegation['evidenceFor'][number]['citation'][]): Run | [] {
  return citations.flatMap((citation) => [' ', citation]);
}

function sideOf(title: string, passages: Allegation['evidenceFor'], absent: string): Block[] {
  if (passages.length === 0) return [{ block: 'stress', text: title }, absentOf(absent)];
  return [
    { block: 'stress', text: title },
    ...passages.flatMap(({ citation, author, when, quote, why }): Block[] => {
      const source = [author, when === null ? null : said(when)].filter((one) => one !== null).join(', ');
      return [
        { block: 'paragraphs', text: [source === '' ? [citation] : [citation, ` ${source}`]] },
        ...(quote === null ? [] : [{ block: 'quote' as const, words: quote, citation: null }]),
        ...(why === null ? [] : [paragraph(why)]),
      ];
    }),
  ];
}

function responseOf(response: Allegation['response']): Block[] {
  const head: Block = { block: 'stress', text: 'The employee’s response' };
  switch (response.state) {
    case 'given':
      return [
        head,
        { block: 'paragraphs', text: [[`Given on ${said(response.at)}, ${response.how}.`]] },
        { block: 'quote', words: response.words, citation: response.citation },
        ...(response.points.length === 0
          ? []
          : [
              tableOf(
                [
                  ['Point made by the employee', 1],
                  ['How it was answered', 1.4],
                ],
                response.points.map(({ point, answer }) => [[point], cellOf(answer, 'Not answered')]),
                '',
              ),
            ]),
      ];
    case 'declined':
      return [
        head,
        absentOf(
          `The employee was asked and declined to answer (${response.how}, ${said(response.at)}). No inference was recorded from this.`,
        ),
      ];
    case 'awaited': {
      const due = response.due === null ? '' : ` and may be given until ${said(response.due)}`;
      return [
        head,
        absentOf(
          `A response was asked for on ${said(response.askedAt)}${due}. None had come in when this document was made.`,
        ),
      ];
    }
    case 'not-asked':
      return [
        head,
        absentOf(
          `The employee had not been asked when this document was made.${response.why === null ? '' : ` Reason: ${response.why}`}`,
        ),
      ];
  }
}

function questionsOf(header: string, entries: Allegation['exceptions'], absent: string): Block[] {
  return [
    tableOf(
      [
        [header, 1.35],
        ['Stands as', 0.8],
        ['Reasons', 1.75],
      ],
      entries.map(({ words, answer, reasons }) => [
        [words],
        [ANSWERS[answer]],
        cellOf(reasons, 'No reason was recorded.'),
      ]),
      absent,
    ),
  ];
}

function credibilityOf({ credibility }: Allegation): Block[] {
  if (credibility.length === 0) return [absentOf('No conflict between accounts was recorded on this allegation.')];
  return credibility.flatMap(({ conflict, reasons }) => [
    { block: 'stress', text: conflict } as const,
    proseOf(reasons, 'No reason was recorded.'),
  ]);
}

function findingOf({ finding, number }: Allegation): Block[] {
  const head: Block = { block: 'stress', text: `Finding on allegation ${number}` };
  if (finding === null) return [head, absentOf('No finding was recorded when this document was made.')];
  return [
    head,
    factsOf(
      ['The fact', factWords[finding.fact]],
      ['The policy', policyWords[finding.policy]],
      ['Conclusion', conclusionOf(finding)],
      ['Standard of proof', STANDARDS[finding.standard]],
      ['Found by', `${finding.by.name}, ${finding.by.role}, ${said(finding.date)}`],
    ),
    { block: 'paragraphs', text: finding.reasons },
  ];
}
