import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';

const desk = new Desk();

const vocabulary = [
  'Niño',
  'nino',
  'Zoë',
  'STRASSE',
  'été',
  'practice',
  'practical',
  'Practice',
  'über',
  'o’clock',
  'don’t',
  '7:30',
  'café',
  '🏈',
  'go',
  'Bears',
  'well-being',
  'well',
  'being',
  '中文',
  'Ümit',
];
const spoken = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const rows = fc
  .sample(fc.record({ from: fc.constantFrom('Zoë Ümit', 'Ray', 'coach.ray'), text: spoken }), { numRuns: 120, seed: 7 })
  .map((row, index) => ({
    ...row,
    at: `2026-03-${String(1 + (index % 28)).padStart(2, '0')} 10:${String(index % 60).padStart(2, '0')}`,
  }));
let texts: { id: string; columns: string[][] }[] = [];

/** What a person means by the same word: no case, no accents, only letters and digits. */
const tokens = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');

beforeAll(async () => {
  await desk.newCase(null);
  const ids = await desk.messages(rows);
  expect(ids).toHaveLength(rows.length);
  texts = await Promise.all(
    ids.map(async (id) => {
      const { item } = await desk.ask('item.view', { id });
      const people = [item.author, ...item.recipients].flatMap((party) => [party?.name ?? '', party?.handle ?? '']);
      return { id, columns: [tokens(item.text), tokens(item.title ?? ''), tokens(people.join(' '))] };
    }),
  );
}, 60_000);
afterAll(() => desk.end());

interface Part {
  readonly kind: 'word' | 'phrase' | 'minus';
  readonly text: string;
}

/** As it is typed: the last word without a space after it is still being typed, and matches as a beginning. */
function typed(parts: readonly Part[], finished: boolean): string {
  const shown = parts.map(({ kind, text }) => (kind === 'phrase' ? `"${text}"` : kind === 'minus' ? `-${text}` : text));
  return shown.join(' ') + (finished ? ' ' : '');
}

function holds(columns: readonly string[][], wanted: readonly string[], beginning: boolean): boolean {
  return columns.some((column) =>
    column.some((_, start) =>
      wanted.every((token, index) => {
        const there = column[start + index];
        const isLast = index === wanted.length - 1;
        return beginning && isLast ? there?.startsWith(token) : there === token;
      }),
    ),
  );
}

function naive(parts: readonly Part[], finished: boolean): string[] {
  const usable = parts.map((part, index) => ({
    ...part,
    tokens: tokens(part.text),
    beginning: part.kind !== 'phrase' && index === parts.length - 1 && !finished,
  }));
  const wanted = usable.filter((part) => part.kind !== 'minus' && part.tokens.length > 0);
  const unwanted = usable.filter((part) => part.kind === 'minus' && part.tokens.length > 0);
  if (wanted.length === 0) return [];
  return texts
    .filter(({ columns }) => wanted.every((part) => holds(columns, part.tokens, part.beginning)))
    .filter(({ columns }) => !unwanted.some((part) => holds(columns, part.tokens, part.beginning)))
    .map(({ id }) => id);
}

const found = async (words: string) => {
  const { hits, total } = await desk.ask('item.search', { words, limit: 1000 });
  expect(hits).toHaveLength(total);
  return hits.map(({ item }) => item);
};

const part = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('word' as const),
      text: fc.constantFrom(...vocabulary, 'pract', 'PRACTICE', 'NINO', 'ete', 'um', 'ray'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('phrase' as const), text: spoken }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('minus' as const), text: fc.constantFrom(...vocabulary) }) },
);

describe('search', () => {
  test('finds exactly what a reader would who ignores case and accents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), fc.boolean(), async (parts, finished) => {
        expect((await found(typed(parts, finished))).sort()).toEqual(naive(parts, finished).sort());
      }),
      { numRuns: 250 },
    );
  });

  test('never takes what was typed for a syntax error', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '-',
            '*',
            '(',
            ')',
            'AND',
            'OR',
            'NOT',
            'NEAR(',
            ':',
            '^',
            '{',
            '}',
            '+',
            "'",
            ';',
            '\u0000',
            'text:',
            'go',
            ' ',
          ),
          { maxLength: 20 },
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(nasty, async (words) => {
        const reply = await desk.engine.call('item.search', { words: words.slice(0, 400), limit: 5 });
        expect(reply.ok).toBe(true);
        const page = await desk.engine.call('item.page', { filter: { words: words.slice(0, 400) } });
        expect(page.ok).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('finds people by their names, and marks the words it found', async () => {
    const { hits } = await desk.ask('item.search', { words: 'umit ', limit: 3 });
    expect(hits.length).toBe(3);
    expect(hits[0]?.snippet).toContain('⟦Ümit⟧');
    expect(hits[0]).toMatchObject({ page: null, path: expect.stringMatching(/messages\.csv$/) });
  });

  test('gives the same items to the table’s filter as to the search', async () => {
    const { rows: shown, matching } = await desk.ask('item.page', { filter: { words: 'practice -go' }, limit: 500 });
    const ids = await found('practice -go');
    expect(matching).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(2);
    expect(shown.map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  test('counts all hits and shows as many as were asked for', async () => {
    const { total, hits } = await desk.ask('item.search', { words: 'go', limit: 2 });
    expect(hits).toHaveLength(2);
    expect(total).toBe(naive([{ kind: 'word', text: 'go' }], false).length);
  });

  test('finds nothing where nothing but a minus or marks were typed', async () => {
    expect(await found('-go')).toEqual([]);
    expect(await found('🏈 "!!"')).toEqual([]);
    expect(await found('')).toEqual([]);
  });
});
