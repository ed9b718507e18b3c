import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Audience } from '../../src/contract/custody.ts';
import { DocumentKind } from '../../src/contract/document.ts';
import { exportTo, filesWith } from '../custody/copy-desk.ts';
import { makeWav } from '../readers/made/recordings.ts';
import { runTool, savePdf, textOf } from '../referral/pdf-tools.ts';
import { ReasoningDesk } from './reasoning-desk.ts';

/** One word each, so that no line of a page can break it; by where it was planted. */
const needles = {
  answer: 'zqanswer',
  break: 'zqbreak',
  erratum: 'zqerratum',
  recordingName: 'zqrecording',
  transcript: 'zqtranscript',
  transcriptReason: 'zqtranscriptreason',
  contrary: 'zqcontrary',
  statement: 'zqstatement',
  statementReason: 'zqstatementreason',
  accountSays: 'zqaccount',
  factor: 'zqfactor',
  conclusion: 'zqconclusion',
  plainNote: 'zqunsaved',
} as const;
/** Who may be given everything, and a compelled statement with it. */
const inside: readonly Audience[] = ['full', 'counsel'];
const RECORD = 'compelled-interview-record';

const desk = new ReasoningDesk();
const drafted = new Map<DocumentKind, string>();
let refusals: readonly string[] = [];

async function printed(kind: DocumentKind): Promise<string | null> {
  const reply = await desk.engine.call('document.draft', { kind, respondentId: desk.respondentId });
  if (!reply.ok) {
    refusals = [...refusals, `${kind}: ${reply.error.title}`];
    return null;
  }
  const { draftId } = Object(reply.value);
  const blob = await desk.engine.blob({ kind: 'draft', draftId });
  const path = savePdf(blob?.bytes ?? new Uint8Array());
  return `${textOf(path)}\n${runTool('pdfinfo', [path])}`;
}

/** Answers everything that a breach asks for, so that no kind of document has a reason to be refused. */
async function sustain(): Promise<void> {
  const { allegationId, respondentId } = desk;
  const view = await desk.view();
  for (const { id } of view.elements)
    await desk.ask('element.decide', { allegationId, element: id, state: 'met', reason: null });
  for (const { id } of view.exceptions)
    await desk.ask('exception.answer', { allegationId, exception: id, answer: 'does-not-apply', reason: 'Asked.' });
  await desk.ask('screen.answer', { allegationId, answer: 'not-protected', reason: 'Asked.' });
  for (const { id, needed } of (await desk.view()).questions)
    if (needed) await desk.ask('screen.answer-question', { allegationId, question: id, answer: 'no', words: 'Asked.' });
  const { entries } = await desk.ask('best-case.view', { respondentId });
  await desk.ask('best-case.sign', { respondentId, keys: entries.map(({ key }) => key) });
  await desk.ask('finding.record', {
    allegationId,
    fact: 'proved',
    policy: 'breach',
    standard: 'preponderance',
    reasons: 'The post of 10 March stands on his page.',
    contraryAnswered: null,
    credibility: null,
  });
}

beforeAll(async () => {
  await desk.begin();
  const { respondentId, witnessId, allegationId } = desk;
  await desk.ask('complaint.record', {
    receivedAt: '2026-03-11T08:00:00-04:00',
    channel: 'email',
    complainant: null,
    words: 'He posts in class.',
    about: [respondentId],
    receivedBy: null,
    promised: null,
  });
  await desk.link('for');
  await desk.ask('response.record', { respondentId, state: 'lapsed', at: '2026-03-26T10:00:00-04:00', words: null });

  // An ordinary interview beside it: what is said freely is printed.
  await desk.ask('interview.write', desk.interview({ lines: [{ question: 'What happened?', answer: 'Freelysaid.' }] }));

  desk.write(`${needles.recordingName}.wav`, makeWav(2));
  await desk.import(`${needles.recordingName}.wav`);
  const recording = (await desk.ask('evidence.list', {})).find(({ name }) => name.endsWith('.wav'));
  const recordingId = recording?.id ?? '';
  await desk.ask('transcript.record', {
    evidenceId: recordingId,
    kind: 'transcript',
    language: 'English',
    madeBy: 'Dana Ruiz',
    consent: 'all-knew',
    complete: false,
    lines: [
      { at: 1, until: null, speaker: 'Owen Farrell', words: `Under orders I say ${needles.transcript} to this.` },
    ],
    note: null,
  });
  const interview = await desk.ask('interview.write', {
    ...desk.interview({
      manner: 'compelled',
      recordingId,
      heldAt: '2026-03-25T14:00:00-04:00',
      breaks: [{ from: '2026-03-25T14:10:00-04:00', to: '2026-03-25T14:12:00-04:00', why: needles.break }],
      lines: [{ question: 'What did you do?', answer: `I did ${needles.answer} because I was ordered to tell it.` }],
    }),
  });
  await desk.ask('gate.override', { respondentId, gate: 'interview', reason: 'Asked.' });
  await desk.ask('interview.sign', { id: interview.id, signedBy: 'Dana Ruiz' });
  await desk.ask('interview.add-erratum', {
    interviewId: interview.id,
    line: 1,
    words: `I meant ${needles.erratum}.`,
    askedBy: 'Owen Farrell',
  });
  const statement = await desk.ask(
    'witness-statement.write',
    desk.statement({
      personId: witnessId,
      manner: 'compelled',
      words: `Ordered to tell it I say ${needles.statement}.`,
    }),
  );
  await desk.ask('witness-statement.take-as-evidence', { id: statement.id });
  await desk.engine.idle();

  const linkWhole = async (part: string, weighs: 'for' | 'against', reason: string) => {
    const items = (await desk.ask('item.page', { sort: 'number', limit: 500 })).rows;
    for (const { id } of items) {
      const { item } = await desk.ask('item.view', { id });
      if (!item.text.includes(part)) continue;
      return desk.ask('mapping.add', {
        itemId: id,
        policy: '4118.51',
        clause: '7',
        element: 'title-or-reference',
        weighs,
        passage: { kind: 'words', start: 0, end: item.text.length, text: item.text },
        allegationId,
        reason,
      });
    }
    throw new Error(`no item says ${part}`);
  };
  await linkWhole(needles.transcript, 'for', `Because of ${needles.transcriptReason}`);
  const against = await linkWhole(needles.statement, 'against', `Because of ${needles.statementReason}`);
  await desk.ask('contrary.answer', { allegationId, mappingId: against.id, words: `Made of it: ${needles.contrary}` });
  const fact = await desk.ask('weighing.open', { allegationId, element: null, question: 'What did he do?' });
  const { accounts } = await desk.ask('weighing.add-account', {
    factId: fact.id,
    source: { kind: 'interview', id: interview.id, line: 1 },
    says: `That he did ${needles.accountSays}`,
    quote: `I did ${needles.answer}`,
  });
  const accountId = accounts[0]?.id ?? '';
  await desk.ask('weighing.weigh', {
    accountId,
    factor: 'plausibility',
    speaks: 'for',
    reason: `Since ${needles.factor}`,
  });
  await desk.ask('weighing.conclude', { factId: fact.id, believed: accountId, reasons: `Since ${needles.conclusion}` });
  await desk.ask('unsaved.keep', { place: 'interview/new', body: needles.plainNote });

  await sustain();
  for (const kind of DocumentKind.options) {
    const text = await printed(kind);
    if (text !== null) drafted.set(kind, text);
  }
}, 280_000);
afterAll(() => desk.end());

