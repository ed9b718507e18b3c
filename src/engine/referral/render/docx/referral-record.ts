import { factsOf, listOf, part, tableOf } from '../../blocks/blocks.ts';
import { exhibitBlocks } from '../../blocks/exhibit-blocks.ts';
import { said } from '../../blocks/said.ts';
import type { Part } from '../../input/composed.ts';
import type { DisciplinaryReferralInput } from '../../input/disciplinary-referral.ts';
import type { Exhibit } from '../../input/exhibit.ts';

const STATES = {
  done: 'Done',
  due: 'Due',
  late: 'Late',
  blocked: 'Blocked',
  waived: 'Waived',
  overridden: 'Passed over',
  'not-applicable': 'Does not apply',
} as const;
const WEIGHTS = { missing: 'Missing', weak: 'Weak', note: 'Note' } as const;
export function stepParts({ steps }: DisciplinaryReferralInput): Part[] {
  const passed = steps.flatMap(({ title, override }) =>
    override === null
      ? []
      : [
          `${title}: passed over on ${said(override.at)} by ${override.by.name}, ${override.by.role}, with this reason: ${override.reason}`,
        ],
  );
  return [
    part('steps', 'Steps under the agreement and the law', [
      tableOf(
        [
          ['Step and source', 2.1],
          ['State', 0.8],
          ['Due', 1],
          ['Done', 1.05],
          ['By whom, and proof', 1.3],
        ],
        steps.map((step) => [
          [
            `${step.title}\n${step.source}${step.confirmed ? '' : ' (not confirmed)'}${step.arithmetic === null ? '' : `\nCounted: ${step.arithmetic}`}`,
          ],
          [STATES[step.state]],
          [step.due === null ? 'No date' : `${said(step.due)}${step.confirmed ? '' : ', if the article says so'}`],
          [step.done === null ? 'Not done' : said(step.done)],
          [[step.by ?? 'Not recorded', step.service].filter((one) => one !== null).join('\n')],
        ]),
        'No step under an agreement or a law was recorded.',
      ),
    ]),
    part('gates', 'Gates passed over', [listOf(passed, 'No gate was passed over.')], 2),
  ];
}

export function openParts(input: DisciplinaryReferralInput): Part[] {
  return [
    part('open-points', 'Open points', [
      tableOf(
        [
          ['Weight', 0.6],
          ['What stays open', 4],
        ],
        input.openPoints.map(({ weight, point }) => [[WEIGHTS[weight]], [point]]),
        'No open point was recorded.',
      ),
    ]),
    part('not-read', 'Not read by machine', [
      tableOf(
        [
          ['What', 1.1],
          ['Why', 1.4],
          ['Read by a person', 1],
        ],
        input.notReadByMachine.map(({ what, why, readByPerson }) => [[what], [why], [readByPerson ?? 'No']]),
        'Nothing was recorded as unreadable by machine.',
      ),
    ]),
    part('outside', 'Outside the complaint', [
      tableOf(
        [
          ['What was seen', 1.2],
          ['What was done about it', 1],
        ],
        input.outsideComplaint.map(({ what, handling }) => [[what], [handling]]),
        'Nothing outside the complaint was recorded.',
      ),
    ]),
  ];
}

export function exhibitParts({ exhibits }: DisciplinaryReferralInput): Part[] {
  return [
    part('exhibits', 'Exhibits', [
      tableOf(
        [
          ['No.', 0.6],
          ['Exhibit', 2],
          ['Form', 1.3],
          ['Received from', 1.3],
        ],
        exhibits.map(({ number, title, form, receivedFrom }) => [[number], [title], [form], [receivedFrom]]),
        'No exhibit is attached.',
      ),
    ]),
    ...exhibits.map(exhibitPart),
  ];
}

function exhibitPart(exhibit: Exhibit): Part {
  return {
    ...part(
      `exhibit-${exhibit.number.toLowerCase()}`,
      `${exhibit.number}  ${exhibit.title}`,
      exhibitBlocks(exhibit),
      2,
    ),
    anchor: exhibit.number,
  };
}

export function custodyPart(input: DisciplinaryReferralInput): Part {
  const { checkpoint, custody } = input;
  const signer = checkpoint.signedBy;
  return part('custody', 'Custody and verification', [
    factsOf(
      ['Case', input.case.number],
      [
        'Evidence record',
        `${custody.entryCount} entries; ${custody.evidenceCount} pieces of evidence; ${custody.itemCount} items`,
      ],
      ['Checkpoint', `Entry ${checkpoint.entry}, ${said(checkpoint.at)}`],
      ['Signed by', `${signer.name}, ${signer.role}; key ${signer.keyFingerprint}`],
      ['Case file', custody.encrypted ? 'Encrypted' : 'Not encrypted'],
    ),
    { block: 'hash', name: 'Identifier in the case file', value: input.case.id },
    { block: 'hash', name: 'Fingerprint', value: checkpoint.fingerprint },
    listOf(custody.remarks, 'There are no remarks on custody.'),
    {
      block: 'paragraphs',
      text: [
        [
          'A Word file can be changed by whoever opens it. The issued PDF, or this file with the SHA-256 that the evidence record holds of it, is the document; “evenhand verify” with the fingerprint above checks the record.',
        ],
      ],
    },
  ]);
}
