import type { z } from 'zod';
import type { AllegationView, RecordFinding } from '../../contract/finding.ts';

import { missingOfQuestions } from './questions.ts';

type Standing = Omit<AllegationView, 'missing'>;

/**
 * What still stands in the way of a finding of `proved` and `breach`, a plain sentence each. A finding is never computed;
 * this only says what a careful decision cannot do without (just cause, tests 3 to 5: investigate before deciding,
 * hear both sides, prove).
 */
export function missingForBreach(view: Standing): readonly string[] {
  const missing: string[] = [];
  if (!view.binds.binds) missing.push(view.binds.because);
  if (view.response === null) {
    missing.push(
      'The employee has not been heard: record the response, or that the time for it passed, or that it was declined.',
    );
  }
  for (const group of alternatives(view)) {
    const isMet = group.some(({ state }) => state === 'met');
    const open = group.filter(({ state }) => state === 'not-examined');
    if (isMet || open.length === 0) continue;
    missing.push(`The element ${open.map(({ label }) => `“${label}”`).join(' or ')} has not been examined.`);
  }
  for (const exception of view.exceptions) {
    if (exception.answer === 'not-asked') missing.push(`An exception has not been answered: ${exception.question}`);
  }
  if (view.screen.answer === 'not-asked') {
    missing.push('The protected-speech question has not been answered.');
  }
  if (!view.elements.some((element) => element.for.length > 0)) {
    missing.push('No passage is linked in support of any element.');
  }
  return [
    ...missing,
    ...view.unweighed.map((question) => `Accounts differ and nobody has weighed them yet: ${question}`),
    ...manyContrary(view),
    ...missingOfQuestions(view.questions),
    ...bestCaseNotRead(view.bestCase),
  ];
}

/** Links against that nobody answered, with the label of what they speak against. */
function unanswered(view: Standing): readonly { readonly id: string; readonly label: string }[] {
  const answered = new Set(view.contrary.map(({ mappingId }) => mappingId));
  return view.elements.flatMap(({ label, against }) =>
    against.filter((id) => !answered.has(id)).map((id) => ({ id, label })),
  );
}

/** One text about several passages lets the hardest of them slip: each is answered by itself. */
function manyContrary(view: Standing): readonly string[] {
  const open = unanswered(view);
  if (open.length < 2) return [];
  const byLabel = [...Map.groupBy(open, ({ label }) => label)].map(([label, links]) => `${links.length} on “${label}”`);
  return [
    `${open.length} passages that speak against it are not answered (${byLabel.join(', ')}): say of each what was made of it.`,
  ];
}

/** Whoever finds a breach has read what speaks for the employee, as it stands now. */
function bestCaseNotRead({ read, since }: Standing['bestCase']): readonly string[] {
  if (read === null) return ['The employee’s best case has not been read: read it and sign that you did.'];
  if (since.length === 0) return [];
  const [first = ''] = since;
  const more = since.length === 1 ? '' : ` (and ${since.length - 1} more)`;
  return [`The employee’s best case has changed since ${read.by} read it: read it again. New in it: ${first}${more}`];
}

/** What stands in the way of recording exactly this finding. Not sustained and exonerated need reasons and nothing more. */
export function missingForFinding(view: Standing, finding: z.infer<typeof RecordFinding>): readonly string[] {
  if (finding.fact !== 'proved' || finding.policy !== 'breach') return [];
  const missing = [...missingForBreach(view)];
  for (const group of alternatives(view)) {
    const settled = group.every(({ state }) => state !== 'met' && state !== 'not-examined');
    if (!settled) continue;
    const how = group.every(({ state }) => state === 'not-met') ? 'not met' : 'inconclusive';
    missing.push(`The element ${group.map(({ label }) => `“${label}”`).join(' or ')} stands as ${how}.`);
  }
  for (const exception of view.exceptions) {
    if (exception.answer === 'applies') missing.push(`An exception was found to apply: ${exception.question}`);
    if (exception.answer === 'not-known')
      missing.push(`Whether an exception applies is not known: ${exception.question}`);
  }
  const [contrary, ...others] = unanswered(view);
  if (contrary !== undefined && others.length === 0 && finding.contraryAnswered === null) {
    missing.push(`Passages speak against it: say what was made of the one on “${contrary.label}”.`);
  }
  // A “should” forbids nothing by itself: whoever calls it a breach says what made it bind (a directive, an earlier warning).
  if (view.force === 'advisory' && (finding.forceNote ?? '').trim() === '') {
    missing.push('The clause advises (“should”): say why it binds here, beside the words of the clause themselves.');
  }
  if (view.screen.answer === 'may-be-protected') {
    missing.push('The speech may be protected: ask counsel and record the answer first.');
  }
  return missing;
}

/** Elements that must each be shown, with those that may stand in their place. */
function alternatives(view: Standing): readonly Standing['elements'][] {
  return view.elements
    .filter(({ alternativeTo }) => alternativeTo === null)
    .map((element) => [element, ...view.elements.filter(({ alternativeTo }) => alternativeTo === element.id)]);
}
