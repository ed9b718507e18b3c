import { absentOf, factsOf, listOf, part, proseOf, tableOf } from '../../blocks/blocks.ts';
import { said } from '../../blocks/said.ts';
import type { Part } from '../../input/composed.ts';
import { conclusionOf, factWords, policyWords } from '../../input/conclusion.ts';
import type { DisciplinaryReferralInput } from '../../input/disciplinary-referral.ts';

const named = ({ name, role }: { readonly name: string; readonly role: string }) => `${name}, ${role}`;

export function summaryPart(input: DisciplinaryReferralInput): Part {
  const before = input.version.supersedes;
  const replaces = before === null ? '' : `. It replaces version ${before.number}: ${before.whatChanged}`;
  const { respondent } = input;
  return part('summary', 'Summary', [
    factsOf(
      ['Respondent', named(respondent)],
      [
        'Unit and agreement',
        [respondent.unit ?? 'No bargaining unit', respondent.agreement?.title].filter((one) => one != null).join('; '),
      ],
      ['Prepared for', named(input.preparedFor)],
      ['Prepared by', named(input.preparedBy)],
      ['Version and date', `Version ${input.version.number}, ${said(input.date)}${replaces}`],
    ),
    { block: 'paragraphs', text: input.summary.split('\n\n').map((paragraph) => [paragraph]) },
    tableOf(
      [
        ['No.', 0.5],
        ['Allegation', 2],
        ['The fact', 1],
        ['The policy', 1.2],
        ['Conclusion', 1],
      ],
      input.allegations.map(({ number, title, finding }) => [
        [String(number)],
        [title],
        [finding === null ? 'Not recorded' : factWords[finding.fact]],
        [finding === null ? 'Not recorded' : policyWords[finding.policy]],
        [conclusionOf(finding)],
      ]),
      'No allegation was recorded.',
    ),
    { block: 'paragraphs', text: [['This document states facts and findings. It contains no recommendation.']] },
  ]);
}

export function complaintPart({ complaint }: DisciplinaryReferralInput): Part {
  return part('complaint', 'The complaint', [
    factsOf(
      ['Received', said(complaint.receivedAt)],
      ['Received by', named(complaint.receivedBy)],
      ['From', complaint.from],
      ['How it came', complaint.how],
      ['Record', complaint.citation === null ? 'The complaint is not among the exhibits.' : [complaint.citation]],
    ),
    { block: 'quote', words: complaint.words, citation: null },
    proseOf(complaint.handling, 'Nothing was recorded about how the complaint was handled.'),
  ]);
}

export function respondentPart({ respondent }: DisciplinaryReferralInput): Part {
  const { agreement } = respondent;
  const invented = agreement?.invented === true ? ' This agreement is invented and serves as a sample.' : '';
  return part('respondent', 'The respondent', [
    factsOf(
      ['Name', respondent.name],
      ['Role', respondent.role],
      ['School', respondent.school ?? 'Not recorded'],
      ['Unit', respondent.unit ?? 'The respondent belongs to no bargaining unit.'],
      ['Status', respondent.status ?? 'Not recorded'],
      [
        'Agreement',
        agreement === null ? 'No collective agreement applies.' : `${agreement.title}, ${agreement.term}.${invented}`,
      ],
      [
        'Articles confirmed',
        agreement === null
          ? 'Does not arise.'
          : (agreement.confirmed ?? 'Nobody has confirmed the articles against the signed contract.'),
      ],
      ['Representative', respondent.representative ?? 'None recorded'],
    ),
  ]);
}

export function policyParts({ policies }: DisciplinaryReferralInput): Part[] {
  return [
    part('policies', 'Policies in force', [
      {
        block: 'paragraphs',
        text: [
          [
            'The clauses that the allegations rest on are quoted as the district adopted them, slips of the pen included.',
          ],
        ],
      },
    ]),
    ...policies.map((policy, index) =>
      part(
        `policy-${index + 1}`,
        policy.title,
        [
          factsOf(
            ['Policy', policy.id],
            ['In force on the day of the conduct', policy.inForce],
            ['Received by the employee', policy.receivedByEmployee ?? 'No proof of receipt is on file.'],
          ),
          { block: 'hash', name: 'SHA-256 of the source', value: policy.sourceSha256 },
          { block: 'clauses', title: policy.title, adopted: policy.adopted, clauses: policy.clauses },
        ],
        2,
      ),
    ),
  ];
}

export function methodPart({ method }: DisciplinaryReferralInput): Part {
  return part('method', 'Method', [
    factsOf(
      ['Investigator', named(method.investigator)],
      ['Appointed', method.appointment],
      ['Conflicts of interest', method.conflicts],
      ['Lawful access', method.lawfulAccess],
    ),
    listOf(method.sources, 'No source was recorded.'),
    tableOf(
      [
        ['Interview', 1.5],
        ['When', 1.2],
        ['How', 1.2],
        ['Representative', 1.1],
        ['Signed', 0.6],
      ],
      method.interviews.map(({ who, at, how, representative, signed }) => [
        [who],
        [said(at)],
        [how],
        [representative ?? 'None'],
        [signed ? 'Yes' : 'No'],
      ]),
      'No interview was recorded.',
    ),
    proseOf(method.machine, 'Nothing was recorded about the use of machines.'),
    method.notDone.length === 0
      ? absentOf('Nothing was recorded as left undone.')
      : tableOf(
          [
            ['Not done', 1],
            ['Reason', 1.2],
          ],
          method.notDone.map(({ what, why }) => [[what], [why]]),
          '',
        ),
  ]);
}
