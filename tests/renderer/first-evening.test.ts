import { describe, expect, test } from 'vitest';
import {
  type EveningAnswer,
  type EveningAnswers,
  type EveningQuestion,
  eveningCard,
  eveningQuestions,
} from '../../src/renderer/screens/first-evening/card.ts';
import { english } from '../../src/renderer/words/index.ts';

const everyNo = Object.fromEntries(eveningQuestions.map((question) => [question, 'no'])) as EveningAnswers;
const card = (given: Partial<Record<EveningQuestion, EveningAnswer | null>>) =>
  eveningCard({ ...everyNo, ...given }, english);

interface Scenario {
  readonly story: string;
  readonly given: Partial<Record<EveningQuestion, EveningAnswer>>;
  /** The first thing to do tonight, the first number to call (null: nobody), and what the next working day begins with. */
  readonly first: RegExp;
  readonly call: RegExp | null;
  readonly monday: RegExp;
  readonly says?: readonly RegExp[];
  readonly saysNot?: readonly RegExp[];
}

const picture = { 'minor-unclothed': 'yes' } as const;
const SCENARIOS: readonly Scenario[] = [
  {
    story: 'a parent mails a cropped screenshot of a teacher’s joke about a class; the post is still up',
    given: { 'may-disappear': 'yes' },
    first: /keep the message, the file and the telephone as they are/,
    call: /Whoever found it/,
    monday: /record hold/,
    says: [/without logging in/, /not a picture of it/, /bring in what you were handed/],
    saysNot: [/police/, /Title IX/, /12 hours/],
  },
  {
    story: 'a printed page lies in the office, nothing is on line any more, nobody is in a hurry',
    given: {},
    first: /Write down who told you/,
    call: null,
    monday: /Make a case here, record the complaint, and bring in/,
    saysNot: [/police/, /Save what anybody can see/],
  },
  {
    story: 'a student shows a picture of an unclothed classmate that a coach is said to have sent',
    given: { ...picture, 'child-at-risk': 'yes', 'sexual-harassment': 'yes', 'may-disappear': 'yes' },
    first: /Stop looking at it/,
    call: /The police, at once/,
    monday: /only as the police allow/,
    says: [
      /Do not copy, forward, print, photograph or save/,
      /within 12 hours/,
      /Save nothing yourself/,
      /in words only/,
    ],
    saysNot: [/Save what anybody can see/, /bring in what you were handed\.$/],
  },
  {
    story: 'somebody says that there is “a picture”, but not of whom or of what',
    given: { 'minor-unclothed': 'not-known' },
    first: /^Find out: Does any picture or video show a minor unclothed/,
    call: /The police, at once/,
    monday: /only as the police allow/,
    says: [/Do not import it here/, /in words only/],
  },
  {
    story: 'a pupil writes to an aide that she does not want to live any more; the aide tells nobody until tonight',
    given: { 'child-at-risk': 'yes' },
    first: /oral or electronic report within 12 hours/,
    call: /DCF Careline/,
    monday: /Ask DCF and the police whether/,
    says: [/Nights, weekends and holidays count/, /48 hours after the oral report/, /Do not question the child/],
  },
  {
    story: 'it is Friday at four, and a colleague thinks that a boy may be beaten at home, from a comment under a post',
    given: { 'child-at-risk': 'not-known' },
    first: /^Find out: Is there reason to suspect that a child/,
    call: /DCF Careline/,
    monday: /Ask DCF/,
    says: [/reasonable suspicion is enough/, /Do not hand the duty to somebody else/],
  },
  {
    story: 'a para writes to a girl of 15 at night that she is beautiful and must keep it between them',
    given: { 'child-at-risk': 'yes', 'sexual-harassment': 'yes', 'may-disappear': 'yes' },
    first: /within 12 hours/,
    call: /DCF Careline/,
    monday: /Ask DCF/,
    says: [
      /Tell the Title IX Coordinator/,
      /Do not impose discipline before that procedure has ended/,
      /without logging in/,
    ],
  },
  {
    story: 'two teachers, both adults: one posts remarks about the other’s body',
    given: { 'sexual-harassment': 'yes', 'may-disappear': 'yes' },
    first: /Tell the Title IX Coordinator/,
    call: /Title IX Coordinator/,
    monday: /which procedure goes first/,
    saysNot: [/12 hours/, /The police/],
  },
  {
    story: 'an officer calls: the department already has the telephone of the bus driver',
    given: { 'police-or-dcf': 'yes' },
    first: /Stop interviews/,
    call: /officer or DCF worker in charge/,
    monday: /extend the agreement’s time limits/,
    says: [/Record the hold/, /bring nothing in until the police or counsel/, /ordered to make/],
  },
  {
    story: 'the police are in it and the account may be closed over the weekend',
    given: { 'police-or-dcf': 'yes', 'may-disappear': 'yes' },
    first: /Stop interviews/,
    call: /officer or DCF worker/,
    monday: /extend/,
    says: [/tell the police what may disappear/],
    saysNot: [/Save what anybody can see/, /Get the file itself from each person/],
  },
  {
    story: 'nobody knows whether child protection was called last week',
    given: { 'police-or-dcf': 'not-known' },
    first: /^Find out: Are the police or child protection/,
    call: /officer or DCF worker/,
    monday: /extend/,
  },
  {
    story: 'the assistant principal who was told is the teacher’s brother-in-law',
    given: { 'conflict-of-interest': 'yes' },
    first: /Tell the Superintendent in a sentence/,
    call: /The Superintendent, who appoints somebody else/,
    monday: /who investigates now/,
    says: [/Whoever takes over makes the case/, /Do not look further into the evidence/],
    saysNot: [/bring in what you were handed\.$/],
  },
  {
    story: 'the principal herself was insulted in the post',
    given: { 'conflict-of-interest': 'yes', 'may-disappear': 'yes' },
    first: /Tell the Superintendent in a sentence/,
    call: /The Superintendent/,
    monday: /who investigates now/,
    says: [/keep the message, the file and the telephone/],
  },
  {
    story: 'the principal means to ring the teacher tonight to “clear the air”',
    given: { 'talk-planned': 'yes' },
    first: /Put the talk off/,
    call: /Superintendent or the head of personnel/,
    monday: /which agreement covers the employee/,
    says: [/once they ask for a representative/, /Do not interview anybody about it alone/],
  },
  {
    story: 'a meeting with the custodian stands in the calendar for Monday at eight, and his post may be taken down',
    given: { 'talk-planned': 'yes', 'may-disappear': 'yes' },
    first: /keep the message/,
    call: /Whoever found it/,
    monday: /record hold/,
    says: [/Put the talk off/, /Tell the union where the agreement says so/, /take it down before it was saved/],
  },
  {
    story: 'somebody may already have written to the secretary about it, nobody knows',
    given: { 'talk-planned': 'not-known' },
    first: /^Find out: Will anybody speak or write/,
    call: /Superintendent or the head of personnel/,
    monday: /which agreement/,
  },
  {
    story: 'a threat against the school stands in a teacher’s story, posted ten minutes ago',
    given: { 'child-at-risk': 'yes', 'police-or-dcf': 'not-known', 'may-disappear': 'yes', 'talk-planned': 'yes' },
    first: /^Find out: Are the police/,
    call: /DCF Careline/,
    monday: /Ask DCF/,
    says: [/The police, where the danger is now/, /Put the talk off/, /Stop interviews/],
  },
  {
    story: 'an administrator offers to log in with her sister’s account to see the closed group',
    given: { 'may-disappear': 'yes' },
    first: /keep the message/,
    call: /Whoever found it/,
    monday: /record hold/,
    says: [/Do not ask anybody for a log-in, a password or a friend request/, /31-40x/],
  },
  {
    story: 'the investigator has a stake, the police are in it, and there is a picture',
    given: { ...picture, 'police-or-dcf': 'yes', 'conflict-of-interest': 'yes' },
    first: /Stop looking at it/,
    call: /The police, at once/,
    monday: /only as the police allow/,
    says: [/Hand over the case file/, /Whoever takes over makes the case/],
  },
  {
    story: 'a reporter has the post, nothing else is known; every question is “not known yet”',
    given: Object.fromEntries(eveningQuestions.map((question) => [question, 'not-known'])),
    first: /^Find out: Does any picture/,
    call: /The police, at once/,
    monday: /only as the police allow/,
    says: [/Find out: Will anybody speak/, /Save nothing yourself/],
    saysNot: [/Save what anybody can see/],
  },
];

