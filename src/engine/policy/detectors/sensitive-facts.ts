import { anyOf } from '../text/phrases.ts';
/** Kinds of information about a person that a school keeps in confidence. */
export interface SensitiveKind {
  readonly id: string;
  /** For a sentence: `speaks of …`. */
  readonly label: string;
  /** How surely the words mean this kind, fraction 0–1. */
  readonly strength: number;
  /** True where the words belong to schools, so that the person spoken of is taken for a student. */
  readonly schooling: boolean;
  /** True where the kind is about employees. */
  readonly employment?: boolean;
  readonly pattern: RegExp;
}

export const sensitiveKinds: readonly SensitiveKind[] = [
  {
    id: 'special-education',
    label: 'special education or accommodations',
    strength: 0.9,
    schooling: true,
    pattern: anyOf([
      'ieps?|504(?: plan| meeting| accommodations?)?|special[- ]ed(?:ucation)?|sped|resource room',
      'self[- ]contained|learning disabilit(?:y|ies)|learning disabled|one[- ]on[- ]one aide',
      'behaviou?r plan|bip|educacion especial|discapacidad',
    ]),
  },
  {
    id: 'health',
    label: 'health',
    strength: 0.88,
    schooling: false,
    pattern: anyOf([
      String.raw`adhd|add meds|autis(?:m|tic)|psych(?:ological|iatric)? eval\w*|oppositional defian\w+`,
      String.raw`conduct disorder|ocd|on the spectrum|asperger'?s?|dyslexi[ac]|bipolar|schizo\w+|depression`,
      'clinically depressed|antidepressants?|anxiety (?:disorder|meds|attacks?)|panic attacks?|seizures?',
      String.raw`epilep\w+|diabetic|hiv|pregnant|miscarriage|abortion|eating disorder|anorexi[ac]|bulimi[ac]`,
      'overdose[ds]?|mono|strep|pink ?eye|ringworm|covid|scabies|lice|chemo|leukemia|rehab|off (?:his|her|their) meds',
      '(?:on|takes?|taking|his|her|their) (?:meds|medication|medicine)|ritalin|adderall',
      String.raw`(?:his|her|their|sees? a) (?:therapist|psychiatrist)|psych ward|hospitali[sz]ed|self[- ]harm\w*`,
      String.raw`suicid\w+|suicide attempt`,
      '(?:want(?:s|ed)?|tried|going|threatened|trying) to (?:die|kill (?:herself|himself|themself|themselves)|end (?:her|his|their) life)',
      'cut(?:s|ting)? (?:herself|himself|themself)|bruises on|diagnos(?:is|ed)',
      String.raw`wet(?:s)? (?:his|her|their) (?:pants|bed)|rehabilitacion|drogadict\w+`,
      '(?:toma|tomando|tomar) (?:pastillas|medicinas?)|ansiedad|terapia|embarazada|autista|tdah|epilepsia',
      'deprimid[oa]|medicamentos?|diagnosticad[oa]',
    ]),
  },
  {
    id: 'discipline',
    label: 'school discipline',
    strength: 0.82,
    schooling: true,
    pattern: anyOf([
      String.raw`(?:got|get|gets|getting|was|were|been|is|being|be|just) (?:\w+ )?(?:suspended|expelled|written up)`,
      'suspension|expulsion|expelled|detention|in[- ]school suspension|iss|oss',
      'disciplin(?:e|ary) (?:referral|hearing|file|record)|office referral',
      'for (?:vaping|cheating|fighting|plagiari[sz]\\w+|stealing|bullying|skipping|smoking|drinking|truancy|threatening)',
      'caught (?:vaping|cheating|smoking|stealing|drinking|fighting|with (?:a |an )?(?:vape|weed|knife|weapon|drugs|juul))',
      'arrested|(?:on|both on|still on) (?:probation|house arrest)',
      '(?:came|comes?|coming|shows?|showed|showing|walk(?:s|ed)) (?:up |in |into |to )*(?:class |school |practice |my class )?(?:high|stoned|drunk|hung ?over|reeking of (?:weed|alcohol|booze))',
      'juvie|juvenile detention|ankle monitor|suspendid[oa]|expulsad[oa]',
      '(?:lo|la) (?:arrestaron|expulsaron|suspendieron)',
    ]),
  },
  {
    id: 'academics',
    label: 'marks or test results',
    strength: 0.8,
    schooling: true,
    pattern: anyOf([
      String.raw`(?:is|was|are|keeps|still|gonna|going to|about to) (?:\w+ )?(?:fail(?:ing)?|flunk(?:ing)?)`,
      String.raw`(?:bombed|tanked|blew) (?:the|my|his|her|their|every|this) (?:\w+ )?(?:final|test|quiz|midterm|exam|essay|project)`,
      String.raw`(?:failed|flunked) (?:my|the|his|her|their|every|all|math|english|science|history|algebra|geometry|biology|chemistry|spanish|again|\w+ grade)`,
      String.raw`(?:got|has|have|had|earned|scored|pulled|gave (?:him|her)) (?:an? |another |like )?(?:[abcdf][+-]?|\d{1,3} ?(?:%|percent)|zero|\d{1,2}\/\d{2,3})(?=[\s.,!?)]|$)`,
      'gpa|grade ?book|test scores?|(?:his|her|their) (?:grades?|marks|transcript|report card|essay|score)',
      String.raw`reads? at an? \w+ grade level|reading at an? \w+ grade level|held back|repeat(?:ing|s)? \w+ grade`,
      'transcripts?|report cards?|(?:cheated|cheating|plagiari[sz]ed?) on',
      "can't (?:even )?(?:read|spell|add|multiply|write a sentence)|no sabe (?:leer|escribir|sumar|contar)",
      String.raw`reprobo|reprobad[oa]|saco (?:un )?(?:cero|\d+)|sus calificaciones|sus notas`,
    ]),
  },
  {
    id: 'family',
    label: 'family circumstances',
    strength: 0.86,
    schooling: false,
    pattern: anyOf([
      'foster (?:care|homes?|kids?|child|children|parents?|family|families|mom|dad)|adopt(?:ed|ion) (?:out|from|by|papers)|court papers|(?:is|was|being|got) detained|immigration (?:status|hearing|papers)|custody|dcf|cps',
      'restraining order|homeless|(?:in|at|from) (?:a|the) shelter|evict(?:ed|ion)|food stamps',
      String.raw`(?:free|reduced)(?: (?:and|or|\/) reduced)? lunch`,
      String.raw`(?:(?:his|her|their|'s|whose) )?(?:mom|mother|dad|father|parents?|stepdad|stepmom|stepfather|uncle|brother|sister|family) (?:(?:is|are|was|were|just|got|went|has|have|had|being|been|keeps|showed|shows|came|comes|up|to|in|back|still|both|a|an|\w+ly|\w+ing|into|through|an ugly|the) ){0,4}(?:in jail|in prison|jail|prison|locked up|arrested|deported|detained|divorc\w+|split(?:ting)? up|addict|alcoholic|junkie|drunk|high|undocumented|illegal|on drugs|meth|heroin|using again|rehab|on welfare|unemployed|laid off|abus\w+|hits|beats|cancer|od'?d|overdos\w+)`,
      'undocumented|deport(?:ed|ation)|on welfare',
      String.raw`(?:su|la) (?:mama|madre|familia|abuela) (?:\w+ ){0,4}(?:carcel|drog\w+|divorci\w+|borrach\w+|enferm\w+|desempleada|deport\w+)`,
      String.raw`(?:su|el) (?:papa|padre|tio|padrastro) (?:\w+ ){0,4}(?:carcel|preso|drog\w+|divorci\w+|borrach\w+|alcoholico|deport\w+)`,
      'la carcel|indocumentad[oa]s?|deportad[oa]s?|albergue|custodia|borrach[oa]',
    ]),
  },
  {
    id: 'counselling',
    label: 'something told in confidence',
    strength: 0.8,
    schooling: false,
    pattern: anyOf([
      '(?:told|confided in|opened up to|came out to|confessed to) (?:me|us)(?: (?:in confidence|privately|in private|that))',
      "in confidence|came out (?:to (?:me|us|the)|as (?:gay|trans|bi|queer|a lesbian|nonbinary))|(?:dm'?e?d|messaged|texted|wrote to) me (?:that|about (?:how|her|his|their))",
      '(?:sees|seeing|with|to) the (?:school )?(?:counselor|social worker|psychologist)|in counseling',
      'en confianza',
    ]),
  },
  {
    id: 'records',
    label: 'records or contact details',
    strength: 0.85,
    schooling: false,
    pattern: anyOf([
      "(?:his|her|their|'s) (?:home )?address",
      "(?:his|her|their|'s) (?:cell|phone|phone number|birthday|date of birth|locker combination|student id|password|log[- ]?in)",
      String.raw`student id|date of birth|dob|social security|ssn|lives (?:at|on) \d+|student records?|permanent file`,
      'cumulative file|(?:his|her|their) file',
    ]),
  },
  {
    id: 'attendance',
    label: 'attendance',
    strength: 0.72,
    schooling: true,
    pattern: anyOf([
      String.raw`truan(?:t|cy)|\d+ absences|absences`,
      "(?:hasn't|hasnt|has not) (?:been|come) (?:in|to) (?:school|class)",
      String.raw`skip(?:s|ped|ping) (?:my |our )?class|missed \d+ days`,
      String.raw`falta(?:n)? (?:mucho )?a (?:clases?|la escuela)|(?:\d+|muchas) faltas|absent (?:again|\d+)`,
    ]),
  },
];

