import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedAuthor, splitQuotations } from '../../src/engine/intake/readers/shared/quoted-text.ts';
import { splitSignature } from '../../src/engine/intake/readers/shared/signature-lines.ts';

const lines = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((line) => line.replace(/[\r\n]/g, '')),
  fc.constantFrom(
    '',
    '> quoted',
    '>> deeper',
    'On Mon, Mar 9, 2026 at 9:00 AM Jose Ruiz <jose@example.org> wrote:',
    '-----Original Message-----',
    'From: Ana <ana@example.org>',
    'Sent: Monday',
    'To: Ben',
    'Subject: hello',
    '-- ',
    'Best,',
  ),
);

describe('quoted words', () => {
  test('loses nothing: the pieces put together are the whole text', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 30 }), (drawn) => {
        const text = drawn.join('\n');
        expect(
          splitQuotations(text)
            .map((segment) => segment.text)
            .join('\n'),
        ).toBe(text);
      }),
    );
  });

  test('calls every marked line quoted, and every line of a text without marks own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('my words', '> his words', ''), { minLength: 1, maxLength: 20 }),
        (drawn) => {
          for (const segment of splitQuotations(drawn.join('\n'))) {
            const marked = segment.text.split('\n').filter((line) => line.startsWith('>'));
            const unmarked = segment.text.split('\n').filter((line) => line === 'my words');
            expect(segment.kind === 'quoted' ? unmarked : marked).toEqual([]);
          }
        },
      ),
    );
  });

  test.each([
    'On Mon, Mar 9, 2026 at 9:00 AM Jose Ruiz <jose@example.org> wrote:',
    'El lun, 9 mar 2026 a las 9:00, Jose Ruiz (<jose@example.org>) escribió:',
    'Am 09.03.2026 um 09:00 schrieb Jose Ruiz <jose@example.org>:',
    'Le lun. 9 mars 2026 à 09:00, Jose Ruiz <jose@example.org> a écrit :',
    'From: Jose Ruiz <jose@example.org>\nSent: Monday, March 9, 2026 9:00 AM\nTo: Dana\nSubject: grade',
  ])('begins a quotation at: %s', (intro) => {
    const [own, quoted] = splitQuotations(`New.\n${intro}\nold words`);
    expect(own).toEqual({ kind: 'own', text: 'New.' });
    expect(quoted?.kind).toBe('quoted');
    expect(quotedAuthor(quoted?.text ?? '')).toContain('Jose Ruiz');
  });

  test('keeps answers written between quoted lines as the sender’s own', () => {
    const text = 'On Mon, Jose wrote:\n> first question?\nyes\n> second question?\nno';
    expect(splitQuotations(text).map((segment) => segment.kind)).toEqual(['quoted', 'own', 'quoted', 'own']);
  });

  test('leaves a sentence that only mentions writing alone', () => {
    expect(splitQuotations('On Monday she wrote: nothing\nFrom: here to there')).toHaveLength(1);
  });

  test('takes 50,000 hostile lines in a moment', () => {
    const before = performance.now();
    splitQuotations(`On ${'a '.repeat(100)}\n`.repeat(50_000));
    splitQuotations(`On ${', '.repeat(200_000)}wrote`);
    quotedAuthor(`On ${', a'.repeat(100_000)} wrote`);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

describe('signature lines', () => {
  test('keeps every word, in the text or in the signature', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 20 }), (drawn) => {
        const text = drawn.join('\n');
        const { words, signature } = splitSignature(text, 'Ana');
        const without = (whole: string): string => whole.replace(/^(?:-- ?|_{2,}|—)$/gm, '').replace(/\s+/g, '');
        expect(without(`${words}\n${signature ?? ''}`)).toBe(without(text));
      }),
    );
  });

  test.each([
    ['after two dashes', 'Words.\n-- \nDana\nAlder Cove School', 'Dana\nAlder Cove School'],
    ['after a farewell', 'Words.\n\nKind regards,\nDana Whitfield\nGrade 6', 'Dana Whitfield\nGrade 6'],
    ['after a Spanish farewell', 'Palabras.\n\nSaludos cordiales,\nAna', 'Ana'],
    [
      'from the sender’s own name on',
      'Words.\n\nDana Whitfield\nGrade 6 Science\n(203) 555-0100',
      'Dana Whitfield\nGrade 6 Science\n(203) 555-0100',
    ],
    ['of a telephone', 'Words.\n\nSent from my iPhone', 'Sent from my iPhone'],
  ])('finds the one %s', (_, text, signature) => {
    expect(splitSignature(text, 'Dana Whitfield').signature).toBe(signature);
  });

  test('takes no long paragraph for a signature', () => {
    expect(splitSignature(`Thanks,\n${'This goes on. '.repeat(30)}`, null).signature).toBeNull();
  });
});
