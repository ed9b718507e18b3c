import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPolicies, uncoveredPassages } from '../../src/engine/policy/index.ts';
import { datesIn, isDateLine } from '../../src/engine/policy-import/dates.ts';
import { draftOf } from '../../src/engine/policy-import/draft-state.ts';
import { forceOf } from '../../src/engine/policy-import/force.ts';
import { Likeness } from '../../src/engine/policy-import/likeness.ts';
import { formFeedPages, linesOf } from '../../src/engine/policy-import/lines.ts';
import { readingTextOf } from '../../src/engine/policy-import/paragraphs.ts';
import { problemsOf } from '../../src/engine/policy-import/problems.ts';
import { packOf } from '../../src/engine/policy-import/to-pack.ts';
import { bulletPolicy, printed, prosePolicy, romanPolicy } from './policies.ts';

const resourcesDir = join(import.meta.dirname, '../../resources');
const packs = loadPolicies(resourcesDir);
const given = packs.map((pack) => ({
  pack,
  text: readFileSync(join(resourcesDir, 'policies', pack.id, 'source.txt'), 'utf8'),
}));
const source = {
  name: 'p.txt',
  sha256: '0'.repeat(64),
  format: 'Plain text',
  reader: 'text@1',
  pages: 1,
  recognisedPages: 0,
  warnings: [],
};

/** A draft that leans on other policies only, so that nothing is found because it is known already. */
function split(text: string, without = '') {
  const others = packs.filter(({ id }) => id !== without);
  return draftOf(
    { text, pageStarts: formFeedPages(text), fileName: 'p.txt', timeZone: 'America/New_York' },
    { packs: others, likeness: new Likeness(others) },
  );
}

function printedText(text: string): string {
  return printed(text)
    .map((page) => page.join('\n'))
    .join('\f');
}

const flat = (words: string) => words.replace(/-\n/g, '-').replace(/\s+/g, ' ').trim();

describe('the two policies at hand, through the importer', () => {
  for (const { pack, text } of given) {
    test(`finds every clause of ${pack.id} with its exact words`, () => {
      const draft = split(text, pack.id);
      const found = draft.clauses.map(({ clause }) => ({ words: clause.words, limb: clause.limb }));
      for (const { words, limb } of pack.clauses) expect(found).toContainEqual({ words, limb });
      const passages = draft.passages.map(({ words, end }) => draft.text.slice(words, end));
      for (const further of pack.clauses.flatMap((clause) => clause.further)) expect(passages).toContain(further);
    });

    test(`finds every clause of ${pack.id} in printed lines with running heads and page numbers`, () => {
      const draft = split(printedText(text), pack.id);
      const found = draft.clauses.map(
        ({ clause }) => `${flat(clause.words)}|${clause.limb === null ? '' : flat(clause.limb)}`,
      );
      for (const { words, limb } of pack.clauses)
        expect(found).toContain(`${flat(words)}|${limb === null ? '' : flat(limb)}`);
      expect(draft.passages.filter(({ role }) => role === 'running').length).toBeGreaterThan(2);
    });

    test(`reads the dates and references of ${pack.id} as the pack has them`, () => {
      const draft = split(text, pack.id);
      expect(draft.head).toMatchObject({ adopted: pack.adopted, revised: pack.revised });
      const words = (role: string) =>
        draft.passages.filter((one) => one.role === role).map(({ start, end }) => draft.text.slice(start, end));
      expect(words('legal-reference')).toEqual(pack.legalReferences.map((one) => one.words));
      expect(words('cross-reference')).toEqual(pack.crossReferences.map((one) => one.words));
    });
  }

  test('proposes the same force, concern by concern, for at least nine of ten rules', () => {
    const rules = given.flatMap(({ pack, text }) => {
      const draft = split(text, pack.id);
      return pack.clauses
        .filter(({ kind }) => kind === 'guideline' || kind === 'duty' || kind === 'general')
        .map((clause) => ({
          clause,
          proposed: draft.clauses.find((one) => one.clause.words === clause.words && one.clause.limb === clause.limb)
            ?.clause,
        }));
    });
    const sameForce = rules.filter(({ clause, proposed }) => proposed?.force === clause.force);
    const everyConcern = rules.filter(({ clause, proposed }) =>
      clause.concerns.every((concern) => proposed?.concerns.includes(concern)),
    );
    expect(sameForce.length / rules.length).toBeGreaterThanOrEqual(0.9);
    expect(everyConcern.length / rules.length).toBeGreaterThanOrEqual(0.9);
  });

  test('finds the exceptions of both, each as the pack quotes it', () => {
    const norwalk = given.find(({ pack }) => pack.id === 'norwalk');
    const clause = split(norwalk?.text ?? '', 'norwalk').clauses.find((one) => one.clause.id === 'C2')?.clause;
    expect(clause?.exceptions.map(({ id }) => id).sort()).toEqual(['broadcast', 'emergency', 'relatives']);
    expect(clause?.exceptions.find(({ id }) => id === 'relatives')?.words).toBe('(a) communication with relatives');
  });
});

