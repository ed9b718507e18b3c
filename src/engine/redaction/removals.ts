import type { RedactionWord, Removal } from '../../contract/redaction.ts';
import type { Hit } from '../leaks/index.ts';
import { groundOf } from './lore.ts';
import type { Redaction } from './redaction.ts';
import type { StoredRegion } from './store.ts';
import { pairedTexts } from './walk.ts';

/** What was taken out, or would be, at one place of a document. */
export interface FoundAt {
  readonly hit: Hit['needle'];
  readonly state: 'removed' | 'offered';
  readonly place: string;
  readonly forms: ReadonlySet<string>;
  readonly times: number;
}

/**
 * Compares a document's input before and after: what is no longer there was taken out. Ordinary words that stayed although
 * somebody bears them as a name are not counted.
 */
export function compare(redaction: Redaction, before: unknown, after: unknown): readonly FoundAt[] {
  const found = new Map<
    string,
    { hit: Hit['needle']; state: FoundAt['state']; place: string; forms: Set<string>; times: number }
  >();
  const note = (hit: Hit, text: string, place: string, state: FoundAt['state']): void => {
    const name = `${hit.needle.key}\n${place}\n${state}`;
    const entry = found.get(name) ?? { hit: hit.needle, state, place, forms: new Set<string>(), times: 0 };
    entry.forms.add(text.slice(hit.start, hit.end).replace(/\s+/g, ' ').trim());
    entry.times += 1;
    found.set(name, entry);
  };
  for (const pair of pairedTexts(before, after)) {
    const stays = new Map<string, number>();
    if (pair.after !== pair.before) {
      for (const { needle } of redaction.hits(pair.after ?? ''))
        stays.set(needle.key, (stays.get(needle.key) ?? 0) + 1);
      for (const hit of redaction.hits(pair.before)) {
        const left = stays.get(hit.needle.key) ?? 0;
        if (left > 0) stays.set(hit.needle.key, left - 1);
        else note(hit, pair.before, pair.place, 'removed');
      }
    }
    // What goes anyway is not offered once more.
    const gone = redaction.hits(pair.before);
    for (const hit of redaction.offeredHits(pair.before)) {
      if (gone.some(({ start, end }) => start < hit.end && hit.start < end)) continue;
      note(hit, pair.before, pair.place, 'offered');
    }
  }
  return [...found.values()];
}

/** A row for each person, string or decision, found in this document or decided at any time. */
export function removalRows(
  redaction: Redaction,
  found: readonly FoundAt[],
  decisions: readonly RedactionWord[],
  resourcesDir: string,
): readonly Removal[] {
  const decided = new Map(decisions.map((decision) => [decision.key, decision]));
  const keys = new Set([...found.map(({ hit }) => hit.key), ...decided.keys()]);
  return [...keys].flatMap((key): Removal[] => {
    const entries = found.filter(({ hit }) => hit.key === key);
    const row = rowOf(redaction.profile, key, entries[0]?.hit ?? null, decided.get(key) ?? null, resourcesDir);
    if (row === null) return [];
    const taken = row.state !== 'kept' && (entries.some(({ state }) => state === 'removed') || row.state === 'removed');
    return [
      {
        ...row,
        state: taken ? 'removed' : row.state,
        forms: [...new Set(entries.flatMap(({ forms }) => [...forms]))].sort(),
        times: entries.reduce((sum, { times }) => sum + times, 0),
        places: [...new Set(entries.map(({ place }) => place))],
      },
    ];
  });
}

type Needle = FoundAt['hit'];

/** What is known of a key apart from where it stands; null for words under a region, which the region's own row tells. */
function rowOf(
  profile: Redaction['profile'],
  key: string,
  needle: Needle | null,
  decision: RedactionWord | null,
  resourcesDir: string,
): Omit<Removal, 'forms' | 'times' | 'places'> | null {
  const what = needle?.what ?? decision?.what;
  if (what === undefined || what === 'region') return null;
  const rule = profile.rules.find((one) => one.what === what) ?? null;
  const base = {
    key,
    what,
    shown: needle?.shown ?? decision?.shown ?? '',
    from: key.includes(':') ? ('pattern' as const) : what === 'words' ? ('word' as const) : ('person' as const),
  };
  if (decision === null) {
    const ground = groundOf(resourcesDir, rule?.ground ?? 'district-rule');
    return {
      ...base,
      words: needle?.words ?? key,
      reason: rule?.reason ?? '',
      ground,
      state: 'offered',
      decided: null,
    };
  }
  const { id, by, at, reason } = decision;
  return {
    ...base,
    words: decision.words,
    reason,
    ground: groundOf(resourcesDir, decision.ground),
    state: decision.decision === 'keep' ? 'kept' : 'removed',
    decided: { id, by, at, reason },
  };
}

/** What the key of an issued document keeps: each thing that was taken out of each place. */
export interface KeptRemoval {
  readonly place: string;
  readonly what: Removal['what'];
  readonly shown: string;
  readonly words: readonly string[];
  readonly times: number;
  readonly reason: string;
  readonly ground: string;
}

/** Every removal of a document for its key: words by place, and regions by picture. */
export function keyRows(
  redaction: Redaction,
  found: readonly FoundAt[],
  decisions: readonly RedactionWord[],
  pictures: readonly { readonly place: string; readonly regions: readonly StoredRegion[] }[],
): readonly KeptRemoval[] {
  const rules = new Map(redaction.profile.rules.map((rule) => [rule.what, rule]));
  const decided = new Map(decisions.map((decision) => [decision.key, decision]));
  const words = found
    .filter(({ state, hit }) => state === 'removed' && hit.what !== 'region')
    .map(({ hit, place, forms, times }): KeptRemoval => {
      const decision = decided.get(hit.key);
      const rule = rules.get(hit.what);
      return {
        place,
        what: hit.what,
        shown: hit.shown,
        words: [...forms].sort(),
        times,
        reason: decision?.reason ?? rule?.reason ?? 'Decided by a person',
        ground: decision?.ground ?? rule?.ground ?? 'district-rule',
      };
    });
  return [...words, ...pictures.flatMap(regionRows), ...underRegions(found, redaction.regions)];
}

function regionRows({
  place,
  regions,
}: {
  readonly place: string;
  readonly regions: readonly StoredRegion[];
}): readonly KeptRemoval[] {
  const groups = Map.groupBy(regions, ({ what, reason, ground }) => JSON.stringify([what, reason, ground]));
  return [...groups.values()].flatMap((same): KeptRemoval[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { what, reason, ground } = first;
    return [
      {
        place: `${place}, picture`,
        what: what === 'face' ? 'face' : 'region',
        shown: 'Pixels replaced',
        words: [],
        times: same.length,
        reason,
        ground,
      },
    ];
  });
}

/** Words that stand under a region and elsewhere in the document go with it, on its ground. */
function underRegions(found: readonly FoundAt[], all: readonly StoredRegion[]): readonly KeptRemoval[] {
  const regions = new Map(all.map((region) => [`region:${region.id}`, region]));
  return found
    .filter(({ state, hit }) => state === 'removed' && hit.what === 'region')
    .map(({ hit, place, forms, times }) => {
      const region = regions.get(hit.key);
      return {
        place,
        what: 'region' as const,
        shown: hit.shown,
        words: [...forms].sort(),
        times,
        reason: region?.reason ?? 'Stands under a place of a picture that is taken out',
        ground: region?.ground ?? 'district-rule',
      };
    });
}
