import { join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '../../contract/calls.ts';
import { must } from '../../contract/errors.ts';
import type { ItemDraft } from '../../contract/item.ts';
import type { Passage } from '../../contract/mapping.ts';
import { findPassage, wholePicture } from './quotes.ts';
import type { Story } from './story.ts';

/** How the replay reaches the engine: by the very calls that a window makes, and by waiting for their jobs. */
export interface Hands {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  finished(jobId: string): Promise<void>;
  progress(done: number, total: number, current: string): void;
  readonly cancelled: () => boolean;
}

interface Found {
  readonly id: string;
  readonly item: ItemDraft;
}

/**
 * Carries a sample incident from the first questions to its findings, as an investigator would: every step is an ordinary
 * call with its line in the activity log. Documents are left to whoever asks for them.
 */
export async function replay(story: Story, folder: string, hands: Hands): Promise<void> {
  const acts: readonly (readonly [string, () => Promise<void>])[] = [
    ['First questions', () => firstQuestions(story, hands)],
    ['People', () => people(story, hands)],
    ['Complaint', () => complaint(story, hands)],
    ['Evidence', () => evidence(story, folder, hands)],
    ['Facts', () => facts(story, hands)],
    ['Witnesses', () => witnesses(story, hands)],
    ['Steps taken', () => events(story, hands)],
    ['Interviews', () => interviews(story, hands)],
    ['Allegations and findings', () => findings(story, hands)],
  ];
  for (const [index, [name, act]] of acts.entries()) {
    if (hands.cancelled()) return;
    hands.progress(index, acts.length, name);
    await act();
  }
  hands.progress(acts.length, acts.length, '');
}

async function firstQuestions(story: Story, { call }: Hands): Promise<void> {
  for (const { question, answer, note } of story.firstQuestions) {
    await call('first-question.answer', { question, answer, note });
  }
}

async function people(story: Story, { call }: Hands): Promise<void> {
  const ids = new Map<string, string>();
  for (const { id, certified: _c, represented: _r, ...person } of story.people) {
    ids.set(id, (await call('person.add', { ...person, relatives: [] })).id);
  }
  for (const { id, certified: _c, represented: _r, ...person } of story.people) {
    if (person.relatives.length === 0) continue;
    const relatives = person.relatives.map((relative) => must(ids.get(relative), 'a relative is in the story'));
    await call('person.update', { id: must(ids.get(id), 'the person was added'), person: { ...person, relatives } });
  }
  const idOf = (who: string) => must(ids.get(who), 'somebody in the story');
  for (const { personId, ...notice } of story.policyNotices) {
    await call('policy-notice.record', { ...notice, personId: idOf(personId) });
  }
  for (const { personId, towardId, ...conflict } of story.conflicts) {
    const toward = towardId === null ? null : idOf(towardId);
    await call('conflict.record', { ...conflict, personId: idOf(personId), towardId: toward });
  }
}

async function witnesses(story: Story, hands: Hands): Promise<void> {
  const ids = await peopleByStoryId(story, hands);
  for (const { personId, settled, ...statement } of story.statements) {
    const person = must(ids.get(personId), 'the witness is in the story');
    const { id } = await hands.call('witness-statement.write', { ...statement, id: null, personId: person });
    if (settled !== null) await hands.call('witness-statement.settle', { id, ...settled });
  }
}

/** Written down and signed after the steps that have to come before: the gates are those of any case. */
async function interviews(story: Story, hands: Hands): Promise<void> {
  const ids = await peopleByStoryId(story, hands);
  for (const { respondent, signedBy, ...interview } of story.interviews) {
    const respondentId = must(ids.get(respondent), 'the respondent is in the story');
    const { id } = await hands.call('interview.write', { ...interview, id: null, respondentId });
    await hands.call('interview.sign', { id, signedBy });
  }
}

/** Ids in the case of the story's people, by name: the case is the only memory that a replay needs. */
async function peopleByStoryId(story: Story, { call }: Hands): Promise<ReadonlyMap<string, string>> {
  const byName = new Map((await call('person.list', {})).map(({ name, id }) => [name, id]));
  return new Map(story.people.map(({ id, name }) => [id, must(byName.get(name), 'the person is in the case')]));
}

async function complaint(story: Story, hands: Hands): Promise<void> {
  const ids = await peopleByStoryId(story, hands);
  for (const { id: _, about, ...rest } of story.complaints) {
    await hands.call('complaint.record', {
      ...rest,
      about: about.map((who) => must(ids.get(who), 'the complaint is about somebody in the story')),
    });
  }
}

async function evidence(story: Story, folder: string, hands: Hands): Promise<void> {
  for (const { id: _, files, ...sheet } of story.receipts) {
    if (hands.cancelled()) return;
    const receipt = await hands.call('receipt.record', sheet);
    const paths = files.map((file) => join(folder, 'inbox', file));
    const job = await hands.call('intake.start', { paths, receiptId: receipt.id, zone: null });
    await hands.finished(job.id);
  }
  await owners(story, hands);
}

async function owners(story: Story, hands: Hands): Promise<void> {
  const ids = await peopleByStoryId(story, hands);
  const all = await hands.call('evidence.list', {});
  for (const { file, person } of story.owners) {
    const evidence = must(
      all.find(({ path }) => path.endsWith(`/inbox/${file}`)),
      `the sample holds ${file}`,
    );
    const personId = must(ids.get(person), 'the owner is in the story');
    await hands.call('evidence.set-owner', { id: evidence.id, personId });
  }
}

async function facts(story: Story, hands: Hands): Promise<void> {
  for (const fact of story.facts) {
    const itemId = fact.item === undefined ? null : (await find(hands, fact.item.file, fact.item.quote)).id;
    await hands.call('fact.record', { itemId, words: fact.what });
  }
  const job = await hands.call('suggestion.refresh', {});
  await hands.finished(job.id);
  const { notReportable } = story;
  if (notReportable === null) return;
  const { open } = await hands.call('report.view', {});
  for (const { itemId } of open) await hands.call('report.dismiss', { itemId, ...notReportable });
}

async function events(story: Story, hands: Hands): Promise<void> {
  const ids = await peopleByStoryId(story, hands);
  // What stands elsewhere in the case already is read from there.
  const derived = new Set(['complaint-received', 'response-received', 'response-lapsed']);
  for (const { id: _, kind, at, respondent, ...details } of story.events) {
    if (derived.has(kind)) continue;
    await hands.call('event.record', {
      kind,
      at,
      respondentId: respondent == null ? null : (ids.get(respondent) ?? null),
      details: scalars(details),
      note: null,
    });
  }
}

type Scalar = string | number | boolean | null;

function scalars(details: Readonly<Record<string, unknown>>): Record<string, Scalar> {
  const isScalar = (value: unknown): value is Scalar =>
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return Object.fromEntries(Object.entries(details).filter((entry): entry is [string, Scalar] => isScalar(entry[1])));
}

async function findings(story: Story, hands: Hands): Promise<void> {
  const ids = await peopleByStoryId(story, hands);
  for (const { respondent, ...response } of story.responses) {
    await hands.call('response.record', {
      ...response,
      respondentId: must(ids.get(respondent), 'the response is of somebody in the story'),
    });
  }
  for (const allegation of story.allegations) {
    if (hands.cancelled()) return;
    await oneAllegation(story, allegation, must(ids.get(allegation.respondent), 'a respondent'), hands);
  }
}

async function oneAllegation(
  story: Story,
  told: Story['allegations'][number],
  respondentId: string,
  hands: Hands,
): Promise<void> {
  const { call } = hands;
  const { clause, conductOn, specification, policyKnown } = told;
  const { policy } = story;
  const { id } = await call('allegation.add', { respondentId, policy, clause, conductOn, specification, policyKnown });
  for (const { element, weighs, file, quote, box, reason } of told.passages) {
    const found = await find(hands, file, quote);
    const passage = box ? wholePicture(quote) : passageIn(found, quote);
    await call('mapping.add', { itemId: found.id, policy, clause, element, weighs, passage, allegationId: id, reason });
    if (weighs === 'for') await markRelevant(hands, found.id, policy, clause);
  }
  for (const [element, state] of Object.entries(told.elements)) {
    await call('element.decide', { allegationId: id, element, state, reason: null });
  }
  for (const answer of told.exceptions) await call('exception.answer', { ...answer, allegationId: id });
  const { answer, reason } = told.screen;
  await call('screen.answer', {
    allegationId: id,
    answer,
    reason: reason ?? 'Nothing in these words is speech that the screen protects.',
  });
  for (const question of told.questions) await call('screen.answer-question', { ...question, allegationId: id });
  // Whoever finds has read what speaks for the employee, as it stands then.
  const { entries } = await call('best-case.view', { respondentId });
  await call('best-case.sign', { respondentId, keys: entries.map(({ key }) => key) });
  await call('finding.record', { allegationId: id, ...told.finding });
}

async function markRelevant(hands: Hands, itemId: string, policy: string, clause: string): Promise<void> {
  const { suggestions } = await hands.call('suggestion.list', { itemId, open: true });
  if (!suggestions.some((one) => one.policy === policy && one.clause === clause)) return;
  await hands.call('suggestion.decide', { itemId, policy, clause, decision: 'relevant', reason: null });
}

function passageIn(found: Found, quote: string): Passage {
  return findPassage(found.item, quote) ?? wholePicture(quote);
}

/** The item of a file in which the quotation stands, or its first one. */
async function find({ call }: Hands, file: string, quote: string): Promise<Found> {
  const all = await call('evidence.list', {});
  const evidence = must(
    all.find(({ path }) => path.replaceAll('\\', '/').endsWith(`/inbox/${file}`)),
    `the sample holds ${file}`,
  );
  // The same bytes under another name: the items are those of the first receipt.
  const source = all.find(({ sha256, outcome }) => sha256 === evidence.sha256 && outcome?.outcome !== 'duplicate');
  const { rows } = await call('item.page', {
    filter: { evidenceId: (source ?? evidence).id },
    sort: 'source',
    limit: 500,
  });
  let first: Found | null = null;
  for (const { id } of rows) {
    const view = await call('item.view', { id });
    first ??= { id, item: view.item };
    if (findPassage(view.item, quote) !== null) return { id, item: view.item };
  }
  return must(first, `${file} has items`);
}
