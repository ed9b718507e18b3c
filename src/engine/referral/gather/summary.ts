import { conclusionOf } from '../input/conclusion.ts';
import type { Charged } from './allegations.ts';
import type { Scope } from './scope.ts';

/** The first page holds so many letters and no more. */
const LONGEST = 1100;

/** What the matter is about, in neutral sentences made of what is recorded. It decides nothing. */
export function summaryOf(scope: Scope, charged: Charged, exhibits: number): string {
  const { respondent } = scope;
  const n = charged.views.length;
  const decided = charged.views.filter(({ finding }) => finding !== null);
  const sustained = decided.filter(({ finding }) => conclusionOf(finding) === 'Sustained').length;
  const sentences = [
    `This document concerns ${respondent.name}${respondent.position === null ? '' : `, ${respondent.position}`}.`,
    `${count(n, 'allegation')} ${n === 1 ? 'was' : 'were'} examined on ${count(exhibits, 'exhibit')}.`,
    heard(charged),
    decided.length < n ? `On ${count(n - decided.length, 'allegation')} no finding is recorded yet.` : '',
    decided.length === 0
      ? ''
      : `Of the findings recorded, ${sustained} ${sustained === 1 ? 'is' : 'are'} sustained and ${decided.length - sustained} not sustained.`,
    'Evidence for and against each allegation stands side by side below. The document makes no recommendation.',
  ];
  return sentences
    .filter((sentence) => sentence !== '')
    .join(' ')
    .slice(0, LONGEST);
}

function heard(charged: Charged): string {
  const response = charged.views[0]?.response ?? null;
  if (response === null) return 'The employee’s response is not recorded.';
  switch (response.state) {
    case 'received':
      return 'The employee responded; the response is given with each allegation.';
    case 'lapsed':
      return 'The time for the employee’s response ended without one.';
    case 'declined':
      return 'The employee declined to respond.';
  }
}

function count(n: number, what: string): string {
  return n === 1 ? `one ${what}` : `${n} ${what}s`;
}
