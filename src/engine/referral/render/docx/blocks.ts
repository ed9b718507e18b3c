import {
  BorderStyle,
  type FileChild,
  ImageRun,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { QuotedClause } from '../../input/basics.ts';
import type { Block } from '../../input/composed.ts';
import type { SetPicture } from '../pictures.ts';
import { readsRightToLeft } from '../printable.ts';
import { exactRuns, type Runs } from './runs.ts';
import { LABEL_FONT, QUIET, TEXT_WIDTH } from './styles.ts';

type Of<Name extends Block['block']> = Extract<Block, { block: Name }>;

/** One block of a document as paragraphs and tables of a Word file. */
export function blockChildren(block: Block, runs: Runs, pictures: ReadonlyMap<string, SetPicture>): FileChild[] {
  switch (block.block) {
    case 'paragraphs':
      return block.text.map((paragraph) => new Paragraph({ children: runs.of(paragraph) }));
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            children: runs.of(item),
            numbering: { reference: block.ordered ? 'numbers' : 'dashes', level: 0, instance: 0 },
          }),
      );
    case 'stress':
      return [new Paragraph({ children: [new TextRun({ text: block.text, bold: true })] })];
    case 'note':
      return [new Paragraph({ style: 'Label', text: block.text })];
    case 'absent':
      return [new Paragraph({ children: [new TextRun({ text: block.text, italics: true, color: QUIET })] })];
    case 'facts':
      return block.rows.map(
        ({ name, value }) =>
          new Paragraph({
            style: 'Fact',
            children: [
              new TextRun({ text: name, font: LABEL_FONT, size: 17, color: QUIET }),
              new TextRun({ children: [new Tab()] }),
              ...runs.of(value),
            ],
          }),
      );
    case 'table':
      return [tableOf(block, runs), new Paragraph({ text: '' })];
    case 'clauses':
      return clausesOf(block);
    case 'quote':
      return quoteOf(block, runs);
    case 'picture':
      return pictureOf(block, pictures);
    case 'hash':
      return [
        new Paragraph({
          style: 'Label',
          children: [new TextRun(`${block.name}: `), new TextRun({ text: block.value, font: 'Courier New' })],
        }),
      ];
    case 'signatures':
      return block.lines.map(
        ({ who }) =>
          new Paragraph({
            style: 'Label',
            spacing: { before: 400 },
            tabStops: [
              { type: TabStopType.LEFT, position: 5600, leader: 'underscore' },
              { type: TabStopType.LEFT, position: 5900 },
              { type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: 'underscore' },
            ],
            children: [new TextRun({ children: [`${who}: `, new Tab(), new Tab(), 'Date: ', new Tab()] })],
          }),
      );
  }
}

function tableOf({ header, widths, rows }: Of<'table'>, runs: Runs): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((width / whole) * TEXT_WIDTH));
  const thin = { style: BorderStyle.SINGLE, size: 4, color: 'C9C5BD' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (children: Paragraph[], index: number) =>
    new TableCell({
      children,
      width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    borders: { top: thin, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: header.map((words, index) =>
          cell(
            [new Paragraph({ children: [new TextRun({ text: words, bold: true, font: LABEL_FONT, size: 17 })] })],
            index,
          ),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((run, index) => cell([new Paragraph({ children: runs.of(run) })], index)),
          }),
      ),
    ],
  });
}

function clausesOf({ title, adopted, clauses }: Of<'clauses'>): Paragraph[] {
  const lead = new Paragraph({
    keepNext: true,
    children: [new TextRun({ text: `${title}. `, bold: true }), new TextRun({ text: adopted, color: QUIET })],
  });
  return [lead, ...clauses.flatMap(clauseOf)];
}

function clauseOf({ label, force, leadIn, words, note }: QuotedClause): Paragraph[] {
  const exact = (text: string) => new Paragraph({ style: 'Clause', children: exactRuns({ text, language: 'en-US' }) });
  return [
    new Paragraph({
      style: 'Label',
      keepNext: true,
      children: [new TextRun({ text: label, bold: true }), new TextRun(`  ${force}`)],
    }),
    ...(leadIn === null ? [] : [exact(leadIn)]),
    exact(words),
    ...(note === null ? [] : [new Paragraph({ style: 'Label', text: `Note on the text: ${note}` })]),
  ];
}

function quoteOf({ words, citation }: Of<'quote'>, runs: Runs): Paragraph[] {
  const quoted = new Paragraph({
    style: 'Quotation',
    bidirectional: readsRightToLeft(words.text),
    children: exactRuns(words),
  });
  return citation === null ? [quoted] : [quoted, new Paragraph({ children: runs.of([citation]) })];
}

/** Pixels at 96 an inch: the largest that stands on a page with its caption. */
const WIDEST = 620;
const TALLEST = 560;

function pictureOf({ name, picture }: Of<'picture'>, pictures: ReadonlyMap<string, SetPicture>): Paragraph[] {
  const set = pictures.get(picture.file);
  if (set === undefined) throw new Error('broken belief: every picture that an input names was prepared');
  const scale = Math.min(WIDEST / set.width, TALLEST / set.height, 1);
  const words = picture.words === null ? 'It has no words.' : `Its words: ${picture.words.text}`;
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: set.path.endsWith('.png') ? 'png' : 'jpg',
          data: Buffer.from(set.bytes),
          transformation: { width: Math.round(set.width * scale), height: Math.round(set.height * scale) },
          altText: { name, title: name, description: `${name}: ${picture.caption} ${words}` },
        }),
      ],
    }),
    new Paragraph({ style: 'Label', text: `${name}. ${picture.caption}` }),
  ];
}
