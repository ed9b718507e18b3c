import type { Scope } from '../../gather/scope.ts';
import { gateTitle } from '../../gather/steps.ts';
import { bullets, type DraftPart } from '../kind.ts';
import { detail, eventsOf, momentWords } from './case-facts.ts';

/** Every gate that was passed over before, with the name and the reason: whatever is written later says so. */
export function passedOver(scope: Scope): readonly DraftPart[] {
  const found = eventsOf(scope, 'gate-overridden');
  if (found.length === 0) return [];
  const lines = found.map((event) => {
    const who = detail(event, 'by') ?? event.by;
    return `${gateTitle(scope, detail(event, 'gate'))}, on ${momentWords(scope, event.at)}, by ${who}: ${scope.safe(detail(event, 'reason') ?? event.note ?? '')}`;
  });
  return [{ id: 'passed-over', heading: 'Steps that were passed over', blocks: [bullets(...lines)] }];
}
