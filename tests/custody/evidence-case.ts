import { randomBytes } from 'node:crypto';
import { ZipFile } from 'yazl';
import { type Desk, pupil, teacher } from '../engine/desk.ts';

/** A case with something of everything in it: sources of many chunks, members, people, findings, an issued document. */
export async function makeEvidenceCase(desk: Desk): Promise<void> {
  await desk.newCase();
  const owen = await desk.ask('person.add', teacher);
  await desk.ask('person.add', pupil);
  await desk.ask('complaint.record', {
    receivedAt: '2026-03-11T08:00:00-04:00',
    channel: 'email',
    complainant: 'A parent',
    words: 'Please look at his page.',
    about: [owen.id],
    receivedBy: null,
    promised: null,
  });
  const [item = ''] = await desk.messages(
    [
      { from: 'ofarrell', at: '2026-03-10T10:42:00-04:00', text: 'Posted in class' },
      { from: 'ofarrell', at: '2026-03-10T11:42:00-04:00', text: 'Posted in class again' },
    ],
    'Post',
  );
  desk.write('inbox/one.txt', 'The words of the first witness.');
  desk.write('inbox/two.txt', 'The words of the other witness');
  desk.write('inbox/large.bin', randomBytes(2_500_000));
  desk.write('inbox/members.zip', await zipOf({ 'inside/note.txt': 'A note inside.' }));
  await desk.import('inbox');
  const clause = { policy: '4118.51', clause: '8' } as const;
  const allegation = await desk.ask('allegation.add', {
    ...clause,
    respondentId: owen.id,
    conductOn: '2026-03-10',
    specification: { what: 'Posted in class', when: '10 March 2026', where: 'Facebook', toWhom: null },
    policyKnown: null,
  });
  const passage = { kind: 'words', start: 0, end: 6, text: 'Posted' } as const;
  const link = { itemId: item, element: 'update', weighs: 'for', passage, allegationId: allegation.id } as const;
  await desk.ask('mapping.add', { ...clause, ...link, reason: null });
  await desk.ask('finding.record', {
    allegationId: allegation.id,
    fact: 'not-proved',
    policy: 'not-reached',
    standard: 'preponderance',
    reasons: 'The thread is cropped.',
    contraryAnswered: null,
    credibility: null,
  });
  await desk.ask('gate.override', {
    respondentId: owen.id,
    gate: 'document:disciplinary-referral',
    reason: 'Both sides agreed.',
  });
  await desk.ask('document.issue', { kind: 'disciplinary-referral', respondentId: owen.id });
  await desk.ask('first-question.answer', { question: 'police-or-dcf', answer: 'no', note: null });
  await desk.ask('first-question.answer', { question: 'child-at-risk', answer: 'no', note: null });
  await desk.ask('history.reverse', {});
}

export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
    zip.outputStream.on('end', () => resolve(Buffer.concat(pieces)));
    zip.outputStream.on('error', reject);
  });
}
