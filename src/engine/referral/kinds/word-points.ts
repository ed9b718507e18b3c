import type { z } from 'zod';
import type { ComposedKindName, DocumentLanguage, ReadinessPoint } from '../../../contract/document.ts';
import { EvenhandError } from '../../../contract/errors.ts';
import type { Scope } from '../gather/scope.ts';
import { wordProblems } from './compose.ts';

type Point = z.infer<typeof ReadinessPoint>;

/** What is still to be filled in, words that have no place in the document, and whatever it cannot be made without. */
export function wordPoints(scope: Scope, kind: ComposedKindName, language: DocumentLanguage): Point[] {
  try {
    const { blanks, unfit } = wordProblems(scope, kind, language);
    return [
      ...unfit.map(({ words, why }) => point('weak', `It says “${words}”. ${why}`)),
      ...blanks.map((what) => point('weak', `Still to be filled in: ${what}.`)),
    ];
  } catch (error) {
    if (!(error instanceof EvenhandError)) throw error;
    return [point('blocks', error.message)];
  }
}

function point(severity: Point['severity'], words: string): Point {
  return { severity, words, room: 'documents' };
}
