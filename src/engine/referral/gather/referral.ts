import { must, raise } from '../../../contract/errors.ts';
import { integer } from '../../case-file/index.ts';
import { complaints, firstAnswers } from '../../complaint/index.ts';
import { evidenceById, notReadList, receipts } from '../../intake/index.ts';
import { countOutside, openings } from '../../mapping/index.ts';
import { agreementOfUnit, events, interviews } from '../../procedure/index.ts';
import { dateWords, spanWords } from '../../wall-time.ts';
import type { DisciplinaryReferralInput } from '../input/disciplinary-referral.ts';
import { allegationsOf, type Charged, chargedOf, quotedClauses } from './allegations.ts';
import { chronologyOf } from './chronology.ts';
import { type Exhibits, exhibitsFor } from './exhibits.ts';
import { heardBy } from './heard.ts';
import { describedWords, namesApart } from './not-read.ts';
import { obtainedWords } from './obtained.ts';
import { openPointsOf } from './readiness.ts';
import { headOf, type Scope, wordsOf } from './scope.ts';
import { gateTitle, stepsOf } from './steps.ts';
import { summaryOf } from './summary.ts';

export interface Gathered<Input> {
  readonly input: Input;
  readonly exhibits: Exhibits;
}

/** Everything that the employee disciplinary referral prints, from the case as it stands. @throws document-failed */
export function gatherReferral(scope: Scope, draft: boolean): Gathered<DisciplinaryReferralInput> {
  const charged = chargedOf(scope);
  if (charged.views.length === 0) {
    raise('document-failed', { why: `no allegation against ${scope.respondent.name} is recorded.` });
  }
  const exhibits = exhibitsFor(scope, [...charged.links.values()]);
  const input: DisciplinaryReferralInput = {
    kind: 'disciplinary-referral',
    ...headOf(scope, 'disciplinary-referral', draft),
    preparedBy: { name: scope.engine.actor.name, role: scope.engine.actor.role },
    preparedFor: superintendentOf(scope),
    confidentiality: confidentialityOf(scope),
    summary: summaryOf(scope, charged, exhibits.list.length),
    complaint: complaintOf(scope),
    respondent: respondentOf(scope),
    policies: policiesOf(scope, charged),
    method: methodOf(scope, exhibits),
    chronology: chronologyOf(scope, charged, exhibits),
    allegations: allegationsOf(scope, charged, exhibits),
    steps: stepsOf(scope),
    openPoints: openPointsOf(scope),
    notReadByMachine: notReadOf(scope),
    outsideComplaint: outsideOf(scope),
    exhibits: exhibits.list,
    custody: custodyOf(scope),
  };
  return { input, exhibits };
}

function confidentialityOf({ redaction: { profile } }: Scope): string {
  const whom = profile.id === 'district' ? 'the persons named above and those who must act on it' : profile.title;
  const out =
    profile.rules.length === 0
      ? 'Nothing is taken out of it.'
      : 'Students stand under pseudonyms; the key stays in the case file.';
  return `For ${whom.charAt(0).toLowerCase()}${whom.slice(1)}. ${out}`;
}

export function superintendentOf(scope: Scope) {
  const name = scope.session.district?.letterhead.superintendent ?? 'Superintendent of Schools';
  return { name, role: 'Superintendent of Schools' };
}

function receiverOf(scope: Scope, name: string | null) {
  if (name === null) return { name: 'Not recorded', role: 'Receiver of the complaint' };
  const known =
    scope.people.find((person) => person.name === name)?.position ??
    scope.session.district?.people.find((person) => person.name === name)?.position;
  return { name, role: known ?? 'Who received the complaint' };
}

const CHANNELS: Readonly<Record<string, string>> = {
  letter: 'By letter',
  email: 'By e-mail',
  call: 'By telephone',
  'walk-in': 'In person',
  form: 'By a form',
  other: 'Otherwise',
};

