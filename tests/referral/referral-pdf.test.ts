import { beforeAll, describe, expect, test } from 'vitest';
import { citationsIn } from '../../src/engine/referral/input/consistency.ts';
import { renderPdf } from '../../src/engine/referral/render/render-pdf.ts';
import { PdfObjects, runTool, savePdf, textOf, unbroken, wordBoxes, words } from './pdf-tools.ts';
import { samplePictures } from './sample-exhibits.ts';
import { minimalReferral, sampleReferral } from './sample-input.ts';
import { representation, sampleNotice } from './sample-letter.ts';

const samples = { referral: sampleReferral, minimal: minimalReferral, notice: sampleNotice } as const;
type Sample = keyof typeof samples;
const paths = new Map<Sample, string>();
const objects = new Map<Sample, PdfObjects>();

beforeAll(async () => {
  const pictures = await samplePictures();
  for (const name of ['referral', 'minimal', 'notice'] as const) {
    const input = samples[name];
    const { bytes } = await renderPdf({ kind: input.kind, input, pictures, standard: 'both' });
    const path = savePdf(bytes);
    paths.set(name, path);
    objects.set(name, new PdfObjects(path));
  }
});

const pathOf = (name: Sample): string => paths.get(name) ?? '';
function objectsOf(name: Sample): PdfObjects {
  const found = objects.get(name);
  if (found === undefined) throw new Error(`${name} was not made`);
  return found;
}

const smallHeadings = [
  ...['Findings', 'In the complainant’s words', 'How it was handled', 'Sources', 'Interviews', 'Use of machines'],
  ...[
    'What was not done',
    'The clause',
    'Elements',
    'Evidence for and against',
    'The employee’s response',
    'Credibility',
  ],
  ...['Exceptions', 'Protected speech', 'Reasons for the finding', 'Gates passed over', 'Articles not confirmed'],
  ...['Finding on allegation 1', 'Remarks on custody', 'How to check it', 'What this does not prove'],
  ...[
    'Who investigates',
    'Provisions that may be involved',
    'Representation',
    'What happens next',
    'What to keep in mind',
  ],
];

/** The lowest line of each page above its footer, but for the table of contents. */
function lastLines(path: string): readonly string[] {
  const boxes = wordBoxes(path).filter(({ yMax, yMin }) => yMax < 726 && yMax - yMin < 40);
  const pages = Map.groupBy(boxes, ({ page }) => page);
  return [...pages.values()].flatMap((page) => {
    if (page.some(({ text }) => text === 'Contents')) return [];
    const lowest = Math.max(...page.map(({ yMax }) => yMax));
    return [
      page
        .filter(({ yMax }) => yMax > lowest - 3)
        .map(({ text }) => text)
        .join(' '),
    ];
  });
}

