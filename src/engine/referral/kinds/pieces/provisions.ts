import { raise } from '../../../../contract/errors.ts';
import type { Clause, PolicyPack } from '../../../../contract/policy.ts';
import { text } from '../../../case-file/index.ts';
import { dateWords, spanWords } from '../../../wall-time.ts';
import { chargedOf, forceWord } from '../../gather/allegations.ts';
import { clauseName } from '../../gather/clause-name.ts';
import type { Scope } from '../../gather/scope.ts';
import type { Block } from '../../input/composed.ts';

/** The policies with the clauses that may be involved, word for word. @throws document-failed without any policy */
export function provisionsOf(scope: Scope): Block[] {
  const wanted = wantedClauses(scope);
  const blocks = scope.session.policies.flatMap((pack) => {
    const named = pack.clauses.filter(({ id }) => wanted.has(`${pack.id} ${id}`));
    const clauses =
      named.length > 0 ? named : wanted.size > 0 ? [] : pack.clauses.filter(({ kind }) => kind === 'general');
    return clauses.length === 0 ? [] : [quotedPolicy(pack, clauses)];
  });
  if (blocks.length === 0) raise('document-failed', { why: 'the district’s settings name no policy.' });
  return blocks;
}

/** The clauses alleged; before there are any, those a person marked as relevant; else the policy's general rules. */
function wantedClauses(scope: Scope): ReadonlySet<string> {
  const alleged = chargedOf(scope).views.map(({ allegation }) => `${allegation.policy} ${allegation.clause}`);
  if (alleged.length > 0) return new Set(alleged);
  const rows = scope.db.all(
    `SELECT DISTINCT policy || ' ' || clause AS key FROM suggestion_decision WHERE decision = 'relevant' AND withdrawn = 0`,
  );
  return new Set(rows.map((row) => text(row, 'key')));
}

function quotedPolicy(pack: PolicyPack, clauses: readonly Clause[]): Block {
  const revised = pack.revised.length === 0 ? '' : `; revised ${pack.revised.map(dateWords).join(', ')}`;
  return {
    block: 'clauses',
    title: pack.title,
    adopted: `adopted ${dateWords(pack.adopted)}${revised}`,
    clauses: clauses.map((clause) => ({
      id: clause.id,
      label: clauseName(clause),
      force: forceWord(clause.force),
      leadIn: clause.heading,
      words: clause.words,
      note: clause.binds.note,
    })),
  };
}

/** `October 19, 2025 to January 12, 2026`; null where nothing is alleged yet. */
export function periodOf(scope: Scope): string | null {
  const days = chargedOf(scope)
    .views.map(({ allegation }) => allegation.conductOn)
    .sort();
  return days.length === 0 ? null : spanWords(days);
}
