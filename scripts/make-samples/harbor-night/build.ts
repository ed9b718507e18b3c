import sharp from 'sharp';
import { facebookPost } from '../draw/facebook.ts';
import { followRequests, notifications, textStory } from '../draw/instagram.ts';
import { Canvas, toJpeg, toPng } from '../draw/svg.ts';
import { androidTexts, iphoneTexts } from '../draw/text-messages.ts';
import { emlOf } from '../files/eml.ts';
import { messagesCsv } from '../files/messages-csv.ts';
import { printOutOf } from '../files/print-out.ts';
import { androidExport, androidTwentyFourHourExport, iphoneExport } from '../files/whatsapp.ts';
import { zipOf } from '../files/zip.ts';
import type { SampleFiles } from '../sample-files.ts';
import { coachTexts } from './coach-texts.ts';
import * as mails from './mails.ts';
import { nieceChat } from './niece-chat.ts';
import { profilePrintOut, sprague12December, walkInNotes } from './pages.ts';
import * as screens from './screens.ts';
import { teachersChat, teachersChatName } from './teachers-chat.ts';
import { teamChat } from './team-chat.ts';

const encoder = new TextEncoder();

/** Sources that are words only: the same bytes on every machine. */
export function wordSources(): SampleFiles {
  return new Map<string, Uint8Array>([
    ['02-reyes-phone/Messages - Coach Ray.csv', messagesCsv(coachTexts)],
    ['03-pell/walk-in notes 2026-01-21.txt', encoder.encode(walkInNotes)],
    ['05-school-mail/texted Mateo R just now - armory.eml', emlOf(mails.emergencyTold)],
    ['05-school-mail/Re_ texted Mateo R just now - armory.eml', emlOf(mails.emergencyAnswered)],
    ['05-school-mail/AD desk notes 12-12.txt', encoder.encode(sprague12December)],
    ['05-school-mail/Page history you asked for.eml', emlOf(mails.pageHistory)],
    ['05-school-mail/Tarea de ingles.eml', emlOf(mails.spanishMail)],
    ['05-school-mail/Field trip Thursday.eml', emlOf(mails.fieldTrip)],
    ['05-school-mail/banquet + trophy case.eml', emlOf(mails.banquetMail)],
    ['06-tolliver/WhatsApp Chat with Bri.txt', encoder.encode(androidTwentyFourHourExport(nieceChat))],
    ['07-whitcombe/Class sizes at the high school.eml', emlOf(mails.classSizeLetter)],
  ]);
}

/** The conversations inside the two chat archives, as the exporters write them. */
export function chatTexts(): { readonly team: string; readonly teachers: string } {
  return { team: androidExport(teamChat), teachers: iphoneExport(teachersChat, teachersChatName) };
}

function note(width: number, height: number, paper: string, heading: string, lines: readonly string[]): Canvas {
  const canvas = new Canvas(width, height, paper, 'Noto Sans');
  canvas.line(60, 110, heading, { size: 56, weight: 700, fill: '#2b2f36' });
  for (const [index, line] of lines.entries()) {
    canvas.line(60, 200 + index * 66, line, { size: 42, fill: '#2b2f36' });
  }
  return canvas;
}

async function chatArchives(): Promise<SampleFiles> {
  const chats = chatTexts();
  const results = note(960, 720, '#f3f1ea', 'Cove Hill Invitational', [
    '1 Northfield 44',
    '2 Cove Hill 67',
    '3 Harbor Point 81',
    'Boys varsity, 5 km',
    'Oct 11',
  ]);
  const heats = note(960, 720, '#eef2f3', 'Sat heat sheet', [
    'Mile H2: Reyes',
    '600: Bellamy',
    '4x4: Patel, Bellamy, Ruiz, Reyes',
    'Bus 1 6:50  Bus 2 7:05',
  ]);
  const poem = note(960, 1200, '#f6f0e2', 'Lines for the hallway', [
    'The harbor keeps',
    'what the harbor likes:',
    'a glove, a bell,',
    'the sound of bikes.',
    '',
    'English 10, period 4',
  ]);
  return new Map([
    [
      '02-reyes-phone/WhatsApp Chat with HPHS XC team + parents.zip',
      await zipOf([
        {
          name: 'WhatsApp Chat with HPHS XC team + parents.txt',
          bytes: encoder.encode(chats.team),
          at: '2026-01-22T19:12:40-05:00',
        },
        { name: 'IMG-20251011-WA0002.jpg', bytes: await toJpeg(results, 82), at: '2025-10-11T10:12:20-04:00' },
        { name: 'IMG-20260115-WA0001.jpg', bytes: await toJpeg(heats, 82), at: '2026-01-15T16:40:10-05:00' },
      ]),
    ],
    [
      '07-whitcombe/WhatsApp Chat - Room 214 lunch.zip',
      await zipOf([
        { name: '_chat.txt', bytes: encoder.encode(chats.teachers), at: '2026-02-04T18:30:02-05:00' },
        {
          name: '00000013-PHOTO-2025-10-21-20-02-14.jpg',
          bytes: await toJpeg(poem, 82),
          at: '2025-10-21T20:02:14-04:00',
        },
      ]),
    ],
  ]);
}

