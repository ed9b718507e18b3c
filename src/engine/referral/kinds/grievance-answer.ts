import { type ComposedKind, facts, note, text } from './kind.ts';
import { agreementOf } from './pieces/agreement.ts';
import { blank, dayWords, lastEvent } from './pieces/case-facts.ts';
import { superintendentOf, toOffice, unionOf } from './pieces/people.ts';

/** The district's answer to a grievance, at whichever level it stands. */
export const grievanceAnswer: ComposedKind = {
  kind: 'grievance-answer',
  title: { en: 'Answer to a grievance' },
  group: 'letters',
  about: 'Answers a grievance at the level at which it stands, on its facts and on the article it names.',
  mustNotSay: [{ pattern: /\b(frivolous|ridiculous|absurd)\b/i, why: 'The answer will be read by an arbitrator.' }],
  draft: (scope) => {
    const filed = lastEvent(scope, 'grievance-filed');
    const met = lastEvent(scope, 'grievance-meeting-held');
    const level = filed?.details['level'];
    const agreement = agreementOf(scope);
    const next = agreement?.grievance?.levels.find((one) => one.level === (typeof level === 'number' ? level + 1 : 2));
    return {
      letter: toOffice(unionOf(scope) ?? scope.respondent.name, 'Grievant’s representative', superintendentOf(scope), [
        scope.respondent.name,
      ]),
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              `This answers the grievance filed on ${filed === null ? blank('day of filing') : dayWords(scope, filed.at)}${typeof level === 'number' ? ` at level ${level}` : ''}.`,
            ),
          ],
        },
        {
          id: 'grievance',
          heading: 'The grievance',
          blocks: [
            facts(
              ['Filed', filed === null ? null : dayWords(scope, filed.at)],
              ['Discussed', met === null ? null : dayWords(scope, met.at), 'No meeting is recorded'],
              ['Articles named', blank('the articles that the grievance names')],
              ['Remedy asked for', blank('what the grievance asks for')],
            ),
          ],
        },
        {
          id: 'facts',
          heading: 'The facts',
          blocks: [
            text(
              'facts',
              `The facts on which the district relies are these: ${blank('the facts, each with its exhibit')}.`,
            ),
          ],
        },
        {
          id: 'answer',
          heading: 'The answer',
          blocks: [
            text(
              'answer',
              `The grievance is ${blank('granted, granted in part, or denied')}, for these reasons: ${blank('the reasons, article by article')}.`,
            ),
          ],
        },
        {
          id: 'next',
          heading: 'The next level',
          blocks: [
            text(
              'next',
              next === undefined
                ? 'What follows under the agreement is open to the grievant.'
                : `The grievant may go on to level ${next.level} within the time that the agreement sets.`,
            ),
            ...(agreement === null
              ? []
              : [note(`${agreement.title}${agreement.status === 'example' ? ' (example, invented)' : ''}.`)]),
          ],
        },
      ],
    };
  },
};
