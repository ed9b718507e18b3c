import type { Scene } from '../scene/scene.ts';
import { findIn, type Hit, quote, wordsOf } from '../text/passage.ts';
import { anyOpenOf, hasAnyOf } from '../text/phrases.ts';
import type { ExceptionRule } from './exception.ts';

const situation = anyOpenOf([
  String.raw`emergenc(?:y|ies|ia)|ambulance|911|hospital|(?:er|e\.r\.)(?= |,|\.|$)|accident|crash(?:ed)?`,
  String.raw`fire alarm|evacuat\w+|lock-?down|tornado|flood(?:ing)?|active shooter|intruder|allergic reaction`,
  'epi-?pen|inhaler|seizure|unconscious|bleeding|concussion|broke (?:down|his|her|your)',
  "(?:are you|is (?:he|she|everyone)) (?:ok|okay|safe|alright|hurt)|you'?re hurt|got hurt|injured",
  String.raw`(?:locked|trapped|stuck|encerrad[oa]|atrapad[oa]) (?:in|inside|on|at|under|en)|(?:don't|dont|do not) panic|in the ditch|gas leak|smoke in|help is (?:coming|on the way)|stay (?:inside|put|in the \w+)|socorro|auxilio`,
  "missing|(?:can't|cannot|couldn't|nobody can) find (?:you|him|her)|stranded|left without (?:you|him|her|them)|left behind",
  String.raw`where are you\??|stay where you are|get to (?:a safe|safety)|don't move`,
  'call (?:911|your (?:mom|mother|dad|father|parents?) (?:now|right now|immediately|asap))|ambulancia',
  String.raw`careline|crisis line|choque|accidente|herid[oa]|estas bien\?|donde estas`,
]);

const supervisorTold = hasAnyOf([
  String.raw`(?:told|notified|informed|alerted|called|texted|emailed|contacted|let|updated|copied|copying|cc'?d|cc|reported (?:it |this )?to|spoke (?:to|with)|checked with|notifying|calling|telling|avise a|aviso a|aviso al|llame a|llame al|informe a|informe al) (?:\w+\.? ){0,4}(?:principal|vice principal|assistant principal|ad|athletic director|supervisor|superintendent|administrator|administration|admin|dean|department head|director[a]?|boss|coordinator|nurse and|office|main office)`,
  String.raw`(?:principal|vice principal|assistant principal|athletic director|ad|supervisor|superintendent|administrator|administration|dean|director[a]?) (?:\w+\.? ){0,3}(?:was|were|has been|had been|is|knows|fue|sabe) ?(?:\w+ )?(?:told|notified|informed|called|texted|alerted|copied|aware|knows|avisad[oa]|informad[oa])?`,
]);
const supervisorNotTold = hasAnyOf([
  String.raw`(?:did not|didn't|didnt|never|not|hasn't|has not|without|no record(?: \w+){0,4}|no) (?:\w+ ){0,4}(?:tell|told|telling|notif\w+|inform\w*|call\w*|contact\w*|report\w*|supervisor|principal|administrat\w+)`,
  String.raw`(?:supervisor|principal|athletic director|administrat\w+) (?:\w+ ){0,3}(?:not|never|n't) (?:\w+ )?(?:told|notified|informed|aware)`,
  "(?:wasn't|was not|were not|weren't) (?:told|notified|informed)",
]);

/** An emergency that required one-on-one communication, and the supervisor told as soon as possible: both are needed. */
export const emergency: ExceptionRule = {
  id: 'emergency',
  weigh(scene) {
    const sign = signOf(scene);
    if (sign === null) return null;
    const where = sign.field.name === 'notes' ? 'The notes speak' : 'The words speak';
    const what = `${where} of an emergency (${quote(wordsOf(sign))})`;
    const told = supervisor(scene);
    if (told === 'yes') return { applies: 'yes', because: `${what}, and the supervisor was told.`, questions: [] };
    const question = 'Was the supervisor told as soon as possible, by whom and when?';
    if (told === 'no')
      return { applies: 'no', because: `${what}, but the supervisor was not told.`, questions: [question] };
    return {
      applies: 'unknown',
      because: `${what}; whether the supervisor was told is not known.`,
      questions: [question],
    };
  },
};

function signOf(scene: Scene): Hit | null {
  const lastThread = scene.thread.at(-1)?.field;
  const fields = [...scene.fields, ...(scene.notes ? [scene.notes] : []), ...(lastThread ? [lastThread] : [])];
  for (const field of fields) {
    const hit = findIn(field, situation).find(
      (one) =>
        !/\b(?:no|not an|isn't an|non-?|sin) $/.test(
          one.field.folded.words.slice(Math.max(0, one.start - 8), one.start),
        ),
    );
    if (hit !== undefined) return hit;
  }
  return null;
}

function supervisor(scene: Scene): 'yes' | 'no' | 'unknown' {
  if (scene.recipients.some((party) => party.standing === 'supervisor' || party.role === 'administrator')) return 'yes';
  const told = [...scene.fields, ...(scene.notes ? [scene.notes] : [])];
  if (told.some((field) => supervisorNotTold.test(field.folded.words))) return 'no';
  return told.some((field) => supervisorTold.test(field.folded.words)) ? 'yes' : 'unknown';
}
