/**
 * Checks the evaluation items' form and prints what they hold: `npm exec -- node tests/mapping/evaluation/validate.ts`.
 * It judges no label; it finds lines that a scorer could not read, or that contradict themselves.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const clausesOf = {
  '4118.51': ['1', '2', '3', '4', '5', '6', '7', '8', 'general-detrimental', 'general-professionalism'],
  norwalk: [
    ...['general-mission', 'general-confidentiality', 'general-demeaning', 'general-goodwill'],
    ...['general-misrepresentation', 'A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3', 'B4', 'B5', 'C1', 'C2'],
  ],
} as const;
const rarelyBreached = new Set(['norwalk A1', 'norwalk A3', 'norwalk A4', 'norwalk B1', 'norwalk B4']);

const Policy = z.enum(['4118.51', 'norwalk']);
const Clauses = z.strictObject({
  '4118.51': z.array(z.enum(clausesOf['4118.51'])),
  norwalk: z.array(z.enum(clausesOf.norwalk)),
});
const Exception = z.enum([
  ...(['relatives', 'emergency', 'broadcast', 'school-project', 'superintendent-approval'] as const),
  ...(['official-communication', 'disclaimer-present'] as const),
]);
const Excepted = z.strictObject({ policy: Policy, clause: z.string(), exception: Exception });

const AuthorRole = z.enum([
  ...(['teacher', 'coach', 'paraprofessional', 'custodian', 'secretary', 'administrator', 'advisor'] as const),
  ...(['nurse', 'bus-driver', 'student', 'parent', 'unknown'] as const),
]);
const RecipientRole = z.enum(['student', 'parent', 'employee', 'supervisor', 'relative', 'public', 'unknown']);
const ItemKind = z.enum([
  ...(['post', 'comment', 'reply', 'direct-message', 'group-message', 'sms', 'email', 'profile', 'signature'] as const),
  ...(['photo-caption', 'story', 'review', 'video-transcript', 'chat-line', 'connection', 'page'] as const),
  ...(['document', 'picture', 'recording', 'contact', 'event'] as const),
]);
const SentAt = z.iso.datetime({ offset: true, local: true });

const Item = z.strictObject({
  kind: ItemKind,
  platform: z.string().min(1).optional(),
  author: z
    .strictObject({
      name: z.string().min(1).optional(),
      role: AuthorRole,
      unit: z.enum(['certified', 'non-certified']).optional(),
    })
    .optional(),
  recipients: z
    .array(
      z.strictObject({
        name: z.string().min(1).optional(),
        role: RecipientRole,
        isRelativeOfAuthor: z.boolean().optional(),
      }),
    )
    .optional(),
  audience: z.enum(['public', 'friends', 'group', 'individual', 'unlisted']).optional(),
  sentAt: SentAt.nullish(),
  account: z.enum(['personal', 'district', 'unknown']).optional(),
  districtSponsored: z.boolean().optional(),
  text: z.string(),
  imageText: z.string().nullish(),
  altText: z.string().nullish(),
  url: z.string().nullish(),
});

const Context = z.strictObject({
  threadBefore: z
    .array(z.strictObject({ author: z.string().optional(), role: z.string(), text: z.string() }))
    .optional(),
  workingHours: z.array(z.strictObject({ days: z.string(), from: z.string(), to: z.string() })).optional(),
  schoolDay: z.boolean().nullish(),
  approvalOnFile: z.boolean().nullish(),
  disclaimerOnProfile: z.boolean().nullish(),
  notes: z.string().nullish(),
  district: z.strictObject({ name: z.string(), aliases: z.array(z.string()) }).optional(),
});

const EvaluationItem = z.strictObject({
  id: z.string().regex(/^e\d{4}$/),
  item: Item,
  context: Context,
  expect: Clauses,
  may: Clauses,
  setAside: z.array(Excepted),
  exceptions: z.array(Excepted),
  protectedSpeech: z.array(z.enum(['concerted-activity', 'public-concern', 'union-activity', 'protected-report'])),
  mandatedReport: z.boolean(),
  words: z.record(z.string(), z.array(z.string().min(1))),
  kind: z.enum(['positive', 'near-miss', 'everyday']),
  difficulty: z.enum(['plain', 'circumstance', 'figurative', 'noisy']),
  language: z.enum(['en', 'es', 'pt', 'ht']),
  note: z.string().optional(),
});
type EvaluationItem = z.infer<typeof EvaluationItem>;

function keysOf(clauses: EvaluationItem['expect']): readonly string[] {
  return [...clauses['4118.51'].map((id) => `4118.51 ${id}`), ...clauses.norwalk.map((id) => `norwalk ${id}`)];
}

/** What contradicts itself inside one well-formed item. */
function contradictions(one: EvaluationItem): readonly string[] {
  const expected = keysOf(one.expect);
  const open = keysOf(one.may);
  const away = one.setAside.map(({ policy, clause }) => `${policy} ${clause}`);
  const known = new Set(Object.entries(clausesOf).flatMap(([policy, ids]) => ids.map((id) => `${policy} ${id}`)));
  const seen = `${one.item.text}\n${one.item.imageText ?? ''}`;
  const found: string[] = [];
  if (one.item.text === '' && !one.item.imageText && one.item.kind !== 'connection') found.push('nothing to read');
  if (new Set([...expected, ...open]).size < expected.length + open.length) found.push('a clause stands twice');
  for (const key of away.filter((clause) => expected.includes(clause))) found.push(`${key} is expected and set aside`);
  for (const { policy, clause } of [...one.setAside, ...one.exceptions])
    if (!known.has(`${policy} ${clause}`)) found.push(`${policy} has no clause ${clause}`);
  for (const { policy, clause } of one.exceptions)
    if (![...expected, ...open].includes(`${policy} ${clause}`)) found.push(`exception to ${clause}, not suggested`);
  if (Object.keys(one.words).toSorted().join() !== expected.toSorted().join()) found.push('words differ from expect');
  for (const words of Object.values(one.words).flat())
    if (!seen.includes(words)) found.push(`not a substring: ${words}`);
  if (one.kind === 'positive' && expected.length === 0 && !one.mandatedReport) found.push('positive, nothing expected');
  if (one.kind !== 'positive' && (expected.length > 0 || one.mandatedReport)) found.push('expected, but not positive');
  return found;
}

