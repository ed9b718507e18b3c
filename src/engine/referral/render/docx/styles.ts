import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type INumberingOptions,
  type IRunOptions,
  type IStylesOptions,
  LevelFormat,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { ComposedInput } from '../../input/composed.ts';

/** Faces that every word processor has or replaces by something alike; the PDF carries its own. */
export const TEXT_FONT = 'Georgia';
export const LABEL_FONT = 'Arial';
export const INK = '1F3A5F';
export const QUIET = '55524D';
const HAIR = 'C9C5BD';

/** Width of the text, in twentieths of a point. */
export const TEXT_WIDTH = 6.5 * 1440;

export function styles(language: ComposedInput['language']): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: TEXT_FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: TEXT_FONT, size: 21, language: { value: language === 'es' ? 'es-US' : 'en-US' } },
        paragraph: { spacing: { after: 140, line: 290 } },
      },
      title: { run: { font: TEXT_FONT, size: 40, bold: true }, paragraph: { spacing: { before: 240, after: 60 } } },
      heading1: heading(28, 360),
      heading2: heading(23, 280),
      heading3: heading(20, 240),
    },
    paragraphStyles: [
      { id: 'Label', name: 'Label', basedOn: 'Normal', run: { font: LABEL_FONT, size: 17, color: QUIET } },
      {
        id: 'Clause',
        name: 'Clause',
        basedOn: 'Normal',
        paragraph: {
          indent: { left: 240, right: 120 },
          border: { left: { style: BorderStyle.SINGLE, size: 16, color: INK, space: 8 } },
        },
      },
      {
        id: 'Quotation',
        name: 'Quotation',
        basedOn: 'Normal',
        paragraph: {
          indent: { left: 240, right: 120 },
          border: { left: { style: BorderStyle.SINGLE, size: 12, color: HAIR, space: 8 } },
        },
      },
      {
        id: 'Fact',
        name: 'Fact',
        basedOn: 'Normal',
        paragraph: {
          indent: { left: 2600, hanging: 2600 },
          spacing: { after: 80 },
        },
      },
    ],
  };
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'dashes',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '–',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 260 } } },
        },
      ],
    },
    {
      reference: 'numbers',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 400, hanging: 400 } } },
        },
      ],
    },
  ],
};

const small = (...children: NonNullable<IRunOptions['children']>) =>
  new TextRun({ children, font: LABEL_FONT, size: 16, color: QUIET });

export function headerOf(input: ComposedInput): Header {
  const spanish = input.language === 'es';
  const draft = input.draft ? `${spanish ? 'Borrador, no emitido' : 'Draft, not issued'} · ` : '';
  const running = `${draft}${input.title} · ${spanish ? 'Caso' : 'Case'} ${input.case.number}`;
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [small(input.letterhead.district, new Tab(), running)],
      }),
    ],
  });
}

export function footerOf(input: ComposedInput): Footer {
  const spanish = input.language === 'es';
  const groups = input.checkpoint.fingerprint.slice(0, 16).toUpperCase().match(/.{4}/g) ?? [];
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          small(
            `${spanish ? 'Registro de pruebas' : 'Evidence record'} ${groups.join(' ')}`,
            new Tab(),
            spanish ? 'Página ' : 'Page ',
            PageNumber.CURRENT,
            spanish ? ' de ' : ' of ',
            PageNumber.TOTAL_PAGES,
          ),
        ],
      }),
    ],
  });
}
