import { studentsReached } from '../scene/counterpart.ts';
import type { Scene } from '../scene/scene.ts';
import type { TextField } from '../text/passage.ts';
import { type ReadWord, readWords } from './words.ts';

/** A feature and the words of the item that it was read from; none for the thread, the notes and the circumstances. */
export interface Feature {
  readonly name: string;
  /** How much it counts before the whole is brought to length 1. */
  readonly weight: number;
  readonly field: TextField | null;
  readonly words: readonly ReadWord[];
}

/**
 * What the learned layer looks at: words, pairs, pairs with a gap, first four letters; and who, to whom, where, when.
 * Only features that are `wanted` are made.
 */
export function featuresOf(
  scene: Scene,
  wanted: (name: string) => boolean = () => true,
): {
  readonly words: readonly Feature[];
  readonly circumstances: readonly string[];
} {
  return {
    words: [
      ...scene.fields.flatMap((field) => wordFeatures(field, '', 1, wanted)),
      ...scene.thread.flatMap((message) => wordFeatures(message.field, 'before:', 0.5, wanted)),
      ...(scene.notes === null ? [] : wordFeatures(scene.notes, 'notes:', 0.7, wanted)),
    ],
    circumstances: circumstancesOf(scene),
  };
}

function wordFeatures(
  field: TextField,
  prefix: string,
  weight: number,
  wanted: (name: string) => boolean,
): readonly Feature[] {
  const words = readWords(field);
  const own = prefix === '';
  const features: Feature[] = [];
  const add = (name: string, share: number, from: readonly ReadWord[]): void => {
    const full = `${prefix}${name}`;
    if (wanted(full))
      features.push({ name: full, weight: weight * share, field: own ? field : null, words: own ? from : [] });
  };
  for (const [index, word] of words.entries()) {
    const [last, lastButOne] = [words[index - 1], words[index - 2]];
    if (word.word !== '') add(word.word, 1, [word]);
    if (own && word.word.length > 4) add(`${word.word.slice(0, 4)}*`, 0.6, [word]);
    if (last !== undefined) add(`${last.word} ${word.word}`, 1, [last, word]);
    if (lastButOne !== undefined) add(`${lastButOne.word} _ ${word.word}`, 0.7, [lastButOne, word]);
  }
  return features;
}

function circumstancesOf(scene: Scene): readonly string[] {
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
    ...(scene.recipients.some((party) => party.relative === 'yes') ? ['relative'] : []),
  ];
  const ofEmployees =
    scene.author.employee === 'yes'
      ? [`employee ${scene.audience} to ${toStudent}`, `employee ${scene.account}`, `employee ${scene.kind}`]
      : [];
  return [...always, ...ofEmployees].map((name) => `!${name}`);
}