const folder = dirname(fileURLToPath(import.meta.url));
const problems: string[] = [];
const items: EvaluationItem[] = [];
const firstLineOf = new Map<string, string>();

for (const file of readdirSync(folder)
  .filter((name) => /^part-\d\d\.jsonl$/.test(name))
  .toSorted()) {
  const lines = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  for (const [index, line] of lines.entries()) {
    const place = `${file}:${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      problems.push(`${place} is not JSON`);
      continue;
    }
    const read = EvaluationItem.safeParse(value);
    if (!read.success) {
      problems.push(`${place} ${z.prettifyError(read.error)}`);
      continue;
    }
    for (const problem of contradictions(read.data)) problems.push(`${place} ${read.data.id}: ${problem}`);
    const same = [read.data.id, `${read.data.item.text}\n${read.data.item.imageText ?? ''}`];
    for (const what of same.filter((text) => text.trim().length > 2)) {
      const before = firstLineOf.get(what);
      if (before) problems.push(`${place} repeats ${before}: ${what.slice(0, 60)}`);
      firstLineOf.set(what, place);
    }
    items.push(read.data);
  }
}

function printCounts(title: string, values: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  console.log(`\n${title}`);
  for (const [value, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })))
    console.log(`  ${String(count).padStart(4)}  ${value}`);
}

const expectedKeys = items.flatMap((one) => keysOf(one.expect));
printCounts('Expected, by clause', expectedKeys);
printCounts(
  'Left open, by clause',
  items.flatMap((one) => keysOf(one.may)),
);
printCounts(
  'Set aside, by exception',
  items.flatMap((one) => one.setAside.map(({ exception }) => exception)),
);
printCounts(
  'Exceptions with an open condition',
  items.flatMap((one) => one.exceptions.map(({ exception }) => exception)),
);
printCounts(
  'Protected speech',
  items.flatMap((one) => one.protectedSpeech),
);
printCounts(
  'Kind',
  items.map((one) => one.kind),
);
printCounts(
  'Kind and difficulty',
  items.map((one) => `${one.kind}, ${one.difficulty}`),
);
printCounts(
  'Language',
  items.map((one) => one.language),
);
printCounts(
  'Language and kind',
  items.map((one) => `${one.language}, ${one.kind}`),
);
printCounts(
  'Author',
  items.map((one) => one.item.author?.role ?? 'not given'),
);
const excepted = items.filter((one) => one.setAside.length + one.exceptions.length > 0).length;
console.log(`\n${items.length} items, ${excepted} with an exception or a set-aside,`);
console.log(`${items.filter((one) => one.mandatedReport).length} mandated reports.`);

const thin = Object.entries(clausesOf)
  .flatMap(([policy, ids]) => ids.map((id) => `${policy} ${id}`))
  .filter((key) => !rarelyBreached.has(key) && expectedKeys.filter((one) => one === key).length < 15);
if (thin.length > 0) console.log(`Fewer than 15 positives: ${thin.join(', ')}`);

if (problems.length > 0) {
  console.error(`\n${problems.length} problems\n${problems.join('\n')}`);
  process.exitCode = 1;
}