describe('policies of other styles', () => {
  test('follows Roman numbers, letters and figures, and lets the words above govern', () => {
    const { clauses, head } = split(romanPolicy);
    const ids = clauses.map(({ clause }) => clause.id);
    expect(ids).toEqual(expect.arrayContaining(['II-A', 'II-B', 'III-A1', 'III-A2', 'III-A3', 'III-B', 'III-C']));
    expect(clauses.find(({ clause }) => clause.id === 'III-A2')?.clause).toMatchObject({
      heading: 'A. Staff shall not:',
      force: 'prohibitive',
      words: 'post photographs of students without written permission from the parent; or',
    });
    expect(clauses.find(({ clause }) => clause.id === 'III-B')?.clause).toMatchObject({
      binds: { roles: ['coach'] },
      force: 'mandatory',
    });
    expect(head).toMatchObject({ id: '5.14', adopted: '2021-04-06', revised: ['2022-05-03', '2023-08-15'] });
  });

  test('takes bullets as items of the words above them', () => {
    const { clauses } = split(bulletPolicy);
    expect(clauses.filter(({ clause }) => clause.force === 'prohibitive').map(({ clause }) => clause.words)).toEqual([
      'share confidential information about students or staff',
      'post during instructional time, except for educational purposes',
      'speak on behalf of the district without authorization',
    ]);
    expect(clauses.filter(({ clause }) => clause.force === 'advisory')).toHaveLength(2);
  });

  test('parts running text into rules, steps, definitions and statements', () => {
    const { clauses } = split(prosePolicy);
    expect(clauses.map(({ clause }) => clause.kind)).toEqual([
      'preamble',
      'general',
      'general',
      'process',
      'definition',
      'duty',
    ]);
    const friends = clauses[2]?.clause;
    expect(friends?.binds.roles).toEqual(['teacher', 'paraprofessional']);
    expect(friends?.exceptions.map(({ id }) => id)).toContain('relatives');
    expect(friends?.words).toContain('However, group pages');
  });

  test('says where no detector looks for a clause, and gives it an element that a person answers', () => {
    const { clauses } = split(
      'Use of Drones\n\n1. Employees shall not fly drones over the gymnasium.\n\nAdopted: 2020\n',
    );
    const [drones] = clauses;
    expect(drones?.clause).toMatchObject({ id: '1', concerns: [], force: 'prohibitive' });
    expect(drones?.clause.elements[0]?.shownBy).toEqual(['person']);
    expect(drones?.proposals.map(({ because }) => because).join(' ')).toContain('No detector looks for this');
  });
});

