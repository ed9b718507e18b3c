import type { z } from 'zod';
import type { AllegationView } from '../../contract/finding.ts';
import type { ProposedQuestion } from '../../contract/interview.ts';
import type { DisputedFact } from '../../contract/weighing.ts';

type Proposed = z.infer<typeof ProposedQuestion>;

/** What is asked of anybody, before anything is put to them: open questions first, so that nobody is led. */
const OPENING: readonly Omit<Proposed, 'from'>[] = [
  {
    key: 'opening account',
    words: 'Please tell me in your own words what you know about this.',
    because: 'An account that is given before anything is put to somebody carries the most.',
  },
  {
    key: 'opening source',
    words: 'How do you know it: did you see or read it yourself, or did somebody tell you?',
    because: 'What was seen and what was heard weigh differently.',
  },
];

const CLOSING: readonly Omit<Proposed, 'from'>[] = [
  {
    key: 'closing others',
    words: 'Who else could know something about it, and is there anything in writing or in pictures that I should see?',
    because: 'Witnesses and papers that the other side names are looked for as well (46 LA 359, tests 3 and 4).',
  },
  {
    key: 'closing else',
    words: 'Is there anything that I have not asked and should know?',
    because: 'The last word is theirs.',
  },
];

/**
 * Questions that the case still has for a respondent: elements that nobody settled, exceptions that nobody tested, what is
 * missing to read the evidence fairly, facts on which accounts differ. None of them supposes its answer.
 */
export function questionsForRespondent(
  views: readonly AllegationView[],
  missing: readonly { readonly key: string; readonly words: string; readonly allegations: readonly number[] }[],
  disputed: readonly DisputedFact[],
): Proposed[] {
  const own = views.flatMap((view) => [
    ...ofSpecification(view),
    ...ofElements(view),
    ...ofExceptions(view),
    ...ofScreens(view),
  ]);
  const context = missing
    .filter(({ key }) => !key.endsWith(' advisory'))
    .map(
      ({ key, words, allegations }): Proposed => ({
        key,
        from: 'context',
        words: key.endsWith(' policy-known')
          ? 'Were you given the policy: did you sign for it, was there a training, or was it posted?'
          : `Can you help with this? ${words}`,
        because: allegations.length === 0 ? null : `Missing on allegation ${allegations.join(', ')}.`,
      }),
    );
  return onceEach([...opened(OPENING), ...own, ...context, ...ofDisputes(disputed), ...opened(CLOSING)]);
}

/** Questions for a witness: what accounts differ on, and nothing of what the employee is alleged to have meant. */
export function questionsForWitness(disputed: readonly DisputedFact[]): Proposed[] {
  return onceEach([...opened(OPENING), ...ofDisputes(disputed), ...opened(CLOSING)]);
}

function opened(questions: readonly Omit<Proposed, 'from'>[]): Proposed[] {
  return questions.map((question) => ({ ...question, from: 'opening' }));
}

function ofSpecification({ allegation }: AllegationView): Proposed[] {
  const { number, specification } = allegation;
  if (specification.toWhom !== null) return [];
  return [
    {
      key: `specification ${allegation.id} to-whom`,
      from: 'specification',
      words: 'Who could see it, or to whom was it sent?',
      because: `Allegation ${number} does not say to whom.`,
    },
  ];
}

function ofElements({ allegation, elements }: AllegationView): Proposed[] {
  return elements
    .filter(({ state }) => state === 'not-examined' || state === 'inconclusive')
    .map((element) => ({
      key: `element ${allegation.id} ${element.id}`,
      from: 'element',
      words: element.question,
      because: `Allegation ${allegation.number}: “${element.label}” is ${element.state === 'inconclusive' ? 'inconclusive' : 'not examined'} so far.`,
    }));
}

function ofExceptions({ allegation, exceptions }: AllegationView): Proposed[] {
  return exceptions
    .filter(({ answer }) => answer === 'not-asked' || answer === 'not-known')
    .map((exception) => ({
      key: `exception ${allegation.id} ${exception.id}`,
      from: 'exception',
      words: exception.question,
      because: `Allegation ${allegation.number}: an exception of the clause. “${exception.words}”`,
    }));
}

/** Only whether it was off duty: the other questions of the screens are for the investigator and for counsel. */
function ofScreens({ allegation, questions }: AllegationView): Proposed[] {
  return questions
    .filter(({ id, answer }) => id === 'off-duty' && answer === null)
    .map(() => ({
      key: `screen ${allegation.id} off-duty`,
      from: 'screen',
      words: 'When and where did you do it, on whose device, and were you at work then?',
      because: `Allegation ${allegation.number}: whether it happened off duty has not been answered.`,
    }));
}

function ofDisputes(disputed: readonly DisputedFact[]): Proposed[] {
  return disputed
    .filter(({ conclusion }) => conclusion === null)
    .map((fact) => ({
      key: `disputed-fact ${fact.id}`,
      from: 'disputed-fact',
      words: fact.question,
      because: `Accounts differ on it (allegation ${fact.allegation}).`,
    }));
}

/** Two allegations under one clause ask the same things: each is asked once. */
function onceEach(questions: readonly Proposed[]): Proposed[] {
  const seen = new Set<string>();
  return questions.filter(({ words }) => {
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}