describe.each(['referral', 'minimal', 'notice'] as const)('the %s', (name) => {
  test('is a sound PDF', () => {
    expect(runTool('qpdf', ['--check', pathOf(name)])).toContain('No syntax or stream encoding errors found');
  });

  test('is tagged, and holds no script', () => {
    const info = runTool('pdfinfo', [pathOf(name)]);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/Encrypted:\s+no/);
    expect(objectsOf(name).dictionary(objectsOf(name).catalog['/MarkInfo'])['/Marked']).toBe(true);
  });

  test('shows its title in place of the file name, and says its language', () => {
    const { catalog } = objectsOf(name);
    expect(objectsOf(name).dictionary(catalog['/ViewerPreferences'])['/DisplayDocTitle']).toBe(true);
    expect(words(catalog['/Lang'])).toBe('en-US');
    expect(runTool('pdfinfo', [pathOf(name)])).toMatch(/Title:.*case 2026-014/);
  });

  test('claims PDF/UA-1 and PDF/A-2a in one file and describes the schema of the claim', () => {
    const metadata = runTool('pdfinfo', ['-meta', pathOf(name)]);
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(metadata).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>');
  });

  test('has headings that start at the first level and skip none', () => {
    const levels = [...objectsOf(name).structure()].flatMap(({ tag }) => /^\/H(\d)$/.exec(tag)?.[1] ?? []).map(Number);
    expect(levels.length).toBeGreaterThan(0);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  });

  test('has a header row with scope in every table', () => {
    const structure = [...objectsOf(name).structure()];
    const tables = structure.filter(({ tag }) => tag === '/Table').length;
    const heads = structure.filter(({ tag }) => tag === '/THead').length;
    expect(heads).toBe(tables);
    for (const { tag, entry } of structure) {
      if (tag !== '/TH') continue;
      const scopes = objectsOf(name)
        .list(entry['/A'])
        .map((a) => objectsOf(name).dictionary(a)['/Scope']);
      expect(scopes).toContain('/Column');
    }
  });

  test('describes every figure in words', () => {
    for (const { tag, entry } of objectsOf(name).structure())
      if (tag === '/Figure') expect(words(entry['/Alt']).length).toBeGreaterThan(10);
  });

  test('embeds every font, all of them with Unicode, and none but the families that come with the application', () => {
    const lines = runTool('pdffonts', [pathOf(name)])
      .trim()
      .split('\n')
      .slice(2);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line).toMatch(/^[A-Z]{6}\+(SourceSerif4|Inter|NotoSans|NotoEmoji|NotoSansArabic|NotoSansSC)-/);
      expect(line).toMatch(/ yes yes yes /);
    }
  });

  test('has only links that lead to a place in the file', () => {
    const links = objectsOf(name).all.filter((entry) => entry['/Subtype'] === '/Link');
    const names = objectsOf(name).dictionary(objectsOf(name).dictionary(objectsOf(name).catalog['/Names'])['/Dests']);
    const known = new Set(
      objectsOf(name)
        .list(names['/Names'])
        .filter((_, index) => index % 2 === 0),
    );
    for (const link of links) {
      const action = objectsOf(name).dictionary(link['/A']);
      const target = objectsOf(name).follow(link['/Dest'] ?? action['/D']);
      if (typeof target === 'string') expect(known).toContain(target);
      else expect(objectsOf(name).dictionary(objectsOf(name).list(target)[0])['/Type']).toBe('/Page');
      expect(action['/S'] ?? '/GoTo').toBe('/GoTo');
    }
  });

  test('prints the fingerprint of the checkpoint on every page', () => {
    const short = samples[name].checkpoint.fingerprint
      .slice(0, 16)
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1 ');
    const pages = textOf(pathOf(name)).split('\f').slice(0, -1);
    for (const page of pages) expect(page).toContain(short);
    for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  });

  test('leaves no heading alone at the foot of a page', () => {
    for (const line of lastLines(pathOf(name))) {
      expect(smallHeadings).not.toContain(line);
      expect(line).not.toMatch(/^(\d+(\.\d+)?|[A-Z]-\d+) [A-Z][^.]*$/);
    }
  });

  test('keeps every word inside the margins', () => {
    for (const box of wordBoxes(pathOf(name))) {
      if (/^(Draft,|not|issued)$/.test(box.text) && box.yMax - box.yMin > 40) continue;
      expect(box.xMin, box.text).toBeGreaterThan(71);
      expect(box.xMax, box.text).toBeLessThan(541);
    }
  });
});

