import type { ChronologyEntry, ChronologyRemark } from '../../contract/chronology.ts';
import { dateWords } from '../wall-time.ts';
import type { Dated } from './entries.ts';

/** An order that should hold: the first of one kind of thing before the first of another. */
interface Order {
  readonly earlier: (dated: Dated) => boolean;
  readonly later: (dated: Dated) => boolean;
  /** True where the later thing may not be without the earlier one at all. */
  readonly needed: boolean;
  readonly say: string;
}

const ofEvent = (kind: string) => (dated: Dated) => dated.event === kind;
const ofKind =
  (...kinds: readonly ChronologyEntry['kind'][]) =>
  ({ entry }: Dated) =>
    kinds.includes(entry.kind);

/** Where just cause is lost by the order of things: Daugherty's third and fourth tests (46 LA 359), Loudermill, 4118.51's request. */
const ORDERS: readonly Order[] = [
  {
    earlier: ofKind('response'),
    later: ofKind('decision'),
    needed: true,
    say: 'A decision stands on the line before the employee was heard or let the time pass.',
  },
  {
    earlier: ofKind('response'),
    later: ofKind('finding'),
    needed: false,
    say: 'A finding was recorded before the employee’s response.',
  },
  {
    earlier: ofKind('complaint'),
    later: ofEvent('notice-of-investigation-served'),
    needed: false,
    say: 'The notice of investigation was served before the complaint was received.',
  },
  {
    earlier: ofEvent('notice-of-investigation-served'),
    later: ofEvent('interview-held'),
    needed: true,
    say: 'The employee was interviewed before being told in writing of the investigation.',
  },
  {
    earlier: ofKind('capture'),
    later: ofEvent('cease-request-made'),
    needed: true,
    say: 'The employee was asked to stop the activity before the evidence was captured.',
  },
  {
    earlier: ofKind('capture'),
    later: ofEvent('content-deleted'),
    needed: false,
    say: 'The evidence was captured after the content was deleted: record how it could still be captured, and by whom.',
  },
  {
    earlier: ofEvent('compelled-statement-choice'),
    later: ofEvent('compelled-statement-warning-served'),
    needed: true,
    say: 'A warning for a compelled statement was served before it was decided that the statement is compelled.',
  },
  {
    earlier: ofEvent('findings-delivered'),
    later: ofEvent('discipline-issued'),
    needed: true,
    say: 'Discipline was issued before the findings were delivered.',
  },
  {
    earlier: ofEvent('investigation-completed'),
    later: ofEvent('findings-delivered'),
    needed: false,
    say: 'The findings were delivered before the inquiry was completed.',
  },
];

/** Days without anything recorded after which somebody will ask what was done. */
const SILENCE = 21;

/** What does not hold together on a line that is in order. */
export function remarksOn(dated: readonly Dated[]): ChronologyRemark[] {
  const entries = dated.map(({ entry }) => entry);
  return [
    ...ORDERS.flatMap((order) => brokenBy(order, dated)),
    ...duringHolds(dated),
    ...conductAfterComplaint(dated),
    ...silences(entries),
  ];
}

function brokenBy({ earlier, later, needed, say }: Order, dated: readonly Dated[]): ChronologyRemark[] {
  const first = dated.find(earlier)?.entry;
  const second = dated.find(later)?.entry;
  if (second === undefined) return [];
  if (first === undefined) return needed ? [{ kind: 'order', words: say, entries: [second.id] }] : [];
  return isAfter(first, second) ? [{ kind: 'order', words: say, entries: [second.id, first.id] }] : [];
}

/** Sure only where the days differ or both have an hour: a bare day says nothing of the order within it. */
function isAfter(one: ChronologyEntry, other: ChronologyEntry): boolean {
  const timed = one.order.includes('T') && other.order.includes('T');
  return timed ? one.order > other.order : dayOf(one) > dayOf(other);
}

function dayOf({ order }: ChronologyEntry): string {
  return order.slice(0, 10);
}

const HOLDS = [
  { started: 'police-or-dcf-hold-started', ended: 'police-or-dcf-hold-ended', whose: 'of police or child protection' },
  { started: 'title-ix-handoff-started', ended: 'title-ix-handoff-ended', whose: 'of the Title IX Coordinator' },
] as const;

/** Conn. Gen. Stat. 10-221s(b): while police or DCF look into it, the district's own inquiry waits. */
function duringHolds(dated: readonly Dated[]): ChronologyRemark[] {
  return HOLDS.flatMap(({ started, ended, whose }) => {
    const start = dated.find(({ event }) => event === started)?.entry;
    if (start === undefined) return [];
    const end = dated.find(({ event }) => event === ended)?.entry;
    const within = dated
      .filter(({ entry }) => entry.kind === 'interview' && isAfter(entry, start))
      .filter(({ entry }) => end === undefined || isAfter(end, entry))
      .map(({ entry }) => entry.id);
    if (within.length === 0) return [];
    const words = `${within.length === 1 ? 'An interview was' : `${within.length} interviews were`} held while the inquiry ${whose} asked the district to wait.`;
    return [{ kind: 'order', words, entries: [...within, start.id] }];
  });
}

function conductAfterComplaint(dated: readonly Dated[]): ChronologyRemark[] {
  const complaint = dated.findLast(({ entry }) => entry.kind === 'complaint')?.entry;
  if (complaint === undefined) return [];
  const after = dated
    .filter(({ entry, event, ownConduct }) => entry.kind === 'conduct' && event === null && ownConduct && entry.certain)
    .map(({ entry }) => entry)
    .filter((entry) => isAfter(entry, complaint));
  if (after.length === 0) return [];
  const words = `${after.length === 1 ? '1 linked item is' : `${after.length} linked items are`} later than the complaint: it cannot have been about ${after.length === 1 ? 'it' : 'them'}. Was the scope widened?`;
  return [{ kind: 'order', words, entries: after.map(({ id }) => id) }];
}

/** Long silences while the matter was open: from the complaint, or first knowledge, to the last decision or today's last entry. */
function silences(entries: readonly ChronologyEntry[]): ChronologyRemark[] {
  const start = entries.findIndex(({ kind }) => kind === 'complaint' || kind === 'knowledge');
  if (start < 0) return [];
  const open = entries.slice(start).filter(({ kind }) => kind !== 'conduct');
  return open.slice(1).flatMap((entry, index) => {
    const before = open[index];
    if (before === undefined) return [];
    const days = daysBetween(dayOf(before), dayOf(entry));
    if (days < SILENCE) return [];
    const words = `Nothing is recorded for ${days} days, from ${dateWords(dayOf(before))} to ${dateWords(dayOf(entry))}.`;
    return [{ kind: 'gap', words, entries: [before.id, entry.id] }];
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
