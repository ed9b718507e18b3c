import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SuggestOutput } from '../../src/contract/suggest.ts';
import { loadPolicies, suggestFor, suggestionThreshold, toWire } from '../../src/engine/policy/index.ts';
import { laterTable } from './later-table.ts';
import { clausesOf as keysOf } from './scenes.ts';
import { table } from './table.ts';

const packs = loadPolicies(fileURLToPath(new URL('../../resources', import.meta.url)));
const everything = [...table, ...laterTable];

function clausesOf(input: unknown): readonly string[] {
  return toWire(suggestFor(input, packs))
    .suggestions.map((one) => `${one.policy} ${one.clause}`)
    .sort();
}

describe('the same input', () => {
  test('gives the same bytes, whatever was asked before', () => {
    const once = everything.map((one) => JSON.stringify(suggestFor(one.input, packs)));
    const again = [...everything].reverse().map((one) => JSON.stringify(suggestFor(structuredClone(one.input), packs)));
    expect(again.reverse()).toEqual(once);
  });

  test('is not changed by being looked at', () => {
    for (const one of everything) {
      const copy = structuredClone(one.input);
      suggestFor(one.input, packs);
      expect(one.input).toEqual(copy);
    }
  });
});

describe('twins that differ only in', () => {
  /** First names and family names of many origins, none of them a word of the language. */
  const names = [
    'Marcus',
    'Tyler',
    'Priya',
    'DeShawn',
    'Guadalupe',
    'Nguyen',
    'Fatima',
    'Olena',
    'Kwame',
    'Xochitl',
    'Siobhan',
    'Aleksandr',
    'Malik',
    'Chen',
    'McKenzie',
    'O’Brien',
    'Jean-Luc',
    'José',
    'Nguyễn',
    '李雷',
    'محمد',
    'Mary Ann',
    'Jesús',
  ];
  const sentences = [
    (name: string) => `${name} got suspended again today and his mother is in jail.`,
    (name: string) => `IEP meeting for ${name} went three hours.`,
    (name: string) => `Someone should punch ${name} in the face.`,
    (name: string) => `So proud of ${name} and the whole team, what a season!`,
    (name: string) => `Had coffee with ${name} this morning, we laughed so hard.`,
    (name: string) => `${name} is failing my class and I am done.`,
    (name: string) => `Happy birthday ${name}!`,
  ];
  const author = { name: 'Dana Whitlow', role: 'teacher' };

  test.each(sentences.map((write) => [write('…'), write] as const))(
    'a name get the same clauses: %s',
    (_shown, write) => {
      const outcomes = new Set(
        names.map((name) =>
          clausesOf({ item: { kind: 'post', audience: 'public', author, text: write(name) } }).join(),
        ),
      );
      expect(outcomes.size).toBe(1);
    },
  );

  test('the names of author and recipients get the same clauses', () => {
    for (const one of everything) {
      const expected = clausesOf(one.input);
      const renamed = structuredClone(one.input) as { item: { author?: { name?: string } } };
      if (renamed.item.author) renamed.item.author.name = 'Nnamdi Oyelaran';
      expect(clausesOf(renamed), one.name).toEqual(expected);
    }
  });

  test.each([
    [
      'gender',
      [' he ', ' she '],
      (word: string) => `One of my students told me that${word}wants to die. No idea what to do.`,
    ],
    ['gender', ['his', 'her'], (word: string) => `My student is off ${word} meds again and failed the test.`],
    ['religion', ['Muslims', 'Jews', 'Christians'], (word: string) => `All ${word} should be shot.`],
    [
      'religion',
      ['mosque', 'synagogue', 'church'],
      (word: string) => `Lovely dinner at the ${word} tonight with the whole family.`,
    ],
    ['party', ['Democrats', 'Republicans'], (word: string) => `Those ${word} ought to be hanged.`],
    ['party', ['Democrats', 'Republicans'], (word: string) => `The ${word} have my vote this year.`],
    [
      'the side of the table',
      ['yes', 'no'],
      (word: string) =>
        `Vote ${word} on the teachers' contract, our union got this ${word === 'yes' ? 'right' : 'wrong'}.`,
    ],
  ] as const)('%s (%s) get the same clauses and the same screens', (_what, words, write) => {
    const outcomes = words.map((word) => {
      const out = toWire(suggestFor({ item: { kind: 'post', audience: 'public', author, text: write(word) } }, packs));
      return JSON.stringify([
        out.suggestions.map((one) => `${one.policy} ${one.clause}`),
        out.protectedSpeech.map((one) => one.kind),
        out.mandatedReport.flag,
      ]);
    });
    expect(new Set(outcomes).size).toBe(1);
  });
});

