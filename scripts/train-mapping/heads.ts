/** What the learned layer answers: one head per clause that an item can breach, one for anything at all, and the screens. */
export interface HeadPlan {
  readonly id: string;
  readonly concern: string | null;
  /** Where its labels stand. */
  readonly label:
    | { readonly kind: 'clause'; readonly policy: '4118.51' | 'norwalk'; readonly clause: string }
    | { readonly kind: 'any' }
    | { readonly kind: 'speech'; readonly speech: string | null }
    | { readonly kind: 'mandated-report' };
}

function clause(policy: '4118.51' | 'norwalk', id: string, concern: string): HeadPlan {
  return { id: `clause ${policy} ${id}`, concern, label: { kind: 'clause', policy, clause: id } };
}

export const heads: readonly HeadPlan[] = [
  clause('4118.51', '1', 'discrimination-harassment'),
  clause('4118.51', '2', 'demeaning'),
  clause('4118.51', '3', 'confidential-information'),
  clause('4118.51', '4', 'sexual-content'),
  clause('4118.51', '5', 'promotes-violence'),
  clause('4118.51', '6', 'detrimental-to-mission'),
  clause('4118.51', '7', 'district-reference'),
  clause('4118.51', '8', 'working-time'),
  clause('4118.51', 'general-detrimental', 'adverse-to-operation'),
  clause('4118.51', 'general-professionalism', 'unprofessional-conduct'),
  clause('norwalk', 'general-mission', 'detrimental-to-mission'),
  clause('norwalk', 'general-confidentiality', 'confidential-information'),
  clause('norwalk', 'general-demeaning', 'demeaning'),
  clause('norwalk', 'general-goodwill', 'goodwill-reputation'),
  clause('norwalk', 'general-misrepresentation', 'speaking-for-district'),
  clause('norwalk', 'A1', 'tool-disclosure'),
  clause('norwalk', 'A2', 'tool-suitability'),
  clause('norwalk', 'A3', 'network-rules'),
  clause('norwalk', 'A4', 'parents-informed'),
  clause('norwalk', 'A5', 'classroom-extension'),
  clause('norwalk', 'B2', 'discusses-students-or-coworkers'),
  clause('norwalk', 'B3', 'student-information'),
  clause('norwalk', 'B4', 'security-settings'),
  clause('norwalk', 'B5', 'reportable-concern-learned'),
  clause('norwalk', 'C1', 'unprofessional-with-student'),
  clause('norwalk', 'C2', 'individual-text-to-student'),
  { id: 'any', concern: null, label: { kind: 'any' } },
  { id: 'speech', concern: null, label: { kind: 'speech', speech: null } },
  ...['concerted-activity', 'union-activity', 'public-concern', 'protected-report'].map(
    (speech): HeadPlan => ({ id: `speech ${speech}`, concern: null, label: { kind: 'speech', speech } }),
  ),
  { id: 'mandated-report', concern: null, label: { kind: 'mandated-report' } },
];

/** What somebody wrote about an item: 1 expected, 0 not, -1 left open. */
export interface Labelled {
  clause(policy: '4118.51' | 'norwalk', clause: string): -1 | 0 | 1;
  speech(kind: string | null): -1 | 0 | 1;
  readonly mandatedReport: -1 | 0 | 1;
}

/** @param bound false where the author can breach no employee policy */
export function targetsOf(labels: Labelled, bound: boolean): Int8Array {
  const ofClause = heads.map(({ label }) => (label.kind === 'clause' ? labels.clause(label.policy, label.clause) : 0));
  return Int8Array.from(heads, ({ label }, index) => {
    if (label.kind === 'clause') return ofClause[index] ?? -1;
    if (label.kind === 'any') return bound ? Number(ofClause.includes(1)) : -1;
    return label.kind === 'speech' ? labels.speech(label.speech) : labels.mandatedReport;
  });
}
