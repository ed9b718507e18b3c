import { anyOf } from '../text/phrases.ts';
import type { SafetyKind } from './child-safety-phrases.ts';

/** Grown people of a child's home, in four languages. */
const household =
  "(?:mom|mum|mother|mama|ma|dad|father|papa|parents?|step-?(?:dad|mom|father|mother|brother)|foster (?:mom|dad|parents?)|uncle|aunt|grand(?:pa|ma|father|mother)|(?:mom|mother|mum|ma|mama)'?s (?:boyfriend|bf|husband)|(?:dad|father)'?s (?:girlfriend|gf|wife)|guardian|padre|madre|padrastro|madrastra|tio|tia|abuel[oa]|novio de (?:mi|la|su) (?:mama|madre)|pai|mae|padrasto|madrasta|avo|bope|bofre (?:manman|mama)(?: m| mwen)?|manman|tonton|granmoun)";
/** Grown people of a school. */
const schoolAdult = String.raw`(?:mr\.? \w+|mister \w+|ms\.? \w+|mrs\.? \w+|coach(?: \w+)?|(?:the |that |our |my |a )?(?:\w+ )?(?:teacher|driver|sub|aide|custodian|tutor|trainer)|he|she|${household})`;
const forced =
  '(?:push|shov|grabb?|dragg?|held|hold|pinn?|tied|tie|strangl|smack|slapp?|hit|hitt|beat|beats|kick|punch|chok|whipp?|burn|thr[eo]w|twist)(?:s|es|ed|ing)?';
const body =
  '(?:shoulders?|back|neck|legs?|thighs?|hair|waist|chest|butt|privates?|lap|between (?:my|her|his|the) legs)';
const count = String.raw`(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a few|several|dos|tres|cuatro|cinco|dois|duas|quatro|varios)`;

