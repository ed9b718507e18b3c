import { facebookComments } from '../draw/facebook.ts';
import { Canvas, toJpeg, toPng } from '../draw/svg.ts';
import { emlOf } from '../files/eml.ts';
import { androidExport } from '../files/whatsapp.ts';
import type { SampleFiles } from '../sample-files.ts';
import { wordDocument, workbook } from './office-files.ts';
import * as words from './words.ts';

const encoder = new TextEncoder();

/** Sources that are words only: the same bytes on every machine. */
export function wordSources(): SampleFiles {
  return new Map<string, Uint8Array>([
    ['02-group/HBMS staff lot.csv', words.groupCsv()],
    ['03-technology/Break room computer, Thursday 29 January.eml', emlOf(words.signInMail)],
    ['04-police/26-0231 no further action.eml', emlOf(words.policeMail)],
    ['05-ferris/WhatsApp Chat with Priya N.txt', encoder.encode(androidExport(words.nurseChat))],
    ['06-witnesses/Kowalczyk statement 2026-02-23.txt', encoder.encode(words.cookStatement)],
    ['06-witnesses/Lindgren statement 2026-02-23.txt', encoder.encode(words.secretaryStatement)],
    ['07-ostrow/walk-in note 2026-02-11.txt', encoder.encode(words.walkInNote)],
  ]);
}

function letter(): Canvas {
  const canvas = new Canvas(1240, 1100, '#f7f4ec', 'Noto Sans');
  for (const [index, line] of words.letterLines.entries()) {
    canvas.line(120, 170 + index * 72, line, { size: 44, fill: '#1d1d1f' });
  }
  return canvas;
}

/** All files of the incident by their path under `inbox/`. */
export async function staffLot(): Promise<SampleFiles> {
  const { canvas } = facebookComments(words.seenByLetter);
  return new Map<string, Uint8Array>([
    [
      '01-letter/letter, page 1.jpg',
      await toJpeg(letter(), 88, { takenAt: { local: '2026:02:02 07:41:20', offset: '-05:00' } }),
    ],
    ['01-letter/page from the group.png', await toPng(canvas)],
    ...wordSources(),
    [
      '03-technology/door log B wing 2026-01-29.xlsx',
      await workbook('B wing', [
        ['Door', 'Badge', 'Holder', 'Time'],
        ['B-2 break room', '0417', 'Kowalczyk R', '12:05:44'],
        ['B-2 break room', '0388', 'Morand T', '12:11:09'],
        ['B-2 break room', '0291', 'Rourke E', '12:14:30'],
        ['B-4 copy room', '0388', 'Morand T', '12:17:52'],
        ['B-2 break room', '0203', 'Dubois M', '12:20:15'],
        ['B-2 break room', '0417', 'Kowalczyk R', '12:27:03'],
        ['B-2 break room', '0388', 'Morand T', '12:29:40'],
      ]),
    ],
    [
      '06-witnesses/Dubois statement.docx',
      await wordDocument([
        'Marc Dubois, physical education. February 23, 2026.',
        'I have the Lot Monitor password, so do Tessa and Ed. The red pickup post on Thursday morning was me, on my phone. The one about the match was not me.',
        'I came into the break room about 12:20 and the computer was in use. I thought it was Ed. I commented from my own phone at 12:26.',
      ]),
    ],
  ]);
}
