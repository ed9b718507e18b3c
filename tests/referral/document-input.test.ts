import { describe, expect, test } from 'vitest';
import { FactFinding, PolicyFinding } from '../../src/engine/referral/input/allegation.ts';
import { prose } from '../../src/engine/referral/input/basics.ts';
import { conclusionOf } from '../../src/engine/referral/input/conclusion.ts';
import { DocumentError } from '../../src/engine/referral/input/document-error.ts';
import { parseDocumentInput } from '../../src/engine/referral/input/document-kinds.ts';
import { sampleReferral } from './sample-input.ts';
import { sampleNotice } from './sample-letter.ts';

function problemsOf(kind: string, input: unknown): readonly string[] {
  try {
    parseDocumentInput(kind, input);
    return [];
  } catch (error) {
    if (error instanceof DocumentError && error.kind === 'document-input-invalid') return error.details;
    throw error;
  }
}

describe('the input of a document', () => {
  test('survives being frozen as JSON', () => {
    expect(parseDocumentInput('disciplinary-referral', JSON.parse(JSON.stringify(sampleReferral)))).toEqual(
      sampleReferral,
    );
    expect(parseDocumentInput('notice-of-investigation', JSON.parse(JSON.stringify(sampleNotice)))).toEqual(
      sampleNotice,
    );
  });

  test('has no place for a recommendation', () => {
    const problems = problemsOf('disciplinary-referral', {
      ...sampleReferral,
      recommendation: 'A letter of reprimand.',
    });
    expect(problems.join(' ')).toContain('recommendation');
  });

  test('is refused when a citation leads to no exhibit', () => {
    const input = { ...sampleReferral, exhibits: sampleReferral.exhibits.filter(({ number }) => number !== 'A-6') };
    expect(problemsOf('disciplinary-referral', input)).toEqual([
      'Exhibit A-6 is cited but is not in the list of exhibits.',
    ]);
  });

  test('is refused when a citation names a page that the exhibit does not have', () => {
    const exhibits = sampleReferral.exhibits.map((exhibit) =>
      exhibit.number === 'A-5' ? { ...exhibit, pages: 2 } : exhibit,
    );
    expect(problemsOf('disciplinary-referral', { ...sampleReferral, exhibits })).toEqual([
      'Exhibit A-5 is cited at page 3 but has 2 page(s).',
    ]);
  });

  test('is refused when an allegation rests on a clause whose words are not quoted', () => {
    const policies = sampleReferral.policies.map((policy) => ({ ...policy, clauses: policy.clauses.slice(0, 1) }));
    expect(problemsOf('disciplinary-referral', { ...sampleReferral, policies })).toEqual([
      'Allegation 1 rests on clause 8 of 4118.51, whose words are not quoted.',
    ]);
  });

  test('is refused when an exhibit or an allegation is numbered twice', () => {
    const input = {
      ...sampleReferral,
      exhibits: [...sampleReferral.exhibits, ...sampleReferral.exhibits.slice(0, 1)],
      allegations: [...sampleReferral.allegations, ...sampleReferral.allegations.slice(0, 1)],
    };
    expect(problemsOf('disciplinary-referral', input)).toEqual([
      'Exhibit A-1 is listed twice.',
      'Allegation 1 is listed twice.',
    ]);
  });

  test('is refused when it is the input of another kind, or when a finding has no reasons', () => {
    expect(problemsOf('notice-of-investigation', sampleReferral)).toHaveLength(1);
    const [first] = sampleReferral.allegations;
    const allegations = [{ ...first, finding: { ...first?.finding, reasons: [] } }];
    expect(problemsOf('disciplinary-referral', { ...sampleReferral, allegations }).join()).toContain('finding.reasons');
  });

  test('makes paragraphs of plain text and none of empty text', () => {
    expect(prose('One.\n\nTwo\nlines.')).toEqual([['One.'], ['Two\nlines.']]);
    expect(prose('  \n\n ')).toEqual([]);
  });
});

test('only a proved fact that breaches the clause is called sustained, and a missing finding is called missing', () => {
  for (const fact of FactFinding.options)
    for (const policy of PolicyFinding.options)
      expect(conclusionOf({ fact, policy })).toBe(
        fact === 'proved' && policy === 'breach' ? 'Sustained' : 'Not sustained',
      );
  expect(conclusionOf(null)).toBe('No finding recorded');
});
