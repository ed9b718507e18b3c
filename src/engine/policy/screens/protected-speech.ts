import type { ProtectedSpeech, ProtectedSpeechKind } from '../../../contract/suggest.ts';
import type { Scene } from '../scene/scene.ts';
import { findIn, type Hit, quote, wordsOf } from '../text/passage.ts';
import { anyOf, hasAnyOf } from '../text/phrases.ts';

interface ScreenRule {
  readonly kind: ProtectedSpeechKind;
  readonly because: (words: string) => string;
  find(scene: Scene): Hit | null;
}

const union = anyOf([
  String.raw`(?:our|the|my|teachers'?|local|educators'?|your|nuestro) (?:(?!credit)\w+ )?(?:union|sindicato)(?! (?:street|ave|st\b|station|square|jack|pool|hall of))`,
  'union (?:rep|reps|representative|steward|meeting|president|members?|dues|card|contract|vote|leadership|hall|organizer|drive)',
  '(?:our|the|my|your|a) (?:shop )?steward|shop steward|(?:collective )?bargaining',
  '(?:contract|wage) (?:negotiations?|talks|vote|offer|dispute|ratification)',
  'negotiating (?:team|committee|a (?:fair )?contract)|fair contract',
  '(?:file[ds]?|filing|won|lost) (?:a |the |our )?grievance|grievance (?:hearing|committee|procedure)',
  'picket(?:ing| line|s)?',
  String.raw`(?:on|go(?:ing)? on|to|authoriz\w+ a|teachers?|teacher) strike(?! (?:out|zone|team|a (?:pose|match|balance)))`,
  'work[- ]to[- ]rule|wear(?:ing)? red for ed|red ?for ?ed',
  String.raw`(?:the )?(?:aft|nea|cea|afscme|seiu|upseu|ufcw|teamsters)\b(?: local)?|local \d{2,4}`,
  String.raw`right[- ]to[- ]work|decertif\w+|unioni[sz]\w*|(?:in )?solidarity with|asamblea del sindicato|assembleia do sindicato|representante sindical|huelga|negociacion colectiva`,
  'contrato justo|(?:vota|votar|firmar) el convenio|huelga (?:el|de maestros)',
  "(?:no|without a|expired) contract|contract(?:'s| is| has)? (?:been )?(?:expired|up|over)|tentative agreement|union dues|without dues|stewards?'?s? (?:table|meeting)",
  String.raw`(?:all of us|of us|\d+ of us|everyone|wear|wearing)\b[^.!?]{0,20}\bin red|wearing red`,
]);

const conditions = anyOf([
  '(?:our|my|teacher|staff|para|coach|starting|low|fair|living|equal) (?:pay|wages?|salary|salaries|paychecks?|stipends?|raises?|benefits|pensions?|health insurance|hours|workload|caseloads?|contract)',
  '(?:(?:had|got|gotten|seen|deserve|get|want|need) (?:a |better |higher |more |fair )*(?:raises?|pay|wages?))',
  '(?:pay|wage|salary) (?:freeze|cut|cuts|gap|scale|raise|increase|steps?)',
  String.raw`\$ ?\d+(?:\.\d+)? ?(?:an|per|\/|a) ?(?:hour|hr|year|week)|can't (?:live|survive|get by|pay rent) on`,
  'underpaid|overworked|unpaid (?:overtime|hours|duties|work)',
  String.raw`(?:do|does|doing) the (?:work|job) of (?:two|three|four|\d+)`,
  String.raw`cut(?:ting)? (?:our |the |all )?(?:\w+ )?(?:positions|jobs|hours|staff)`,
  '(?:positions|jobs|hours) (?:were |are being |got )?(?:cut|eliminated)|understaffed|under-?staffing',
  "(?:it is|it's|its|is|are|feels?|conditions are) (?:\\w+ )?(?:unsafe|not safe)|unsafe (?:conditions|staffing|ratios?|buildings?|buses)",
  'short[- ]staffed|staffing (?:shortage|levels|crisis)|class sizes?',
  '(?:no|lost|losing|cut|took|take(?:n)? away) (?:our |my |the |any )?(?:prep|planning|lunch|break|breaks|duty[- ]free lunch)(?: (?:time|period|periods))?',
  '(?:mandatory|forced) (?:overtime|meetings?|coverage)',
  'cover(?:ing)? (?:other )?classes (?:without|for (?:no|free)|every|instead|during)|working conditions',
  '(?:bathroom|safety) (?:breaks?|conditions)|sick (?:days|leave|time) (?:policy|cut|denied|bank)',
  'no (?:subs|substitutes)|burn(?:ed)? ?out|paid (?:less|enough|what we)',
  '(?:nuestro|nuestros|el) (?:salario|sueldo|salarios|sueldos|pago|horario|contrato)',
  String.raw`(?:call(?:s|ing)?|called) (?:out|in) (?:sick|monday|tuesday|wednesday|thursday|friday)|sick-?out|unpaid (?:\w+ )?(?:coverage|lunch|time|prep)`,
  String.raw`(?:pay ?)?stubs?\b|(?:step|lane) \d+ pays|coaches' stipends?|one (?:custodian|nurse|aide|para) (?:a|per|for) \w+`,
  String.raw`(?:my|our|your|the) (?:lunch|planning period|prep)\b[^.!?]{0,30}\b(?:article|contract|legal|since|anymore)|through lunch`,
  'no heat|no ac|(?:our|my|the) rooms? (?:is|are) \\d+|cobro las horas|horas extra',
  'condiciones de trabajo|nos pagan|sobrecarga de trabajo|clases? (?:llenas|sobrepobladas)',
]);

