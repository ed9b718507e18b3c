import { z } from 'zod';

// Written from the interface's description alone (docs/cli.md), sharing nothing with the program.

const Hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const Told = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/);

export const ImportLine = z
  .looseObject({
    path: z
      .string()
      .min(1)
      .refine((path) => !path.includes('\\')),
    sha256: Hex64.nullable(),
    outcome: z.enum(['imported', 'imported-with-warnings', 'rejected', 'duplicate']),
    kept: z.boolean(),
    format: z.string().nullable(),
    items: z.int().min(0),
    firstAt: Told.nullable(),
    lastAt: Told.nullable(),
    authors: z.array(z.string()),
    attachments: z.int().min(0),
    warnings: z.array(z.string()),
    error: z.string().nullable(),
    duplicateOf: Hex64.nullable(),
    reader: z
      .string()
      .regex(/^[a-z0-9-]+@\d+$/)
      .nullable(),
    pages: z.int().optional(),
    width: z.int().optional(),
    height: z.int().optional(),
    orientation: z.int().min(1).max(8).optional(),
    durationSec: z.number().optional(),
    encrypted: z.boolean().optional(),
    ms: z.number().optional(),
  })
  .refine((line) => (line.outcome === 'rejected') === (line.error !== null), 'only what is rejected has an error')
  .refine((line) => (line.outcome === 'duplicate') === (line.duplicateOf !== null), 'only a duplicate has a twin')
  .refine((line) => line.outcome !== 'duplicate' || line.items === 0, 'a duplicate has no items')
  .refine((line) => line.outcome !== 'imported-with-warnings' || line.warnings.length > 0, 'a warning is told')
  .refine((line) => line.sha256 !== null || !line.kept, 'what is kept has a hash');
export type ImportLine = z.infer<typeof ImportLine>;

export const SearchLine = z.strictObject({
  item: z.string(),
  path: z.string(),
  sha256: Hex64,
  page: z.int().min(1).nullable(),
  snippet: z.string(),
});

const Role = z.enum([
  'teacher',
  'coach',
  'paraprofessional',
  'custodian',
  'secretary',
  'administrator',
  'advisor',
  'nurse',
  'bus-driver',
  'student',
  'parent',
  'unknown',
]);
const Kind = z.enum([
  'post',
  'comment',
  'reply',
  'direct-message',
  'group-message',
  'sms',
  'email',
  'profile',
  'signature',
  'photo-caption',
  'story',
  'review',
  'video-transcript',
  'chat-line',
  'connection',
  'page',
  'document',
  'picture',
  'recording',
  'contact',
  'event',
]);

export const ItemLine = z.looseObject({
  id: z.string(),
  item: z.looseObject({
    kind: Kind.nullable(),
    platform: z.string().nullable(),
    author: z
      .looseObject({
        name: z.string().nullable(),
        role: Role.nullable(),
        unit: z.enum(['certified', 'non-certified']).nullable(),
      })
      .nullable(),
    recipients: z.array(z.looseObject({ name: z.string().nullable(), isRelativeOfAuthor: z.boolean().nullable() })),
    audience: z.enum(['public', 'friends', 'group', 'individual', 'unlisted']).nullable(),
    sentAt: Told.nullable(),
    account: z.enum(['personal', 'district', 'unknown']).nullable(),
    districtSponsored: z.boolean().nullable(),
    text: z.string().nullable(),
    imageText: z.string().nullable(),
    altText: z.string().nullable(),
    url: z.string().nullable(),
  }),
  context: z.looseObject({
    threadBefore: z.array(z.looseObject({ author: z.string().nullable(), text: z.string() })),
    workingHours: z.array(z.looseObject({ days: z.string(), from: z.string(), to: z.string() })).nullable(),
    schoolDay: z.boolean().nullable(),
    notes: z.string().nullable(),
    district: z.looseObject({ name: z.string(), aliases: z.array(z.string()) }).nullable(),
  }),
});

const guidelines = ['1', '2', '3', '4', '5', '6', '7', '8', 'general-detrimental', 'general-professionalism'];
const norwalk = [
  ...[
    'general-mission',
    'general-confidentiality',
    'general-demeaning',
    'general-goodwill',
    'general-misrepresentation',
  ],
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3', 'B4', 'B5', 'C1', 'C2'],
];
const Clause = z
  .looseObject({ policy: z.enum(['4118.51', 'norwalk']), clause: z.string() })
  .refine(
    ({ policy, clause }) => (policy === 'norwalk' ? norwalk : guidelines).includes(clause),
    'a clause of that policy',
  );
const Exception = z.enum([
  'relatives',
  'emergency',
  'broadcast',
  'school-project',
  'superintendent-approval',
  'official-communication',
  'disclaimer-present',
]);
const Span = z.strictObject({ field: z.string(), start: z.int().min(0), end: z.int().min(1), text: z.string() });

export const SuggestLine = z.strictObject({
  id: z.string(),
  suggestions: z.array(
    Clause.and(
      z.looseObject({
        score: z.number().min(0).max(1),
        because: z.string().min(1),
        spans: z.array(Span),
        exceptions: z.array(
          z.strictObject({ exception: Exception, because: z.string(), applies: z.enum(['yes', 'no', 'unknown']) }),
        ),
        unknowns: z.array(z.string()),
      }),
    ),
  ),
  setAside: z.array(Clause.and(z.looseObject({ exception: Exception, because: z.string() }))),
  protectedSpeech: z.array(
    z.strictObject({
      kind: z.enum(['concerted-activity', 'public-concern', 'union-activity', 'protected-report']),
      because: z.string(),
    }),
  ),
  mandatedReport: z.strictObject({ flag: z.boolean(), because: z.string(), spans: z.array(Span) }),
});

export const DeadlineLine = z.union([
  z.strictObject({
    id: z.string(),
    due: z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d)?$/),
    arithmetic: z.array(z.string()).min(1),
  }),
  z.strictObject({ id: z.string().nullable(), error: z.string().min(1), missing: z.array(z.string()) }),
]);

export const StepLine = z.looseObject({
  respondent: z.string(),
  step: z.string(),
  article: z.string(),
  state: z.enum(['done', 'due', 'late', 'blocked', 'waived', 'overridden', 'not-applicable']),
  due: z.string().nullable(),
  arithmetic: z.array(z.string()),
  blockedBy: z.array(z.string()),
  why: z.string().nullable(),
  proof: z.string().nullable(),
});

export const VerifyLine = z.strictObject({
  ok: z.boolean(),
  checked: z.strictObject({ sources: z.int(), items: z.int(), entries: z.int(), documents: z.int() }),
  fingerprint: Hex64.nullable(),
  signedBy: z.array(z.string().regex(/^.+, .+: [0-9a-f]{32}$/)),
  notTested: z.array(z.string()),
  removed: z.array(z.string()),
  firstProblem: z.strictObject({ what: z.string(), where: z.string(), entry: z.int().nullable() }).nullable(),
});