describe('no word is lost', () => {
  const words = (text: string) => text.match(/\S+/g) ?? [];

  test('the passages of every policy at hand hold all of its words, in order', () => {
    for (const text of [...given.map((one) => one.text), romanPolicy, bulletPolicy, prosePolicy]) {
      const draft = split(text);
      expect(draft.passages.flatMap(({ start, end }) => words(draft.text.slice(start, end)))).toEqual(words(text));
    }
  });

  test('for any lines in any order, passages follow each other and hold every word that came in', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '1. Employees shall not post.',
        '2) must report',
        '(a) unless approved',
        'iv. be kind',
        'A. GENERAL',
        '• share photos;',
        'Staff must not:',
        'Legal Reference:',
        'Adopted: 1/2/2020',
        'Page 3 of 9',
        'Board Policy Manual',
        '',
        '\f',
        'dis-',
        'cipline follows.',
        'Employees may not disclose information. However, relatives are not prohibited. See Policy 5125',
        'B General Guidelines',
        '[Comments]',
      ),
      fc.string({ maxLength: 90 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('\n');
        const draft = split(text);
        let last = 0;
        for (const { start, end, words: own } of draft.passages) {
          expect(draft.text.slice(last, start).trim()).toBe('');
          expect(own).toBeGreaterThanOrEqual(start);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(draft.text.slice(last).trim()).toBe('');
        expect([...words(draft.text)].sort()).toEqual([...words(text)].sort());
        // Every clause quotes the text, letter for letter.
        for (const { clause } of draft.clauses) expect(draft.text).toContain(clause.words);
        expect(new Set(draft.clauses.map(({ clause }) => clause.id)).size).toBe(draft.clauses.length);
      }),
      { numRuns: 300 },
    );
  });

  test('a pack of any policy quotes all of it', () => {
    for (const text of [romanPolicy, bulletPolicy, prosePolicy, printedText(romanPolicy)]) {
      const draft = split(text);
      const { parsed, issues } = packOf(draft, source);
      expect(issues).toEqual([]);
      if (parsed !== null) expect(uncoveredPassages(parsed, draft.text)).toEqual([]);
    }
  });

  test('a hyphen at the end of a printed line keeps its break, and the words around it stay', () => {
    const text = `${'Employees who break this rule may be subject to serious disci-'}\n${'plinary action as the Board has decided for all of its schools.'}\n`;
    const reading = readingTextOf(text, linesOf(text, [0]));
    expect(reading.blocks).toHaveLength(1);
    expect(reading.text).toContain('disci-\nplinary');
  });

  test('an empty text has no clauses and is not refused', () => {
    expect(split('').clauses).toEqual([]);
    expect(split('\n\n \f \n').passages).toEqual([]);
  });
});

test('says of a scan that its words were read by machine, on the draft and in the pack', () => {
  const scan = { ...source, recognisedPages: 2, pages: 2 };
  const draft = split(bulletPolicy);
  const told = problemsOf(draft, scan, () => false).find(({ kind }) => kind === 'read-by-machine');
  expect(told).toMatchObject({ blocking: false, message: expect.stringContaining('2 pages were read by machine') });
  expect(packOf(draft, scan).parsed?.source.document).toContain('2 pages were read by machine');
});

describe('words of force', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['Employees should not discuss students.', 'advisory', 'should not'],
    ['Employees shall not discuss students.', 'prohibitive', 'shall not'],
    ['Users must pay attention.', 'mandatory', 'must'],
    ['The Board may request removal.', 'empowering', 'may'],
    ['Employees should be aware that insulting students is prohibited.', 'prohibitive', 'is prohibited'],
    ['Group messages are not prohibited.', 'procedural', null],
    ['“Staff” means every employee.', 'definitional', 'means'],
    ['Any other means of communication with students shall be avoided by staff.', 'mandatory', 'shall'],
  ];
  for (const [words, force, modal] of cases) {
    test(`reads ${force} in “${words}”`, () => expect(forceOf(words)).toMatchObject({ force, modal }));
  }

  test('takes the force from the words above where an item has none of its own', () => {
    expect(forceOf('post photographs of students;', 'Employees must not:')).toMatchObject({
      force: 'prohibitive',
      modal: 'must not',
    });
  });
});

describe('dates', () => {
  test('reads dates as people write them, and tells adoption, revision and review apart', () => {
    expect(datesIn(['Adopted: April 6, 2021', 'Revised: 5/3/22; August 15, 2023', 'Last reviewed June 2024'])).toEqual({
      adopted: '2021-04-06',
      revised: ['2022-05-03', '2023-08-15'],
      reviewed: ['2024-06'],
    });
    expect(datesIn(['Policy Enacted: 9/3/13']).adopted).toBe('2013-09-03');
    expect(datesIn(['Adopted: 2/30/2020']).adopted).toBeNull();
  });

  test('does not take a rule for a line of dates', () => {
    expect(
      isDateLine('Approved accounts must be reviewed by the principal every year, as the rules revised in 2020 say.'),
    ).toBe(false);
    expect(isDateLine('Policy Adopted: January 2011')).toBe(true);
  });
});