const together = hasAnyOf([
  'we|us|our|ours|teachers?|staff|paras|coaches|custodians|nurses|drivers|colleagues|coworkers',
  "co-workers|everyone (?:here|at work)|all of us|who(?:'s| is) with me|who else|anyone else|let's",
  'nosotr[oa]s|nos|nuestr[oa]s?|companer[oa]s|maestr[oa]s',
]);

const publicMatter = anyOf([
  'board of ed(?:ucation)?(?: (?:meeting|members?|election|budget|vote))?|school board',
  'town (?:council|budget|hall|meeting)|city council|school budget',
  'budget (?:cuts?|vote|referendum|hearing|proposal)|referendum|tax(?:es|payers?)|mill rate',
  String.raw`(?:school|building) (?:closures?|closing|safety|renovation|funding)|redistrict\w*|mold|asbestos`,
  '(?:art|music|library|sports|arts|programs?|librarians?|teachers?|positions?|counselors?) (?:gets?|got|is|are|being|were|was) (?:being )?cut|(?:new|more|extra) administrators|central office',
  '(?:water|lead) (?:quality|tests?|testing|results)|lead (?:in|pipes?|paint|levels)|air quality',
  '(?:book|library) bans?|banned books?|banning books|curriculum|school choice|charter schools?',
  String.raw`vouchers?|standardi[sz]ed test\w*|gun (?:control|violence|safety|laws|rights)|elections?`,
  'vote (?:yes|no|on|for|in)|voting rights|legislat(?:ure|ors?)',
  String.raw`(?:education|school|state|federal) (?:funding|aid)|funding (?:was|is|got|has been) (?:\w+ )?cut`,
  'governor|senator|congress|president|mayor',
  "superintendent'?s? (?:gets?|got|getting|wants|makes|earns|should|must|salary|raise|contract|bonus|decision|plan|spending)",
  'police brutality|black lives matter|immigration|climate|abortion|free speech|first amendment|racism',
  String.raw`racial|equity|discrimination|segregation|lgbtq?\w*|trans rights|spending|audit`,
  'public (?:hearing|comment|money|funds|records)|misuse of (?:funds|money)|nepotism|corruption',
  String.raw`(?:the|our|this|town|city|county|state's?) (?:\w+ )?(?:proposal|ordinance|bond|zoning|mandate|bus fare|council|referendum|levy)`,
  String.raw`to the editor|letters? to the paper|constituent|petition|testify(?:ing)?|question \d|town meeting|year-round school|fund (?:the|our) schools`,
  '(?:reading|math|science|civics|history|sex ed(?:ucation)?) (?:program|course|curriculum|standards?)|protest(?:s|ers)?|rally|marched|dress code|overtime rule',
  'budget|prefeito|vereador\\w*|a camara|ayuntamiento|superintendente|(?:no )?vot(?:en|aron|ou|aram) (?:por|nele|en)|quem votou|marcho|tarifa de',
  'junta (?:escolar|de educacion)|presupuesto|impuestos|alcalde|gobernador|elecciones|racismo',
  'inmigracion',
]);

/** Somebody says that they speak for themselves, or as one of the public. */
const asCitizen = anyOf([
  String.raw`(?:speaking|speak|write) (?:only |just )?(?:as|for) (?:a |one |my|nobody)\w*|(?:my|own|personal) (?:views?|opinions?)[,.;)]|own opinion|(?:views?|opinions?) (?:here |expressed )?are (?:my own|mine|hers alone|his alone)`,
  'as (?:a|one) (?:resident|taxpayer|citizen|voter|constituent|homeowner)|como (?:vecin[oa]|morador[a]?|ciudadan[oa]|contribuyente)|opino como',
]);

const civicVoice = hasAnyOf([
  String.raw`should|shouldn't|must|need(?:s)? to|deserve\w*|hid(?:e|es|ing|den)|cover(?:ed|ing)? up|demand\w*`,
  'urge|oppose|support|vote|voting|speak (?:up|out)|attend|come to|show up|call (?:your|the)',
  String.raw`write (?:to )?your|petition|sign|protest|rally|march|testif\w+|wrong|unfair|unacceptable|shame\w*`,
  String.raw`disgrace\w*|outrag\w+|concern\w*|worried|why (?:is|are|does|do|did|won't|can't)|transparen\w+`,
  String.raw`accountab\w+|waste\w*|cut(?:s|ting)?|reckless|irresponsible|ashamed|disappoint\w+`,
  String.raw`i (?:think|believe|disagree|agree)|we can't|can't afford|enough is enough|priorit\w+`,
  String.raw`fail(?:ed|ing|s)?|question|opinion|debe(?:n|ria\w*)?|exig\w+|voten?|apoy\w+|injust\w+|verguenza`,
  String.raw`protest\w+|basta|ladra\w*|ladro\w*|firmas|assinaturas|no voten`,
  "spoke against|fair|persuade|proposal|i'?ll (?:say|be at)|let me tell you|telling you|for myself|hearing",
  '(?:vote|voting|voted) (?:this|no|down|yes|on)|close the|wastes?|own opinion',
]);

