import { anyOf, anyOpenOf } from '../text/phrases.ts';
/** Ways in which a message to a student leaves the professional relationship. */
export interface UnprofessionalFamily {
  readonly id: string;
  /** Completes: `… ` + label. */
  readonly label: string;
  readonly strength: number;
  /** True where it only counts in a message to one student alone. */
  readonly private: boolean;
  readonly pattern: RegExp;
}

export const unprofessionalFamilies: readonly UnprofessionalFamily[] = [
  {
    id: 'secrecy',
    label: 'asks the student for secrecy',
    strength: 0.88,
    private: false,
    pattern: anyOf([
      String.raw`(?:don't|dont|do not|never|can't|cant|better not|not) (?:you )?(?:tell|show|mention|share|say|let|talk (?:to|about))\b[^.!?\n]{0,30}?\b(?:any ?(?:one|body)|your (?:mom|mother|dad|father|parents?|folks|friends|counselor|teachers?)|the (?:office|principal|counselor)|ur (?:mom|mother|dad|parents?|friends))`,
      '(?:our|this is our|be our) (?:little )?secret|(?:just )?between (?:us|you and me)',
      String.raw`delete (?:this|these|our|the|all (?:of )?(?:this|these|our))\b[^.!?]{0,30}`,
      String.raw`(?:use|download|add me on|move to|switch to) (?:snap(?:chat)?|signal|kik|telegram)\b[^.!?]{0,40}(?:disappear|delete|nobody|no one|private|instead)?`,
      'no one (?:has to|needs to|can) know|nobody (?:has to|needs to|can) know',
      'if (?:anyone|anybody|they|someone|your (?:mom|dad|parents)) asks?|(?:we|this) never (?:talked|happened|spoke)',
      'keep (?:this|it) (?:quiet|secret|private|between)|(?:skip|without|no) telling (?:your|ur) (?:mom|dad|parents?|folks)',
      String.raw`park (?:down the (?:street|block|road)|around the corner)|(?:don't|dont) (?:post|tag|say|screenshot)\b[^.!?]{0,20}\b(?:where (?:you|u)|nothin\w*|this|us|anything)`,
      "(?:what's|whats) said (?:in|on|here)[^.!?]{0,30} stays|(?:stays|stay) (?:between|in (?:this|the) (?:chat|server|room|voice))",
      String.raw`no (?:le|se lo|les?) (?:digas|cuentes|ensenes|muestres) [^.!?]{0,20}\b(?:tu|tus|nadie)|no contestes si|(?:nao conta|nao mostra)\w* (?:pra|para) (?:sua|seus?|ninguem)|apaga (?:isso|essa|esta)`,
      'pa (?:di|montre|bezwen di) (?:manman|papa|pesonn)|efase (?:l|li|mesaj)',
      '(?:no (?:le|se lo) (?:digas|cuentes) (?:a (?:tu|tus|nadie))|nuestro secreto|entre (?:nosotros|tu y yo)|no (?:lo comentes|digas nada|le digas)|borra (?:esto|este|los|el))[^.!?]{0,20}',
    ]),
  },
  {
    id: 'romantic',
    label: 'uses the language of romance or desire',
    strength: 0.9,
    private: false,
    pattern: anyOpenOf([
      String.raw`(?:you|u) (?:looked?|are|r|were|look) (?:so |really |very |too |super |way |much |the )*(?:hot(?:t?er|test)?|sexy|sexier|beautiful|gorgeous|cute(?:r|st)?|stunning|fine|pretti(?:er|est)|pretty)\b`,
      String.raw`(?:miss|missed|missing) (?:you|u|seeing (?:you|u)|your (?:face|smile))\b`,
      String.raw`(?:make|makes|made|making) me feel (?:young|alive|like (?:i'?m|a)|\d\d)|me siento de \w+ (?:otra|de nuevo)`,
      String.raw`(?:look|looked|looking|lookin) (?:so |really |very )?grown(?:[- ]up)?\b|like a grown (?:woman|man)`,
      String.raw`wear (?:the|that|your|those)\b[^.!?]{0,25}\b(?:i like|for me|off|again for)\b|if i (?:was|were) (?:1\d|your age)`,
      '(?:owe|owes) me (?:a|another|one) (?:pic|picture|photo|selfie|dance|kiss)',
      String.raw`no dejo de pensar|pens(?:ar|ando) en (?:ti|lo nuestro)|lo nuestro\b|verte (?:otra|de nuevo|a solas)|(?:bien|muy|tan) (?:bonita|guapo|bonito|linda|lindo)\b|\bnena\b|hermos[oa]\b`,
      String.raw`ou (?:pi )?bel\b|renmen jan (?:w|ou)\b|saudade de voce|voce (?:e|esta|ta) (?:linda|lindo|gostos[oa])`,
      "can't stop thinking (?:about|of) (?:you|u)|thinking (?:about|of) (?:you|u) (?:all|tonight|right now)",
      String.raw`i love (?:you|u)\b|luv (?:you|u)|(?:hold|holding|squeeze) (?:your|ur) hand`,
      String.raw`(?:want|wish|wanna|love|could|can't wait)[^.!?]{0,20} (?:to )?(?:hold|touch|hug|kiss|be with|lay with|lie with|sleep next to) (?:you|u)\b`,
      'in love with',
      '(?:you|u) have (?:the |such |really )*(?:pretti?est|pretty|beautiful|gorgeous|amazing|sexy|cutest|cute|nicest|best) (?:eyes|smile|lips|hair|legs|body)',
      'your (?:pretty|beautiful|gorgeous|sexy|cute) (?:eyes|smile|lips|face|hair|legs)',
      String.raw`if (?:you|u) were (?:[\w']+ ){0,4}(?:older|18|of age|legal)|(?:marry|date) (?:you|u)`,
      String.raw`(?:had a |have )?(?:dream(?:s|t|ed|ing)?|fantas\w+) (?:about|of) (?:you|u)`,
      '(?:are|r) (?:you|u) single',
      "your (?:girlfriend|boyfriend) (?:doesn't|doesnt|does not|isn't|is so|is lucky|is not|will never)",
      'wait (?:until|till|til|for) (?:you|u) (?:to )?(?:turn|graduate|are|r) (?:18|older|legal)',
      "wish (?:you|u) were (?:older|18|here)|when (?:you|u)(?:'re| are|r) (?:18|older)",
      String.raw`(?:send|show) (?:me )?(?:a |another |some |more |one more )*(?!the |those |these |that |your (?!face|body|room|bed))(?:\w+ )?(?:pics?|pictures?|photos?|selfies?|nudes?)(?! (?:of|from) (?!(?:you|u|yourself|urself|your (?:face|body|room|bed|outfit|legs|abs))\b))`,
      'what are (?:you|u) wearing|(?:do|have) (?:you|u) (?:have|got) a (?:boyfriend|girlfriend)',
      '(?:babe|baby girl|sexy|hottie|my love|sweetheart)(?=[ ,.!?]|$)',
      '(?:hey|hi|hello|hiya|morning|night|goodnight|thanks|ok),? (?:there )?(?:beautiful|gorgeous|handsome|cutie|pretty)(?=[ ,.!?]|$)',
      String.raw`your (?:body|lips|legs|curves)|kiss(?:es|ing)?\b|cuddle`,
      String.raw`(?:tu (?:sonrisa|cuerpo|boca)|tus (?:ojos|labios|piernas)|sueno contigo|pienso en ti|me (?:gustas|encantas)|estar contigo|te (?:extrano|quiero|amo|ves (?:muy )?(?:linda|guapa|hermosa|sexy|rica|bonita))|mi amor|guapa|hermosa|preciosa|mandame (?:una |tu )?(?:foto|selfie)\w*|estas (?:bien |muy )?(?:buena|rica|guapa)|besos|besitos)`,
    ]),
  },
  {
    id: 'meeting',
    label: 'proposes to meet the student privately or offers alcohol, drugs or favours',
    strength: 0.82,
    private: true,
    pattern: anyOpenOf([
      '(?:come|come over|stop by|swing by|hang out|chill|hang) (?:over |by )?(?:to |at |by )?(?:my (?:place|house|apartment|apt|room|car)|tonight)',
      '(?:pick|drive) (?:you|u) up (?:tonight|after|and|from your|at your|around)',
      '(?:just|only) (?:the two of us|you and me|us)(?: two)?',
      '(?:bring|buy|get|got|brought) (?:you|u) (?:some |a |the |those |that |your |more )?(?:beer|alcohol|drinks?|vodka|liquor|weed|vapes?|white claws?|seltzers?)',
      "(?:wanna|want to|let's) (?:drink|smoke|party|get (?:high|drunk))",
      'take (?:you|u) (?:out|to dinner|shopping)',
      '(?:buy|get|got|bought) (?:you|u) (?:something|a (?:gift|present|necklace|bracelet|dress|phone)|gifts|jewelry|clothes|lingerie)',
      '(?:see|meet|get|have) (?:you|u|me)? ?(?:alone|in private|privately|somewhere private)',
      String.raw`(?:meet|pick you up|park|wait)[^.!?]{0,30}\b(?:my (?:car|truck|place)|motel|hotel)|a solas`,
      String.raw`(?:come|cme|b|be|crash|stay|sleep|wait|meet|sit)\b[^.!?]{0,20}\b(?:at|by|on|to|in|behind) my (?:place|couch|house|apartment|apt|porch|truck|car)\b`,
      String.raw`my (?:couch|place|apartment|car|truck) (?:is|'s) (?:a couch|open|free|always|yours|behind)|my car (?:behind|by|at)|jus(?:t)? (?:u|you|us)\b(?! (?:know|wait|guys|all|two teams))|when (?:it's|its) just us`,
      '(?:drinking|drinks) (?:after|tonight|later)[^.!?]{0,20}save me|te llevo sol(?:it)?[oa]|esperame en',
      'ven a mi casa|solos? (?:tu y yo|los dos)|te (?:recojo|invito) ',
    ]),
  },
  {
    id: 'confiding',
    label: 'makes the student a confidant in the author’s private life',
    strength: 0.66,
    private: true,
    pattern: anyOpenOf([
      "(?:you're|youre|you are|ur) (?:the only (?:one|person)|(?:so |really )?(?:special|different|mature for|not like (?:the )?other)|more mature)",
      'only (?:one|person) (?:who|that|i can) (?:gets|understands|talk)',
      String.raw`my (?:wife|husband|marriage|divorce|girlfriend|boyfriend|ex)\b`,
      "(?:i'?m|i am|feeling|so) (?:so )?(?:lonely|drunk|tipsy|wasted|heartbroken|horny)|can't sleep",
      String.raw`(?:are|r)? ?(?:you|u) (?:still )?(?:up|awake)\?|need someone to talk to|age is just a number`,
      String.raw`call me (?:\w+ )?(?:instead of (?:mr|ms|mrs)|by my first name)`,
      'eres (?:especial|diferente|muy madura?)|no puedo dormir|me siento sol[oa]',
    ]),
  },
  {
    id: 'insult',
    label: 'insults or belittles the student',
    strength: 0.8,
    private: false,
    pattern: anyOf([
      "(?:you|u) (?:really |all )?(?:suck|disgust me|are nothing)|(?:quit|stop) being (?:such )?an? (?:baby|wimp|sissy|pussy|girl|idiot)|(?:team|class|school|world|we)(?:'d| would| will)? be better (?:off )?without (?:you|u)",
      String.raw`(?:you|u|you're|youre|ur|you are|u r)(?: guys| all|'re)?(?: such)?(?: an?)?(?: [\w-]+){0,2} (?:idiots?|morons?|stupid|dumb(?:ass)?|losers?|pathetic|worthless|useless|disgusting|fat|lazy (?:ass|bum|pig)?|trash|garbage|embarrassment|joke|waste of (?:space|time|oxygen|a)|ignorant|retard\w*|brat|slut|whore|bitch|pig|clown)`,
      String.raw`shut (?:the (?:hell|f\S*) )?up|(?:go to|burn in) hell|what(?:'s| is) wrong with (?:you|u)`,
      '(?:nobody|no one) (?:likes|wants|cares about) (?:you|u)|i hate (?:you|u)|grow (?:up|a pair)|man up',
      "you'll never (?:amount|be|make)",
      'eres (?:un |una )?(?:idiota|estupid[oa]|tont[oa]|inutil|vag[oa]|basura|fracasad[oa]|burr[oa]|verguenza|decepcion|asco)',
      '(?:que |muy )?(?:inutil|estupid[oa]|idiota|imbecil)|(?:me das|das|que) (?:asco|verguenza)|callate',
    ]),
  },
  {
    id: 'profanity',
    label: 'uses profane or sexual language with a student',
    strength: 0.68,
    private: false,
    pattern: anyOf([
      String.raw`f[u*]+c?k\w*|f\*+\w*|wtf|stfu|gtfo|sh[i*]t\w*|bullsh[i*]t|bitch\w*|asshole\w*|a\*\*\w*|dickhead`,
      String.raw`motherf\S+|(?:your|ur|that|dumb|lazy|fat|sorry) (?:\w+ )?ass(?:es)?|milf|porn|blow ?job`,
      String.raw`hook(?:ing)? up|get(?:ting)? laid|mierda|pendej[oa]s?|cabron\w*|puta|culer[oa]`,
    ]),
  },
];

/** Emoji of desire, where they stand in a message to one student. */
export const romanticEmoji =
  /[\u{1F618}\u{1F60D}\u{1F970}\u{1F48B}\u{1F497}\u{1F495}\u{1F496}\u{1F49E}\u{1F48F}\u{1F346}\u{1F351}\u{1F60F}\u{1F975}\u{1F60B}\u{1F924}]|\u2764/gu;
