import type { ItemDraft } from '../../../contract/item.ts';
import { limits } from '../limits.ts';
import {
  type Detection,
  notThis,
  type Peek,
  type ReadContext,
  type Reader,
  ReadRefusal,
  type SourceFile,
  type Yielded,
} from './reader.ts';
import { passwordWrong } from './shared/container/archive-words.ts';
import {
  type CompoundStream,
  compoundStreams,
  isCompoundFile,
  readCompoundFile,
} from './shared/container/compound-file.ts';
import { decryptPackage } from './shared/office/decrypt-package.ts';
import { excelBinary } from './shared/office/legacy/excel-binary.ts';
import { powerPointBinary } from './shared/office/legacy/powerpoint-binary.ts';
import { type Summary, summaryOf } from './shared/office/legacy/summary.ts';
import { wordBinary } from './shared/office/legacy/word-binary.ts';
import { blankItem } from './shared/parties.ts';
import { tableItems } from './shared/table/table-items.ts';

type Kind = 'encrypted' | 'doc' | 'xls' | 'ppt';

const marks: readonly (readonly [Kind, RegExp, string])[] = [
  ['encrypted', /^EncryptedPackage$/, 'a newer Office document behind a password'],
  ['doc', /^WordDocument$/, 'a Word document of 1997 to 2003'],
  ['xls', /^(?:Workbook|Book)$/, 'an Excel workbook of 2003 and before'],
  ['ppt', /^(?:PP97_DUALSTORAGE\/)?PowerPoint Document$/, 'a PowerPoint presentation of 1997 to 2003'],
];

function kindOf(names: readonly string[]): (typeof marks)[number] | null {
  return marks.find(([, mark]) => names.some((name) => mark.test(name))) ?? null;
}

function detect(peek: Peek): Detection {
  if (!isCompoundFile(peek.head)) return notThis;
  const found = kindOf(peek.inside);
  if (found !== null) {
    const format = found[0] === 'encrypted' ? 'office-encrypted' : found[0];
    return { certainty: 'sure', because: `It is a compound file with the parts of ${found[2]}.`, format };
  }
  // A damaged list of parts leaves only the name.
  const named = peek.inside.length === 0 && /\.(?:doc|dot|xls|xlt|ppt|pps|docx|xlsx|pptx)$/i.test(peek.name);
  return named
    ? { certainty: 'likely', because: 'It is a compound file with the name of an Office document.' }
    : notThis;
}

interface Old {
  readonly streams: readonly CompoundStream[];
  readonly whole: ItemDraft;
  readonly zone: string | null;
}

function streamNamed(streams: readonly CompoundStream[], name: RegExp): Uint8Array | null {
  return streams.find(({ path }) => name.test(path))?.bytes() ?? null;
}

const passwordNeeded =
  'The document is encrypted and opens only with a password. It is kept; ask whoever handed it over for the password or for a copy without one.';

function* encrypted(): Iterable<Yielded> {
  yield { kind: 'facts', facts: { encrypted: true } };
  throw new ReadRefusal(passwordNeeded);
}

const olderStill =
  'The document is of a kind older than 1997, which is not read here. It is kept; open it with LibreOffice, save it anew and add that file too.';
const damaged =
  'The document is damaged: the part that holds its words cannot be found. It is kept; ask for a new copy, or open it with Office and save it anew.';

function document(whole: ItemDraft, text: string): Yielded {
  return { kind: 'item', item: { ...whole, text: text.slice(0, limits.itemTextCharacters) } };
}

function* readWord({ streams, whole }: Old): Iterable<Yielded> {
  const main = Buffer.from(streamNamed(streams, /^WordDocument$/) ?? []);
  const words = wordBinary(main, (name) => streamNamed(streams, new RegExp(`^${name}$`)));
  if (words.kind === 'encrypted') yield* encrypted();
  if (words.kind === 'older') throw new ReadRefusal(olderStill);
  if (words.kind !== 'words') throw new ReadRefusal(damaged);
  if (!words.complete)
    yield { kind: 'warning', text: 'The document is cut off or damaged; some of its words are missing.' };
  if (words.text === '') yield { kind: 'warning', text: 'The document holds no words.' };
  yield document(whole, words.text);
}

function* readExcel({ streams, whole, zone }: Old): Iterable<Yielded> {
  const stream = streamNamed(streams, /^Workbook$/) ?? streamNamed(streams, /^Book$/);
  const found = excelBinary(Buffer.from(stream ?? []));
  if (found.kind === 'encrypted') yield* encrypted();
  if (found.kind === 'older') throw new ReadRefusal(olderStill);
  if (found.kind !== 'tables' || found.tables.length === 0) throw new ReadRefusal(damaged);
  if (found.hidden.length > 0) {
    yield {
      kind: 'warning',
      text: `Hidden sheets were read too: ${found.hidden.map((name) => `"${name}"`).join(', ')}.`,
    };
  }
  if (found.cut) yield { kind: 'warning', text: 'The workbook holds more rows than are read; its end was not.' };
  const formulas = { label: 'Formulas', value: `${found.formulas}; the values they last had were read` };
  const facts = found.formulas === 0 ? whole.facts : [...whole.facts, formulas];
  yield* tableItems(found.tables, { ...whole, facts }, zone);
}

