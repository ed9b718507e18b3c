import { expect, test } from 'vitest';
import { event, gate, line, teacherPath } from './case.ts';

const now = '2026-04-08T09:00:00-04:00';
const second = event('interview-scheduled', '2026-03-30T09:00:00-04:00', { for: '2026-04-09T10:00:00-04:00' });

test('a second interview asks anew whether a representative is wanted', () => {
  const before = { events: teacherPath, now };
  expect(line(before, 'representation-settled').state).toBe('done');
  const planned = { events: [...teacherPath, second], now };
  expect(line(planned, 'representation-settled').state).toBe('due');
  expect(gate(planned, 'interview').missing.join(' ')).toContain('The question of a representative is open');
  const answered = event('representation-waived', '2026-04-08T08:00:00-04:00');
  expect(line({ events: [...planned.events, answered], now }, 'representation-settled').state).toBe('done');
});

test('an interview that is moved before it was held keeps its answer', () => {
  const waived = event('representation-waived', '2026-03-19T09:00:00-04:00');
  const path = [...teacherPath.filter(({ kind }) => !/arrived|requested|held/.test(kind)), waived];
  const moved = event('interview-scheduled', '2026-03-20T09:00:00-04:00', { for: '2026-03-27T10:00:00-04:00' });
  const scene = { events: [...path, moved], now: '2026-03-23T09:00:00-04:00' };
  expect(line(scene, 'representation-settled').state).toBe('done');
});

test('an interview held without asking anew is told on the line', () => {
  const held = event('interview-held', '2026-04-02T10:00:00-04:00');
  const third = event('interview-scheduled', '2026-04-06T10:00:00-04:00', { for: '2026-04-10T10:00:00-04:00' });
  const settled = line({ events: [...teacherPath, held, third], now }, 'representation-settled');
  expect(settled.state).toBe('due');
  expect(settled.why).toContain('Not done before the earlier meeting');
});
