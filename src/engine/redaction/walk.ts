import { z } from 'zod';
import { Moment } from '../../contract/moment.ts';

/** Members that hold words of the program and not of people: names of values, hashes, days, keys of files. */
const OWN = new Set(
  `kind composed id block language state fact policy standard force completeness file sha256 sourceSha256 fingerprint entry
   date due exhibit weight basis anchor keyFingerprint clause answer`.split(/\s+/),
);
/** Parts that stand as they are: the district's own head, whoever signs, the exact words of a policy, what is hashed. */
const LEFT = new Set(['letterhead', 'checkpoint', 'clauses', 'version', 'case']);

/**
 * A value with every text in it changed that people wrote or that names somebody; what the program itself means by its
 * words stays, and so do the exact words of a policy.
 */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  return mapped(value, '', change);
}

function mapped(value: unknown, name: string, change: (text: string) => string): unknown {
  if (typeof value === 'string') return OWN.has(name) ? value : change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, '', change));
  if (typeof value !== 'object' || value === null || LEFT.has(name)) return value;
  if (Moment.safeParse(value).success) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, LEFT.has(key) ? one : mapped(one, key, change)]),
  );
}

/** Texts of two values of one shape, side by side, each with the place it stands at; `after` is null where it has no like. */
export function* pairedTexts(
  before: unknown,
  after: unknown,
): Generator<{ readonly before: string; readonly after: string | null; readonly place: string }> {
  const root = Record.safeParse(before);
  if (!root.success) return;
  for (const [name, value] of Object.entries(root.data)) {
    if (LEFT.has(name) || OWN.has(name)) continue;
    yield* paired(value, member(after, name), { name, place: rootPlace(name) });
  }
}

const Record = z.record(z.string(), z.unknown());

interface At {
  readonly name: string;
  readonly place: string;
}

function* paired(before: unknown, after: unknown, at: At): ReturnType<typeof pairedTexts> {
  if (typeof before === 'string') {
    if (!OWN.has(at.name)) yield { before, after: typeof after === 'string' ? after : null, place: at.place };
    return;
  }
  if (Array.isArray(before)) {
    for (const [index, one] of before.entries()) {
      const other: unknown = Array.isArray(after) ? after[index] : undefined;
      yield* paired(one, other, { name: '', place: placeOf(one, at.place) });
    }
    return;
  }
  if (typeof before !== 'object' || before === null || Moment.safeParse(before).success) return;
  for (const [name, value] of Object.entries(before)) {
    if (!LEFT.has(name)) yield* paired(value, member(after, name), { name, place: at.place });
  }
}

function member(value: unknown, name: string): unknown {
  const parsed = Record.safeParse(value);
  return parsed.success ? parsed.data[name] : undefined;
}

const Numbered = z.object({ number: z.union([z.string(), z.number()]) });
const Part = z.object({
  id: z.string(),
  heading: z.string().nullable(),
  anchor: z.string().nullable(),
  blocks: z.unknown(),
});

/** An allegation, an exhibit or a part of a letter is a place of its own; what lies deeper stands at its place. */
function placeOf(value: unknown, place: string): string {
  const part = Part.safeParse(value);
  if (part.success) {
    if (part.data.anchor !== null) return `Exhibit ${part.data.anchor}`;
    // A heading may itself name somebody; the part is then named by what it is.
    return part.data.id === 'list' ? 'List of exhibits' : `Part “${part.data.id.replaceAll('-', ' ')}”`;
  }
  const numbered = Numbered.safeParse(value);
  if (!numbered.success || (place !== 'Allegations' && place !== 'Exhibits')) return place;
  return place === 'Allegations' ? `Allegation ${numbered.data.number}` : `Exhibit ${numbered.data.number}`;
}

const ROOT: Readonly<Record<string, string>> = {
  openPoints: 'Open points',
  notReadByMachine: 'Not read by machine',
  outsideComplaint: 'Outside the complaint',
  letter: 'Head of the letter',
};

function rootPlace(name: string): string {
  return ROOT[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}
