import { raise } from '../../../contract/errors.ts';
import type { Clause, PolicyPack } from '../../../contract/policy.ts';
import { steps } from '../../agreement/index.ts';
import { text } from '../../case-file/index.ts';
import { complaints } from '../../complaint/index.ts';
import { events, stepsInput } from '../../procedure/index.ts';
import type { NoticeOfInvestigationInput } from '../input/notice-of-investigation.ts';
import { chargedOf, forceWord } from './allegations.ts';
import { clauseName } from './clause-name.ts';
import { headOf, type Scope } from './scope.ts';
import { dateWords, spanWords } from './wall-time.ts';

/** Everything that the notice of investigation prints: no finding, no student's name, no accusation. @throws document-failed */
export function gatherNotice(scope: Scope, draft: boolean): NoticeOfInvestigationInput {
  const { respondent, engine, session } = scope;
  const all = complaints(scope.db);
  const complaint = all.find(({ about }) => about.includes(respondent.id)) ?? all[0];
  if (complaint === undefined) raise('document-failed', { why: 'no complaint is recorded.' });
  const policies = policiesOf(scope);
  if (policies.length === 0) raise('document-failed', { why: 'the district’s settings name no policy.' });
  const { actor } = engine;
  return {
    kind: 'notice-of-investigation',
    ...headOf(scope, 'notice-of-investigation', draft),
    to: {
      name: respondent.name,
      role: respondent.position ?? respondent.occupation,
      addressLines: [],
      salutation: respondent.name,
    },
    from: { name: actor.name, role: actor.role },
    investigator: {
      name: actor.name,
      role: actor.role,
      contact: session.district?.letterhead.lines[0] ?? 'the school',
    },
    delivery: 'by hand, with a copy to be signed for',
    complaint: {
      receivedOn: scope.day(complaint.receivedAt),
      nature: 'communications on social media or by electronic message that may come under the clauses quoted below',
      period: periodOf(scope),
      complainant: null,
    },
    policies,
    representation: representationOf(scope),
    interview: interviewOf(scope),
    response: responseOf(scope),
    copies: copiesOf(scope),
  };
}

function periodOf(scope: Scope): string | null {
  const days = chargedOf(scope)
    .views.map(({ allegation }) => allegation.conductOn)
    .sort();
  return days.length === 0 ? null : spanWords(days);
}

/** The clauses alleged; before there are any, those a person marked as relevant; else the policy's general rules. */
function policiesOf(scope: Scope): NoticeOfInvestigationInput['policies'] {
  const wanted = new Set(chargedOf(scope).views.map(({ allegation }) => `${allegation.policy} ${allegation.clause}`));
  if (wanted.size === 0) {
    const rows = scope.db.all(
      `SELECT DISTINCT policy || ' ' || clause AS key FROM suggestion_decision WHERE decision = 'relevant' AND withdrawn = 0`,
    );
    for (const row of rows) wanted.add(text(row, 'key'));
  }
  return scope.session.policies.flatMap((pack) => {
    const named = pack.clauses.filter(({ id }) => wanted.has(`${pack.id} ${id}`));
    const clauses =
      named.length > 0 ? named : wanted.size > 0 ? [] : pack.clauses.filter(({ kind }) => kind === 'general');
    return clauses.length === 0 ? [] : [quotedPolicy(pack, clauses)];
  });
}

function quotedPolicy(pack: PolicyPack, clauses: readonly Clause[]): NoticeOfInvestigationInput['policies'][number] {
  return {
    title: pack.title,
    adopted: `adopted ${dateWords(pack.adopted)}${pack.revised.length === 0 ? '' : `; revised ${pack.revised.map(dateWords).join(', ')}`}`,
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

function representationOf(scope: Scope): NoticeOfInvestigationInput['representation'] {
  const unit = scope.session.district?.units.find(({ code }) => code === scope.respondent.unit);
  const pack = scope.engine.agreements.find(
    ({ id, version }) => id === unit?.agreement?.id && version === unit.agreement.version,
  );
  const rule = pack?.representation;
  if (pack !== undefined && rule?.wording) {
    const article = pack.articles.find(({ no }) => no === rule.article);
    const invented = pack.status === 'example' ? ' (example, invented)' : '';
    return {
      sentence: rule.wording,
      source: `${pack.title}${invented}, ${rule.article}`,
      confirmed: article?.confirmed != null,
    };
  }
  return {
    sentence:
      'If you wish somebody to accompany you to an interview, say so before it begins; the request will be considered before any question is put.',
    source: 'Fair practice; no agreement covers this position',
    confirmed: true,
  };
}

function interviewOf(scope: Scope): NoticeOfInvestigationInput['interview'] {
  const announced = events(scope.db).findLast(
    ({ kind, respondentId, details }) =>
      kind === 'interview-notice-served' && respondentId === scope.respondent.id && typeof details['for'] === 'string',
  );
  const at = announced?.details['for'];
  if (typeof at !== 'string') return null;
  return {
    at: scope.wall(at),
    place: 'at the place named in the interview notice',
    reschedule:
      'If the time does not suit you or your representative, tell the investigator and another will be offered.',
  };
}

function responseOf(scope: Scope): NoticeOfInvestigationInput['response'] {
  const line = steps(stepsInput(scope.engine, scope.db)).find(
    ({ respondent, step }) => respondent === scope.respondent.name && step === 'response',
  );
  return {
    by: line?.due == null ? null : scope.day(line.due),
    how: 'in writing or at the interview',
    source: line?.article ?? null,
  };
}

function copiesOf(scope: Scope): string[] {
  const unit = scope.session.district?.units.find(({ code }) => code === scope.respondent.unit);
  return unit?.union == null ? [] : [unit.union];
}
