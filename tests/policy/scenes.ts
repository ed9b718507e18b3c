/** Builders for items in the wire shape; all people, schools and words are invented. */
export interface Case {
  readonly name: string;
  readonly input: { readonly id: string; readonly item: object; readonly context: object };
  /** `policy clause`, everything that should pass the threshold and nothing else. */
  readonly clauses: readonly string[];
  /** `policy clause exception`. */
  readonly setAside?: readonly string[];
  /** `clause exception applies` that must be shown with a suggestion. */
  readonly shown?: readonly string[];
  readonly speech?: readonly string[];
  readonly mandated?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;
type Rest = Omit<Case, 'name' | 'input' | 'clauses'> & { readonly item?: Fields; readonly context?: Fields };

export const district = { name: 'Sample Public Schools', aliases: ['SPS', 'Sample High School', 'Otters'] };
export const schedule = { workingHours: [{ days: 'Mon-Fri', from: '07:30', to: '14:45' }], schoolDay: true };
const evening = '2026-03-10T19:30:00-04:00';

let count = 0;

function make(text: string | null, clauses: readonly string[], rest: Rest, item: Fields, context: Fields = {}): Case {
  count += 1;
  const { item: extraItem, context: extraContext, ...expected } = rest;
  return {
    name: text ?? `${String(item['kind'])} ${count}`,
    input: {
      id: `t${count}`,
      item: { text, sentAt: evening, account: 'personal', ...item, ...extraItem },
      context: { district, ...context, ...extraContext },
    },
    clauses,
    ...expected,
  };
}

/** A public post on a teacher's personal account, in the evening. */
export function post(text: string, clauses: readonly string[] = [], rest: Rest = {}): Case {
  return make(text, clauses, rest, {
    kind: 'post',
    platform: 'facebook',
    author: { name: 'Dana Whitlow', role: 'teacher' },
    audience: 'public',
    recipients: [],
  });
}

/** A post in the working time of a teacher. */
export function workPost(sentAt: string, text: string, clauses: readonly string[] = [], rest: Rest = {}): Case {
  return make(
    text,
    clauses,
    rest,
    {
      kind: 'post',
      platform: 'facebook',
      author: { name: 'Dana Whitlow', role: 'teacher' },
      audience: 'public',
      recipients: [],
      sentAt,
    },
    schedule,
  );
}

/** A text message from a coach to one student. */
export function sms(text: string, clauses: readonly string[] = [], rest: Rest = {}): Case {
  return make(text, clauses, rest, {
    kind: 'sms',
    platform: 'sms',
    author: { name: 'Chris Amaya', role: 'coach' },
    recipients: [{ name: 'Jordan', role: 'student', isRelativeOfAuthor: false }],
    audience: 'individual',
  });
}

/** A direct message on a social network from a teacher to one student. */
export function dm(text: string, clauses: readonly string[] = [], rest: Rest = {}): Case {
  return make(text, clauses, rest, {
    kind: 'direct-message',
    platform: 'instagram',
    author: { name: 'Dana Whitlow', role: 'teacher' },
    recipients: [{ name: 'Jordan', role: 'student', isRelativeOfAuthor: false }],
    audience: 'individual',
  });
}

/** A direct message from a student to a teacher. */
export function fromStudent(text: string, clauses: readonly string[] = [], rest: Rest = {}): Case {
  return make(text, clauses, rest, {
    kind: 'direct-message',
    platform: 'instagram',
    author: { name: 'Jordan', role: 'student' },
    recipients: [{ name: 'Dana Whitlow', role: 'teacher' }],
    audience: 'individual',
  });
}

/** A post on an account that the district sponsors. */
export function official(text: string, clauses: readonly string[] = [], rest: Rest = {}): Case {
  return make(text, clauses, rest, {
    kind: 'post',
    platform: 'facebook',
    author: { name: 'Sample High School', role: 'secretary' },
    audience: 'public',
    account: 'district',
    districtSponsored: true,
  });
}

/** Any other item. */
export function other(text: string | null, item: Fields, clauses: readonly string[] = [], rest: Rest = {}): Case {
  return make(text, clauses, rest, {
    kind: 'post',
    author: { name: 'Dana Whitlow', role: 'teacher' },
    audience: 'public',
    ...item,
  });
}

export const told = ['4118.51 3', 'norwalk general-confidentiality', 'norwalk B3'] as const;
export const toldOfColleague = ['4118.51 3', 'norwalk general-confidentiality'] as const;

/** `policy clause` of each suggestion, sorted. */
export function clausesOf(suggestions: readonly { readonly policy: string; readonly clause: string }[]) {
  return suggestions.map(({ policy, clause }) => `${policy} ${clause}`).sort();
}
