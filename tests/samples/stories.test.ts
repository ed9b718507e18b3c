import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  gates,
  loadAgreements,
  loadCalendar,
  loadLaws,
  parseStepsInput,
  steps,
} from '../../src/engine/agreement/index.ts';
import { wordsOfSource } from './source-words.ts';
import { incidents, type Story, samplesFolder, storyOf } from './story-schema.ts';

const policies = path.resolve(samplesFolder, '../policies');
const Pack = z.looseObject({
  clauses: z.array(
    z.looseObject({
      id: z.string(),
      elements: z.array(z.looseObject({ id: z.string() })),
      exceptions: z.array(z.looseObject({ id: z.string() })),
    }),
  ),
});

function clausesOf(policy: string): z.infer<typeof Pack>['clauses'] {
  const folder = path.join(policies, policy);
  const file = readdirSync(folder).find((name) => name.endsWith('.yaml')) ?? '';
  return Pack.parse(parse(readFileSync(path.join(folder, file), 'utf8'))).clauses;
}

/** When a planned meeting is to be held, where the event announces one. */
function meetingOf(event: Story['events'][number]): readonly string[] {
  return typeof event.for === 'string' ? [event.for] : [];
}

const resources = path.resolve(samplesFolder, '..');

/** The story as the agreement room takes it: respondents by name, the shipped packs, the district's calendar. */
function stepsInputOf(story: Story): ReturnType<typeof parseStepsInput> {
  const names = new Map(story.people.map((person) => [person.id, person.name]));
  return parseStepsInput({
    events: story.events.map((event) => ({ ...event, respondent: names.get(event.respondent ?? '') ?? null })),
    packs: [...loadAgreements(resources), ...loadLaws(resources)],
    calendars: [loadCalendar(resources, story.district)],
    respondents: story.people
      .filter((person) => person.caseRole === 'respondent')
      .map(({ name, unit, certified, represented }) => ({ name, unit, certified, represented })),
    now: story.now,
  });
}

function timesOf(story: Story): readonly string[] {
  return [
    ...story.firstQuestions.map((each) => each.at),
    ...story.complaints.map((each) => each.receivedAt),
    ...story.receipts.map((each) => each.receivedAt),
    ...story.facts.map((each) => each.at),
    ...story.responses.map((each) => each.at),
    ...story.events.flatMap((each) => [each.at, ...meetingOf(each)]),
    story.now,
  ];
}

const Calendar = z.looseObject({
  years: z.array(z.looseObject({ noSchool: z.array(z.looseObject({ date: z.string() })) })),
  snowDays: z.array(z.looseObject({ date: z.string() })),
});

/** Days without school in the district's own calendar, weekends apart. */
function closedDaysOf(district: string): ReadonlySet<string> {
  const file = path.resolve(samplesFolder, '../calendars', `${district}.yaml`);
  const calendar = Calendar.parse(parse(readFileSync(file, 'utf8')));
  return new Set([...calendar.years.flatMap((year) => year.noSchool), ...calendar.snowDays].map((day) => day.date));
}

