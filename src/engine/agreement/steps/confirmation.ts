import type { AgreementPack, Article } from '../../../contract/agreement.ts';

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

/** The words that stand behind a date which rests on an unconfirmed article. */
export function dateDoubt(pack: AgreementPack, no: string): string {
  if (toConfirm(pack, no) === null) return '';
  return pack.kind === 'law' ? ', to be confirmed' : ', if the article says so';
}