function complaintOf(scope: Scope): DisciplinaryReferralInput['complaint'] {
  const all = complaints(scope.db);
  const complaint = all.find(({ about }) => about.includes(scope.respondent.id)) ?? all[0];
  if (complaint === undefined) raise('document-failed', { why: 'no complaint is recorded.' });
  return {
    receivedAt: scope.wall(complaint.receivedAt),
    receivedBy: receiverOf(scope, complaint.receivedBy),
    from: complaint.complainant === null ? 'Anonymous' : scope.safe(complaint.complainant),
    how: CHANNELS[complaint.channel] ?? 'Otherwise',
    words: wordsOf(scope, complaint.words) ?? { text: 'No words were recorded.', language: 'en' },
    citation: null,
    handling: complaint.promised === null ? [] : [[`What was promised: ${scope.safe(complaint.promised)}`]],
  };
}

function respondentOf(scope: Scope): DisciplinaryReferralInput['respondent'] {
  const { respondent, session } = scope;
  const unit = session.district?.units.find(({ code }) => code === respondent.unit);
  const pack = agreementOfUnit(scope.engine, scope.db, respondent.unit);
  const unconfirmed = pack?.articles.some(({ confirmed }) => confirmed === null) ?? false;
  const representative = events(scope.db).findLast(
    ({ kind, respondentId }) => kind === 'representative-arrived' && respondentId === respondent.id,
  );
  return {
    name: respondent.name,
    role: respondent.position ?? respondent.occupation,
    school: null,
    unit: unit?.name ?? null,
    status: null,
    agreement:
      pack === null || pack.kind !== 'agreement'
        ? null
        : {
            title: pack.title,
            term: termOf(pack.inForce),
            confirmed: unconfirmed ? null : `Articles confirmed against the signed agreement`,
            invented: pack.status === 'example',
          },
    representative: representative === undefined ? null : String(representative.details['by'] ?? representative.by),
  };
}

function termOf({ from, to }: { from: string | null; to: string | null }): string {
  if (from === null && to === null) return 'Term not recorded';
  return `${from === null ? 'Beginning not recorded' : dateWords(from)} to ${to === null ? 'open' : dateWords(to)}`;
}

function policiesOf(scope: Scope, charged: Charged): DisciplinaryReferralInput['policies'] {
  return [...quotedClauses(scope, charged)].map(([policy, clauses]) => {
    const pack = must(
      scope.session.policies.find(({ id }) => id === policy),
      'an allegation rests on a policy of the district',
    );
    const adopted = must(
      scope.session.district?.policies.find((entry) => entry.policy === policy),
      'the district adopted the policy',
    );
    const views = charged.views.filter(({ allegation }) => allegation.policy === policy);
    const days = views.map(({ allegation }) => allegation.conductOn).sort();
    const known = [
      ...new Set(
        views.flatMap(({ allegation, notice }) =>
          notice.state === 'shown' ? [notice.because] : (allegation.policyKnown ?? []),
        ),
      ),
    ];
    const revised = pack.revised.length === 0 ? '' : `; revised ${pack.revised.map(dateWords).join(', ')}`;
    return {
      id: policy,
      title: pack.title,
      adopted: `Adopted ${dateWords(pack.adopted)}${revised}`,
      sourceSha256: pack.source.sha256,
      inForce: `Yes: in force in this district from ${dateWords(adopted.inForceFrom)}${adopted.inForceTo === null ? '' : ` to ${dateWords(adopted.inForceTo)}`}; the conduct alleged is dated ${spanWords(days)}.`,
      receivedByEmployee: known.length === 0 ? null : scope.safe(known.join(' ')),
      clauses,
    };
  });
}

