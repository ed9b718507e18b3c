import sharp from 'sharp';
import type { DisciplinaryReferralInput } from '../../src/engine/referral/input/disciplinary-referral.ts';
import { at, sha256Of, twoWays } from './sample-basics.ts';

const picturesFile = 'A-2.png';

/** A phone screenshot of an invented post, drawn here. */
export async function samplePictures(): Promise<ReadonlyMap<string, Uint8Array>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1170" height="1400">
    <rect width="1170" height="1400" fill="#f0f2f5"/><rect x="40" y="120" width="1090" height="760" rx="24" fill="#fff"/>
    <circle cx="130" cy="220" r="54" fill="#6b8fb3"/>
    <g font-family="Liberation Sans, DejaVu Sans, sans-serif">
    <text x="210" y="210" font-size="44" font-weight="bold">Rowan Tidewell</text>
    <text x="210" y="262" font-size="32" fill="#65676b">March 10 at 10:42 AM · Public</text>
    <text x="90" y="370" font-size="42">Third period and the room is finally quiet.</text>
    <text x="90" y="430" font-size="42">Who else is counting the minutes to lunch?</text>
    <text x="90" y="560" font-size="36" fill="#65676b">14 likes · 3 comments</text>
    <rect x="90" y="600" width="990" height="2" fill="#ddd"/>
    <text x="90" y="680" font-size="38">Pilar Q.: Same here, long morning</text>
    <text x="90" y="750" font-size="38">Theo B.: Is this the class of the field trip?</text></g></svg>`;
  return new Map([[picturesFile, await sharp(Buffer.from(svg)).png().toBuffer()]]);
}

const exhibitBase = {
  aliases: [],
  pages: 1,
  receivedFrom: 'the complainant',
  receivedAt: '2026-03-12T08:15:00',
  receivedBy: 'Marguerite Oyelaran',
  howObtained: 'Handed over by the complainant, who saw it on a public page',
  capturedBy: null,
  completeness: 'complete' as const,
  when: null,
  timeRestsOn: null,
  redacted: null,
  pictures: [],
};

function exhibit(
  number: string,
  more: Partial<DisciplinaryReferralInput['exhibits'][number]> & { title: string; form: string; fileName: string },
) {
  return { ...exhibitBase, number, sha256: sha256Of(number), sizeBytes: 1000 + number.length * 48_211, ...more };
}

export const exhibits: DisciplinaryReferralInput['exhibits'] = [
  exhibit('A-1', {
    title: 'E-mail of complaint to the principal',
    form: 'E-mail (.eml)',
    fileName: 'complaint-2026-03-11.eml',
    when: at('2026-03-11T19:22:00', '-04:00'),
    timeRestsOn: 'the Date header of the message, with its offset',
    redacted: 'The name of the complainant’s child was replaced by “Student A”.',
  }),
  exhibit('A-2', {
    title: 'Screenshot of a public post of March 10',
    form: 'Screenshot (PNG, 1170 × 1400)',
    fileName: 'IMG_4471.PNG',
    aliases: ['Board 2'],
    capturedBy: 'the complainant, on her own telephone',
    completeness: 'cropped',
    when: at('2026-03-10T10:42:00'),
    timeRestsOn: 'the time shown on the screen; the screen states no zone',
    pictures: [
      {
        file: picturesFile,
        caption: 'A public post with the time shown above it and two comments below.',
        words: {
          text: 'Rowan Tidewell. March 10 at 10:42 AM. Public. Third period and the room is finally quiet. Who else is counting the minutes to lunch? 14 likes, 3 comments. Pilar Q.: Same here, long morning. Theo B.: Is this the class of the field trip?',
          language: 'en',
        },
        covered: [],
        boxes: [{ x: 0.06, y: 0.235, width: 0.84, height: 0.085, label: 'Allegation 1' }],
      },
    ],
  }),
  exhibit('A-3', {
    title: 'Export of the account’s own posts, January to March',
    form: 'Table of posts (CSV, 212 rows)',
    fileName: 'posts_export_rowan.tidewell_2026-01-01_2026-03-31_complete_account_history_final_version.csv',
    receivedFrom: 'the respondent',
    receivedAt: '2026-03-24T14:02:00',
    howObtained: 'Volunteered by the respondent at the interview; no password was asked for',
    capturedBy: 'the respondent, with the platform’s own export',
    when: at('2026-03-10T14:42:00', 'UTC'),
    timeRestsOn: 'the column “created_at”, labelled UTC by the platform',
  }),
  exhibit('A-4', {
    title: 'Master schedule of the high school, spring term',
    form: 'PDF document',
    fileName: 'ACHS master schedule S2.pdf',
    pages: 6,
    receivedFrom: 'the principal’s office',
    howObtained: 'Record of the district',
    capturedBy: 'the registrar',
  }),
  exhibit('A-5', {
    title: 'Record of the interview with the respondent',
    form: 'PDF document, signed',
    fileName: 'interview-record-2026-03-24.pdf',
    pages: 4,
    receivedFrom: 'the investigator',
    receivedAt: '2026-03-24T16:30:00',
    howObtained: 'Made at the interview, read and signed by the respondent',
    capturedBy: 'Marguerite Oyelaran',
    when: at('2026-03-24T13:30:00', 'America/New_York'),
    timeRestsOn: 'the record itself',
  }),
  exhibit('A-6', {
    title: 'Chat of the field trip’s parent volunteers',
    form: 'Chat export (text, 88 messages)',
    fileName: '_chat.txt',
    pages: 3,
    receivedFrom: 'a parent volunteer',
    receivedAt: '2026-03-18T09:40:00',
    howObtained: 'Volunteered by a member of the chat',
    completeness: 'excerpt',
    when: twoWays,
    timeRestsOn: 'dates written by the telephone; day and month may be exchanged',
  }),
];