/** Lists of students: nobody has to be named for many to be told of. */
export const listKinds: readonly SensitiveKind[] = [
  {
    id: 'student-list',
    label: 'records of a whole class or group',
    strength: 0.8,
    schooling: true,
    pattern:
      /\b(?:(?:class|student|team|homeroom|bus) (?:roster|list|directory|spreadsheet)s?|gradebook|seating chart|iep (?:list|caseload))\b[^.!?]{0,50}\b(?:address(?:es)?|birthdays|phone numbers|grades|scores|allergies|medical|diagnos\w+|ids|passwords|accommodations)\b|\b(?:home addresses|phone numbers|medical (?:forms|info\w*)|lunch status|iep (?:list|caseload)) (?:of|for) (?:my|our|the|all|every)\b/g,
  },
];

/** Matters of employment that are confidential about somebody else. */
export const employmentKinds: readonly SensitiveKind[] = [
  {
    id: 'personnel',
    label: 'a personnel matter',
    strength: 0.82,
    schooling: false,
    employment: true,
    pattern: anyOf([
      '(?:on|put on|placed on) (?:paid |unpaid |administrative |medical )*leave|under investigation',
      'being investigated',
      '(?:got|was|been|being|getting) (?:fired|non-?renewed|terminated|written up|disciplined|reprimanded|demoted|let go|pushed out)',
      'personnel file|on an? (?:improvement plan|pip)',
      "(?:his|her|their|'s) (?:evaluation|observation|contract wasn't renewed|salary|medical leave)",
      '(?:failed|flunked) (?:his|her|their) (?:drug test|background check|observation|evaluation)|rehab',
      String.raw`pregnant|cancer|chemo|divorc\w+|sexual harassment complaint`,
    ]),
  },
];