const report = anyOf([
  '(?:told|reported to|complained to|wrote to) (?:hr|human resources|osha|title ix|the state|the auditors?|chro|the labor board)',
  String.raw`(?:i|we|she|he|they) (?:\w+ ){0,2}(?:reported|filed|submitted|complained|testified|blew the whistle|disclosed|notified|called|contacted|wrote|went|told|made)\b[^.!?]{0,60}\b(?:dcf|cps|osha|eeoc|chro|ocr|office (?:of|for) civil rights|title ix|state (?:department|auditors?|police|labor)|department of (?:education|labor|public health|children)|labor board|health department|fire marshal|auditors?|attorney general|ethics (?:commission|board)|foi(?:a|c)?|freedom of information|police|inspector general|hr|human resources|superintendent|grand jury|court|hearing|deposition)`,
  String.raw`whistle-?blow\w*|retaliat\w*`,
  '(?:formal|ethics|safety|discrimination|harassment|osha|title ix|civil rights) complaint',
  String.raw`(?:reported|reporting|report) (?:the |their |his |her |it |this )?(?:misuse|fraud|theft|abuse|harassment|violations?|unsafe|safety|mold|falsif\w+|illegal)`,
  String.raw`(?:osha|labor board|dcf|compliance line|auditors?)\b[^.!?]{0,60}\b(?:complaint|called|docketed|confirmed|came)`,
  String.raw`(?:called|phoned|reported to|told) (?:the |to the )?(?:\w+ )?(?:hotline|careline|state line|compliance line|line)|llame a la linea|writing so that it'?s on record|told to change (?:\w+ )?grades`,
  '(?:denuncie|denunciamos|reporte|reportamos|presente una queja|represalias)',
]);

const rules: readonly ScreenRule[] = [
  {
    kind: 'union-activity',
    because: (words) => `${words} speaks of union activity or bargaining, for or against.`,
    find: (scene) =>
      firstOf(scene, union, (hit) => !/\b(?:credit|european|western|soviet|student|civil) $/.test(leadOf(hit))),
  },
  {
    kind: 'concerted-activity',
    because: (words) =>
      `${words} is about pay or working conditions and is shared with or speaks for people who work there.`,
    find: (scene) =>
      firstOf(
        scene,
        conditions,
        (hit) =>
          together.test(hit.field.folded.words.slice(Math.max(0, hit.start - 200), hit.end + 200)) ||
          scene.recipients.some((party) => party.employee === 'yes'),
      ),
  },
  {
    kind: 'public-concern',
    because: (words) => `${words} is a matter of public concern, and the words take part in its discussion.`,
    find: (scene) =>
      scene.account === 'district'
        ? null
        : (firstOf(scene, publicMatter, (hit) => civicVoice.test(hit.field.folded.words)) ??
          (scene.kind === 'profile' ? null : firstOf(scene, asCitizen, () => true))),
  },
  {
    kind: 'protected-report',
    because: (words) =>
      `${words} speaks of a report or complaint to somebody with authority, or of retaliation for one.`,
    find: (scene) => firstOf(scene, report, () => true),
  },
];

/** Kinds of protected speech that an item may be. It never removes a suggestion; it marks the item for a person to answer. */
export function screenProtectedSpeech(scene: Scene): readonly ProtectedSpeech[] {
  const known = screened.get(scene) ?? screen(scene);
  screened.set(scene, known);
  return known;
}

/** Asked twice of every item: as evidence for what examples taught, and for its own sake. */
const screened = new WeakMap<Scene, readonly ProtectedSpeech[]>();

function screen(scene: Scene): readonly ProtectedSpeech[] {
  // The protections looked for here are those of people employed by the District.
  if (scene.author.employee === 'no') return [];
  const found: ProtectedSpeech[] = [];
  for (const rule of rules) {
    const hit = rule.find(scene);
    if (hit !== null) found.push({ kind: rule.kind, because: rule.because(quote(wordsOf(hit))) });
  }
  return found;
}

function firstOf(scene: Scene, pattern: RegExp, accept: (hit: Hit) => boolean): Hit | null {
  for (const field of scene.fields) {
    const hit = findIn(field, pattern).find(accept);
    if (hit !== undefined) return hit;
  }
  return null;
}

function leadOf(hit: Hit): string {
  return hit.field.folded.words.slice(Math.max(0, hit.start - 12), hit.start);
}
