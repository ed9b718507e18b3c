import { part, tableOf } from '../../blocks/blocks.ts';
import { said } from '../../blocks/said.ts';
import type { ComposedInput, Part } from '../../input/composed.ts';
import type { DisciplinaryReferralInput } from '../../input/disciplinary-referral.ts';
import { REFERRAL_TITLE } from '../../input/document-kinds.ts';
import { allegationParts } from './referral-allegation.ts';
import { complaintPart, methodPart, policyParts, respondentPart, summaryPart } from './referral-matter.ts';
import { custodyPart, exhibitParts, openParts, stepParts } from './referral-record.ts';

/** The referral as parts, for the Word writer: the same words in the same order as its own template sets them. */
export function composeReferral(input: DisciplinaryReferralInput): ComposedInput {
  const { version, draft, date, letterhead, checkpoint, preparedBy } = input;
  return {
    kind: input.kind,
    composed: true,
    title: REFERRAL_TITLE,
    version,
    draft,
    date,
    case: input.case,
    letterhead,
    checkpoint,
    language: 'en',
    preparedBy,
    marking: input.confidentiality,
    letter: null,
    onePage: false,
    parts: partsOf(input),
  };
}

function partsOf(input: DisciplinaryReferralInput): Part[] {
  const chronology = tableOf(
    [
      ['When', 1],
      ['What', 2.2],
      ['Exhibit', 0.9],
    ],
    input.chronology.map(({ when, what, citations }) => [
      [said(when)],
      [what],
      citations.length === 0 ? ['Case record'] : citations,
    ]),
    'No event was recorded.',
  );
  return [
    summaryPart(input),
    complaintPart(input),
    respondentPart(input),
    ...policyParts(input),
    methodPart(input),
    part('chronology', 'Chronology', [chronology]),
    ...allegationParts(input),
    ...stepParts(input),
    ...openParts(input),
    ...exhibitParts(input),
    custodyPart(input),
  ];
}
