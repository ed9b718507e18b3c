import { chronologyView } from '../../chronology/index.ts';
import type { DisciplinaryReferralInput } from '../input/disciplinary-referral.ts';
import type { Charged } from './allegations.ts';
import type { Exhibits } from './exhibits.ts';
import type { Scope } from './scope.ts';

type Entry = DisciplinaryReferralInput['chronology'][number];

/** The line of this respondent's matter with its exhibits; what was issued stands in the list of documents. */
export function chronologyOf(scope: Scope, charged: Charged, exhibits: Exhibits): Entry[] {
  const cited = new Map([...charged.links.values()].map((link) => [link.itemId, exhibits.cite(link)]));
  return chronologyView(scope.session, scope.db, scope.respondent.id).entries.flatMap((entry): Entry[] => {
    if (entry.kind === 'document') return [];
    const citation = entry.source.room === 'evidence' ? cited.get(entry.source.id) : undefined;
    // An item that is linked to no allegation against this employee is no part of the document.
    if (entry.kind === 'conduct' && entry.source.room === 'evidence' && citation === undefined) return [];
    const what = scope.safe(entry.words);
    return [
      { when: entry.moment ?? entry.order, what: `${what}.`, citations: citation === undefined ? [] : [citation] },
    ];
  });
}