test('there are twenty scenarios', () => expect(SCENARIOS).toHaveLength(20));

describe.each(SCENARIOS)('$story', ({ given, first, call, monday, says = [], saysNot = [] }) => {
  const page = card(given);
  const all = [...page.who, ...page.tonight, ...page.monday, ...page.never, ...page.sources];

  test('begins with what must come first', () => {
    expect(page.tonight[0]).toMatch(first);
    if (call === null) expect(page.who).toEqual([]);
    else expect(page.who[0]).toMatch(call);
    expect(page.monday[0]).toMatch(monday);
  });

  test('says what it must and not what another answer rules out, each thing once', () => {
    for (const words of says)
      expect(
        all.some((line) => words.test(line)),
        String(words),
      ).toBe(true);
    for (const words of saysNot)
      expect(
        all.filter((line) => words.test(line)),
        String(words),
      ).toEqual([]);
    for (const part of [page.who, page.tonight, page.monday, page.never]) expect(new Set(part).size).toBe(part.length);
  });

  test('names the sources of every part that counts, and never leaves out the three nevers', () => {
    expect(page.sources.length).toBe(
      new Set(eveningQuestions.filter((question) => given[question] !== undefined)).size + 1,
    );
    expect(page.never.slice(0, 3).join(' ')).toMatch(/alone\..*log-in.*Do not forward pictures of students/);
  });
});

test('a question that is open is counted, and asks for nothing yet', () => {
  const open = card({ 'child-at-risk': null, 'minor-unclothed': null });
  expect(open.open).toBe(2);
  expect(open.tonight.join(' ')).not.toMatch(/12 hours|Stop looking/);
});
