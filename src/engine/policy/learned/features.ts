import { studentsReached } from '../scene/counterpart.ts';
import type { Scene } from '../scene/scene.ts';
import type { PlainScene, PlainSentence } from './reading.ts';

/** A word, a beginning or a pair of words, and how much it counts before the whole is brought to one length. */
export interface WordFeature {
  readonly name: string;
  readonly weight: number;
}

const shape = /[\p{L}\p{N}']+|\p{Extended_Pictographic}/gu;

/**
 * The words of a scene as the learned layer reads them, names, gender, faith and party taken out: words, first four letters,
 * pairs; those of what came before and of the notes apart. Only features that are `wanted` are made.
 */
export function wordsOfScene(
  plain: PlainScene,
  wanted: (name: string) => boolean = () => true,
  own: readonly PlainSentence[] = plain.own,
): readonly WordFeature[] {
  return [
    ...own.flatMap(({ folded }) => wordsOfSentence(folded, '', 1, wanted)),
    ...plain.before.flatMap(({ folded }) => wordsOfSentence(folded, 'before:', 0.5, wanted)),
    ...plain.notes.flatMap(({ folded }) => wordsOfSentence(folded, 'notes:', 0.7, wanted)),
  ];
}

function wordsOfSentence(
  folded: string,
  prefix: string,
  weight: number,
  wanted: (name: string) => boolean,
): readonly WordFeature[] {
  const features: WordFeature[] = [];
  const add = (name: string, share: number): void => {
    const full = `${prefix}${name}`;
    if (wanted(full)) features.push({ name: full, weight: weight * share });
  };
  // A sentence begins and ends with an empty word.
  let last = '';
  for (const [written] of folded.matchAll(shape)) {
    const word = plainWord(written);
    add(word, 1);
    if (prefix === '' && word.length > 4) add(`${word.slice(0, 4)}*`, 0.6);
    add(`${last} ${word}`, 1);
    last = word;
  }
  add(`${last} `, 1);
  return features;
}

function plainWord(word: string): string {
  if (/^\d+$/.test(word)) return '#';
  // `alumno` and `alumna` are one word.
  return word.length > 3 ? word.replace(/[ao](s?)$/, 'o$1') : word;
}

/** Who, to whom, where, when: by name. */
export function circumstancesOf(scene: Scene): readonly string[] {
  const toStudent = studentsReached(scene).students.length > 0 ? 'student' : 'others';
  const minutes = scene.sent?.minutes;
  const night = minutes !== undefined && (minutes >= 22 * 60 || minutes < 5 * 60);
  const always = [
    `kind ${scene.kind}`,
    `role ${scene.author.role}`,
    `employee ${scene.author.employee}`,
    `audience ${scene.audience}`,
    `account ${scene.account}`,
    `to ${toStudent} ${scene.oneToOne}`,
    `hour ${minutes === undefined ? 'unknown' : night ? 'night' : 'other'}`,
    ...new Set(scene.recipients.map((party) => `recipient ${party.standing}`)),
    ...new Set(scene.thread.map(({ party }) => `before ${party.standing}`)),
    ...(scene.recipients.some((party) => party.relative === 'yes') ? ['relative'] : []),
  ];
  const ofEmployees =
    scene.author.employee === 'yes'
      ? [`employee ${scene.audience} to ${toStudent}`, `employee ${scene.account}`, `employee ${scene.kind}`]
      : [];
  return [...always, ...ofEmployees];
}
