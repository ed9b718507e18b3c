import { dateWords } from '../../../wall-time.ts';
import { type Charged, quotedClauses } from '../../gather/allegations.ts';
import type { Exhibits } from '../../gather/exhibits.ts';
import type { Scope } from '../../gather/scope.ts';
import type { Citation, QuotedClause } from '../../input/basics.ts';
import type { Block, Run } from '../../input/composed.ts';

/** Each allegation with its specification, its exhibits and its clause, in the order of their numbers. */
export function chargesOf(scope: Scope, charged: Charged, exhibits: Exhibits): Block[] {
  const quoted = quotedClauses(scope, charged);
  return charged.views.flatMap(({ allegation, elements, clauseLabel }): Block[] => {
    const { what, when, where, toWhom } = allegation.specification;
    const cited = elements
      .flatMap((element) => element.for)
      .flatMap((id) => charged.links.get(id) ?? [])
      .map((link) => exhibits.cite(link));
    const clause = quoted.get(allegation.policy)?.find(({ id }) => id === allegation.clause);
    const said = (words: string | null | undefined): Run => [scope.safe(words ?? '') || 'Not recorded'];
    return [
      {
        block: 'facts',
        rows: [
          { name: `Allegation ${allegation.number}`, value: [scope.safe(clauseLabel)] },
          { name: 'What', value: said(what) },
          { name: 'When', value: said(when) },
          { name: 'Where', value: said(where) },
          { name: 'To whom', value: said(toWhom) },
          { name: 'Exhibits', value: runOfCitations(cited) },
        ],
      },
      ...(clause === undefined ? [] : [clauseBlock(scope, allegation.policy, clause)]),
    ];
  });
}

function clauseBlock(scope: Scope, policy: string, clause: QuotedClause): Block {
  const pack = scope.session.policies.find(({ id }) => id === policy);
  return {
    block: 'clauses',
    title: pack?.title ?? policy,
    adopted: pack === undefined ? 'as adopted' : `adopted ${dateWords(pack.adopted)}`,
    clauses: [clause],
  };
}

/** Citations one after the other; each once. */
export function runOfCitations(citations: readonly Citation[]): Run {
  const seen = new Map(citations.map((citation) => [JSON.stringify(citation), citation]));
  const list = [...seen.values()];
  if (list.length === 0) return ['None'];
  return list.flatMap((citation, index) => (index === 0 ? [citation] : [' ', citation]));
}
