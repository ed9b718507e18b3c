import type { z } from 'zod';
import type { ReadinessPoint } from '../../../contract/document.ts';
import type { AllegationView } from '../../../contract/finding.ts';
import { contextList } from '../../context/index.ts';
import { intakeCounts, notReadWords, receipts } from '../../intake/index.ts';
import { gateOf } from '../../procedure/index.ts';
import { conclusionOf } from '../input/conclusion.ts';
import type { DisciplinaryReferralInput } from '../input/disciplinary-referral.ts';
import { type Charged, chargedOf } from './allegations.ts';
import { barred } from './obtained.ts';
import type { Scope } from './scope.ts';
import { stepsOf } from './steps.ts';

type Point = z.infer<typeof ReadinessPoint>;

/** What is missing or weak before a document is issued; what stays open is printed in it. */
export function readinessOf(scope: Scope, kind: string): Point[] {
  const gate = gatePoints(scope, kind);
  if (kind !== 'disciplinary-referral') return gate;
  return [...gate, ...findingPoints(scope, chargedOf(scope)), ...evidencePoints(scope), ...stepPoints(scope)];
}

function gatePoints(scope: Scope, kind: string): Point[] {
  const gate = gateOf(scope.engine, scope.db, scope.respondent.name, `document:${kind}`);
  if (gate === null) {
    return [
      {
        severity: 'note',
        words: 'No agreement or law of this case asks for steps before this document.',
        room: 'steps',
      },
    ];
  }
  if (gate.overridden !== null) {
    const { by, reason } = gate.overridden;
    return [{ severity: 'weak', words: `The gate was passed over by ${by}: ${reason}`, room: 'steps' }];
  }
  return gate.missing.map((words) => ({ severity: 'blocks' as const, words, room: 'steps' as const }));
}

function findingPoints(scope: Scope, charged: Charged): Point[] {
  const points: Point[] = [];
  const add = (severity: Point['severity'], words: string) => points.push({ severity, words, room: 'findings' });
  if (charged.keptApart > 0) {
    const n = charged.keptApart === 1 ? '1 passage rests' : `${charged.keptApart} passages rest`;
    add('note', `${n} on a compelled statement, which is kept apart: it stands in no document but its own record.`);
  }
  if (charged.views.length === 0) add('blocks', `No allegation against ${scope.respondent.name} is recorded.`);
  for (const view of charged.views) {
    const name = `Allegation ${view.allegation.number}`;
    if (view.finding === null) add('weak', `${name}: no finding is recorded.`);
    if (view.response === null) add('weak', `${name}: the employee has not been heard.`);
    for (const words of unheard(view)) add('weak', `${name}: ${words}`);
    const open = view.elements.filter((element) => element.state === 'not-examined' && !standsElsewhere(view, element));
    for (const { label } of open) add('weak', `${name}: the element “${label}” was not examined.`);
    if (!view.elements.some((element) => element.for.length + element.against.length > 0)) {
      add('weak', `${name}: no passage is linked; it stands uncorroborated.`);
    }
    if (view.force === 'advisory' && view.finding?.forceNote == null && conclusionOf(view.finding) === 'Sustained') {
      add('weak', `${name}: the clause advises (“should”) and does not prohibit; say why it is held to be breached.`);
    }
    if (view.notice.state !== 'shown') add('weak', `${name}: ${view.notice.because}`);
  }
  return points;
}

/** What was said and not taken up. */
function unheard({ response, point, unweighed }: AllegationView): string[] {
  const untold = response?.state === 'received' && point === null;
  return [
    ...(untold ? ['what the response says to it has not been taken out of the response.'] : []),
    ...unweighed.map((question) => `accounts differ and were not weighed: ${question}`),
  ];
}

/** An element need not be examined where the one that it may replace, or that may replace it, is met. */
function standsElsewhere(view: AllegationView, element: AllegationView['elements'][number]): boolean {
  return view.elements.some(
    (other) => other.state === 'met' && (other.id === element.alternativeTo || other.alternativeTo === element.id),
  );
}

function evidencePoints(scope: Scope): Point[] {
  const { notRead, described, withoutReceipt } = intakeCounts(scope.db);
  const barredSheets = receipts(scope.db).filter(({ howObtained }) => barred.has(howObtained));
  const points: Point[] = [];
  const add = (severity: Point['severity'], words: string) => points.push({ severity, words, room: 'evidence' });
  if (notRead > 0) add('note', `${notReadWords({ notRead, described })}; silence about them is not clearance.`);
  if (withoutReceipt > 0)
    add('weak', `${withoutReceipt === 1 ? '1 file' : `${withoutReceipt} files`} came without a receipt sheet.`);
  for (const sheet of barredSheets) {
    add(
      'weak',
      `Receipt sheet ${sheet.number}: obtained in a way that Conn. Gen. Stat. 31-40x bars; ask counsel before using it.`,
    );
  }
  for (const { words } of contextPoints(scope)) add('weak', words);
  return points;
}

/** Pictures that something rests on, of whose conversation nothing more is in the case. */
function contextPoints(scope: Scope): readonly { readonly words: string }[] {
  const used = scope.db.all(
    'SELECT DISTINCT i.evidence_id AS id FROM open_mapping m JOIN item i ON i.id = m.item_id WHERE m.withdrawn = 0',
  );
  const cited = new Set(used.map((row) => row['id']));
  return contextList(scope.db)
    .filter(({ evidenceId, state }) => cited.has(evidenceId) && state !== 'found')
    .map(({ evidenceName, state, requests }) => {
      const last = requests.at(-1);
      const asked =
        last === undefined
          ? 'nobody was asked for it'
          : `${last.whom} was asked on ${last.askedAt.slice(0, 10)}: ${ANSWERS[last.answer]}`;
      return {
        words: `${evidenceName} shows part of a conversation. Context not obtained${state === 'not-obtained' ? '' : ' so far'}: ${asked}.`,
      };
    });
}

const ANSWERS = {
  waiting: 'no answer yet',
  'handed-over': 'handed over',
  refused: 'refused',
  'no-longer-there': 'it is no longer there',
} as const;

function stepPoints(scope: Scope): Point[] {
  const unconfirmed = new Set(
    stepsOf(scope)
      .filter(({ confirmed }) => !confirmed)
      .map(({ source }) => source),
  );
  if (unconfirmed.size === 0) return [];
  const words = `Not confirmed against its source: ${[...unconfirmed].join('; ')}. Dates that rest on it hold if the article says so.`;
  return [{ severity: 'note', words, room: 'steps' }];
}

/** The readiness points as the referral prints them. */
export function openPointsOf(scope: Scope): DisciplinaryReferralInput['openPoints'] {
  const weights = { blocks: 'missing', weak: 'weak', note: 'note' } as const;
  return readinessOf(scope, 'disciplinary-referral').map(({ severity, words }) => ({
    point: scope.safe(words),
    weight: weights[severity],
  }));
}
