import type { AgreementPack, Article } from '../../../contract/agreement.ts';
import type { StepLine, StepsInput } from '../../../contract/steps.ts';

export function articleOf(pack: AgreementPack, no: string): Article | null {
  return pack.articles.find((article) => article.no === no) ?? null;
}

function lawNote(article: Article): string | null {
  if (article.mark === 'seen' && article.confidence === 'high') return null;
  return `To be confirmed with counsel: ${article.no} (${article.source}).`;
}

/** What is still to be confirmed about a rule, in words; null when nothing is. Never silent about an invented number. */
export function toConfirm(pack: AgreementPack, no: string): string | null {
  const article = articleOf(pack, no);
  if (article === null) return `The rule names ${no}, which the pack does not hold.`;
  if (article.confirmed !== null) return null;
  if (pack.kind === 'law') return lawNote(article);
  if (article.mark === 'practice') return 'No agreement or law asks for this step; it is fair practice.';
  if (pack.kind === 'no-agreement' && article.mark !== 'invented') return lawNote(article);
  const what = pack.kind === 'agreement' ? 'agreement' : 'policy';
  if (article.mark === 'invented') return `Example, invented: ${no} holds only if the ${what} says so.`;
  return `If the article says so: ${no} has not been confirmed against the signed ${what}.`;
}

/** The words that stand behind the date of a line, as `dateDoubt` says them of its pack and article. */
export function doubtOfDate(line: StepLine, { packs }: StepsInput): string {
  const pack = packs.find(({ id, version }) => `${id}@${version}` === line.pack);
  return pack === undefined ? '' : dateDoubt(pack, line.article);
}

/** The words that stand behind a date which rests on an unconfirmed article; none where no paper asks for the step. */
export function dateDoubt(pack: AgreementPack, no: string): string {
  const mark = articleOf(pack, no)?.mark;
  if (toConfirm(pack, no) === null || mark === 'practice') return '';
  // What stands in a statute is asked of counsel, also where a unit without an agreement rests on it.
  const ofLaw = pack.kind === 'law' || (pack.kind === 'no-agreement' && mark !== 'invented');
  return ofLaw ? ', to be confirmed' : ', if the article says so';
}