describe.each(incidents)('the story of %s', (incident) => {
  const story = storyOf(incident);
  const people = new Set(story.people.map((person) => person.id));

  test('quotes only words that stand in its files', async () => {
    const quoted = [...story.suggestions, ...story.allegations.flatMap((allegation) => allegation.passages)];
    const missing: string[] = [];
    for (const { file, quote } of quoted) {
      const words = (await wordsOfSource(incident, file)).replaceAll(/\s+/g, ' ');
      if (!words.includes(quote)) missing.push(`${file}: ${quote}`);
    }
    expect(missing).toEqual([]);
  });

  test('answers every element of each clause it alleges, and names no other', () => {
    for (const allegation of story.allegations) {
      const clause = clausesOf(story.policy).find((each) => each.id === allegation.clause);
      const elements = clause?.elements.map((each) => each.id).sort();
      expect(Object.keys(allegation.elements).sort(), allegation.id).toEqual(elements);
      expect(elements).toEqual(expect.arrayContaining(allegation.passages.map((passage) => passage.element)));
      const exceptions = clause?.exceptions.map((each) => each.id) ?? [];
      const answered = allegation.exceptions.map((each) => each.exception);
      expect(exceptions, allegation.id).toEqual(expect.arrayContaining(answered));
    }
  });

  test('leaves no passage against an allegation unanswered', () => {
    for (const allegation of story.allegations) {
      const against = allegation.passages.some((passage) => passage.weighs === 'against');
      expect(allegation.finding.contraryAnswered !== null, allegation.id).toBe(against);
    }
  });

  test('calls a breach only what is proved, with no element that is not met and no exception that applies', () => {
    for (const { id, finding, elements, exceptions } of story.allegations) {
      if (finding.policy !== 'breach') continue;
      expect(finding.fact, id).toBe('proved');
      const states = Object.entries(elements).filter(([, state]) => state === 'met');
      expect(states.length, id).toBeGreaterThan(0);
      expect(
        exceptions.some((each) => each.answer === 'applies'),
        id,
      ).toBe(false);
    }
  });

  test('refers only to people and files that it has', () => {
    const named = [
      ...story.complaints.flatMap((each) => each.about),
      ...story.people.flatMap((each) => each.relatives),
      ...story.allegations.map((each) => each.respondent),
      ...story.responses.map((each) => each.respondent),
      ...story.events.flatMap((each) => each.respondent ?? []),
      ...story.facts.flatMap((each) => each.about ?? []),
    ];
    expect(named.filter((id) => !people.has(id))).toEqual([]);
    const files = new Set(story.files.map((each) => each.path));
    expect(story.facts.flatMap((each) => each.source ?? []).filter((file) => !files.has(file))).toEqual([]);
  });

  test('tells every time with the offset of Connecticut on that day', () => {
    for (const time of timesOf(story)) {
      const zoned = Temporal.Instant.from(time).toZonedDateTimeISO(story.timeZone);
      expect(time.endsWith(zoned.offset), time).toBe(true);
    }
  });

  test('serves, interviews and decides on school days only, and nothing after the day it is looked at', () => {
    const closed = closedDaysOf(story.district);
    for (const event of story.events) {
      for (const time of [event.at, ...meetingOf(event)]) {
        const day = Temporal.PlainDate.from(time.slice(0, 10));
        expect(day.dayOfWeek > 5 || closed.has(day.toString()), `${event.id} ${time}`).toBe(false);
      }
      expect(Temporal.Instant.compare(event.at, story.now), event.id).toBeLessThanOrEqual(0);
    }
  });

  test('takes every step in time and in order, so that the referral may be issued', () => {
    const input = stepsInputOf(story);
    const lines = steps(input);
    expect(lines.filter((line) => line.doneLate || line.state === 'late' || line.missing.length > 0)).toEqual([]);
    expect(lines.filter((line) => line.step === 'findings').map((line) => line.state)).toEqual(
      input.respondents.map(() => 'done'),
    );
    const passed = gates(input).filter((gate) => gate.passed !== null);
    expect(passed.flatMap((gate) => gate.passed?.missing ?? [])).toEqual([]);
    const referral = gates(input).filter((gate) => gate.gate === 'document:disciplinary-referral');
    expect(referral.map((gate) => gate.open)).toEqual(input.respondents.map(() => true));
  });

  test('hears each respondent after notice and before findings', () => {
    for (const respondent of story.people.filter((person) => person.caseRole === 'respondent')) {
      const at = (kind: Story['events'][number]['kind']): number =>
        story.events.findIndex((event) => event.kind === kind && event.respondent === respondent.id);
      const order = [
        at('complaint-received'),
        at('notice-of-investigation-served'),
        at('interview-notice-served'),
        at('interview-held'),
        at('response-received'),
        at('investigation-completed'),
        at('findings-delivered'),
      ];
      expect(order).not.toContain(-1);
      expect(order, respondent.name).toEqual([...order].sort((a, b) => a - b));
    }
  });
});

test('the large story reports within 12 hours of knowledge and in writing within 48 hours of the call', () => {
  const events = storyOf('harbor-night').events;
  const at = (kind: string): Temporal.Instant => {
    const found = events.find((event) => event.kind === kind);
    if (found === undefined) throw new Error(`No event ${kind}.`);
    return Temporal.Instant.from(found.at);
  };
  const call = at('oral-report-made');
  expect(at('mandated-report-knowledge').until(call).total('hours')).toBeLessThan(12);
  expect(call.until(at('written-report-made')).total('hours')).toBeLessThan(48);
});

test('the large story ends in every way a finding can end that a fair case needs', () => {
  const findings = storyOf('harbor-night').allegations.map(({ finding }) => `${finding.fact}, ${finding.policy}`);
  expect(new Set(findings)).toEqual(
    new Set(['proved, breach', 'proved, no-breach', 'proved, not-bound', 'proved, protected', 'disproved, no-breach']),
  );
});

test('the small story sustains nothing', () => {
  expect(storyOf('cafeteria-joke').allegations.map(({ finding }) => finding.policy)).toEqual([
    'no-breach',
    'no-breach',
    'no-breach',
  ]);
});
