import { Bookmark, type FileChild, HeadingLevel, Paragraph, TextRun } from 'docx';
import type { ComposedInput, Part } from '../../input/composed.ts';
import type { SetPicture } from '../pictures.ts';
import { blockChildren } from './blocks.ts';
import { Runs } from './runs.ts';
import { QUIET } from './styles.ts';

/** Everything between the running heads, in reading order. */
export function bodyOf(input: ComposedInput, pictures: ReadonlyMap<string, SetPicture>): FileChild[] {
  const anchors = new Set(input.parts.flatMap(({ anchor }) => anchor ?? []));
  const runs = new Runs(anchors);
  return [
    ...letterheadOf(input),
    ...(input.draft ? [draftNotice(input)] : []),
    ...openingOf(input),
    ...input.parts.flatMap((part) => partOf(part, runs, pictures)),
    ...closingOf(input),
  ];
}

function label(text: string, bold = false): Paragraph {
  return new Paragraph({ style: 'Label', children: [new TextRun({ text, bold })] });
}

function letterheadOf({ letterhead }: ComposedInput): Paragraph[] {
  const { district, office, addressLines, contact } = letterhead;
  const lines = [office, ...addressLines, contact].filter((line) => line !== null);
  return [label(district, true), ...(lines.length === 0 ? [] : [label(lines.join(' · '))])];
}

function draftNotice({ language }: ComposedInput): Paragraph {
  const text =
    language === 'es'
      ? 'Borrador, no emitido. Aún puede cambiar y no se ha notificado a nadie.'
      : 'Draft, not issued. It may still change, and it has been served on nobody.';
  return new Paragraph({ children: [new TextRun({ text, bold: true, color: '8A4B00' })] });
}

function openingOf(input: ComposedInput): Paragraph[] {
  const spanish = input.language === 'es';
  const { letter } = input;
  const day = dayWords(input.date, spanish);
  const title = new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(input.title)] });
  const number = `${spanish ? 'Caso' : 'Case'} ${input.case.number}`;
  const marking = input.marking === null ? [] : [label(input.marking, true)];
  if (letter === null) {
    const { name, role } = input.preparedBy;
    return [title, label(`${number} · ${name}, ${role} · ${day}`), ...marking];
  }
  const { to } = letter;
  const address = [to.name, to.role, ...to.addressLines];
  return [
    new Paragraph({ text: day }),
    new Paragraph({ children: address.map((line, index) => new TextRun({ text: line, break: index === 0 ? 0 : 1 })) }),
    label(`${spanish ? 'Entrega: ' : 'Served '}${letter.delivery}`),
    title,
    label(number),
    ...marking,
    new Paragraph({ text: `${spanish ? 'Estimado/a' : 'Dear'} ${to.salutation}:`, spacing: { before: 200 } }),
  ];
}

function closingOf({ letter, language }: ComposedInput): Paragraph[] {
  if (letter === null) return [];
  const spanish = language === 'es';
  const copies =
    letter.copies.length === 0
      ? spanish
        ? 'No se enviaron copias.'
        : 'No copies were sent.'
      : `${spanish ? 'Copias: ' : 'Copies: '}${letter.copies.join('; ')}`;
  return [
    new Paragraph({
      text: spanish ? 'Atentamente,' : 'Sincerely,',
      spacing: { before: 360, after: 700 },
      keepNext: true,
    }),
    new Paragraph({
      keepNext: true,
      children: [new TextRun(letter.from.name), new TextRun({ text: letter.from.role, break: 1, color: QUIET })],
    }),
    label(copies),
  ];
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;

function partOf(part: Part, runs: Runs, pictures: ReadonlyMap<string, SetPicture>): FileChild[] {
  const children = part.blocks.flatMap((block) => blockChildren(block, runs, pictures));
  if (part.heading === null) return children;
  const words = new TextRun(part.heading);
  return [
    new Paragraph({
      heading: LEVELS[part.level],
      pageBreakBefore: part.startsPage,
      children: [part.anchor === null ? words : new Bookmark({ id: runs.bookmark(part.anchor), children: [words] })],
    }),
    ...children,
  ];
}

function dayWords(date: string, spanish: boolean): string {
  // The day is a calendar day and no moment: it is said in UTC, where it was put.
  return new Intl.DateTimeFormat(spanish ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
