import { InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Citation, Words } from '../../input/basics.ts';
import type { Run } from '../../input/composed.ts';
import { readsRightToLeft } from '../printable.ts';
import { INK, LABEL_FONT } from './styles.ts';

/** Words and citations as runs of a paragraph; a citation links to its exhibit where the document holds it. */
export class Runs {
  readonly #anchors: ReadonlySet<string>;

  constructor(anchors: ReadonlySet<string>) {
    this.#anchors = anchors;
  }

  bookmark(exhibit: string): string {
    return `exhibit_${exhibit.replaceAll('-', '_')}`;
  }

  of(run: Run): ParagraphChild[] {
    return run.flatMap((part) => (typeof part === 'string' ? lines(part) : [this.#cited(part)]));
  }

  #cited({ exhibit, page, passage }: Citation): ParagraphChild {
    const words = [`Ex. ${exhibit}`, ...(page === null ? [] : [`p. ${page}`]), ...(passage === null ? [] : [passage])];
    const text = new TextRun({ text: `[${words.join(', ')}]`, font: LABEL_FONT, size: 18, color: INK });
    if (!this.#anchors.has(exhibit)) return text;
    return new InternalHyperlink({ anchor: this.bookmark(exhibit), children: [text] });
  }
}

/** Text with its line breaks. */
function lines(text: string): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, break: index === 0 ? 0 : 1 }));
}

/** Somebody's exact words, in their own language and direction. */
export function exactRuns({ text, language }: Words): TextRun[] {
  const rightToLeft = readsRightToLeft(text);
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        break: index === 0 ? 0 : 1,
        rightToLeft,
        ...(language === null ? {} : { language: rightToLeft ? { bidirectional: language } : { value: language } }),
      }),
  );
}