/** How children, families and those who overhear them tell of harm, beyond the plain verbs. */
export const disclosureKinds: readonly SafetyKind[] = [
  {
    id: 'abuse',
    label: 'physical abuse of a child',
    needsChild: true,
    pattern: anyOf([
      String.raw`${household}\b[^.!?]{0,60}\b${forced} (?:me|us|him|her|them|my (?:little )?(?:brother|sister)|the (?:baby|kids?|little one))`,
      '(?:my|her|his) (?:arms?|legs?|back|face|eye|neck|wrist|cheek|ribs?) (?:is|are|r|looks?|was|still) (?:all |so |still )*(?:purple|blue|black|bruised|swollen|bleeding|burned)',
      '(?:those|these|the|round|old|new) (?:\\w+ )?(?:marks|bruises|burns|welts) (?:\\w+ ){0,3}(?:come|came|from|on (?:her|his|my|their))',
      String.raw`held (?:me|him|her|them|\w+) down|won't let me (?:leave|get up|out)|the belt (?:thing|again|marks?)`,
      String.raw`lock(?:s|ed|ing)? (?:me|him|her|us|them) (?:out|in|on|outside)\b[^.!?]{0,30}\b(?:porch|garage|basement|closet|shed|room|night|nights)`,
      String.raw`(?:le|me|lo|la|les) (?:peg\w+|golpe\w+|peg[ao]n) con (?:el|la|un|una) (?:cinturon|cinto|cable|palo|correa|vara|tabla|chancla)`,
      'los golpes en su casa|marcas (?:del|de la|en (?:los|sus|el|la))',
      String.raw`(?:me bat(?:e|eu|em)|bateu em mim|me espanca\w*|bat (?:m|mwen|li)(?! nan)|kale (?:m|mwen)|frape (?:m|mwen)|ap senyen)`,
    ]),
  },
  {
    id: 'neglect',
    label: 'neglect of a child',
    needsChild: true,
    pattern: anyOf([
      "(?:nobody|no one|noone)(?:'?s| is|'?s been| has been)? (?:ever |been )?(?:home|here) (?:again|since|for)",
      String.raw`(?:leaves?|leaving|left) (?:the |my |her |his |their )?(?:kids?|twins|baby|babies|child|children|toddlers?|son|daughter|boys?|girls?|little (?:one|ones|brother|sister)) (?:\([^)]*\) )?(?:\w+ ){0,3}(?:alone|unattended|in (?:the|a) (?:\w+ )?(?:car|truck|van))`,
      '(?:they|we|he|she|i) (?:got|have|has) no (?:heat|food|water|electricity|lights)|no coat in (?:january|february|december|the snow)',
      '(?:duerme|dorme|duermen|dormimos|sleeps?|sleeping) (?:en|no|in) (?:el|un|o|the|a|their|his|her) (?:carro|coche|auto|car|van|truck)',
      String.raw`(?:hace|faz) ${count} (?:dias|noches) que (?:no|sumiu|se fue)|(?:mama|madre|mae|manman|papa|padre|pai)\b[^.!?]{0,20}\b(?:sumiu|desaparecio|se fue|pati)\b[^.!?]{0,30}\b(?:dias?|jou|semanas?)`,
      'acabou a comida|no hay (?:nada )?(?:que|para) comer|pa gen manje',
    ]),
  },
  {
    id: 'sexual',
    label: 'sexual abuse or exploitation of a child',
    needsChild: true,
    pattern: anyOf([
      String.raw`${schoolAdult} (?:\w+ ){0,3}?(?:rub(?:s|bed|bing)?|strok(?:es|ed|ing)|massag(?:es|ed|ing)|touch(?:es|ed|ing)|grop(?:es|ed|ing)|grab(?:s|bed|bing)?|tickl(?:es|ed|ing)|squeez(?:es|ed|ing)|kiss(?:es|ed|ing)?) (?:my|her|his|their|the (?:girls|boys|kids)'?|(?:my|the) (?:girl|boy|son|daughter|kid|child)|me|him) ?(?:on |by )?${body}`,
      '(?:touch|grab|grop|kiss)(?:es|s|ed|bed|ped|ing)? (?:my|the|his|her) (?:girl|boy|son|daughter|kid|child)\\b',
      String.raw`${household}\b[^.!?]{0,50}\b(?:walks? in|comes? (?:in|into)|entra|se le mete|se mete)\b[^.!?]{0,40}\b(?:bathroom|shower|room|cuarto|quarto|chanm|bed|cama|night|noche|noite)`,
      String.raw`(?:took|takes|taking|has|got) (?:pics|pictures|photos|videos?) of (?:me|her|him|us|my sister)\b[^.!?]{0,30}\b(?:shower|bath|bed|chang\w+|undress\w+|asleep|sleeping)`,
      String.raw`(?:sit|sitting) on (?:his|her) lap|does (?:"|')?(?:stuff|things)(?:"|')? to (?:him|her|me|them)|took the lock off (?:my|the|her) (?:\w+ )?door`,
      String.raw`(?:coach|teacher|driver|mr\.? \w+|sub|advisor)\b[^.!?]{0,50}\b(?:motel|hotel|his apartment|(?:come|meet \w+) (?:to|at) his (?:place|house|apartment)|in his car (?:at night|behind))`,
      String.raw`hook(?:ed|ing)? up (?:with|w\/?) (?:a|an|one of the|his|her) (?:senior|junior|sophomore|freshman|student|player)`,
      'sending (?:them|pics|nudes) to me and asking for mine|ask(?:s|ed|ing)? for (?:mine|nudes) back',
      String.raw`(?:kissing|sleeping with|touching|seeing) (?:an? )?(?:\w+ )?(?:student|pupil|player|minor)`,
    ]),
  },
  {
    id: 'self-harm',
    label: 'self-harm or suicide',
    needsChild: true,
    pattern: anyOf([
      String.raw`(?:pills|pastillas|meds)\b[^.!?]{0,30}\b(?:counted|lined up|ready|goodbye|adios)|counted out (?:\w+ )?(?:pills|meds)`,
      'goodbye (?:caption|everyone|world|post)|(?:dijo|puso|escribio|decia) "?adios',
      '(?:posted|showed|shows|posts) (?:her|his|their) (?:wrists?|cuts|scars)|(?:posted|showed) (?:her|his) arms?(?=[.,!?]|$)|scars up to',
      String.raw`(?:up to|on|off) the (?:roof|bridge|ledge|parking garage)\b[^.!?]{0,40}\b(?:no one|nobody|goodbye|text me|jump|legs)|(?:legs|feet) (?:off|over) (?:the|a) (?:parking garage|roof|bridge|ledge)`,
      'not want(?:ing)? to be here (?:any ?more)?|ya no (?:kiero|quiero) (?:despertar|vivir|estar a[qk]u?i|seguir)',
      'foto de una (?:soga|cuerda)|d una soga',
      'nao quero mais (?:viver|acordar|estar aqui)|quero (?:morrer|sumir)|mwen (?:vle|ta vle) mouri',
    ]),
  },
];
