import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisciplinaryReferralInput } from '../../src/engine/referral/input/disciplinary-referral.ts';
import { fontsFor } from '../../src/engine/referral/render/fonts.ts';
import { printable, readsRightToLeft } from '../../src/engine/referral/render/printable.ts';
import { renderPdf } from '../../src/engine/referral/render/render-pdf.ts';
import { undisplayableIn } from '../../src/engine/referral/render/undisplayable.ts';
import { runTool, savePdf, textOf, wordBoxes } from './pdf-tools.ts';
import { samplePictures } from './sample-exhibits.ts';
import { minimalReferral, sampleReferral } from './sample-input.ts';

const noPictures = new Map<string, Uint8Array>();

async function made(
  input: DisciplinaryReferralInput,
  pictures: ReadonlyMap<string, Uint8Array> = noPictures,
): Promise<string> {
  const { bytes } = await renderPdf({ kind: input.kind, input, pictures, standard: 'both' });
  return savePdf(bytes);
}

function withComplaint(text: string, language: string | null = null): DisciplinaryReferralInput {
  return { ...minimalReferral, draft: false, complaint: { ...minimalReferral.complaint, words: { text, language } } };
}

const flat = (text: string): string => text.replace(/\s+/g, '');

describe('words of evidence', () => {
  test.each([
    '#read("/etc/passwd")',
    ']#sys.version [',
    '#import "@preview/tablex:0.0.8": *',
    '$ x^2 $ and a lone $',
    '`code` and ```typ #panic() ```',
    '*bold* _it_ = heading - list + enum / term: x',
    '<label> @ref https://example.org/a_b \\ \\u{41} ~ -- --- ...',
    '// comment /* comment */ "quotes" \'single\'',
    '{{ data }} %HOME% <script>alert(1)</script>',
  ])('are printed as they stand and never obeyed: %s', async (hostile) => {
    const text = textOf(await made(withComplaint(`before ${hostile} after`)));
    expect(flat(text)).toContain(flat(`before ${hostile} after`));
    expect(text).not.toContain('root:');
  });

  test('are printed in names, titles and metadata as they stand', async () => {
    const hostile = '#panic("x") ]$`<b>&amp; (\\) Øyvind';
    const input = {
      ...minimalReferral,
      preparedBy: { name: hostile, role: hostile },
      case: { number: hostile, id: hostile },
      respondent: { ...minimalReferral.respondent, name: hostile },
    };
    const path = await made(input);
    expect(flat(textOf(path))).toContain(flat(hostile));
    expect(runTool('pdfinfo', ['-enc', 'UTF-8', path])).toContain(hostile);
  });

  test('survive when they are emoji, Arabic or Chinese, and need no other font than those that come with the application', async () => {
    const path = await made(withComplaint('😅 👩‍👩‍👧 👍🏽 🇺🇸 1️⃣ ❤️ ☺️ and مرحبا and 你好，老师 and ñ, ć, Ω, Ж'));
    const text = textOf(path);
    for (const part of ['😅', '👩‍👩‍👧', '👍🏽', '🇺🇸', '你好', 'ñ', 'ć', 'Ω', 'Ж']) expect(text).toContain(part);
    expect(runTool('pdffonts', [path])).toContain('NotoSansSC');
  });

  test('leave the Chinese font at home where no Chinese is', () => {
    const { families } = fontsFor(new Set([0x41, 0x1f605, 0x645]));
    expect(families.map(({ family }) => family)).toEqual(['Source Serif 4', 'Inter', 'Noto Emoji', 'Noto Sans Arabic']);
  });

  test('show a character that no font has, and one that would hide or reorder words, by its code', async () => {
    const text = textOf(
      await made(withComplaint('private \ue000, turned \u202egnirts, joined a\u200bb, bell \u0007, half \ud83d.')),
    );
    for (const code of ['[U+E000]', '[U+202E]', '[U+200B]', '[U+0007]', '[U+D83D]']) expect(text).toContain(code);
  });

  test('show the parts of a cluster that no single font can set', async () => {
    const text = textOf(await made(withComplaint('before \u200f\n\u{1f3fb}\ufdfd\u200e after')));
    expect(text).toContain('[U+1F3FB]');
    expect(text).toContain('after');
    const message =
      'message: "PDF/UA-1 error: the text `\\"a\\\\u{301}\\"` could not be displayed with font `\\"Inter\\"`"';
    expect(undisplayableIn(message)).toEqual(['a\u0301']);
    expect(undisplayableIn('another failure')).toEqual([]);
  });

  test('keep their order when they are read from right to left', () => {
    expect(readsRightToLeft('مرحبا you')).toBe(true);
    expect(readsRightToLeft('42 שלום')).toBe(true);
    expect(readsRightToLeft('hello مرحبا')).toBe(false);
    expect(readsRightToLeft('🙏 123')).toBe(false);
  });

  test('change in nothing else: what can be shown is left alone', () => {
    const plain = fc.stringMatching(/^[ -~¡-ÿ\n]*$/);
    fc.assert(
      fc.property(
        plain.filter((text) => !text.includes('\u00ad')),
        (text) => printable(text, { codePoints: new Set(), clusters: new Set() }) === text,
      ),
    );
  });

  test('of any kind can be set: no string makes a document fail', async () => {
    const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const job = {
          kind: 'disciplinary-referral',
          input: withComplaint(text),
          pictures: noPictures,
          standard: 'both',
        } as const;
        expect((await renderPdf(job)).pages).toBeGreaterThan(3);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('long words and long posts', () => {
  const longName = 'Bartholomew-Christopherson Wolfeschlegelsteinhausenbergerdorff';
  const address = `https://example.org/${'a-very-long-path-without-an-end/'.repeat(8)}?${'x'.repeat(300)}`;
  const post = Array.from({ length: 4000 }, (_, index) =>
    index % 97 === 0 ? 'Donaudampfschifffahrtsgesellschaft' : 'word',
  ).join(' ');

  test('stay inside the margins everywhere, a post of 4,000 words in a column of evidence included', async () => {
    const person = { name: longName, role: longName };
    const input: DisciplinaryReferralInput = {
      ...sampleReferral,
      preparedBy: person,
      preparedFor: person,
      case: { number: `2026-${'0'.repeat(60)}`, id: address },
      respondent: { ...sampleReferral.respondent, name: longName, role: longName, school: longName, unit: longName },
      complaint: {
        ...sampleReferral.complaint,
        receivedBy: person,
        from: address,
        words: { text: post, language: 'en' },
      },
      exhibits: sampleReferral.exhibits.map((exhibit) => ({
        ...exhibit,
        title: longName,
        form: address,
        fileName: address,
        receivedFrom: longName,
      })),
      method: {
        ...sampleReferral.method,
        interviews: sampleReferral.method.interviews.map((entry) => ({
          ...entry,
          who: longName,
          how: longName,
          representative: longName,
        })),
      },
      steps: sampleReferral.steps.map((step) => ({
        ...step,
        title: address,
        source: address,
        by: longName,
        service: address,
      })),
      allegations: sampleReferral.allegations.map((allegation) => ({
        ...allegation,
        title: longName,
        evidenceFor: allegation.evidenceFor.map((entry) => ({
          ...entry,
          author: longName,
          quote: { text: post, language: 'en' },
        })),
        evidenceAgainst: allegation.evidenceAgainst.map((entry) => ({
          ...entry,
          quote: { text: address, language: null },
        })),
      })),
    };
    const path = await made(input, await samplePictures());
    for (const box of wordBoxes(path)) {
      expect(box.xMin, box.text).toBeGreaterThan(71);
      expect(box.xMax, box.text).toBeLessThan(541);
      expect(box.yMax, box.text).toBeLessThan(792 - 30);
    }
    expect(textOf(path).match(/\bword\b/g)?.length).toBeGreaterThan(3 * 3900);
  }, 60_000);
});