describe('the referral', () => {
  test('quotes each clause in its exact words, both with the policy and with its allegation', () => {
    const text = textOf(pathOf('referral'));
    for (const clause of sampleReferral.policies.flatMap((policy) => policy.clauses)) {
      const pattern = new RegExp(unbroken(clause.words), 'gu');
      expect(text.match(pattern)?.length, clause.label).toBe(2);
    }
  });

  test('has a link to the exhibit for every citation', () => {
    const cited = citationsIn(sampleReferral).filter((_, index) => index >= 0);
    const targets = objectsOf('referral')
      .all.filter((entry) => entry['/Subtype'] === '/Link')
      .map((link) =>
        words(objectsOf('referral').follow(link['/Dest'] ?? objectsOf('referral').dictionary(link['/A'])['/D'])),
      );
    for (const { number } of sampleReferral.exhibits) {
      const expected = cited.filter((citation) => citation.exhibit === number).length;
      const found = targets.filter((target) => target.endsWith(`exhibit-${number}`)).length;
      // A citation that breaks over two lines has a link on each; the list of exhibits has one more.
      expect(found).toBeGreaterThanOrEqual(expected + 1);
    }
  });

  test('prints the fingerprint and every exhibit’s hash whole', () => {
    const text = textOf(pathOf('referral')).replace(/\s+/g, '');
    expect(text).toContain(sampleReferral.checkpoint.fingerprint);
    for (const exhibit of sampleReferral.exhibits) expect(text).toContain(exhibit.sha256);
  });

  test('describes a picture by its own words and by what is marked in it', () => {
    const figures = [...objectsOf('referral').structure()].filter(({ tag }) => tag === '/Figure');
    expect(figures).toHaveLength(1);
    const alt = words(figures[0]?.entry['/Alt']);
    expect(alt).toContain('Third period and the room is finally quiet.');
    expect(alt).toContain('Marked: Allegation 1');
  });

  test('has summary and findings on its first page, and says there that it recommends nothing', () => {
    const [first = ''] = textOf(pathOf('referral')).split('\f');
    expect(first).toContain('Summary');
    expect(first).toContain('Sustained');
    expect(first).toContain('Not sustained');
    expect(first).toMatch(unbroken('It contains no recommendation.'));
  });

  test('keeps its summary on one page however many allegations there are, and counts those it does not list', async () => {
    const allegations = Array.from({ length: 14 }, (_, index) => {
      const allegation = sampleReferral.allegations[index % 2];
      if (allegation === undefined) throw new Error('the sample has two allegations');
      return { ...allegation, number: index + 1 };
    });
    const input = { ...sampleReferral, allegations };
    const { bytes } = await renderPdf({ kind: input.kind, input, pictures: await samplePictures(), standard: 'both' });
    const [first = '', second = ''] = textOf(savePdf(bytes)).split('\f');
    expect(first).toMatch(/further allegations are examined in this document \(sustained: \d; not sustained: \d\)/);
    expect(first).toMatch(unbroken('It contains no recommendation.'));
    expect(second).toContain('Contents');
  });

  test('sets Spanish and Arabic passages in their own languages', () => {
    const languages = new Set([...objectsOf('referral').structure()].map(({ entry }) => words(entry['/Lang'])));
    const inContent = runTool('qpdf', ['--qdf', '--object-streams=disable', pathOf('referral'), '-']);
    for (const language of ['es', 'ar'])
      expect(languages.has(language) || inContent.includes(`/Lang (${language})`), language).toBe(true);
  });

  test('is not marked as a draft once it is issued, and is on every page before', () => {
    expect(textOf(pathOf('referral'))).not.toContain('Draft');
    const pages = textOf(pathOf('minimal')).split('\f').slice(0, -1);
    for (const page of pages) expect(page).toMatch(/Draft, not issued/);
  });

  test('says in a sentence what is absent, so that no part is empty', () => {
    const text = textOf(pathOf('minimal'));
    for (const sentence of [
      'No event was recorded.',
      'No exhibit is attached.',
      'No finding was recorded when this document was made.',
    ])
      expect(text).toMatch(unbroken(sentence));
    const parts = [...objectsOf('minimal').structure()].filter(({ parents }) => parents.length === 1);
    for (const [index, { tag }] of parts.entries()) {
      const next = parts[index + 1]?.tag ?? '';
      const level = /^\/H(\d)$/.exec(tag)?.[1];
      if (level !== undefined) expect(Number(/^\/H(\d)$/.exec(next)?.[1] ?? 9)).toBeGreaterThan(Number(level));
    }
  });

  test('uses the word violation only where the policy does', () => {
    expect(textOf(pathOf('referral'))).not.toMatch(/violat/i);
    expect(textOf(pathOf('notice'))).not.toMatch(/violat/i);
  });
});

describe('the notice of investigation', () => {
  test('says that no conclusion was reached, and carries the representation sentence word for word', () => {
    const text = textOf(pathOf('notice'));
    expect(text).toMatch(unbroken('No conclusion has been reached.'));
    expect(text).toMatch(unbroken(representation));
    expect(text).toMatch(unbroken('You will not be asked for a password'));
  });
});