function methodOf(scope: Scope, exhibits: Exhibits): DisciplinaryReferralInput['method'] {
  const { actor } = scope.engine;
  const conflict = firstAnswers(scope.db).find(({ question }) => question === 'conflict-of-interest');
  const recorded = interviews(scope.db, null);
  const held = events(scope.db).filter(
    ({ kind, respondentId }) => kind === 'interview-held' && respondentId === scope.respondent.id,
  );
  const representative = respondentOf(scope).representative;
  return {
    investigator: { name: actor.name, role: actor.role },
    appointment: 'Not recorded in the case',
    conflicts: conflictWords(scope, conflict),
    lawfulAccess:
      'How each exhibit was obtained stands with it in the list of exhibits. No log-in of the employee may be demanded, no connection required and no account opened in an employer’s presence (Conn. Gen. Stat. 31-40x).',
    sources: sourcesOf(scope, exhibits),
    interviews: [
      ...held
        .filter(({ at }) => !recorded.some(({ heldAt }) => Date.parse(heldAt) === Date.parse(at)))
        .map((event) => ({
          who: `${scope.respondent.name}, respondent`,
          at: scope.wall(event.at),
          how: typeof event.details['how'] === 'string' ? event.details['how'] : 'In person',
          representative,
          signed: false,
        })),
      ...heardBy(scope, representative),
    ],
    machine: [
      [
        'Words in pictures were read by machine and may be wrong in places; the picture is what counts. Passages were suggested by machine under the district’s own policies. Each passage cited here was linked to its clause by a person.',
      ],
    ],
    notDone: [],
  };
}

/** Only what this employee's exhibits came from: sources about others are no part of this document. */
function sourcesOf(scope: Scope, exhibits: Exhibits): string[] {
  const used = new Set([...exhibits.numbers.keys()].map((id) => evidenceById(scope.db, id).receiptId));
  return receipts(scope.db)
    .filter(({ id }) => used.has(id))
    .map(
      (sheet) =>
        `Received from ${scope.safe(sheet.fromWhom)} on ${dateWords(scope.day(sheet.receivedAt))}: ${obtainedWords[sheet.howObtained].toLowerCase()}`,
    );
}

function conflictWords(scope: Scope, answer: { answer: string; note: string | null } | undefined): string {
  if (answer === undefined) return 'Not asked';
  const note = answer.note === null ? '' : ` ${scope.safe(answer.note)}`;
  if (answer.answer === 'no') return `None declared.${note}`;
  return `${answer.answer === 'yes' ? 'A conflict was declared.' : 'Not known.'}${note}`;
}

function notReadOf(scope: Scope): DisciplinaryReferralInput['notReadByMachine'] {
  const nameOf = namesApart(scope);
  return notReadList(scope.db).entries.map((entry) => ({
    what: `File ${entry.number}: ${nameOf(entry)}${entry.place === null ? '' : `, ${scope.safe(entry.place)}`}`,
    why: scope.safe(entry.because),
    readByPerson: describedWords(scope, entry.described),
  }));
}

/** What is suggested outside the complaint: counted, and by whom and why it was opened where it was. */
function outsideOf(scope: Scope): DisciplinaryReferralInput['outsideComplaint'] {
  const { items } = countOutside(scope.db);
  const opened = openings(scope.db).map((opening) => ({
    what: `${itemCount(opening.items)} outside the complaint, opened on ${scope.wall(opening.at)} by ${scope.safe(opening.by)}`,
    handling: scope.safe(`Opened for this reason: ${opening.reason}`),
  }));
  if (items === 0) return opened;
  return [
    { what: `${itemCount(items)} with suggestions outside the complaint`, handling: 'Not examined for this document.' },
    ...opened,
  ];
}

function itemCount(n: number): string {
  return n === 1 ? '1 item' : `${n} items`;
}

function custodyOf(scope: Scope): DisciplinaryReferralInput['custody'] {
  const count = (table: string) =>
    integer(must(scope.db.get(`SELECT count(*) AS n FROM ${table}`), 'a count comes back'), 'n');
  const overrides = events(scope.db).filter(({ kind }) => kind === 'gate-overridden');
  return {
    evidenceCount: count('evidence'),
    itemCount: count('item'),
    entryCount: count('ledger'),
    encrypted: scope.session.file.encrypted,
    remarks: [
      ...(scope.session.district?.sample === true
        ? ['This is a sample: the district, the people, the agreement and every post are invented.']
        : []),
      ...overrides.map((event) =>
        scope.safe(
          `The gate “${gateTitle(scope, String(event.details['gate'] ?? ''))}” was passed over by ${event.by}: ${event.note ?? 'no reason recorded'}`,
        ),
      ),
    ],
  };
}
