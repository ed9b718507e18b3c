import type { StepEvent } from '../../../contract/steps.ts';
import { compareText, orderOf } from '../days/order.ts';

/** An event as it stands after corrections, with a remark where it was corrected. */
export type StandingEvent = { readonly event: StepEvent; readonly remark: string | null };

/** When an event was written down, as a number; where that is not known, when it happened. */
function recorded(event: StepEvent): number {
  return orderOf(event.recordedAt ?? event.at, 'UTC');
}

function laterRecorded(a: StepEvent, b: StepEvent): StepEvent {
  const order = recorded(a) - recorded(b) || compareText(a.id, b.id);
  return order >= 0 ? a : b;
}

/** For each corrected event the correction that was recorded last. */
function correctionsOf(events: readonly StepEvent[]): ReadonlyMap<string, StepEvent> {
  const byTarget = new Map<string, StepEvent>();
  for (const event of events) {
    if (!event.corrects) continue;
    const other = byTarget.get(event.corrects);
    byTarget.set(event.corrects, other === undefined ? event : laterRecorded(other, event));
  }
  return byTarget;
}

function isOnlyACorrection(event: StepEvent): boolean {
  return event.kind === 'event-corrected' || event.kind === 'event-withdrawn';
}

function corrected(original: StepEvent, correction: StepEvent): StandingEvent | null {
  // A correction of another kind of fact stands for itself; the one it replaces is gone.
  if (!isOnlyACorrection(correction)) return null;
  if (correction.kind === 'event-withdrawn' || !correction.correctAt) return null;
  const because = correction.reason ? `: ${correction.reason}` : '';
  return {
    event: { ...original, at: correction.correctAt },
    remark: `its time was corrected from ${original.at} to ${correction.correctAt}${because}`,
  };
}

/**
 * The events as they stand: corrected times in place, withdrawn ones gone. Nothing depends on the order in which they
 * were entered; of two corrections of one event the one recorded last holds.
 */
export function standingEvents(events: readonly StepEvent[]): readonly StandingEvent[] {
  const corrections = correctionsOf(events);
  const standing: StandingEvent[] = [];
  for (const event of events) {
    if (isOnlyACorrection(event)) continue;
    const correction = corrections.get(event.id);
    if (correction === undefined || correction.id === event.id) {
      standing.push({ event, remark: replaces(event) });
      continue;
    }
    const result = corrected(event, correction);
    if (result !== null) standing.push(result);
  }
  return standing;
}

function replaces(event: StepEvent): string | null {
  if (!event.corrects) return null;
  return `it replaces an earlier record${event.reason ? `: ${event.reason}` : ''}`;
}
