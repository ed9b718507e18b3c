import { anyOf, anyOpenOf, hasAnyOf } from '../text/phrases.ts';
/** How words speak for violence. The families follow forms of speech (intent, call, desert, wish, praise), not subjects. */
export interface ViolentFamily {
  readonly id: string;
  /** Completes: `… ` + label. */
  readonly label: string;
  readonly strength: number;
  readonly pattern: RegExp;
  /** True where the words need a person as their target right after them. */
  readonly needsTarget: boolean;
  /** True where a game's talk uses the same words. */
  readonly sporting: boolean;
}

const grave =
  'kill|murder|shoot|gun down|stab|knife|hang|lynch|strangle|throttle|choke|execute|behead|drown|gas|bomb|blow up|burn|torch|run over|mow down|curb ?stomp|string up|exterminate|hurt|maim|shank|put down|take out';
const bodily =
  'beat up|beat|punch|throat punch|smack|slap|hit|kick|whip|spank|smash|knock out|deck|clobber|tase|taze|body ?slam|slug|thrash|backhand|jump|bash|cane|paddle';
const done =
  'killed|murdered|shot|gunned down|stabbed|hanged|hung|lynched|strung up|strangled|choked|executed|beheaded|drowned|gassed|bombed|blown up|burned|burnt|torched|run over|mowed down|exterminated|put down|beaten(?: up)?|beat up|punched|smacked|slapped|kicked|whipped|spanked|caned|paddled|smashed|knocked out|tased|tazed|castrated|horsewhipped|flogged|whooped|whupped';
const softener =
  '(?:just |literally |actually |personally |honestly |seriously |really |so |all |fucking |f\\*+ing |freaking |legit |gladly |happily |please |kindly |straight up |go |and |have to |gotta )*';
const intent =
  "(?:i'?ll|i will|i would|i'd|i'?m (?:going to|gonna|about to|ready to|fixing to|finna|tempted to|this close to|so close to)|i am (?:going to|about to|ready to)|imma|i'?ma|(?:i|we) (?:want|need|wanna|have|plan|swear|swear i'?ll|would love|am dying)(?: to)?|makes? me (?:want|wanna)(?: to)?|feel like|i could|wish i could|we'?ll|we will|we should|we'?re (?:going to|gonna)|you'?re (?:going to|gonna) get|gonna|let me)";
const call =
  "(?:should|shoulda|ought to|needs? to|must|has to|have to|gotta|had better|better|time to|let's|lets|why don't we|somebody|someone|anyone want to|who wants to|can we|can someone|can somebody|ready to|feel free to|please|go)";

