import { appleMail } from './apple-mail.ts';
import { calendarEntries } from './calendar-entries.ts';
import { captions } from './captions.ts';
import { contactCards } from './contact-cards.ts';
import { csvMessages } from './csv-messages.ts';
import { discordExport } from './discord-export.ts';
import { docxDocument } from './docx-document.ts';
import { emailMessage } from './email-message.ts';
import { googleActivity } from './google-activity.ts';
import { googleChat } from './google-chat.ts';
import { groupMe } from './groupme-export.ts';
import { gzipArchive } from './gzip-archive.ts';
import { harRecording } from './har-recording.ts';
import { imazingExport } from './imazing-export.ts';
import { imessageExport } from './imessage-export.ts';
import { legacyOffice } from './legacy-office.ts';
import { linkedinExport } from './linkedin-export.ts';
import { mailbox } from './mailbox.ts';
import { metaExport } from './meta-export.ts';
import { mhtmlPage } from './mhtml-page.ts';
import { odfDocument } from './odf-document.ts';
import { outlookMessage } from './outlook-message.ts';
import { outlookStore } from './outlook-store.ts';
import { outlookWinmail } from './outlook-winmail.ts';
import { packedFile } from './packed-file.ts';
import { pdfDocument } from './pdf-document.ts';
import { picture } from './picture.ts';
import { plainText } from './plain-text.ts';
import { pptxPresentation } from './pptx-presentation.ts';
import type { Reader } from './reader.ts';
import { recording } from './recording.ts';
import { redditExport } from './reddit-export.ts';
import { rtfDocument } from './rtf-document.ts';
import { savedPage } from './saved-page.ts';
import { sevenZipArchive } from './seven-zip-archive.ts';
import { signalExport } from './signal-export.ts';
import { slackExport } from './slack-export.ts';
import { smsBackup } from './sms-backup.ts';
import { snapchatExport } from './snapchat-export.ts';
import { tarArchive } from './tar-archive.ts';
import { teamsExport } from './teams-export.ts';
import { telegramExport } from './telegram-export.ts';
import { tiktokExport } from './tiktok-export.ts';
import { waczArchive } from './wacz-archive.ts';
import { warcArchive } from './warc-archive.ts';
import { whatsappExport } from './whatsapp-export.ts';
import { xArchive } from './x-archive.ts';
import { xlsxWorkbook } from './xlsx-workbook.ts';
import { zipArchive } from './zip-archive.ts';

/** Every reader, in the order in which a tie is decided: the more particular format first, plain text last. */
export const readers: readonly Reader[] = [
  smsBackup,
  imessageExport,
  imazingExport,
  metaExport,
  xArchive,
  telegramExport,
  discordExport,
  slackExport,
  teamsExport,
  googleChat,
  groupMe,
  snapchatExport,
  tiktokExport,
  signalExport,
  whatsappExport,
  googleActivity,
  linkedinExport,
  redditExport,
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
  recording,
  captions,
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
  tarArchive,
  gzipArchive,
  packedFile,
  sevenZipArchive,
  harRecording,
  savedPage,
  csvMessages,
  plainText,
];
