import { z } from 'zod';
import type { EvidencePicture } from './basics.ts';
import { ComposedInput, composedPictures, composedProblems } from './composed.ts';
import { picturesNamedBy, referralProblems } from './consistency.ts';
import { DisciplinaryReferralInput } from './disciplinary-referral.ts';
import { DocumentError } from './document-error.ts';

export type DocumentInput = DisciplinaryReferralInput | ComposedInput;

export const REFERRAL_TITLE = 'Employee disciplinary referral';

/** Whether an input is composed of parts; the referral alone has a shape of its own. */
export function isComposed(input: DocumentInput): input is ComposedInput {
  return 'composed' in input;
}

export function titleOf(input: DocumentInput): string {
  return isComposed(input) ? input.title : REFERRAL_TITLE;
}

/** The template in `resources/templates` that sets an input. */
export function templateOf(input: DocumentInput): string {
  return isComposed(input) ? 'composed.typ' : 'disciplinary-referral.typ';
}

/** The input of one kind, checked whole. Error: `document-input-invalid` with a sentence for each thing wrong. */
export function parseDocumentInput(kind: string, value: unknown): DocumentInput {
  const named = z.object({ kind: z.string() }).safeParse(value);
  if (named.success && named.data.kind !== kind) throw invalid(kind, [`The input is that of a ${named.data.kind}.`]);
  // One schema is tried, so that what is wrong is said of the kind that was meant.
  const schema = kind === 'disciplinary-referral' ? DisciplinaryReferralInput : ComposedInput;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(kind, sentences(parsed.error));
  const input: DocumentInput = parsed.data;
  const problems = isComposed(input) ? composedProblems(input) : referralProblems(input);
  if (problems.length > 0) throw invalid(kind, problems);
  return input;
}

/** The pictures that must come with an input, by file key, each with the places to take out of it. */
export function picturesOf(input: DocumentInput): readonly Pick<EvidencePicture, 'file' | 'covered'>[] {
  return isComposed(input) ? composedPictures(input) : picturesNamedBy(input);
}

function sentences(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.map(String).join('.') || 'input'}: ${issue.message}`);
}

function invalid(kind: string, problems: readonly string[]): DocumentError {
  return new DocumentError('document-input-invalid', `The ${kind} cannot be made from this input.`, problems);
}
