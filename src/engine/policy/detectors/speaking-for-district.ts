import { isNegated, isReported } from '../text/cues.ts';
import { findIn, quote, spansOf, wordsOf } from '../text/passage.ts';
import { anyOf, anyOpenOf, hasAnyOf } from '../text/phrases.ts';
import type { Detector, Signal } from './detector.ts';

interface Family {
  readonly label: string;
  readonly strength: number;
  readonly pattern: RegExp;
}

const families: readonly Family[] = [
  {
    label: 'takes sides in an election or a vote',
    strength: 0.86,
    pattern: anyOpenOf([
      'vote (?:for|no|yes|against|out|them out|him out|her out|red|blue|republican|democrat)|voting for',
      String.raw`re-?elect|we endorse|(?:endorse|endorsing|endorsement of) \w+`,
      String.raw`support (?:candidate|senator|mayor|governor|president) \w+`,
      String.raw`(?:maga|never trump|let's go brandon|resist)\b|vota (?:por|no|si|en contra)|voten (?:por|no|si)`,
      'apoyamos a',
    ]),
  },
  {
    label: 'says what the District, the Board or a school thinks or stands for',
    strength: 0.74,
    pattern: anyOf([
      String.raw`(?:we|all of us)(?: here)? (?:at|from) (?:[\w.'-]+ ){1,5}(?:believe|stand|support|oppose|condemn|reject|think|say|demand|know)`,
      "(?:our|the|this) (?:school|district|board|town's schools|faculty|staff|community) (?:believes?|stands? (?:with|against|for)|opposes?|supports?|condemns?|rejects?|demands?)",
      '(?:official (?:position|stance|word)|on behalf of)',
      'nuestr[oa] (?:escuela|distrito) (?:apoya|cree|rechaza|condena|esta (?:con|contra))',
    ]),
  },
  {
    label: 'gives a personal view on a disputed or personal matter',
    strength: 0.72,
    pattern: anyOf([
      "(?:i|we|personally,? i|honestly,? i) (?:personally |really |honestly |just |firmly |strongly )?(?:think|believe|feel|can't stand|cant stand|hate|disagree|oppose|support|refuse|am (?:so )?(?:sick|tired|fed up|disgusted|ashamed)|urge|blame|demand)",
      String.raw`(?:in my|my (?:personal |own )?) ?(?:humble |honest )?(?:opinion|view)\b|imho|if you ask me`,
      'unpopular opinion|my two cents|hot take|sorry not sorry|(?:yo )?(?:creo|pienso|opino) que',
      'en mi opinion|a mi parecer',
    ]),
  },
  {
    label: 'makes a political or partisan judgement',
    strength: 0.7,
    pattern: anyOf([
      String.raw`(?:governor|president|mayor|senator|congress(?:man|woman)?|politicians?|democrats?|republicans?|liberals?|conservatives?|the left|the right|legislature|board members?|city council|town council|taxpayers|el presidente|el gobernador|los politicos)\b[^.!?]{0,60}\b(?:disgrace\w*|corrupt\w*|liars?|lying|lies|idiots?|clowns?|cowards?|criminals?|traitors?|destroy\w*|ruin\w*|fail(?:ed|ing|ure)?|should (?:resign|be)|must (?:resign|go)|cheap|greedy|heartless|clueless|wrong|shame\w*|verguenza|corrupt[oa]s?|mentiros[oa]s?)`,
      '(?:ruin|destroy|wreck|kill|bankrupt|brainwash|poison|corrupt|groom|indoctrinat)(?:ing|ed|es|s)? (?:this|our|the|these|your|my) (?:town|country|state|city|schools?|kids|children|nation|community|economy)',
      'is a (?:scam|hoax|sham|disgrace|joke|disaster|fraud)',
    ]),
  },
  {
    label: 'promotes a private business, a cause or a creed',
    strength: 0.66,
    pattern: anyOf([
      String.raw`(?:my|our) (?:new )?(?:etsy|shop|side (?:business|hustle)|business|boutique|real estate|listing|book|podcast|mlm|candles|lularoe|herbalife|tutoring business)\b`,
      '(?:use|with) my (?:code|link)|dm me (?:to (?:buy|order)|for (?:prices|details))',
      'call (?:your|our) (?:congress(?:man|woman|person)?|senators?|representatives?|legislators?)|(?:will|shall) not be silent|(?:tell|demand|urge) (?:congress|the governor|the senate|the legislature|lawmakers)',
      String.raw`(?:boycott|cancel) (?:the )?\w+`,
      String.raw`pray (?:with us |for an end |to )(?:\w+ )*?(?:end|stop|overturn|defeat)|jesus is (?:the|lord|king)`,
      'accept (?:jesus|christ)|repent|god (?:wants|commands|hates)|mi negocio|compren',
    ]),
  },
];

const schoolLife = hasAnyOf([
  'i (?:think|believe) (?:we|you|our (?:students|team|players|kids))',
  'i feel (?:so )?(?:lucky|proud|honored|blessed|grateful)',
  '(?:i|we) (?:support|believe in) (?:our|all|every|each) (?:students?|team|athletes|kids|families|teachers|staff|learners)',
  'in (?:you|yourself)',
  '(?:our|the) (?:school|district|community|staff|faculty) supports? (?:our|all|every|each|student)',
  String.raw`on behalf of (?:the|our) (?:[\w'-]+ ){0,4}(?:thank|welcome|congratulat\w*|wish|invite|team|pta|staff|faculty|boosters|class|club|department)`,
  'voting for (?:homecoming|prom|student council|class president|mascot|yearbook)',
  'vote (?:for|on) (?:your |our |the )?(?:favorite|homecoming|prom|class|student|mascot|spirit|name|theme|logo|player|mvp|best)',
]);
const disclaimer = hasAnyOf([
  String.raw`(?:views?|opinions?|thoughts|tweets|posts?) (?:\w+ )*(?:are|is) (?:my|mine|his|her|their) ?(?:own)?`,
  '(?:views?|opinions?) (?:my own|mine)|not (?:speaking|speak) (?:for|as|on behalf)',
  'does not (?:reflect|represent)|do not (?:reflect|represent)|student opinion|guest (?:column|author)',
]);

/** A personal view on an account that the District sponsors, in a manner that passes for the District's. */
export const speakingForDistrict: Detector = {
  id: 'speaking-for-district',
  version: 1,
  label: 'A personal view on a District-sponsored account',
  detect(scene): readonly Signal[] {
    // The clause reaches District-sponsored communications only.
    if (scene.account !== 'district') return [];
    const found = scene.fields.flatMap((field) =>
      families.flatMap((family) =>
        findIn(field, family.pattern)
          .filter((hit) => !isReported(hit) && !isNegated(hit) && !schoolLife.test(hit.sentence.words))
          .map((hit) => ({ family, hit })),
      ),
    );
    const best = found.sort((a, b) => b.family.strength - a.family.strength)[0];
    if (best === undefined) return [];
    const disclaimed = scene.fields.some((field) => disclaimer.test(field.folded.words));
    const signals: Signal[] = [
      {
        weighs: 'for',
        strength: best.family.strength,
        reason: `${quote(wordsOf(best.hit))} on a District-sponsored account ${best.family.label}; a reader could take it for the District’s.`,
        spans: spansOf(found.map((one) => one.hit)),
        questions: ['Who writes on this account, and was this posting authorised?'],
      },
    ];
    if (disclaimed) {
      signals.push({
        weighs: 'against',
        strength: 0.6,
        reason: 'The words say whose view it is.',
        spans: [],
        questions: [],
      });
    }
    return signals;
  },
};
