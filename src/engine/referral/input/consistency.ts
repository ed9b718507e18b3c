import { Citation, type EvidencePicture } from './basics.ts';
import type { DisciplinaryReferralInput } from './disciplinary-referral.ts';

/** What does not hold together in a referral's input, a sentence each: a citation without its exhibit, a clause that is not quoted, a number given twice. */
export function referralProblems(input: DisciplinaryReferralInput): readonly string[] {
  return [...citationProblems(input), ...clauseProblems(input), ...numberProblems(input)];
}

/** The pictures that a document's input names, each once, in reading order. */
export function picturesNamedBy(input: {
  readonly exhibits?: DisciplinaryReferralInput['exhibits'];
}): readonly Pick<EvidencePicture, 'file' | 'covered'>[] {
  const byFile = new Map<string, Pick<EvidencePicture, 'file' | 'covered'>>();
  for (const { file, covered } of (input.exhibits ?? []).flatMap((exhibit) => exhibit.pictures)) {
    byFile.set(file, { file, covered: [...(byFile.get(file)?.covered ?? []), ...covered] });
  }
  return [...byFile.values()];
}

function citationProblems(input: DisciplinaryReferralInput): string[] {
  const pagesOf = new Map(input.exhibits.map((exhibit) => [exhibit.number, exhibit.pages]));
  const problems = new Set<string>();
  for (const citation of citationsIn(input)) {
    const pages = pagesOf.get(citation.exhibit);
    if (pages === undefined) problems.add(`Exhibit ${citation.exhibit} is cited but is not in the list of exhibits.`);
    else if (citation.page !== null && citation.page > (pages ?? 1))
      problems.add(`Exhibit ${citation.exhibit} is cited at page ${citation.page} but has ${pages ?? 1} page(s).`);
  }
  return [...problems];
}

/** Every citation anywhere in the input, in reading order. */
export function citationsIn(value: unknown): readonly Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn);
  if (typeof value !== 'object' || value === null) return [];
  const citation = Citation.safeParse(value);
  return citation.success ? [citation.data] : Object.values(value).flatMap(citationsIn);
}

function clauseProblems(input: DisciplinaryReferralInput): string[] {
  const quoted = new Set(
    input.policies.flatMap((policy) => policy.clauses.map((clause) => `${policy.id} ${clause.id}`)),
  );
  return input.allegations
    .filter(({ clause }) => !quoted.has(`${clause.policy} ${clause.clause}`))
    .map(
      ({ number, clause }) =>
        `Allegation ${number} rests on clause ${clause.clause} of ${clause.policy}, whose words are not quoted.`,
    );
}

function numberProblems(input: DisciplinaryReferralInput): string[] {
  return [
    ...repeated(input.exhibits.map((exhibit) => exhibit.number)).map((number) => `Exhibit ${number} is listed twice.`),
    ...repeated(input.allegations.map((allegation) => String(allegation.number))).map(
      (number) => `Allegation ${number} is listed twice.`,
    ),
    ...repeated(input.policies.map((policy) => policy.id)).map((id) => `Policy ${id} is listed twice.`),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
