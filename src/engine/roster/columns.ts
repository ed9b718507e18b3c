import { RosterField } from '../../contract/roster.ts';

/** Headings as staff lists of districts write them, folded to lower case without signs. */
const HEADINGS: Readonly<Record<RosterField, string>> = {
  name: 'name|full name|employee|employee name|staff member|staff name|person|nombre|nombre completo',
  'first-name': 'first|first name|given name|firstname|fname|preferred name|nombre de pila',
  'last-name': 'last|last name|surname|family name|lastname|lname|apellido|apellidos',
  occupation: 'role|occupation|job|job class|classification|class|type|employee type|group|ocupacion|puesto de trabajo',
  position: 'position|title|job title|assignment|position title|puesto|cargo',
  unit: 'unit|bargaining unit|union|union code|contract|agreement|unidad|sindicato',
  email: 'email|e mail|email address|work email|e mail address|correo|correo electronico',
  phone: 'phone|telephone|phone number|cell|mobile|work phone|extension|telefono',
  days: 'days|work days|working days|schedule days|dias',
  from: 'from|start|start time|begins|hours from|work start|desde|entrada',
  to: 'to|end|end time|ends|hours to|work end|until|hasta|salida',
  note: 'note|notes|comment|comments|remarks|nota|notas',
};

const FIELD_OF = new Map<string, RosterField>(
  RosterField.options.flatMap((field) => HEADINGS[field].split('|').map((name) => [name, field] as const)),
);

export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What each column seems to hold; of two that seem to hold the same the first, and null for what is not known. */
export function proposeColumns(headings: readonly string[]): (RosterField | null)[] {
  const given = new Set<RosterField>();
  const proposed = headings.map((heading) => {
    const field = FIELD_OF.get(foldWord(heading)) ?? null;
    if (field === null || given.has(field)) return null;
    given.add(field);
    return field;
  });
  // A list with first and last names and a column “Name” beside them would say each name twice.
  return given.has('first-name') && given.has('last-name')
    ? proposed.map((field) => (field === 'name' ? null : field))
    : proposed;
}
