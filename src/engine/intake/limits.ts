const KiB = 1024;
const MiB = 1024 * KiB;
const GiB = 1024 * MiB;

/** One limit of reading. `value` is in `unit`; `because` says what it protects and where the figure comes from. */
export interface Limit {
  readonly value: number;
  readonly unit: 'bytes' | 'ms' | 'ms per MB' | 'count' | 'ratio' | 'pixels' | 'characters';
  readonly of: string;
  readonly because: string;
}

/**
 * Every limit under which evidence is read, in one table. `docs/limits.md` prints it and a test holds the two together.
 * A limit never costs a byte of evidence: the file is stored first, and only its reading stops.
 */
export const limitTable = {
  readTime: {
    value: 60_000,
    unit: 'ms',
    of: 'time to read one file, before its size is counted',
    because:
      'ClamAV stops a scan after 120 s, IPED after 180 s; half of that keeps one bad file from holding up a folder. Measured here: a phone screenshot takes 1 to 2 s, a PDF of 500 pages of letters 3 s.',
  },
  readTimePerMegabyte: {
    value: 2_000,
    unit: 'ms per MB',
    of: 'time added for each megabyte of the file',
    because: 'The same addition that IPED makes, so that large mailboxes and archives are not cut off.',
  },
  readMemory: {
    value: 512 * MiB,
    unit: 'bytes',
    of: 'memory of one reading process, beside the bytes of the file itself',
    because:
      'IPED gives its external parser 512 MB. Measured here: 60 MB for mail and chats, 250 MB for a picture, 410 MB after many pictures.',
  },
  fileBytes: {
    value: 1 * GiB,
    unit: 'bytes',
    of: 'size of a file that is read (larger ones are stored and listed as not read)',
    because:
      'The bytes lie in the memory of the reading process; Node refuses buffers above 4 GiB and message bodies above 2 GiB.',
  },
  containerDepth: {
    value: 10,
    unit: 'count',
    of: 'archives inside archives',
    because: 'ClamAV follows 16 to 17 layers, Tika 10. Real exports have two.',
  },
  containerEntries: {
    value: 20_000,
    unit: 'count',
    of: 'files in one archive',
    because:
      'ClamAV stops at 10,000; a WhatsApp export with media holds up to 10,000 messages, so twice that is taken.',
  },
  memberBytes: {
    value: 256 * MiB,
    unit: 'bytes',
    of: 'unpacked size of one file in an archive',
    because:
      'It must fit twice into the memory limit; WhatsApp and mail providers cap ordinary attachments at 16 to 100 MB.',
  },
  unpackedBytes: {
    value: 20 * GiB,
    unit: 'bytes',
    of: 'unpacked size of one archive, all layers together',
    because: 'Larger than any phone export seen, smaller than an ordinary disk.',
  },
  unpackRatio: {
    value: 100,
    unit: 'ratio',
    of: 'unpacked size against packed size',
    because: 'Tika treats 100 times the input as a bomb. Office files and chats shrink 5 to 30 times.',
  },
  unpackRatioFrom: {
    value: 1 * MiB,
    unit: 'bytes',
    of: 'unpacked size from which the ratio counts',
    because: 'Small files of equal characters shrink more than 100 times and harm nobody.',
  },
  entryNameCharacters: {
    value: 1_024,
    unit: 'characters',
    of: 'length of the name of a file in an archive, with its folders',
    because: 'Linux allows 4,096 and macOS 1,024; Windows allows 260 without a setting.',
  },
  mimeDepth: {
    value: 20,
    unit: 'count',
    of: 'parts inside parts of a mail',
    because: 'Real mail stays under 8; ClamAV follows 16 layers.',
  },
  mimeParts: {
    value: 2_000,
    unit: 'count',
    of: 'parts of one mail',
    because: 'A mail with 500 pictures has about 1,000 parts.',
  },
  mimeHeaderBytes: {
    value: 256 * KiB,
    unit: 'bytes',
    of: 'headers of one mail or part',
    because: 'Exchange Online refuses headers above 256 KB.',
  },
  mailboxMessages: {
    value: 500_000,
    unit: 'count',
    of: 'messages of one mailbox or Outlook data file',
    because: 'A mailbox of 1 GB of ordinary mail holds 10,000 to 100,000 messages.',
  },
  compoundFileEntries: {
    value: 200_000,
    unit: 'count',
    of: 'folders and streams of an Outlook message or old Office file',
    because: 'A message with 2,000 attachments has about 40,000. Measured here: a list of 200,000 is read in 0.7 s.',
  },
  itemTextCharacters: {
    value: 10_000_000,
    unit: 'characters',
    of: 'words of one item',
    because: 'Tika stops at 1,000,000 characters beyond 100 times the input; ten times that is a book of 4,000 pages.',
  },
  pictureMegapixels: {
    value: 100_000_000,
    unit: 'pixels',
    of: 'size of a picture, read from its header before a pixel is unfolded',
    because:
      'The largest phone cameras take 108 to 200 megapixels in special modes and 12 to 50 ordinarily; 100 megapixels take 300 MB unfolded.',
  },
  pictureTextPixels: {
    value: 24_000_000,
    unit: 'pixels',
    of: 'size to which a picture is reduced before its words are read',
    because:
      'A scrolled screenshot of eight screens has 24 megapixels and stays as it is; recognition takes about 0.4 s a megapixel.',
  },
  pictureBandPixels: {
    value: 8_000_000,
    unit: 'pixels',
    of: 'part of a picture whose words are read at once (the picture is reduced until it fits)',
    because:
      'Recognition of 24 megapixels at once took more than 512 MB here, of 8 at most 480 MB; the letters of a photographed page stay 20 pixels high.',
  },
  pdfPages: {
    value: 10_000,
    unit: 'count',
    of: 'pages of a PDF',
    because: 'Dangerzone converts 10,000 pages at most.',
  },
  pdfScannedPages: {
    value: 10,
    unit: 'count',
    of: 'pages of a PDF whose words are read by machine, for a small file; a megabyte more allows half a page more',
    because: 'Recognition of a page full of letters takes 3 to 4.5 s here; 10 pages keep within the 60 s of a reading.',
  },
  pdfPicturePixels: {
    value: 40_000_000,
    unit: 'pixels',
    of: 'size of a picture inside a PDF that is unfolded for recognition',
    because: 'A letter scanned at 600 dots to the inch has 34 megapixels, which take 135 MB unfolded.',
  },
  tableRows: {
    value: 200_000,
    unit: 'count',
    of: 'rows of a table',
    because: 'Ten times the largest chat export that platforms hand out (40,000 messages in WhatsApp) still fits.',
  },
} as const satisfies Record<string, Limit>;

