import { anyOf, hasAnyOf } from '../text/phrases.ts';
/** Facts that start a duty to report or to act for a child's safety. */
export interface SafetyKind {
  readonly id: 'abuse' | 'neglect' | 'sexual' | 'self-harm' | 'violence';
  /** Completes: `… points to ` + label. */
  readonly label: string;
  /** True where the words only count when they are about a child or come from one. */
  readonly needsChild: boolean;
  readonly pattern: RegExp;
}

const parent =
  "(?:mom|mum|mother|mama|ma|dad|father|papa|parents?|step-?(?:dad|mom|father|mother|brother)|foster (?:mom|dad|parents?)|uncle|aunt|grand(?:pa|ma|father|mother)|brother|(?:mom|mother|mum)'?s boyfriend|(?:dad|father)'?s girlfriend|boyfriend|guardian|cousin|teacher|coach|he|she|they|padre|madre|papa|mama|padrastro|madrastra|tio|tia|abuel[oa]|herman[oa]|novio de mi mama)";
const child =
  '(?:me|him|her|them|us|my (?:little )?(?:brother|sister|siblings)|the (?:kid|kids|boy|girl|child|children)|his (?:son|daughter|kid|kids)|her (?:son|daughter|kid|kids))';
const strikes =
  '(?:hits?|hitting|beats?|beat up|beating|punch(?:es|ed|ing)?|slap(?:s|ped|ping)?|chok(?:es|ed|ing)|kick(?:s|ed|ing)?|whip(?:s|ped|ping)?|burn(?:s|ed|ing|t)?|thr(?:ows?|ew)|shov(?:es|ed|ing)|lock(?:s|ed)?|smack(?:s|ed)?|hurt(?:s|ing)?)';