/** What a person looks like as a target: the head word that follows a verb. */
export const target =
  /^\s+(?:(?:the|that|this|those|these|all|every|each|any|my|our|your|some|a|an|another|one|more|of|whole|entire|both|half|every single|school|town|city|district|damn|damned|goddamn|stupid|little|lazy|dumb|fat|old|so-called|f\*+ing|fucking|freaking|stinking|rotten|dirty|first|second|third|fourth|fifth|sixth|seventh|eighth|\d+(?:st|nd|rd|th)?|whoever|entitled|woke|[a-z]+ing|[a-z]+y)\s+){0,5}(?:him|her|them|'em|em|you|ya|kids?|child|children|students?|boys?|girls?|brats?|parents?|moms?|dads?|teachers?|principals?|superintendent|coworkers?|co-workers?|boss|board|people|person|man|men|woman|women|guys?|dude|cops?|politicians?|senators?|governor|president|mayor|liberals?|libs|conservatives?|democrats?|republicans?|lefties|leftists|fascists?|nazis?|communists?|commies|socialists?|immigrants?|migrants?|illegals?|protesters?|protestors?|muslims?|jews?|christians?|gays?|trans\w*|blacks?|whites?|mexicans?|thugs?|criminals?|idiots?|morons?|bastards?|punks?|losers?|scum|animals|savages|terrorists?|traitors?|pedophiles?|pedos?|bull(?:y|ies)|class|period|homeroom|section|grade|graders?|freshmen|seniors?|sophomores?|someone|somebody|everyone|everybody|anyone|anybody|one of them|neighbou?rs?|refs?|referees?|umpires?|coach|driver|whoever)\b/;

export const violentFamilies: readonly ViolentFamily[] = [
  {
    id: 'intent',
    label: 'says that the author means or wants to do violence',
    strength: 0.82,
    pattern: new RegExp(`\\b${intent} ${softener}(?:${grave}|${bodily})(?:ing)?(?= )`, 'g'),
    needsTarget: true,
    sporting: true,
  },
  {
    id: 'call',
    label: 'calls for violence',
    strength: 0.82,
    pattern: new RegExp(
      `\\b(?:should|gonna|going to|will|let's|need to|must|ought to|could)\\b[^.!?;]{0,60}\\band (?:${grave}|beat)(?= (?:them|'em|him|her|all|every))|\\b${call} ${softener}(?:should |needs? to |must |ought to |has to )?${softener}(?:${grave}|${bodily})(?= )`,
      'g',
    ),
    needsTarget: true,
    sporting: true,
  },
  {
    id: 'call',
    label: 'says that somebody should be met with violence',
    strength: 0.85,
    pattern: new RegExp(
      `\\b(?:should|ought to|needs?(?: to)?|must|has to|have to|gotta|deserves?(?: to)?|deserved(?: to)?|better) ${softener}(?:be|get|have been|been|gotten)? ?${softener}(?:${done})\\b`,
      'g',
    ),
    needsTarget: false,
    sporting: true,
  },
  {
    id: 'desert',
    label: 'says that somebody deserves violence',
    strength: 0.82,
    pattern:
      /\b(?:deserves?|deserved|needs?|need|could use|asking for|begging for|begs for|earned|give (?:him|her|them|that \w+)|merecen?|necesitan?|les hace falta|le hace falta)(?: to be given| to get)? (?:a |an |every |some |his |her |their |un |una |unos |unas |the )?(?:good |swift |quick |serious |old[- ]fashioned |proper |nice |\w+ly |buen |buenas? |buenos )*(?:bullets?(?! (?:journal|point|list|train|proof))|noose|rope(?! (?:swing|light|course))|beating|beatdown|ass[- ]?(?:whooping|kicking|beating)|butt[- ]?whooping|whooping|whupping|smack(?:down|ing)?(?: (?:in|upside|across))?|slap(?: (?:in|across))?|punch (?:in|to)|fist|knuckle sandwich|firing squad|lynching|lynch mob|electric chair|guillotine|gallows|belt|paddle|switch|paliza|paliz[ao]n|balazo|tiro|cinturonazos?|cintarazos?|nalgadas|golpes|cachetada|bofetada|chanclazo)\b/g,
    needsTarget: false,
    sporting: true,
  },
  {
    id: 'wish',
    label: 'wishes violence or death on somebody',
    strength: 0.8,
    pattern: new RegExp(
      `\\b(?:i )?(?:hope|hoping|wish|pray|praying)\\b(?! for)[^.!?;]{0,40}?\\b(?:get|gets|is|are|was|were|be|got) (?:\\w+ )?(?:${done}|hit by|mauled|shanked|what'?s coming)\\b|\\b(?:hope|wish|pray)(?:ing)? (?:that )?(?:he|she|they|you|all of them|these|those|the whole|somebody|someone)\\b[^.!?;]{0,30}?\\b(?:die|dies|died|drops? dead|chokes?|burns?|rots?|suffers?|kills?|shoots?|punch(?:es)?|beats?|bleeds?)\\b|\\b(?:ojala|espero que)\\b[^.!?;]{0,30}?\\b(?:mueran?|maten|den (?:una |un )?(?:paliza|balazo|tiro|golpiza)|parta un rayo|golpeen|peguen|disparen|cuelguen|quemen)\\b`,
      'g',
    ),
    needsTarget: false,
    sporting: true,
  },
  {
    id: 'imperative',
    label: 'tells others to do violence',
    strength: 0.8,
    pattern: new RegExp(
      `(?:(?<=^\\W*)|(?<=\\b(?:just|simply|say we|i say|vote|then) ))(?:${grave}|beat|punch|smack|whip|slap)(?= (?:them|'em|him|her|every|all|these|those|the (?:lot|whole)|any|an?|your|one|some))`,
      'g',
    ),
    needsTarget: true,
    sporting: true,
  },
  {
    id: 'praise',
    label: 'praises violence that was done',
    strength: 0.74,
    pattern: new RegExp(
      `\\b(?:glad|good|happy|love|loved|about time|great|serves? (?:him|her|them|you) right|bravo|hero(?:es)?|respect|props|applaud|cheer(?:ed|ing)?|celebrat\\w+|shame (?:that|they) (?:he|she|they) (?:missed|survived)|me alegra|que bueno|bien hecho)\\b[^.!?]{0,45}?\\b(?:he|she|they|him|her|them|somebody|someone|who|that|those \\w+|the \\w+|lo|la|los) ?(?:\\w+ )?(?:${done}|knocked \\w+ out|punched|jumped|mataron|golpearon|pegaron|balearon)\\b|\\b(?:got|was|were|been|get) (?:\\w+ )?(?:${done}|jumped|attacked)\\b[^.!?]{0,40}\\b(?:had it coming|deserved (?:it|that|worse)|good riddance|about time|i say good|serves (?:him|her|them)|no sympathy)\\b`,
      'g',
    ),
    needsTarget: false,
    sporting: true,
  },
  {
    id: 'body',
    label: 'speaks of doing bodily harm',
    strength: 0.82,
    pattern: anyOf([
      String.raw`(?:break|snap+|smash|crack|bust|bash|cave in|knock|kick|punch|slap+|shoot|stab+|bite|wring|twist|slit|slash|cut)(?:ing)? (?:in )?(?:his|her|their|your|ur|that \w+'?s?|this \w+'?s?|some\w+'?s?|every\w+'?s?|the \w+'s|(?!my\b)[a-z]+'s) (?:\w+ ){0,2}(?:necks?|legs?|jaws?|teeth|faces?|skulls?|arms?|nose|kneecaps?|heads?|fingers|hands?|throats?|knees|ribs|heart out)`,
      String.raw`(?:beat|slap|smack|knock|kick|whoop|whip) the (?:\w+ ){1,3}(?:out of|off)`,
      String.raw`(?:beat|pound|kick|punch) (?:him|her|them|you|that \w+|those \w+|these \w+) (?:senseless|to a pulp|bloody|to death|black and blue|unconscious|in the (?:face|head|teeth|throat|gut|stomach))`,
      String.raw`(?:throw|toss|push|shove|chuck|kick) (?:him|her|them|you|\w+) (?:out|out of|off|down|through|in front of|under|into) (?:the|a|an|that) (?:\w+ )?(?:window|bridge|roof|stairs|bus|train|cliff|traffic|wall|balcony)`,
      String.raw`knock (?:him|her|them|you|that \w+|some\w+) (?:out|into next week|unconscious|the \w+ out)`,
      String.raw`put (?:him|her|them|you|those \w+|that \w+) (?:in the (?:hospital|ground|dirt|er|morgue|icu)|six feet under|through (?:a|the) (?:wall|window|desk)|in a body bag)`,
      '(?:a |put a |one )?bullet (?:in|through|between) (?:his|her|their|your|that|the)',
      'kick (?:his|her|their|your) (?:ass|butt)',
      String.raw`(?:part|romp|revient|revent)\w+ (?:la (?:cara|madre|boca)|los (?:huesos|dientes)|el (?:cuello|hocico))`,
    ]),
    needsTarget: false,
    sporting: false,
  },
  {
    id: 'place',
    label: 'speaks of attacking a school or another place with people in it',
    strength: 0.84,
    pattern: new RegExp(
      `\\b(?:${intent}|${call}|gonna|going to|voy a|vamos a) ${softener}(?:shoot up|bomb|blow up|burn down|burn|torch|set fire to|burn|quemar|volar|balear) (?:up )?(?:the|this|that|our|my|your|la|esta|el) (?:\\w+ )?(?:school|building|office|board office|district office|place|cafeteria|gym|campus|town hall|city hall|escuela|edificio)\\b|\\b(?:i'?m|i am|we'?re|we are) ${softener}(?:(?:shooting|blowing) up|(?:burning|torching)(?: down)?|bombing) (?:the|this|that|our|my|your) (?:school|board office|district office|cafeteria|gym|campus|town hall|city hall)\\b(?!'s| (?:balloons|floats?|mats|pictures|photos|play|garden))|(?<=^\\W*)(?:burn|bomb|torch|storm) (?:down )?(?:the |this |that )?(?:school|district office|board office|town hall|city hall|capitol)\\b`,
      'g',
    ),
    needsTarget: false,
    sporting: false,
  },
  {
    id: 'weapon-emoji',
    label: 'aims a weapon at people',
    strength: 0.7,
    pattern:
      /[\u{1F52B}\u{1F52A}\u{1F4A3}\u{1FA93}]+ ?(?:for|to|at|@|4) (?:whoever|whomever|you|them|him|her|that|this|these|those|my|our|every\w*|any\w*|all)\b[^.!?]{0,30}/gu,
    needsTarget: false,
    sporting: false,
  },
  {
    id: 'slogan',
    label: 'uses a saying that calls for or glories in violence',
    strength: 0.72,
    pattern: anyOpenOf([
      String.raw`snitches get stitches|only good [\w -]{3,25} (?:is|are) (?:a )?dead|lock and load(?:ed)?|lock n load`,
      'blood (?:will|must|should|needs to) (?:run|flow|be (?:shed|spilled))|blood in the streets',
      'catch (?:these|my|some) hands',
      String.raw`(?:bring|bringing|carry|carrying|keep|keeping|packing|pack) (?:(?:a|an|my|your|our|the|some) )?(?:\w+ )?(?:bat|gun|glock|taser|knive|knife|machete|crowbar|pepper spray|pistol|shotgun|rifle)s? (?:to|into|in|under) (?:my |the |every |next |that |his |her )*(?:board |school |pta |faculty |parent )?(?:conferences?|work|school|class\w*|(?:\w+ )?meetings?|desk|board|office)`,
      '(?:public )?(?:hangings?|executions?|lynchings?|floggings?|firing squads?|guillotines?|gallows|stocks) (?:should|needs?|must|ought|would|is|are) (?:to )?(?:be |come |make |solve|fix|too good|the answer)',
      '(?:miss|need|want|time for|bring out|build|set up|get) (?:the |some |more |a )?(?:public )?(?:hangings?|executions?|lynchings?|floggings?|firing squads?|guillotines?|gallows|pitchforks and torches|torches and pitchforks)',
      '(?:second amendment|2nd amendment|2a) (?:solution|remed(?:y|ies))',
      'time for (?:a )?(?:civil war|armed|rifles|the rifles|violence|bloodshed)',
      'violence is the (?:only )?(?:answer|way|language|solution)|sometimes violence is|rope[.,;]? tree',
      'free helicopter rides?|(?:into|through|in|to) (?:the|a) wood ?chipper',
      String.raw`line (?:them|'em|these \w+|those \w+|all \w+) up (?:against|and|in front)|up against (?:the|a) wall`,
      '(?:get|getting|go|be) violent(?: with)?',
      'needs? (?:his|her|their|your|that) (?:ass|butt|behind) (?:beat(?:en)?|kicked|whooped|whipped|handed)',
      '(?:un|unos) buen(?:os)? (?:cinturonazos?|cintarazos?|chanclazos?|golpes?|cachetadas?)',
      'a (?:good|sound|real|proper|decent) (?:whipping|spanking|beating|paddling|hiding|thrashing|ass[- ]?whooping|caning)',
      '(?:whipping|spanking|beating|paddling|caning) (?:fixe[sd]|would fix|will fix|would do|never hurt|works|worked)',
      'bring back (?:corporal punishment|the paddle|public hangings?|the firing squad|lynching|hangings?|the belt)',
      String.raw`hay que (?:matar|fusilar|quemar|golpear|colgar|linchar)\w*`,
      '(?:los?|las?|te|le|les) (?:voy|vamos) a (?:matar|romper|partir|reventar|golpear|pegar|dar (?:una paliza|plomo|un balazo))',
      'voy a (?:matar|golpear|pegar|romper|partir|reventar|colgar)(?:los?|las?|les?|te)',
      String.raw`deberian (?:matar|fusilar|golpear|colgar)\w*|que (?:los?|las?) (?:maten|fusilen|cuelguen|quemen)`,
      String.raw`se merecen? (?:que l\w+ )?(?:peguen|maten|golpeen)|plomo (?:para|con|a)`,
    ]),
    needsTarget: false,
    sporting: false,
  },
  {
    id: 'menace',
    label: 'threatens somebody with harm',
    strength: 0.69,
    pattern: anyOf([
      "i(?:'ll| will| know where| can)? (?:find you|know where (?:you|he|she|they) (?:live|lives|park|parks)|hunt (?:you|him|her|them) down|(?:you|he|she|they)'?ll (?:pay|regret|be sorry))",
      'where (?:you|he|she|they) (?:lives?|sleeps?|parks?)[^.!?]{0,20}(?:pay|visit|watch out)',
      'watch (?:your|ur|his|her) back|sleep with one eye open',
      "(?:you|he|she|they)(?:'re|'s| are| is)? (?:a dead (?:man|woman)|dead meat|as good as dead|gonna get what's coming|going to get what's coming|gonna be sorry|gonna bleed|going to bleed|gonna get hurt|going to get hurt|gonna wish (?:he|she|they|you))",
      String.raw`(?:your|his|her|their) days are numbered|eat(?:ing)? (?:\w+ )?through a (?:straw|tube)`,
      'breath(?:e|ing) through a tube|dig(?:ging)? (?:your|his|her|their) grave',
      'piss on (?:your|his|her|their) grave|te (?:va|vas|voy) a (?:pesar|arrepentir|encontrar)',
      'se donde vives|cuidate la espalda',
    ]),
    needsTarget: false,
    sporting: true,
  },
  {
    id: 'weapon-as-remedy',
    label: 'offers a weapon as the answer to people',
    strength: 0.75,
    pattern:
      /\b(?:ar-?15|rifles?|shotguns?|pistols?|glock|9 ?mm|\.?45 caliber|nooses?|machetes?|baseball bats?|brass knuckles|flamethrower|tasers?|cattle prod|(?<!(?:glue|nerf|water|nail|heat|squirt|staple|spray|shirt|radar|massage|caulk|top|paint|bubble|label|price) )guns?(?! (?:control|violence|safety|laws?|rights|debate|reform|show|range|club|owners?|lobby)))\b[^.!?]{0,60}\b(?:classroom management|(?:best|only|real|my|new) (?:solution|answer|cure|fix|remedy|tool|plan|helper)|problem solver|solves? (?:everything|every|all|the)|(?:to|that'll|will) (?:handle|deal with|take care of|shut up|quiet|discipline)|for (?:my|those|these|the|any|when) (?:\w+ ){0,3}(?:students|kids|class|period|parents?|brats|freshmen|liberals?|conservatives?|people who|kid who|student who))\b/g,
    needsTarget: false,
    sporting: false,
  },
];

/** Set phrases with a violent word and a peaceful meaning. */
export const idioms = hasAnyOf([
  String.raw`kill(?:s|ed|ing)? (?:it|me|time|two birds|the (?:mood|vibe|lights?|engine|music|bugs?|weeds?|batter\w+|germs)|for a)`,
  String.raw`could (?:just )?(?:kill|murder) (?:for|a|an|some)\b|kill (?:them|'em|him|her|you) with kindness`,
  "kill you to|would(?:n't)? kill (?:you|them|him|her)|to die for|dying (?:of|to|laughing|over)",
  'shoot (?:me|us|him|her|them|you) (?:an?|the) (?:e-?mail|text|message|dm|line|note|call|look|reminder)',
  'shoot (?:for|hoops|baskets|the breeze|the bull|some|a (?:video|film|scene|movie|game|round))',
  'shoot (?:them|him|her) (?:over|down to) (?:an?|to)|photo ?shoot|hit (?:me|us|him|her|them|you) up',
  'hit (?:them|you|him|her) (?:with (?:a|the|an|some) (?:review|quiz|pop quiz|lesson|question|assignment|worksheet|project|homework|test)|where|back)',
  'hit the (?:road|books|gym|beach|hay|sack|ground|nail|lights|snooze|jackpot|slopes|trail|weights|goal|mark)',
  'take a (?:shot|stab)|stab at|give it a (?:shot|stab)',
  'beat (?:the )?(?:traffic|heat|rush|clock|odds|crowds?|record|blues|system|eggs|around)',
  'beat (?:me|us|you|him|her|them) to',
  'hang (?:out|them up|it up|with|on|in there|tight|up|posters?|the|my|our|some|your)',
  'burn (?:off|calories|cds?|some)|kick(?:ing|ed)? (?:butt|ass|off|back|it)',
  'smash(?:ed|ing)? (?:it|the record|burgers?|that|this)|crush(?:ed|ing)? (?:it|on)',
  'knock(?:ed|ing)? (?:it )?out of the park',
  "knock (?:them|'em|him|her|you|this|it) (?:out of the park|dead|off)",
  'punch (?:card|bowl|line|needle|in|out|the clock)|fruit punch|hole punch',
  String.raw`bomb(?:ed)? (?:the|a|my|that) (?:test|quiz|exam|interview|midterm|final)|bath bombs?|photo ?bomb\w*`,
  'slap (?:on|a (?:label|sticker|coat|bow|mask))|whip (?:up|cream|it|out|them into shape)',
  'run (?:it|this|that|them|him|her|you|over) (?:by|past|to|over (?:the|to|what))',
  'run over (?:to|there|time|by|the (?:plan|list|rules|schedule|lines|material|notes|agenda))',
  'take out (?:the|your|our) (?:trash|garbage|recycling|books?|notebooks?|paper|pencils?|phones?)',
  'jump (?:rope|in|for|shot|start|up|around|on)',
  'fight (?:for|song|back|off|the (?:flu|cold|urge|good)|over the|cancer|hunger|racism)',
  'drown(?:ing)? (?:in|my)|spank(?:ed)? (?:in|at|by)|choke(?:d)? (?:up|back|on)',
  'bury (?:me|myself|the lede)|gas (?:up|me|him|her|them) up|put (?:them|him|her|it) down for',
  'deck (?:the halls|out|them out)|burn it down on|roast(?:ed|ing)?',
]);
