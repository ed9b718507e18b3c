import { z } from 'zod';
import { type EventKind, eventKinds } from '../../../contract/agreement.ts';
import type { EventView } from '../../../contract/step-view.ts';
import { computerZone, reckon, WallClockShape, wallClock } from '../../parts/zoned-time.ts';

/** Facts that belong to kinds of events, by the names that the step engine reads. */
export const EventDraft = z.object({
  kind: z.string(),
  respondentId: z.string().nullable(),
  at: WallClockShape,
  by: z.string(),
  how: z.string(),
  proof: z.string(),
  /** When a planned meeting is to be held. */
  for: WallClockShape,
  step: z.string(),
  due: z.string(),
  mutual: z.boolean(),
  written: z.boolean(),
  deprivation: z.boolean(),
  /** Facts of one kind of event only, by their names. */
  said: z.record(z.string(), z.string()),
  more: z.array(z.object({ name: z.string(), value: z.string() })),
  note: z.string(),
  reason: z.string(),
});
export type EventDraft = z.infer<typeof EventDraft>;

export type Field = 'by' | 'how' | 'proof' | 'for' | 'step' | 'due' | 'agreed' | 'deprivation';

const noClock = () => ({ day: '', time: '', zone: computerZone() });

export function blankEvent(kind: string, respondentId: string | null): EventDraft {
  return {
    kind,
    respondentId,
    at: noClock(),
    by: '',
    how: '',
    proof: '',
    for: noClock(),
    step: '',
    due: '',
    mutual: false,
    written: false,
    deprivation: false,
    said: {},
    more: [],
    note: '',
    reason: '',
  };
}

export type SaidField = 'secondUnit' | 'pay' | 'asked' | 'words' | 'choice' | 'side';

/** Facts of one kind of event: free words (null), or one of several; `units` are those of the district. */
const saidOfKind: Readonly<
  Partial<Record<string, Readonly<Partial<Record<SaidField, readonly string[] | 'units' | null>>>>>
> = {
  'second-post-checked': { secondUnit: 'units' },
  'leave-started': { pay: ['with', 'without'] },
  'cease-request-made': { asked: null, words: null },
  'compelled-statement-choice': { choice: ['voluntary', 'compelled', 'deferred'] },
  'extension-taken': { side: ['board', 'union'] },
};

const saidFields: readonly SaidField[] = ['secondUnit', 'pay', 'asked', 'words', 'choice', 'side'];

export function saidFieldsOf(kind: string) {
  const own = saidOfKind[kind] ?? {};
  return saidFields.flatMap((name) => {
    const options = own[name];
    return options === undefined ? [] : [{ name, options }];
  });
}

/** Which facts belong to a kind of event; who did it belongs to all. */
export function fieldsOf(kind: string): ReadonlySet<Field> {
  const fields = new Set<Field>(['by']);
  if (/-(served|delivered|sent|notified|given|made|told)$/.test(kind)) {
    fields.add('how');
    fields.add('proof');
  }
  if (kind.endsWith('-scheduled')) fields.add('for');
  if (kind === 'extension-agreed') for (const field of ['step', 'due', 'agreed'] as const) fields.add(field);
  if (kind === 'step-waived' || kind === 'extension-taken') fields.add('step');
  if (kind === 'decision-made') fields.add('deprivation');
  return fields;
}

/** Kinds that have a button of their own and are not entered as an event. */
const elsewhere: ReadonlySet<EventKind> = new Set(['gate-overridden', 'event-corrected', 'event-withdrawn']);

export function isEntered(kind: string): boolean {
  return ![...elsewhere].some((other) => other === kind) && Object.hasOwn(eventKinds, kind);
}

/** The facts as the engine takes them: only those that belong to the kind, and none that is empty. */
export function detailsOf(draft: EventDraft): Record<string, string | boolean> {
  const fields = fieldsOf(draft.kind);
  const details: Record<string, string | boolean> = {};
  for (const { name, value } of draft.more) {
    if (name.trim() !== '' && value.trim() !== '') details[name.trim()] = value.trim();
  }
  for (const field of ['by', 'how', 'proof', 'step', 'due'] as const) {
    if (fields.has(field) && draft[field].trim() !== '') details[field] = draft[field].trim();
  }
  for (const { name } of saidFieldsOf(draft.kind)) {
    const value = draft.said[name]?.trim() ?? '';
    if (value !== '') details[name] = value;
  }
  const meeting = reckon(draft.for);
  if (fields.has('for') && meeting.ok) details['for'] = meeting.timestamp;
  if (fields.has('agreed')) Object.assign(details, { mutual: draft.mutual, written: draft.written });
  if (fields.has('deprivation')) details['deprivation'] = draft.deprivation;
  return details;
}

/** An event on record as the form shows it, for a correction. Its times are shown on this computer's clock. */
export function draftOfEvent(event: EventView): EventDraft {
  const { details } = event;
  const said = (name: string) => {
    const value = details[name];
    return typeof value === 'string' ? value : '';
  };
  const own = saidFieldsOf(event.kind).map(({ name }) => name);
  const known: readonly string[] = [
    ...own,
    'by',
    'how',
    'proof',
    'for',
    'step',
    'due',
    'mutual',
    'written',
    'deprivation',
  ];
  const meeting = Date.parse(said('for'));
  return {
    ...blankEvent(event.kind, event.respondentId),
    at: wallClock(Date.parse(event.at), computerZone()),
    by: said('by'),
    how: said('how'),
    proof: said('proof'),
    for: Number.isNaN(meeting) ? noClock() : wallClock(meeting, computerZone()),
    step: said('step'),
    due: said('due'),
    mutual: details['mutual'] === true,
    written: details['written'] === true,
    deprivation: details['deprivation'] === true,
    said: Object.fromEntries(own.map((name) => [name, said(name)])),
    more: Object.entries(details)
      .filter(([name, value]) => !known.includes(name) && value !== null)
      .map(([name, value]) => ({ name, value: String(value) })),
    note: event.note ?? '',
  };
}