describe('a compelled statement', () => {
  test('reaches no document but its own record: of all kinds, no needle in any', () => {
    const found = [...drafted].flatMap(([kind, text]) =>
      kind === RECORD
        ? []
        : Object.entries(needles)
            .filter(([, word]) => text.includes(word))
            .map(([where]) => `${kind}: ${where}`),
    );
    expect(found).toEqual([]);
    // Nothing is left out of the search because it could not be made.
    expect(refusals).toEqual([]);
    expect([...drafted.keys()]).toEqual(DocumentKind.options);
  });

  test('stands in its own record, marked; the search would have found it elsewhere', () => {
    const own = drafted.get(RECORD) ?? '';
    for (const word of [needles.answer, needles.break, needles.erratum]) expect(own).toContain(word);
    expect(own).toContain('NOT FOR CRIMINAL USE');
    expect(own).not.toContain('Freelysaid');
    expect(drafted.get('interview-record')).toContain('Freelysaid');
    expect(drafted.get('disciplinary-referral')).toContain('compelled statement');
  });

  test('that somebody quotes in a letter stops the letter, and the sentence says which words', async () => {
    const { respondentId } = desk;
    const [part] = await desk.ask('document.texts', { kind: 'record-hold', respondentId });
    const order = { kind: 'record-hold', respondentId } as const;
    const quoted = `He told us: I did ${needles.answer} because I was ordered to tell it.`;
    const error = await desk.refused('document.draft', { ...order, texts: { [part?.part ?? '']: quoted } });
    expect(error.title).toContain('compelled statement');
    expect(error.title).toContain(needles.answer);
  });

  test.each(Audience.options.filter((audience) => !inside.includes(audience)))(
    'reaches no file of the copy for %s',
    async (audience) => {
      const folder = await exportTo(desk, audience);
      expect(
        Object.values(needles).flatMap((word) => filesWith(folder, word).map((path) => `${word}: ${path}`)),
      ).toEqual([]);
    },
    60_000,
  );

  test('is in no copy that is addressed to the police or a prosecutor: the copy is refused, and the folder stays empty', async () => {
    for (const to of ['Det. R. Lane, Hollow Brook Police', 'The State’s Attorney', 'a prosecutor']) {
      const order = { folder: desk.at('police'), audience: 'full', to };
      expect((await desk.refused('case.export', order)).kind, to).toBe('export-compelled');
    }
    expect(readdirSync(desk.folder)).not.toContain('police');
  });

  test('is in the copy for counsel, whole; what is still being typed is in no copy at all', async () => {
    const folder = await exportTo(desk, 'counsel');
    for (const [where, word] of Object.entries(needles)) {
      const found = filesWith(folder, word);
      if (where === 'plainNote') expect(found).toEqual([]);
      else expect(found, where).not.toEqual([]);
    }
  }, 60_000);

  test('leaves no word in the log or anywhere on the computer beside the case file', async () => {
    const beside = readdirSync(desk.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => path.startsWith(join(desk.folder, 'profile')));
    const seen = [...beside.map((path) => readFileSync(path, 'latin1')), desk.log.join('\n')].join('\n');
    expect(Object.values(needles).filter((word) => seen.includes(word))).toEqual([]);
    const lines = await desk.ask('ledger.page', { before: null, limit: 500 });
    expect(
      Object.values(needles).filter((word) => JSON.stringify(lines.rows.map(({ words }) => words)).includes(word)),
    ).toEqual([]);
  });
});
