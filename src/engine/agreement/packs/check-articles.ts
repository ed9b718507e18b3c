import type { AgreementPack } from '../../../contract/agreement.ts';

type Problem = { readonly where: string; readonly problem: string };

/** Every place of a pack that rests on an article, with its name. */
function references(pack: AgreementPack): readonly { readonly where: string; readonly article: string }[] {
  const blocks = [
    { where: 'days', article: pack.days.article },
    { where: 'extensions', article: pack.extensions.article },
    { where: 'representation', article: pack.representation?.article },
    { where: 'complaints', article: pack.complaints?.article },
    { where: 'leave', article: pack.leave?.article },
    { where: 'grievance', article: pack.grievance?.article },
    ...pack.ageing.map((rule) => ({ where: `ageing of ${rule.item}`, article: rule.article })),
    ...pack.steps.map((step) => ({ where: `step ${step.id}`, article: step.article })),
    ...pack.gates.map((gate) => ({ where: `gate ${gate.id}`, article: gate.article })),
  ];
  return blocks.flatMap(({ where, article }) => (article ? [{ where, article }] : []));
}

function sampleProblems(pack: AgreementPack): readonly Problem[] {
  const invented = pack.articles.filter((article) => article.mark === 'invented');
  if (pack.status === 'example') {
    const problems: Problem[] = /invented/i.test(pack.title)
      ? []
      : [{ where: 'title', problem: 'an example says "invented" in its title' }];
    const named = pack.articles.find((article) => article.mark !== 'invented');
    return named === undefined
      ? problems
      : [...problems, { where: `article ${named.no}`, problem: 'an example holds only invented articles' }];
  }
  return invented.map((article) => ({
    where: `article ${article.no}`,
    problem: 'an invented article may stand only in a pack whose status is example',
  }));
}

/** Articles named but not held, held twice, without a source, or invented outside a sample. */
export function checkPackArticles(pack: AgreementPack): readonly Problem[] {
  const numbers = pack.articles.map((article) => article.no);
  const known = new Set(numbers);
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  return [
    ...references(pack)
      .filter(({ article }) => !known.has(article))
      .map(({ where, article }) => ({ where, problem: `rests on ${article}, which the pack does not hold` })),
    ...twice.map((number) => ({ where: `article ${number}`, problem: 'stands twice' })),
    ...pack.articles
      .filter((article) => article.source.trim() === '')
      .map((article) => ({ where: `article ${article.no}`, problem: 'has no source' })),
    ...sampleProblems(pack),
  ];
}
