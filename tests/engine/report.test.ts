import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Desk, pupil, resourcesDir, teacher } from './desk.ts';

const desk = new Desk();
let ids: readonly string[] = [];
let childId = '';
const disclosure = 'my uncle beats me at home and I am scared to go back';

beforeAll(async () => {
  await desk.newCase();
  await desk.ask('person.add', teacher);
  childId = (
    await desk.ask('person.add', {
      ...pupil,
      accounts: [{ handle: 'mia.l', platform: null, owner: 'personal', disclaimer: null }],
    })
  ).id;
  ids = await desk.messages([
    { from: 'mia.l', at: '2026-03-10 21:00', text: disclosure },
    { from: 'ofarrell', at: '2026-03-10 21:05', text: 'See you at practice' },
  ]);
}, 60_000);
afterAll(() => desk.end());

const view = () => desk.ask('report.view', {});
/** The hours as the law's own file has them. */
const hoursOf = (step: string) => {
  const folder = join(resourcesDir, 'laws/connecticut');
  const file = readdirSync(folder).find((name) => name === 'mandated-report.yaml') ?? '';
  const law: { steps: { id: string; limits?: { hours: number }[] }[] } = parse(
    readFileSync(join(folder, file), 'utf8'),
  );
  return law.steps.find(({ id }) => id === step)?.limits?.[0]?.hours;
};

describe('danger to a child', () => {
  test('that the machine saw waits for somebody to decide', async () => {
    expect((await view()).open.map(({ itemId }) => ids.indexOf(itemId))).toEqual([0]);
  });

  test('starts a clock whose hours come from the law, at the moment of learning', async () => {
    const started = await desk.ask('report.start', {
      itemId: ids[0] ?? null,
      childId,
      knownAt: '2026-03-11T08:00:00-04:00',
      knownBy: 'Ana Reis',
    });
    expect(started.open).toEqual([]);
    const [clock] = started.clocks;
    expect(clock?.child).toMatch(/^Student /);
    const [oral, written] = clock?.duties ?? [];
    expect(oral).toMatchObject({
      what: 'oral-report',
      hours: hoursOf('mandated-report-oral'),
      due: '2026-03-12T00:00:00.000Z',
    });
    expect(oral?.source).toContain('17a-101b');
    expect(written).toMatchObject({
      what: 'written-report',
      hours: hoursOf('mandated-report-written'),
      due: null,
      state: 'waiting',
    });
  });

  test('is an event of the procedure, from which the steps count too', async () => {
    const { events } = await desk.ask('steps.view', {});
    expect(events.map(({ kind }) => kind)).toContain('mandated-report-knowledge');
  });

  test('records who was told and when, and whether it was in time', async () => {
    const [{ id: clockId } = { id: '' }] = (await view()).clocks;
    const told = await desk.ask('report.told', {
      clockId,
      what: 'oral-report',
      toldAt: '2026-03-11T19:30:00-04:00',
      toldTo: 'Careline',
      toldBy: 'Ana Reis',
      reference: '2026-0311',
    });
    const [oral, written] = told.clocks[0]?.duties ?? [];
    expect(oral?.state).toBe('done');
    // 48 hours from the oral report, and not from the knowledge.
    expect(written?.due).toBe('2026-03-13T23:30:00.000Z');
    const late = {
      clockId,
      what: 'written-report',
      toldAt: '2026-03-14T10:00:00-04:00',
      toldTo: 'DCF',
      toldBy: 'Ana Reis',
      reference: null,
    } as const;
    const sent = await desk.ask('report.told', late);
    expect(sent.clocks[0]?.duties[1]?.state).toBe('done-late');
    await desk.ask('report.told', { ...late, what: 'superintendent', toldTo: 'The superintendent' });
    expect((await view()).clocks[0]?.told.map(({ what }) => what)).toEqual([
      'oral-report',
      'written-report',
      'superintendent',
    ]);
    const { events } = await desk.ask('steps.view', {});
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['oral-report-made', 'written-report-made']));
  });

  test('is reversed with its event', async () => {
    for (let i = 0; i < 3; i++) await desk.ask('history.reverse', {});
    expect((await view()).clocks[0]?.told).toEqual([]);
    await desk.ask('history.reverse', {});
    expect((await view()).clocks).toEqual([]);
    expect((await view()).open).toHaveLength(1);
    const { events } = await desk.ask('steps.view', {});
    expect(events.map(({ kind }) => kind)).not.toContain('mandated-report-knowledge');
  });

  test('is found to call for no report only with a reason', async () => {
    const dismiss = { itemId: ids[0] ?? '', reason: 'The line quotes a novel read in class.', consulted: 'Counsel' };
    expect((await desk.refused('report.dismiss', { ...dismiss, reason: ' ' })).kind).toBe('bad-input');
    const { clocks, open } = await desk.ask('report.dismiss', dismiss);
    expect(open).toEqual([]);
    expect(clocks[0]).toMatchObject({ decision: 'not-reportable', duties: [], reason: dismiss.reason });
  });

  test('has no words of the child in the evidence record’s lines', async () => {
    const { rows } = await desk.ask('ledger.page', { before: null, limit: 100 });
    expect(rows.map(({ words }) => words).join('\n')).not.toMatch(/uncle|Lindqvist|novel/);
  });
});
