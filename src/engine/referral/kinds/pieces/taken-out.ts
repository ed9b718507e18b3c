import type { RemovedKind } from '../../../../contract/redaction.ts';
import { evidenceById } from '../../../intake/index.ts';
import { itemById } from '../../../items/index.ts';
import { decidedWords, groundOf, groundWords, type Redaction } from '../../../redaction/index.ts';
import type { Charged } from '../../gather/allegations.ts';
import type { Exhibits } from '../../gather/exhibits.ts';
import type { Scope } from '../../gather/scope.ts';

/** What a removal is, as a log says it; never what it said. */
export const KIND_WORDS: Readonly<Record<RemovedKind, string>> = {
  student: 'Name of a student',
  parent: 'Name of a student’s parent',
  'third-party': 'Name of another person',
  phone: 'Telephone number',
  email: 'E-mail address',
  'street-address': 'Postal address',
  'birth-date': 'Date of birth',
  'student-number': 'Student number',
  'social-security-number': 'Social Security number',
  handle: 'Account name',
  words: 'Words',
  face: 'Face',
  region: 'Place of a picture',
};

/** What is taken out of one exhibit for this audience. */
interface TakenOut {
  readonly exhibit: string;
  readonly what: RemovedKind;
  readonly shown: string;
  readonly times: number;
  readonly reason: string;
  readonly ground: string;
}

/** What is taken out of each exhibit: its name, its cited items, the places of its picture. One line a kind and a ground. */
export function takenOutOf(scope: Scope, { links }: Charged, { numbers }: Exhibits): readonly TakenOut[] {
  const { redaction, db } = scope;
  const itemIds = new Set([...links.values()].map(({ itemId }) => itemId));
  const items = [...itemIds].map((id) => itemById(db, id)).filter((item) => item !== null);
  return [...numbers].flatMap(([evidenceId, number]) => {
    const texts = items
      .filter((item) => item.evidenceId === evidenceId)
      .flatMap(({ item }) => [item.text, item.title ?? '', item.author?.name ?? item.author?.handle ?? '']);
    const name = evidenceById(db, evidenceId).name;
    return [
      ...wordsOut(scope, `A-${number}`, [name, ...texts]),
      ...placesOut(scope, `A-${number}`, redaction.regionsOf(evidenceId)),
    ];
  });
}

function wordsOut(scope: Scope, exhibit: string, texts: readonly string[]): readonly TakenOut[] {
  const { redaction, db, engine } = scope;
  const decided = new Map(decidedWords(db, redaction.profile.id).map((decision) => [decision.key, decision]));
  const hits = texts.flatMap((text) => redaction.hits(text)).filter(({ needle }) => needle.what !== 'region');
  const lines = hits.map(({ needle: { key, what, shown } }) => {
    const decision = decided.get(key);
    const rule = redaction.profile.rules.find((one) => one.what === what);
    const ground = groundOf(engine.host.resourcesDir, decision?.ground ?? rule?.ground ?? 'district-rule');
    return { exhibit, what, shown, reason: decision?.reason ?? rule?.reason ?? '', ground: groundWords(ground) };
  });
  const groups = Map.groupBy(lines, (line) => JSON.stringify(line));
  return [...groups.values()].flatMap((same) => (same[0] === undefined ? [] : [{ ...same[0], times: same.length }]));
}

function placesOut(scope: Scope, exhibit: string, regions: ReturnType<Redaction['regionsOf']>): readonly TakenOut[] {
  const lines = regions.map(({ what, reason, ground }) => ({
    exhibit,
    what: what === 'face' ? ('face' as const) : ('region' as const),
    shown: 'Pixels replaced',
    reason,
    ground: groundWords(groundOf(scope.engine.host.resourcesDir, ground)),
  }));
  const groups = Map.groupBy(lines, (line) => JSON.stringify(line));
  return [...groups.values()].flatMap((same) => (same[0] === undefined ? [] : [{ ...same[0], times: same.length }]));
}

/** `Students are named by pseudonyms` and whatever else this audience does not receive. */
export function markingFor({ redaction: { profile } }: Scope): string {
  return profile.rules.length === 0
    ? `For ${lowerFirst(profile.title)}. Nothing is taken out but what a person took out.`
    : `For ${lowerFirst(profile.title)}. ${profile.rules.length > 2 ? 'Students stand under pseudonyms; what else was taken out is said where it stood.' : 'Students stand under pseudonyms.'}`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