function* readPowerPoint({ streams, whole }: Old): Iterable<Yielded> {
  const stream = streamNamed(streams, /^PowerPoint Document$/) ?? streamNamed(streams, /PowerPoint Document$/);
  const words = powerPointBinary(Buffer.from(stream ?? []));
  if (words.kind === 'encrypted') yield* encrypted();
  if (words.kind !== 'words') throw new ReadRefusal(damaged);
  if (!words.complete)
    yield { kind: 'warning', text: 'The presentation is cut off or damaged; some of its words are missing.' };
  if (words.texts.length === 0) yield { kind: 'warning', text: 'The presentation holds no words.' };
  yield document(whole, words.texts.join('\n\n'));
}

function* activeContent(streams: readonly CompoundStream[]): Iterable<Yielded> {
  if (streams.some(({ path }) => /(?:^|\/)(?:VBA|_VBA_PROJECT_CUR|Macros)\//i.test(path))) {
    yield { kind: 'warning', text: 'The file holds macros (small programs); they were not run.' };
  }
  const objects = streams.filter(({ path }) => /(?:^|\/)(?:ObjectPool|MBD[0-9A-F]{8})\//i.test(path)).length;
  if (objects > 0) yield { kind: 'warning', text: 'The file holds objects of other programs; they were not opened.' };
}

function wholeItem(summary: Summary): ItemDraft {
  const { title, createdAt, facts } = summary;
  const pictures = {
    label: 'Not told apart',
    value: 'deleted and hidden words stand among the others; pictures inside the file were not taken out',
  };
  return { ...blankItem('whole document', 'document'), title, sentAt: createdAt, facts: [...facts, pictures] };
}

/** The document inside comes back as a file of its own, and is read as what it is. */
function* openedBy(password: string, streams: readonly CompoundStream[], name: string): Iterable<Yielded> {
  const part = (path: string): Uint8Array => streams.find((each) => each.path === path)?.bytes() ?? new Uint8Array();
  const opened = decryptPackage(part('EncryptionInfo'), part('EncryptedPackage'), password);
  yield { kind: 'facts', facts: { encrypted: true, entries: opened.kind === 'package' ? 1 : 0 } };
  if (opened.kind === 'wrong-password') throw new ReadRefusal(passwordWrong);
  if (opened.kind === 'unknown') {
    throw new ReadRefusal(
      'The document is damaged or encrypted in a way that cannot be opened here. It is kept; ask whoever handed it over for a copy without a password.',
    );
  }
  yield { kind: 'member', name, role: 'entry', bytes: opened.bytes };
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Yielded> {
  const compound = readCompoundFile(file.bytes);
  const streams = compound === null ? [] : [...compoundStreams(compound.root)];
  const kind = kindOf(streams.map(({ path }) => path))?.[0] ?? null;
  if (kind === null) throw new ReadRefusal(damaged);
  if (kind === 'encrypted') {
    const rights = streams.some(({ path }) => /DRM/.test(path));
    if (!rights && context.password !== undefined) {
      yield* openedBy(context.password, streams, file.name);
      return;
    }
    if (!rights) yield* encrypted();
    yield { kind: 'facts', facts: { encrypted: true } };
    throw new ReadRefusal(
      'The document is protected by the rights management of an organisation and opens only with an account there. It is kept; ask whoever handed it over for a copy without it.',
    );
  }
  yield* activeContent(streams);
  const whole = wholeItem(
    summaryOf(
      streams.find(({ path }) => path.endsWith('SummaryInformation') && !path.includes('Document'))?.bytes() ?? null,
    ),
  );
  const old: Old = { streams, whole, zone: context.zone };
  if (kind === 'doc') yield* readWord(old);
  else if (kind === 'xls') yield* readExcel(old);
  else yield* readPowerPoint(old);
}

/** Office documents of 2003 and before, and newer ones behind a password, which look the same from outside. */
export const legacyOffice: Reader = {
  id: 'office-old',
  version: 2,
  label: 'Old or encrypted Office document (.doc, .xls, .ppt)',
  source: 'https://learn.microsoft.com/openspecs/office_file_formats/ms-offfflp',
  endings: ['.doc', '.dot', '.xls', '.xlt', '.ppt', '.pps'],
  detect,
  read,
};