type LimitName = keyof typeof limitTable;

/** The figures alone; tests and the pool may be given others. */
export type Limits = { readonly [name in LimitName]: number };

function figures(): Limits {
  const table: Readonly<Record<LimitName, Limit>> = limitTable;
  return {
    readTime: table.readTime.value,
    readTimePerMegabyte: table.readTimePerMegabyte.value,
    readMemory: table.readMemory.value,
    fileBytes: table.fileBytes.value,
    containerDepth: table.containerDepth.value,
    containerEntries: table.containerEntries.value,
    memberBytes: table.memberBytes.value,
    unpackedBytes: table.unpackedBytes.value,
    unpackRatio: table.unpackRatio.value,
    unpackRatioFrom: table.unpackRatioFrom.value,
    entryNameCharacters: table.entryNameCharacters.value,
    mimeDepth: table.mimeDepth.value,
    mimeParts: table.mimeParts.value,
    mimeHeaderBytes: table.mimeHeaderBytes.value,
    mailboxMessages: table.mailboxMessages.value,
    compoundFileEntries: table.compoundFileEntries.value,
    itemTextCharacters: table.itemTextCharacters.value,
    pictureMegapixels: table.pictureMegapixels.value,
    pictureTextPixels: table.pictureTextPixels.value,
    pictureBandPixels: table.pictureBandPixels.value,
    pdfPages: table.pdfPages.value,
    pdfScannedPages: table.pdfScannedPages.value,
    pdfPicturePixels: table.pdfPicturePixels.value,
    tableRows: table.tableRows.value,
  };
}

export const limits: Limits = figures();