export const safetyKinds: readonly SafetyKind[] = [
  {
    id: 'abuse',
    label: 'physical abuse of a child',
    needsChild: true,
    pattern: new RegExp(
      `\\b${parent} (?:\\w+ ){0,3}?${strikes} ${child}\\b(?! up\\b| with (?:the|a) (?:ball|question|quiz))|\\b(?:bruis(?:es?|ed)|welts?|burns|burn marks?|cigarette burns?|belt marks?|black eye|marks) (?:all )?(?:on|over|up and down|around|across|from|again|everywhere)\\b|\\b(?:has|had|with|came (?:in|to school) with|covered in|shows? up with|hiding) (?:\\w+ ){0,3}(?:bruises|welts|cigarette burns|burn marks|belt marks|a black eye)\\b|\\b(?:don't|dont|doesn't|doesnt|not|never|didn't) (?:feel )?safe (?:at (?:home|my|his|her)|there|with (?:him|her|them|my)|around (?:him|her|my))\\b|\\b(?:unsafe at home|r[au]n(?:ning)? away from home|(?:scared|afraid|terrified) of (?:my|his|her) (?:\\w+ )?(?:mom|dad|mother|father|stepdad|stepmom|stepfather|uncle|brother|boyfriend))\\b|\\b(?:afraid|scared|terrified|doesn't want|doesnt want|don't want|dont want|can't|cant) (?:\\w+ )?(?:to go|to come|going|go|of going) (?:back )?home\\b(?! from)|\\b(?:being|is|was|getting|gets|been) (?:physically |sexually )?(?:abused|molested|beaten|hit) (?:at home|by (?:\\w+ ){1,3})|\\b(?:abus(?:es|ing|ed)) (?:me|him|her|them|his|her) ?(?:kids?|son|daughter|children)?\\b|\\b(?:with (?:a|the|his|her) (?:belt|extension cord|cord|wire|hanger))\\b|\\b(?:me|le|les|nos) (?:pega|pegan|pego(?! (?:un[ao]?|su|la|el) (?:goleada|susto|gripe|vuelta|resfriw*|virus|catarro|tos))|golpea|golpean|golpeo|maltrata|quema|quemo|encierra|encierran)\\b|\\bmoret(?:on|ones)\\b|\\b(?:miedo|no quier[oe]) (?:de )?(?:ir|volver|regresar) a (?:mi |su |la )?casa\\b`,
      'g',
    ),
  },
  {
    id: 'neglect',
    label: 'neglect of a child',
    needsChild: true,
    pattern: anyOf([
      "(?:no|not any|isn't any|isnt any|never any|without) food (?:at home|in the house|at (?:his|her|their|my))",
      String.raw`(?:hasn't|hasnt|haven't|havent|has not|have not|didn't|didnt) (?:eaten|eat|had (?:\w+ (?:or|and) )?(?:anything to eat|any food|food|a meal|heat|electricity|water|power))(?: \w+){0,3} (?:since|in \w+ days|for \w+ days|all (?:day|weekend)|at home)`,
      String.raw`(?:home|left|living|been) (?:\w+ )?alone (?:for (?:days|the (?:week|weekend)|\w+ (?:days|nights|weeks))|all (?:week|weekend|night)|every night|with (?:the|my|his|her) (?:baby|babies|little))`,
      String.raw`(?:mom|mother|dad|father|parents?) (?:\w+ )?(?:hasn't|hasnt|haven't|havent|has not|have not) (?:been|come) (?:home|back)(?: \w+){0,3} (?:days?|nights?|week|weekend)`,
      String.raw`(?:left|leaves|abandoned) (?:me|us|him|her|them) (?:\w+ )?(?:alone|by (?:myself|ourselves|himself|herself|themselves))`,
      'left (?:me|us|him|her|them) (?:with )?(?:no|without|with nothing) ?(?:money|food|anything|way)?',
      'locked out (?:of the house )?(?:all night|overnight)',
      '(?:sleep(?:s|ing)?|living|lives?) (?:outside|in (?:the|our|a|his|her|their) (?:park|street|basement|garage|cold|car|van|truck))',
      "(?:kicked|threw|throws|kicks) (?:me|him|her|us) out(?: of (?:the|my|his|her) house)?|(?:won't|wont|doesn't|doesnt) let (?:me|him|her|us) (?:eat|back in|in the house|see a doctor)",
      '(?:gives?|gave|makes?|made) (?:me|him|her|us) (?:drink|smoke|take (?:drugs|pills)|drugs|weed|alcohol|edibles)',
      '(?:no|without) (?:heat|running water|electricity) (?:at|in) (?:home|the house|his|her|their|my)',
      'no hay comida en (?:mi|la|su) casa|(?:me|lo|la|nos) (?:dejo|dejan|dejaron) sol[oa]s?',
      'no (?:he|ha) comido desde',
    ]),
  },
  {
    id: 'sexual',
    label: 'sexual abuse or exploitation of a child',
    needsChild: true,
    pattern: anyOf([
      String.raw`(?:watch(?:es|ed|ing)?|films?|filmed|filming|records?|recorded|recording|spies|spied|walks? in|stares?|takes? (?:pics|pictures|photos|videos)) (?:on |at |of )?(?:me|her|him|us|girls|boys|the \w+) (?:\w+ ){0,2}(?:shower\w*|chang(?:e|ing)|undress\w*|naked|sleep(?:ing)?|bathroom|locker room|bed)`,
      String.raw`(?:my|her|his) (?:\d\d|twenty|thirty)[- ]?\w*(?:[- ]year[- ]old)? (?:boyfriend|girlfriend)|(?:met|talking to|meeting) (?:a|this|some) (?:\w+ )?(?:guy|man|dude) (?:on|from) (?:online|discord|snap\w*|roblox|the internet|instagram|tiktok)`,
      String.raw`(?:touch(?:es|ed|ing)|grop(?:es|ed|ing)|rap(?:es|ed|ing)|molest(?:s|ed|ing)?|felt up|grabbed|rubbed) (?:me|him|her|them|my (?:\w+ )?(?:chest|leg|legs|thigh|butt|breasts?|privates?)|her (?:chest|thigh|butt|breasts?)|his (?:privates?|thigh)|(?:a|one of the|the|his|some) (?:\w+ )?(?:student|girl|boy|kid|minor|child)s?)(?! up with| base| and go)`,
      String.raw`(?:sleep(?:s|ing)?|slept|sex|hook(?:s|ed|ing)? up|making out|made out|relationship|affair|dating|together) with (?:a|one of (?:his|her|the|our)|his|her|that|some|my) (?:\w+ )*?(?:students?|freshman|sophomore|junior|minor|player|kid|girl from|boy from|teacher|coach)`,
      String.raw`(?:teacher|coach|he|she|mr\.? \w+|ms\.? \w+|principal) (?:\w+ ){0,3}?(?:kissed|kissing|groped|touched|fondled|hits on|flirts with|sexts?|sent nudes to) (?:me|him|her|a student|the students?|girls|boys|\w+)`,
      String.raw`(?:sent|sends|sending|send|asked|asks|asking|ask|begged|wants?|trade[sd]?|posted|sharing|shared|leaked) (?:\w+ ){0,4}?(?:nudes?|naked (?:pics?|pictures?|photos?|selfies?)|topless|dick pics?)`,
      String.raw`(?:ask(?:s|ed|ing)?|beg(?:s|ged|ging)?|bug(?:s|ged|ging)?|pressur(?:es|ed|ing)|wants?|tell(?:s|ing)|told) (?:me|her|him|us|girls|boys) (?:for|to send) (?:\w+ ){0,3}(?:pics?|pictures?|photos?|selfies?|videos?|snaps)`,
      String.raw`nudes? (?:of|from) (?:a|the|my|her|him|\w+)`,
      '(?:makes?|made|making) (?:me|him|her) (?:do (?:things|stuff|it)|touch|undress|take (?:my|his|her) clothes off)',
      String.raw`(?:comes|came) (?:in|into) my (?:room|bed) at night|sextort\w*|trafficked`,
      '(?:me|la) (?:manosea|violo)|(?:el|mi (?:tio|primo|padrastro|abuelo|vecino)|el (?:profe|profesor|entrenador|maestro)) (?:me|la|lo) (?:toca|toco)(?! (?:el turno|la lista|hablar))',
      '(?:fotos?|desnud[oa]s?) (?:desnud[oa]s?|intimas?)',
    ]),
  },
  {
    id: 'self-harm',
    label: 'self-harm or suicide',
    needsChild: true,
    pattern: anyOf([
      '(?:gonna|going to|want(?:s)? to|wanna|ready to|about to|might|will|just) end it(?: all)?(?: tonight| soon| today| tomorrow)?(?! with| early| there)|end it tonight|hates? (?:my|her|his) life',
      "(?:won't|wont|never) (?:see|hear from) me (?:again|tomorrow|after|ever)|this is (?:my )?goodbye|(?:nobody|no one|noone)(?: would|'d)? (?:even )?cares? if i (?:live|die|was|were|am|disappear)|done with (?:life|living)|tired of (?:living|being alive)|giv(?:e|ing) away (?:all )?my (?:stuff|things)",
      '(?:kill|killing|hurt|hurting|hang|shoot) (?:myself|herself|himself|themselves|themself)',
      '(?:want|wants|wanted|wanna|going|gonna|rather|ready|planning|plans|wish (?:i|she|he) (?:could|would|was|were)) (?:to )?(?:just )?(?:die|be dead|dead|end it(?: all)?|end (?:my|her|his) life|disappear forever|not (?:be here|exist|wake up)|never wake up|jump off)',
      "(?:don't|dont|doesn't|doesnt|didn't|do not|does not|not) (?:really )?(?:want|wanna) to (?:live|be (?:alive|here)(?: any ?more)|exist|wake up)",
      '(?:cut|cuts|cutting|burning|slit|slitting) (?:myself|herself|himself|themselves|(?:my|her|his|their) (?:wrists?|arms?|legs?|thighs?))',
      String.raw`i (?:\w+ )?(?:cut|sh|self[- ]harm(?:ed)?) (?:again|last night|today|deeper|so deep)`,
      'relapsed (?:on|with) (?:cutting|sh)',
      '(?:cuts|scars|slashes|cut marks) (?:all )?(?:on|over|up) (?:her|his|my|their)|suicid(?:e|al)|unalive',
      String.raw`kms|(?:better off|world|family) (?:\w+ )?without me`,
      String.raw`(?:if|when) i(?:'m| was| were| am| just)? (?:\w+ )?(?:gone|dead|died|disappeared|vanished)(?: for good| forever)?`,
      'no (?:reason|point) (?:to|in) (?:live|living|being here|going on)',
      '(?:took|taking|swallow(?:ed|ing)?) (?:a (?:bunch|bottle|handful|lot) of|all (?:my|her|his|the)|too many) (?:pills|meds|tylenol|advil)',
      'overdos(?:e|ed|ing)|goodbye (?:letter|note|forever)',
      "won't be (?:here|around|alive) (?:tomorrow|monday|much longer|next week|anymore)",
      "can't (?:do this|go on|take it) any ?more|(?:me )?quiero morir(?:me)?",
      '(?:me )?(?:quiero|voy a) matar(?:me)?(?= |$|[.,!])|no quiero (?:vivir|seguir viviendo|existir)',
      String.raw`me (?:corto|cortaba|corte|quiero morir|quiero matar)|se corta|quitarme la vida|suicidar\w*|suicidio`,
    ]),
  },
  {
    id: 'violence',
    label: 'a threat of violence at school or by a student',
    needsChild: false,
    pattern:
      /\b(?:(?:i'?m|im|ima|imma|i'll|i will|gonna|going to) (?:just )?(?:shooting|stabbing|killing|shoot|stab) (?:him|her|them|you|everyone|everybody)|(?:know|knows) where (?:my|his|her) (?:dad|mom|grandpa|uncle|brother|stepdad)'?s? (?:keeps|hides|has|gun)|(?:make|making) (?:him|her|them|you all|this (?:school|place)|everyone) (?:pay|bleed|suffer)|shoot(?:ing)? (?:up|at) (?:the|this|that|our|my|your) (?:\w+ )?(?:school|place|class|cafeteria|building|prom|game|office)|shoot (?:everyone|everybody|them all|you all|all of (?:you|them)|up)|(?:bring|bringing|brought|carry(?:ing)?|has|got|have|hide|hiding|keeps?) (?:a |an |my |his |her |the |my dad's |his dad's )?(?:gun|knife|glock|pistol|rifle|strap|blade|weapon|9mm|machete|bomb)s? (?:to|in|at|into|on) (?:school|class|campus|\w+ (?:locker|backpack|bag)|(?:the|his|her|my) (?:locker|backpack|bag|bus))|(?:bring|bringing|brings|packing) (?:a |an |my |his |her |the )?(?:\w+ )?(?:gun|knife|glock|pistol|rifle|blade|weapon|bomb)s? (?:on |this |next )?(?:tomorrow|monday|tuesday|wednesday|thursday|friday|week)|(?:don't|dont|do not|nobody) (?:come|go) to school (?:tomorrow|on|this|next|monday|friday)|(?:school|you'?re all|everyone|everybody|they'?re all|teachers?) (?:is |are )?(?:gonna|going to|will) (?:die|pay|bleed|be sorry|get what)|(?:bomb|blow up|burn down) (?:the|this|that|our) (?:school|gym|building|place)|(?:next|another|be the next) columbine|hit list|kill list|(?:i'?ll|i will|imma|i'?m (?:gonna|going to)|ima|we'?re (?:gonna|going to)|he'?s (?:gonna|going to)|she'?s (?:gonna|going to)|says? (?:he|she)(?:'s| is|'ll) (?:gonna |going to )?|said (?:he|she)(?:'d|'ll| would| was going to| will| is going to)|threat(?:en(?:s|ed|ing)?)? to) (?:kill|stab|shoot|jump|gut|murder|beat (?:up )?)(?: the (?:shit|crap|hell) out of)? ?(?:you|u|him|her|them|that \w+|this \w+|every\w+|some\w+|all|\p{L}+)|(?:traer|llevar|llevo|traigo) (?:una |un )?(?:pistola|arma|cuchillo|navaja) a la escuela|no vengan (?:a la escuela )?manana|voy a (?:matar|apunalar|disparar)\w*)\b/gu,
  },
];

/** Training, lessons, awareness, news and stories: the subject, not a child. */
export const aboutTheSubject = hasAnyOf([
  'training|webinar|workshop|awareness|prevention (?:week|month|program|training)',
  'mandated report(?:er|ing)s? (?:training|course|class|module|refresher)|module|curriculum|unit on',
  'lesson|hotline number|988|fundraiser|walk for|documentary|podcast|novel|book|chapter|movie|film',
  'episode|series|13 reasons|romeo|hamlet|essay on|article|news|headline|statistics|study|research',
  String.raw`legislat\w+|bill|lawsuit|history|in 19\d\d|century|song|lyrics|capacitacion|pelicula|libro|curso`,
]);

/** What a player, a cook or a tired person says. */
export const everydayIdiom = hasAnyOf([
  String.raw`(?:this|that|the|these) (?:test|homework|essay|exam|quiz|class|heat|traffic|line|diet|workout|practice|math|project|assignment|lab|weather|cold|commute|meeting|paperwork|conditioning|sprints?|leg day|group chat|monday|update|printer|coffee|wifi) (?:is |are |was |\w+ )*(?:kill\w*|make\w*|gonna|going to)`,
  String.raw`(?:want|wanna|gonna) (?:to )?die (?:of|laughing|from (?:embarrass\w+|laugh\w+|cringe))`,
  String.raw`(?:embarrass\w+|cringe|mortified|awkward|so (?:hot|cold|tired|bored|full|sore)|sore|bored|boring|homework|monday|mondays|alarm|wake up early|midterms?|finals week|essay|quiz|test tomorrow|traffic|laundry|dishes)\b[^.!?]{0,50}\b(?:die|kms|kill myself|dead)`,
  String.raw`(?:die|kms|kill myself|dead|unalive)\b[^.!?]{0,40}\b(?:homework|test|quiz|essay|exam|midterms?|finals|monday|math|chem|physics|calc|workout|leg day|conditioning|practice|hot|cold|embarrass\w*|cringe|laugh\w*|traffic|spoiler\w*|season finale|finale|concert|tickets?)`,
]);
