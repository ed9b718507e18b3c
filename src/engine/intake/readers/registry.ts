import { appleMail } from './apple-mail.ts';
import { calendarEntries } from './calendar-entries.ts';
import { contactCards } from './contact-cards.ts';
import { csvMessages } from './csv-messages.ts';
import { docxDocument } from './docx-document.ts';
import { emailMessage } from './email-message.ts';
import { harRecording } from './har-recording.ts';
import { legacyOffice } from './legacy-office.ts';
import { mailbox } from './mailbox.ts';
import { mhtmlPage } from './mhtml-page.ts';
import { odfDocument } from './odf-document.ts';
import { outlookMessage } from './outlook-message.ts';
import { outlookStore } from './outlook-store.ts';
import { outlookWinmail } from './outlook-winmail.ts';
import { pdfDocument } from './pdf-document.ts';
import { picture } from './picture.ts';
import { plainText } from './plain-text.ts';
import { pptxPresentation } from './pptx-presentation.ts';
import type { Reader } from './reader.ts';
import { rtfDocument } from './rtf-document.ts';
import { savedPage } from './saved-page.ts';
import { waczArchive } from './wacz-archive.ts';
import { warcArchive } from './warc-archive.ts';
import { whatsappExport } from './whatsapp-export.ts';
import { xlsxWorkbook } from './xlsx-workbook.ts';
import { zipArchive } from './zip-archive.ts';

/** Every reader, in the order in which a tie is decided: the more particular format first, plain text last. */
export const readers: readonly Reader[] = [
  whatsappExport,
  mailbox,
  appleMail,
  mhtmlPage,
  emailMessage,
  outlookMessage,
  outlookWinmail,
  outlookStore,
  calendarEntries,
  contactCards,
  picture,
  pdfDocument,
  docxDocument,
  pptxPresentation,
  xlsxWorkbook,
  odfDocument,
  legacyOffice,
  rtfDocument,
  warcArchive,
  waczArchive,
  zipArchive,
  harRecording,
  savedPage,
  csvMessages,
  plainText,
];
