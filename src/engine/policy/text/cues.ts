import { after, before, type Hit } from './passage.ts';
import { hasAnyOf } from './phrases.ts';

const negation =
  /(?:\b(?:not|never|no|nobody|no one|nor|without|stop|cannot|against|instead of|refuse[ds]? to|dont|wont|cant|wouldnt|shouldnt|didnt|doesnt|isnt|arent|nunca|jamas|nadie|sin|contra)|n't)\b[^,;:.!?]{0,28}$/;

/** True where the words just before, in the same clause of the sentence, deny it. */
export function isNegated(hit: Hit): boolean {
  // `not only`, `can't wait to` and `why not` deny nothing.
  const lead = before(hit).replace(
    /\b(?:not only|no doubt|why not|(?:can't|cant|cannot) wait(?: to)?|no joke|not gonna lie|not even)\b/g,
    '',
  );
  return negation.test(lead);
}

const reporting =
  /\b(?:said|says|saying|told (?:me|us|him|her|them)|tells|wrote|posted|texted|tweeted|commented|asked|asks|yelled|screamed|shouted|threatened|claim(?:s|ed)|according to|quote|heard|read that|dijo|dice|escribio|me conto|grito|amenazo)\b[^.!?]{0,60}$/;

/** True where the words are somebody else's: in quotation marks, behind a quoting mark, or told as what somebody said. */
export function isReported(hit: Hit): boolean {
  const lead = before(hit);
  if (hit.sentence.words.trimStart().startsWith('>')) return true;
  const opened = (lead.match(/"/g)?.length ?? 0) % 2 === 1 && after(hit).includes('"');
  if (opened) return !/\b(?:i|yo)\b[^"]{0,20}"[^"]*$/.test(lead);
  return (
    reporting.test(lead) &&
    !/\b(?:i|i've|i just|yo)(?: (?:already|just|also|literally))? (?:said|told|say|tell|wrote|posted)\b/.test(lead)
  );
}

const sport =
  /\b(?:game|games|match|season|playoffs?|tournament|championship|league|team|varsity|jv|scrimmage|quarter|halftime|inning|touchdown|goal|goals|score|scored|defen[sc]e|offen[sc]e|coach|ref|refs|umpire|field|court|pitch|bats?|wrestl\w*|soccer|football|basketball|baseball|softball|volleyball|hockey|lacrosse|swim|track|rivals?|win|won|victory|partido|equipo|gol|goles|torneo|liga|ganamos)\b|\b\d{1,3}\s?[-–]\s?\d{1,3}\b/;

/** True where the sentence or its neighbour speaks of a game. */
export function isSport(hit: Hit): boolean {
  return sport.test(neighbourhood(hit));
}

const fiction = hasAnyOf([
  String.raw`movie|film|episode|season (?:\d|finale|premiere)|novel|audiobook`,
  String.raw`(?:a|the|this|that|great|good|new) (?:\w+ )?book (?:about|where|in which|is|was|by)`,
  String.raw`(?:reading|read|finished|teaching) (?:a|the|this|that) (?:\w+ )?book|chapter|script`,
  '(?:the|our) (?:school |spring |fall )?play|main character|villain|(?:last|final) boss|boss fight',
  String.raw`level \d+|fortnite|minecraft|call of duty|cod|halo|zelda|video ?game|video ?games|netflix|lyrics?`,
  'song|album|shakespeare|macbeth|hamlet|romeo|hunger games|walking dead|pelicula|novela|videojuego',
  'cancion',
]);

/** True where the sentence or its neighbour speaks of a story, a song or a video game. */
export function isFiction(hit: Hit): boolean {
  return fiction.test(neighbourhood(hit));
}

const jest =
  /\b(?:lol|lmao|lmfao|rofl|haha\w*|jk|just kidding|kidding|joking|jaja\w*|jeje\w*)\b|[\u{1F602}\u{1F923}\u{1F605}\u{1F606}\u{1F643}\u{1F609}\u{1F61C}\u{1F92A}]/u;

/** True where a laugh stands in the sentence or right after it. It lightens; it never excuses by itself. */
export function isJest(hit: Hit): boolean {
  return jest.test(neighbourhood(hit));
}

/** The sentence of the hit with the one before and the one after, folded. */
export function neighbourhood(hit: Hit): string {
  const { sentences } = hit.field;
  const first = sentences[hit.sentenceIndex - 1] ?? hit.sentence;
  const last = sentences[hit.sentenceIndex + 1] ?? hit.sentence;
  return hit.field.folded.words.slice(first.start, last.end);
}
