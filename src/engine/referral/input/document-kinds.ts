import { z } from 'zod';
import type { EvidencePicture } from './basics.ts';
import { picturesNamedBy, referralProblems } from './consistency.ts';
import { DisciplinaryReferralInput } from './disciplinary-referral.ts';
import { DocumentError } from './document-error.ts';
import { NoticeOfInvestigationInput } from './notice-of-investigation.ts';

export const DocumentInput = z.discriminatedUnion('kind', [DisciplinaryReferralInput, NoticeOfInvestigationInput]);
export type DocumentInput = z.infer<typeof DocumentInput>;
export type DocumentKind = DocumentInput['kind'];

/** The kinds of document there are: their names for people and their templates in `resources/templates`. */
export const documentKinds: Readonly<Record<DocumentKind, { readonly title: string; readonly template: string }>> = {
  'disciplinary-referral': { title: 'Employee disciplinary referral', template: 'disciplinary-referral.typ' },
  'notice-of-investigation': { title: 'Notice of investigation', template: 'notice-of-investigation.typ' },
};

/** The input of one kind, checked whole. Error: `document-input-invalid` with a sentence for each thing wrong. */
export function parseDocumentInput(kind: string, value: unknown): DocumentInput {
  const parsed = DocumentInput.safeParse(value);
  if (!parsed.success) throw invalid(kind, sentences(parsed.error));
  if (parsed.data.kind !== kind) throw invalid(kind, [`The input is that of a ${parsed.data.kind}.`]);
  const problems = parsed.data.kind === 'disciplinary-referral' ? referralProblems(parsed.data) : [];
  if (problems.length > 0) throw invalid(kind, problems);
  return parsed.data;
}

/** The pictures that must come with an input, by file key, each with the places to take out of it. */
export function picturesOf(input: DocumentInput): readonly Pick<EvidencePicture, 'file' | 'covered'>[] {
  return input.kind === 'disciplinary-referral' ? picturesNamedBy(input) : [];
}

function sentences(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.map(String).join('.') || 'input'}: ${issue.message}`);
}

function invalid(kind: string, problems: readonly string[]): DocumentError {
  return new DocumentError('document-input-invalid', `The ${kind} cannot be made from this input.`, problems);
}
