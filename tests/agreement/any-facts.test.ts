import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventKind, eventKinds } from '../../src/contract/agreement.ts';
import { StepEvent } from '../../src/contract/steps.ts';
import { gates, steps } from '../../src/engine/agreement/index.ts';
import { agreements, inputOf, laws } from './case.ts';
import { scenarios } from './scenario-turns.ts';

const units = agreements.flatMap((pack) => pack.units.map((unit) => unit.code));
const stepIds = agreements.flatMap((pack) => pack.steps.map((step) => step.id));
const kinds = Object.keys(eventKinds).filter((kind): kind is EventKind => kind in eventKinds);
const moments = fc
  .integer({ min: 0, max: 7000 })
  .map((hours) => new Date(Date.UTC(2025, 8, 2) + hours * 3_600_000).toISOString().replace('.000', ''));

const anyEvent = fc.record({
  kind: fc.constantFrom(...kinds),
  at: moments,
  for: fc.option(moments),
  level: fc.option(fc.integer({ min: 1, max: 4 })),
  side: fc.constantFrom('board' as const, 'union' as const, null),
  step: fc.constantFrom(...stepIds, 'grievance-1-answer', 'grievance-2-filing', 'tenured-hearing'),
  due: moments.map((moment) => moment.slice(0, 10)),
  mutual: fc.boolean(),
  written: fc.boolean(),
  registry: fc.boolean(),
  invasion: fc.boolean(),
});

function eventsOf(drawn: readonly object[]): readonly StepEvent[] {
  return drawn.map((event, index) => StepEvent.parse({ id: `e${index}`, ...event }));
}

describe('whatever is recorded, in whatever order', () => {
  test('every pack gives each step one state, and the order of entry changes nothing', () =>
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 40 }),
        fc.constantFrom(...units),
        moments,
        fc.infiniteStream(fc.nat()),
        (drawn, unit, now, chance) => {
          const events = eventsOf(drawn);
          const shuffled = events
            .map((event) => ({ event, at: chance.next().value }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ event }) => event);
          const scene = { now, respondents: [{ name: 'Dana Reyes', unit }] };
          const lines = steps(inputOf({ ...scene, events }));
          expect(steps(inputOf({ ...scene, events: shuffled }))).toEqual(lines);
          expect(gates(inputOf({ ...scene, events: shuffled }))).toEqual(gates(inputOf({ ...scene, events })));
          const names = lines.map((line) => `${line.pack} ${line.step}`);
          expect(new Set(names).size).toBe(names.length);
          for (const line of lines) {
            if (line.due !== null && line.state !== 'not-applicable')
              expect(line.arithmetic.length, line.step).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 150 },
    ));

  test.each(Object.entries(scenarios))('played backwards it comes to the same: %s', (_, { people, turns }) => {
    const events = turns.flatMap((turn) => ('event' in turn ? [turn.event] : []));
    const scene = { now: '2026-05-30', respondents: [...people], packs: [...agreements, ...laws] };
    expect(steps(inputOf({ ...scene, events: events.toReversed() }))).toEqual(steps(inputOf({ ...scene, events })));
  });
});
