import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { type Desk, pupil, sheet, teacher } from '../engine/desk.ts';
import { cases } from './cases.ts';

/** A photograph of three people, which the package of the face network brings with it. */
export const photograph = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
  'sample1.jpg',
);

const account = (handle: string) => ({ handle, platform: null, owner: 'personal', disclaimer: null }) as const;

export interface Planted {
  readonly respondentId: string;
  readonly photoId: string;
  readonly signId: string;
}

/** A case in which every string of the table stands somewhere, everything of it linked to one allegation. */
export async function plantCase(desk: Desk): Promise<Planted> {
  await desk.newCase();
  const respondentId = (await desk.ask('person.add', teacher)).id;
  const marisol = await desk.ask('person.add', {
    ...pupil,
    name: 'Marisol Reyes',
    accounts: [account('@mari.reyes_09'), account('+1 (203) 555-0142'), account('sol.reyes')],
  });
  for (const name of ['Sofia Griffith', 'Will Okonkwo', 'Zoë Brontë']) await desk.ask('person.add', { ...pupil, name });
  await desk.ask('person.add', {
    ...pupil,
    name: 'Carmen Reyes',
    caseRole: 'complainant',
    occupation: 'parent',
    relatives: [marisol.id],
  });
  await desk.ask('person.add', { ...pupil, name: 'Harriet Voss', caseRole: 'witness', occupation: 'nurse' });
  await desk.ask('complaint.record', {
    receivedAt: '2026-03-11T08:00:00-04:00',
    channel: 'email',
    complainant: 'Carmen Reyes',
    words: 'Okonkwo complaint: he wrote about children.',
    about: [respondentId],
    receivedBy: null,
    promised: null,
  });
  await plantEvidence(desk);
  const allegationId = await allege(desk, respondentId);
  await link(desk, allegationId);
  await desk.ask('finding.record', {
    allegationId,
    fact: 'not-proved',
    policy: 'not-reached',
    standard: 'preponderance',
    reasons: 'Bronte finding: the thread is cropped.',
    contraryAnswered: null,
    credibility: null,
  });
  await desk.ask('gate.override', {
    respondentId,
    gate: 'document:disciplinary-referral',
    reason: 'Both sides agreed.',
  });
  const files = await desk.ask('evidence.list', {});
  const idOf = (name: string) => files.find((file) => file.name === name)?.id ?? '';
  return { respondentId, photoId: idOf('Marisol Reyes photo.jpg'), signId: idOf('sign.png') };
}

async function plantEvidence(desk: Desk): Promise<void> {
  const small = await sharp(readFileSync(photograph))
    .resize({ width: 900 })
    .withExif({ IFD0: { Artist: 'Marisol camera', Copyright: 'Marisol camera' } })
    .jpeg({ quality: 90 })
    .toBuffer();
  desk.write('in/Marisol Reyes photo.jpg', small);
  desk.write('in/sign.png', await lines(['Marisol on picture', 'locker thirty one', 'Keep the hall clear']));
  desk.write(
    'in/mail.eml',
    [
      'From: Owen Farrell <ofarrell@school.example>',
      'To: sol.reyes@student.example',
      'Subject: About Griffith',
      'Date: Tue, 10 Mar 2026 10:42:00 -0400',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'See the invitation. The blue dinosaur was there, near locker thirty one.',
      '--b',
      'Content-Type: text/plain; name="Griffith invitation.txt"',
      'Content-Disposition: attachment; filename="Griffith invitation.txt"',
      '',
      'An invitation.',
      '--b--',
      '',
    ].join('\r\n'),
  );
  const receipt = await desk.ask('receipt.record', { ...sheet, fromWhom: 'Carmen Reyes' });
  await desk.ask('intake.start', { paths: [desk.at('in')], receiptId: receipt.id, zone: null });
  await desk.engine.idle();
  const rows = cases.flatMap(({ said }, index) =>
    said === null ? [] : [{ from: index % 3 === 0 ? 'sol.reyes' : 'ofarrell', at: at(index), text: said }],
  );
  await desk.messages(rows, 'Post');
}

const at = (index: number): string => `2026-03-10T10:${String(index % 60).padStart(2, '0')}:00-04:00`;

async function allege(desk: Desk, respondentId: string): Promise<string> {
  const { id } = await desk.ask('allegation.add', {
    policy: '4118.51',
    clause: '8',
    respondentId,
    conductOn: '2026-03-10',
    specification: { what: 'Marisol alleged that he posted.', when: '10 March 2026', where: 'Facebook', toWhom: 'Zoë' },
    policyKnown: null,
  });
  return id;
}

async function link(desk: Desk, allegationId: string): Promise<void> {
  for (let offset = 0; ; offset += 500) {
    const { rows } = await desk.ask('item.page', { sort: 'number', limit: 500, offset });
    for (const [index, { id }] of rows.entries()) {
      const { item } = await desk.ask('item.view', { id });
      const passage =
        item.text.trim() === ''
          ? ({ kind: 'box', page: 1, box: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 }, text: '' } as const)
          : ({ kind: 'words', start: 0, end: item.text.length, text: item.text } as const);
      await desk.ask('mapping.add', {
        itemId: id,
        policy: '4118.51',
        clause: '8',
        element: 'update',
        weighs: index % 4 === 0 ? 'against' : 'for',
        passage,
        allegationId,
        reason: index === 0 ? 'Griffith linked, because it was in class.' : null,
      });
    }
    if (rows.length < 500) return;
  }
}

/** Lines of words in the project's own font, so that the picture is the same on machines without any. */
async function lines(words: readonly string[]): Promise<Buffer> {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'));
  const layers = await Promise.all(
    words.map(async (line, index) => ({
      input: await sharp({
        text: {
          text: line,
          font: 'Inter 44',
          fontfile: join(fonts, '400Regular', 'Inter_400Regular.ttf'),
          dpi: 72,
          rgba: true,
        },
      })
        .png()
        .toBuffer(),
      left: 60,
      top: 60 + index * 120,
    })),
  );
  return sharp({ create: { width: 900, height: 460, channels: 3, background: '#ffffff' } })
    .composite(layers)
    .png()
    .toBuffer();
}
