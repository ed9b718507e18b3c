import { createHash } from 'node:crypto';
import type { AgreementPack } from '../../../contract/agreement.ts';

type Named = { readonly article?: string | null | undefined };

/** Everything of a pack that rests on one article, under a name for a person. */
function partsOn(pack: AgreementPack, no: string): readonly { readonly title: string; readonly part: unknown }[] {
  const blocks: readonly (readonly [string, Named | null | undefined])[] = [
    ['How days are counted', pack.days],
    ['Longer times and silence', pack.extensions],
    ['Representation', pack.representation],
    ['Complaints', pack.complaints],
    ['Leave', pack.leave],
    ['Grievance procedure', pack.grievance],
  ];
  return [
    ...pack.steps.filter(({ article }) => article === no).map((part) => ({ title: part.title, part })),
    ...pack.gates.filter(({ article }) => article === no).map((part) => ({ title: `Gate: ${part.title}`, part })),
    ...pack.ageing
      .filter(({ article }) => article === no)
      .map((part) => ({ title: `How long this may be relied on: ${part.item}`, part })),
    ...blocks.filter(([, part]) => part?.article === no).map(([title, part]) => ({ title, part })),
  ];
}

/** Titles of the steps, gates and rules that rest on an article. */
export function restsOn(pack: AgreementPack, no: string): readonly string[] {
  return partsOn(pack, no).map(({ title }) => title);
}

/**
 * SHA-256, hex, over an article and all that rests on it. Whoever confirms an article confirms these numbers; when one of
 * them is changed, the confirmation no longer holds.
 */
export function articleDigest(pack: AgreementPack, no: string): string {
  const article = pack.articles.find((each) => each.no === no);
  const said =
    article === undefined ? null : { no, title: article.title, statement: article.statement, source: article.source };
  const parts = partsOn(pack, no).map(({ part }) => part);
  return createHash('sha256')
    .update(JSON.stringify([said, parts]))
    .digest('hex');
}

/** What HR says of an article: it stands in the signed paper so, on this page. */
type Confirmation = {
  readonly pack: string;
  readonly version: string;
  readonly article: string;
  readonly digest: string;
  readonly by: string;
  readonly on: string;
  readonly page: string | null;
};

const confirmed = new WeakMap<AgreementPack, { readonly by: string; readonly pack: AgreementPack }>();

/** A pack whose articles bear the confirmations that still fit them; made once as long as nobody confirms anything else. */
export function withConfirmations(pack: AgreementPack, all: readonly Confirmation[]): AgreementPack {
  const own = all.filter(({ pack: id, version }) => id === pack.id && version === pack.version);
  if (own.length === 0) return pack;
  const by = JSON.stringify(own);
  const known = confirmed.get(pack);
  if (known?.by === by) return known.pack;
  const made = confirmedBy(pack, own);
  confirmed.set(pack, { by, pack: made });
  return made;
}

function confirmedBy(pack: AgreementPack, own: readonly Confirmation[]): AgreementPack {
  return {
    ...pack,
    articles: pack.articles.map((article) => {
      const found = own.find((each) => each.article === article.no && each.digest === articleDigest(pack, article.no));
      return found === undefined
        ? article
        : { ...article, confirmed: { by: found.by, on: found.on, page: found.page } };
    }),
  };
}