const onMateosPhone = { offset: '-05:00' } as const;

async function reyesFiles(): Promise<SampleFiles> {
  const october = await toPng(iphoneTexts(screens.octoberTexts), {
    takenAt: { local: '2026:01:19 20:04:11', ...onMateosPhone },
  });
  const november = await toPng(iphoneTexts(screens.novemberTexts), {
    takenAt: { local: '2026:01:19 20:05:02', ...onMateosPhone },
  });
  const january = await toPng(iphoneTexts(screens.januaryTexts), {
    takenAt: { local: '2026:01:19 20:06:47', ...onMateosPhone },
  });
  const attachments = [
    { name: 'IMG_4466.PNG', type: 'image/png', bytes: october },
    { name: 'IMG_4469.PNG', type: 'image/png', bytes: november },
  ];
  // What a messenger makes of a screenshot: smaller, recompressed, without its camera facts.
  const forwarded = await sharp(january)
    .resize({ width: 828 })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 70 })
    .toBuffer();
  return new Map<string, Uint8Array>([
    ['01-reyes-complaint/Coach texting my son at night.eml', emlOf(mails.complaintMail(attachments))],
    ['02-reyes-phone/IMG_4471.PNG', january],
    ['02-reyes-phone/IMG_4471 (1).PNG', january],
    ['02-reyes-phone/IMG-20260119-WA0009.jpg', forwarded],
    ['02-reyes-phone/Screenshot_20251204-192644_Instagram.png', await toPng(notifications(screens.followNotices))],
    // The copy to the memory stick broke off: only the first 700 bytes of the picture are there.
    ['02-reyes-phone/IMG_4472.PNG', october.subarray(0, 700)],
  ]);
}

/** A phone program's own backup that no reader knows: a made-up signature and a run of bytes without meaning. */
function unknownBackup(): Uint8Array {
  const bytes = new Uint8Array(6144);
  let state = 0x2f6e2b1;
  for (let index = 0; index < bytes.length; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[index] = state >>> 24;
  }
  bytes.set([0x91, 0x54, 0x42, 0x4b, 0x55, 0x50, 0x03, 0x00]);
  return bytes;
}

/** All files of the incident by their path under `inbox/`. */
export async function harborNight(): Promise<SampleFiles> {
  const archives = await chatArchives();
  const whole = archives.get('02-reyes-phone/WhatsApp Chat with HPHS XC team + parents.zip') ?? new Uint8Array();
  const story = await toPng(textStory(screens.worryStory));
  return new Map<string, Uint8Array>([
    ...(await reyesFiles()),
    ...archives,
    ...wordSources(),
    ['03-pell/Whitcombe facebook page.pdf', printOutOf(profilePrintOut)],
    ['03-pell/Screenshot_20260118-203311_Facebook.png', await toPng(facebookPost(screens.openMicPost))],
    ['03-pell/school page nov 2.jpg', await toJpeg(facebookPost(screens.turfPost), 88)],
    [
      '04-abbott/IMG_2210.PNG',
      await toPng(followRequests(screens.followList), { takenAt: { local: '2025:10:22 07:12:30', offset: '-04:00' } }),
    ],
    [
      '05-school-mail/Worried about a student, please read first.eml',
      emlOf(mails.storyMail({ name: 'IMG_0317.PNG', type: 'image/png', bytes: story })),
    ],
    ['06-tolliver/Screenshot_20260130-174810_Messages.png', await toPng(androidTexts(screens.sonTexts))],
    // Ray Tolliver's own backup of the chat with the team; the upload ended early, so the list of entries is missing.
    ['06-tolliver/team chat backup.zip', whole.subarray(0, Math.floor(whole.length * 0.55))],
    ['06-tolliver/phone-backup.tbk', unknownBackup()],
  ]);
}
