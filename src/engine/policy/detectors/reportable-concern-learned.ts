import type { Scene } from '../scene/scene.ts';
import { findSafetyFacts, type SafetyFact } from '../screens/child-safety.ts';
import { quote, spansOf, wordsOf } from '../text/passage.ts';
import { hasAnyOf } from '../text/phrases.ts';
import type { Detector, Signal } from './detector.ts';

const reported = hasAnyOf([
  String.raw`(?:reported|report|reporting) (?:it|this|that|them|him|her)? ?(?:\w+ )?(?:to|right away|immediately)`,
  'made (?:the|a|my) (?:report|call)|filed (?:a|the|my)? ?(?:dcf|cps|136|report)',
  String.raw`(?:called|phoned|notified|contacted|emailed|told|informed|alerted|went (?:straight )?to|walked (?:her|him|them) to|brought (?:it|this|her|him) to|spoke (?:to|with)|call(?:ing)?|notifying) (?:\w+ ){0,3}(?:dcf|cps|careline|hotline|911|police|principal|vice principal|assistant principal|counselor|social worker|nurse|superintendent|administration|admin|supervisor|guidance|resource officer|sro|direccion|la directora|el director|la consejera)`,
  'dcf[- ]136|avise (?:a|al)|llame (?:a|al)',
]);
const notReported = hasAnyOf([
  String.raw`(?:did not|didn't|didnt|never|hasn't|hasnt|has not|haven't|not|no record|without) (?:\w+ ){0,3}(?:report(?:ed|ing)?|tell|told|notif(?:y|ied)|call(?:ed)?|inform(?:ed)?)`,
  String.raw`(?:won't|wont|will not|promised? not to|not going to|wouldn't) (?:\w+ ){0,2}(?:tell|report|say)`,
  String.raw`(?:no|waited \w+ (?:days|weeks)|\w+ days later) ?(?:report|before)`,
  'keep(?:ing)? (?:it|this|her secret|his secret) (?:quiet|secret|between)|stay(?:ing)? out of it',
  'not my (?:business|place|problem)|no le (?:dire|voy a decir) a nadie',
]);

/** An employee who learned of something reportable, and whether a report followed. */
export const reportableConcernLearned: Detector = {
  id: 'reportable-concern-learned',
  version: 1,
  label: 'An employee learned of abuse, neglect, violence or self-harm and may not have reported it',
  detect(scene): readonly Signal[] {
    const facts = findSafetyFacts(scene);
    const [first] = facts;
    if (first === undefined) return [];
    const learner = learnedBy(scene, first);
    if (learner === null) return [];
    const told = [...scene.fields, ...(scene.notes ? [scene.notes] : [])];
    const denied = told.some((field) => notReported.test(field.folded.words));
    const said = !denied && told.some((field) => reported.test(field.folded.words));
    const signals: Signal[] = [
      {
        weighs: 'for',
        strength: learner.strength + (denied ? 0.1 : 0),
        reason: `${learner.sentence(quote(wordsOf(first.hit)), first.kind.label)}${denied ? ' The words or the notes say that it was not passed on.' : ''}`,
        spans: spansOf(facts.map((fact) => fact.hit)),
        questions: ['Was it reported, to whom and when?', 'When did the employee learn of it?'],
        about: scene.author.employee === 'no' ? 'receiver' : 'author',
      },
    ];
    if (said)
      signals.push({
        weighs: 'against',
        strength: 0.62,
        reason: 'The words or the notes say that a report was made.',
        spans: [],
        questions: [],
      });
    return signals;
  },
};

const employeeSawIt =
  /\b(?:teacher|coach|nurse|aide|para\w*|advisor|administrator|principal|secretary|custodian|driver|employee|ms\.|mr\.|mrs\.|maestr[oa]|profesor[a]?|entrenador[a]?)\b[^\n]{0,80}\b(?:member|saw|seen|read|react\w*|answer\w*|repl\w+|wrote|liked|heart\w*|comment\w*|receiv\w+|opened|vio|leyo)\b|\b(?:seen|read|received|opened|commented|liked) (?:\w+ ){0,4}by\b/;

interface Learner {
  readonly strength: number;
  sentence(words: string, kind: string): string;
}

function learnedBy(scene: Scene, fact: SafetyFact): Learner | null {
  if (scene.author.employee === 'no') return receivedBy(scene);
  const who = scene.author.employee === 'yes' ? `${scene.author.described} wrote it, and so knew` : 'the author knew';
  if (fact.hit.field.name === 'thread') {
    if (fact.writer?.employee === 'yes') return null;
    return {
      strength: 0.78,
      sentence: (words, kind) =>
        `${words} stood in the thread before this reply and points to ${kind}; the author had read it.`,
    };
  }
  if (fact.hit.field.name === 'notes')
    return { strength: 0.62, sentence: (words, kind) => `The notes say ${words}, which points to ${kind}.` };
  // The author's own threat or abuse is another clause's business.
  if (
    fact.kind.id === 'violence' &&
    /\b(?:i'?ll|i will|imma|ima|i'?m)\b/.test(fact.hit.field.folded.words.slice(fact.hit.start, fact.hit.end))
  )
    return null;
  return { strength: 0.78, sentence: (words, kind) => `${words} points to ${kind}; ${who} of it.` };
}

/** A student's or parent's own words put the duty on the employee who received or saw them; never on the writer. */
function receivedBy(scene: Scene): Learner | null {
  if (scene.recipients.some((party) => party.employee === 'yes'))
    return { strength: 0.7, sentence: (words, kind) => `An employee received ${words}, which points to ${kind}.` };
  const notes = scene.notes?.folded.words ?? '';
  if (!employeeSawIt.test(notes)) return null;
  return {
    strength: 0.62,
    sentence: (words, kind) => `By the notes an employee saw ${words}, which points to ${kind}.`,
  };
}
