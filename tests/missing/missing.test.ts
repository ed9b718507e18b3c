import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstQuestion } from '../../src/contract/complaint.ts';
import {
  type AllegationFacts,
  type InquiryFacts,
  missingThings,
  type PersonFacts,
} from '../../src/engine/missing/list.ts';

const id = fc.integer({ min: 0, max: 9_999 }).map((n) => `id-${n}`);
const word = fc.constantFrom('Owen Farrell', 'Rita Kowalczyk', 'IMG_0931.PNG', 'a parent');
const byId = { selector: ({ id: key }: { id: string }) => key };

const person: fc.Arbitrary<PersonFacts> = fc.record({
  id,
  name: word,
  role: fc.constantFrom('respondent', 'witness', 'complainant', 'other'),
  unit: fc.boolean(),
  occupation: fc.boolean(),
  hours: fc.boolean(),
  standing: fc.boolean(),
  unprovedAccounts: fc.uniqueArray(fc.constantFrom('@one', '@two', '+1 203 555 0100')),
  heard: fc.boolean(),
});

const allegation: fc.Arbitrary<AllegationFacts> = fc.record({
  id,
  number: fc.integer({ min: 1, max: 9 }),
  respondentId: id,
  respondent: word,
  openElements: fc.uniqueArray(fc.record({ id, label: word }), byId),
  openExceptions: fc.uniqueArray(fc.record({ id, question: word }), byId),
  screenAnswered: fc.boolean(),
  openQuestions: fc.uniqueArray(fc.record({ id, question: word }), byId),
  notice: fc.record({ shown: fc.boolean(), because: word }),
  adviceOnly: fc.boolean(),
  inBreaks: fc.uniqueArray(fc.record({ itemId: id, words: word }), { selector: ({ itemId }) => itemId }),
});

const facts: fc.Arbitrary<InquiryFacts> = fc.record({
  unansweredFirst: fc.subarray([...FirstQuestion.options]),
  complaints: fc.uniqueArray(fc.record({ id, number: fc.nat(9), about: fc.boolean(), knowledge: fc.boolean() }), byId),
  people: fc.uniqueArray(person, byId),
  openConflicts: fc.uniqueArray(fc.record({ id, personId: id, name: word, words: word }), byId),
  responded: fc.uniqueArray(id).map((ids) => new Set(ids)),
  receipts: fc.uniqueArray(
    fc.record({
      id,
      number: fc.nat(9),
      fromWhom: word,
      cropped: fc.boolean(),
      evidenceId: fc.option(id),
      asked: fc.boolean(),
    }),
    byId,
  ),
  ownerless: fc.uniqueArray(fc.record({ id, name: word }), byId),
  contextOpen: fc.uniqueArray(fc.record({ itemId: id, evidenceId: id, name: word }), {
    selector: ({ itemId }) => itemId,
  }),
  unread: fc.uniqueArray(fc.record({ id, name: word }), byId),
  allegations: fc.uniqueArray(allegation, byId),
});

const keys = (of: InquiryFacts) => missingThings(of).map(({ key }) => key);

/** The case after everything was recorded that the list asks for. */
function mended(of: InquiryFacts): InquiryFacts {
  return {
    unansweredFirst: [],
    complaints: of.complaints.map((one) => ({ ...one, about: true, knowledge: true })),
    people: of.people.map((one) => ({
      ...one,
      unit: true,
      occupation: true,
      hours: true,
      standing: true,
      unprovedAccounts: [],
      heard: true,
    })),
    openConflicts: [],
    responded: new Set(of.allegations.map(({ respondentId }) => respondentId)),
    receipts: of.receipts.map((one) => ({ ...one, asked: true })),
    ownerless: [],
    contextOpen: [],
    unread: [],
    allegations: of.allegations.map((one) => ({
      ...one,
      openElements: [],
      openExceptions: [],
      screenAnswered: true,
      openQuestions: [],
      notice: { ...one.notice, shown: true },
      adviceOnly: false,
      inBreaks: [],
    })),
  };
}

test('each thing stands in the list once, in a sentence, with a record to mend it in', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const entries = missingThings(of);
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
      for (const { words, at } of entries) {
        expect(words.endsWith('.') || words.includes(': ')).toBe(true);
        expect(Object.values(at).some((where) => where !== null)).toBe(true);
      }
    }),
  );
});

test('a case in which everything was asked, requested, examined and heard has an empty list', () => {
  fc.assert(
    fc.property(facts, (of) => {
      expect(missingThings(mended(of))).toEqual([]);
    }),
  );
});

test('mending one thing takes its entries away and brings no other', () => {
  fc.assert(
    fc.property(facts, fc.nat(), (of, pick) => {
      const before = new Set(keys(of));
      const whole = mended(of);
      const names = Object.keys(whole) as (keyof InquiryFacts)[];
      const name = names[pick % names.length] ?? 'people';
      const after = keys({ ...of, [name]: whole[name] });
      expect(after.every((key) => before.has(key))).toBe(true);
    }),
  );
});

test('the same case gives the same list in the same order', () => {
  fc.assert(
    fc.property(facts, (of) => {
      expect(missingThings(of)).toEqual(missingThings(structuredClone(of)));
    }),
  );
});

test('a respondent is asked for unit, occupation, hours and standing, a witness only to be heard', () => {
  const none = {
    unit: false,
    occupation: false,
    hours: false,
    standing: false,
    unprovedAccounts: ['@o'],
    heard: false,
  };
  const of = (role: PersonFacts['role']) =>
    missingThings({
      ...mended({
        unansweredFirst: [],
        complaints: [],
        people: [],
        openConflicts: [],
        responded: new Set(),
        receipts: [],
        ownerless: [],
        contextOpen: [],
        unread: [],
        allegations: [],
      }),
      people: [{ id: 'p', name: 'Owen Farrell', role, ...none }],
    }).map(({ kind }) => kind);
  expect(of('respondent')).toEqual([
    'unit-unknown',
    'occupation-unknown',
    'schedule-unknown',
    'standing-unknown',
    'account-unproved',
    'respondent-not-interviewed',
  ]);
  expect(of('witness')).toEqual(['witness-not-heard']);
  expect(of('complainant')).toEqual(['witness-not-heard']);
  expect(of('other')).toEqual([]);
});