describe('who wrote it', () => {
  test.each(['student', 'parent', 'public', 'relative'])(
    'a %s cannot breach an employee policy: only what an employee learned is asked',
    (role) => {
      for (const one of everything) {
        const input = structuredClone(one.input) as { item: { author?: object } };
        input.item.author = { name: 'Jordan', role };
        for (const { clause, because } of suggestFor(input, packs).suggestions) {
          expect(clause, one.name).toBe('B5');
          expect(because, one.name).toMatch(/^An employee received |^By the notes an employee saw /);
        }
      }
    },
  );

  test('a coach is not held to the sentence on friending, a teacher and an administrator are', () => {
    const linked = (role: string) =>
      clausesOf({
        item: { kind: 'connection', platform: 'instagram', author: { role }, recipients: [{ role: 'student' }] },
      });
    expect(linked('teacher')).toContain('norwalk C1');
    expect(linked('administrator')).toContain('norwalk C1');
    for (const role of ['coach', 'paraprofessional', 'custodian', 'secretary', 'nurse', 'bus-driver'])
      expect(linked(role)).not.toContain('norwalk C1');
  });

  test('an author of unknown position is asked about', () => {
    const result = suggestFor(
      { item: { kind: 'post', audience: 'public', text: 'Marcus got suspended again, his mom is in jail.' } },
      packs,
    );
    expect(result.suggestions[0]?.unknowns[0]).toBe(
      'Is the author an employee of the District, and in which position?',
    );
  });
});

describe('what anybody may send', () => {
  test('no input makes it fail, and what comes out keeps to the shape with exact spans', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constant(null),
      fc.integer(),
      fc.boolean(),
      fc.constant(undefined),
    );
    const words = fc
      .array(
        fc.constantFrom(
          ...everything.map((one) => one.name),
          '😂',
          'é',
          '\u0301',
          'İ',
          '\u200b',
          'K1LL',
          '\n',
          '"',
          '… ',
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join(' '));
    const item = fc.record(
      {
        kind: fc.oneof(value, fc.constantFrom('post', 'sms', 'email', 'profile', 'connection')),
        text: fc.oneof(value, words),
        imageText: fc.oneof(value, words),
        altText: value,
        author: fc.oneof(value, fc.record({ role: fc.oneof(value, fc.constantFrom('teacher', 'coach', 'student')) })),
        recipients: fc.oneof(value, fc.array(fc.oneof(value, fc.record({ role: value })))),
        sentAt: value,
        audience: value,
        account: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          value,
          fc.record(
            {
              id: value,
              item: fc.oneof(value, item),
              context: fc.oneof(
                value,
                fc.record(
                  { notes: value, threadBefore: value, workingHours: value, timeZone: value, district: value },
                  { requiredKeys: [] },
                ),
              ),
            },
            { requiredKeys: [] },
          ),
        ),
        (input) => {
          const out = SuggestOutput.parse(toWire(suggestFor(input, packs), true));
          const fields: Record<string, unknown> = { ...((input as { item?: object } | null)?.item ?? {}) };
          for (const span of [...out.suggestions.flatMap((one) => one.spans), ...out.mandatedReport.spans]) {
            expect(String(fields[span.field]).slice(span.start, span.end)).toBe(span.text);
            expect(span.end).toBeGreaterThan(span.start);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('unrelated words before and after take no suggestion away', () => {
    const before = 'The weather is lovely and we painted the fence. ';
    const after = ' Dinner was soup. The garden needs rain.';
    const texts = [
      'Marcus has an IEP and his mom is in jail.',
      'Somebody should shoot that principal.',
      'As a teacher at Sample High School I think the mayor is a crook.',
    ];
    for (const text of texts) {
      const input = (words: string) => ({
        item: { kind: 'post', audience: 'public', author: { role: 'teacher' }, text: words },
        context: { district: { name: 'Sample Public Schools', aliases: ['Sample High School'] } },
      });
      const byRule = (words: string) => keysOf(toWire(suggestFor(input(words), packs, { learned: false })).suggestions);
      expect(byRule(`${before}${text}${after}`)).toEqual(byRule(text));
    }
  });

  test('with --all the rest is given too, and only what passes without', () => {
    const input = {
      item: { kind: 'post', audience: 'public', author: { role: 'teacher' }, text: 'I am a teacher and I like rain.' },
    };
    expect(toWire(suggestFor(input, packs)).suggestions).toEqual([]);
    const all = toWire(suggestFor(input, packs), true).suggestions;
    expect(all.map((one) => one.clause)).toContain('7');
    for (const one of all) expect(one.score).toBeLessThan(suggestionThreshold);
  });

  test('only the policies asked for answer', () => {
    const input = {
      item: {
        kind: 'post',
        audience: 'public',
        author: { role: 'teacher' },
        text: 'Marcus has an IEP and his mom is in jail.',
      },
    };
    expect(new Set(suggestFor(input, packs, { policies: ['norwalk'] }).suggestions.map((one) => one.policy))).toEqual(
      new Set(['norwalk']),
    );
    expect(suggestFor(input, packs, { policies: [] }).suggestions).toEqual([]);
  });

  test('conduct before a policy was adopted is not held against anybody', () => {
    const on = (sentAt: string) =>
      suggestFor(
        {
          item: {
            kind: 'sms',
            platform: 'sms',
            audience: 'individual',
            author: { role: 'coach' },
            recipients: [{ role: 'student', isRelativeOfAuthor: false }],
            sentAt,
            text: 'see you at 5',
          },
        },
        packs,
      ).suggestions[0];
    expect(on('2013-09-02T18:00:00-04:00')).toMatchObject({ clause: 'C2', passes: false });
    expect(on('2013-09-02T18:00:00-04:00')?.because).toContain('before the policy was adopted');
    expect(on('2013-09-03T18:00:00-04:00')).toMatchObject({ clause: 'C2', passes: true });
  });
});

test('a thousand items a second pass on one core, long and repetitive texts included', () => {
  const started = performance.now();
  const used = process.cpuUsage();
  let n = 0;
  for (let round = 0; round < 5; round += 1) {
    for (const one of everything) {
      suggestFor(one.input, packs);
      n += 1;
    }
  }
  // What else runs on the machine is not charged: the processor's time counts where it is the shorter one.
  const spent = process.cpuUsage(used);
  const seconds = Math.min(performance.now() - started, (spent.user + spent.system) / 1000) / 1000;
  expect(n / seconds).toBeGreaterThan(1000);
  for (const text of [
    'Marcus has an IEP. '.repeat(5000),
    'a'.repeat(200_000),
    'Ab '.repeat(50_000),
    'someone should shoot '.repeat(5000),
    '"'.repeat(50_000),
    'my dad hits me '.repeat(5000),
  ]) {
    const from = performance.now();
    suggestFor({ item: { kind: 'document', author: { role: 'teacher' }, text } }, packs);
    expect(performance.now() - from, text.slice(0, 20)).toBeLessThan(3000);
  }
});
