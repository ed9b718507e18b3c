import { judge } from '../learned/classifier.ts';
import { isFiction } from '../text/cues.ts';
import { quote, spansOf, wordsOf } from '../text/passage.ts';
import type { Detector } from './detector.ts';

/**
 * What examples have taught about a concern, where phrases alone miss too much. It says that an item resembles others that
 * people wanted to look at, points to the words that carried it most, and says nothing about truth.
 */
export function learnedDetector(concern: string, label: string): Detector {
  return {
    id: `learned-${concern}`,
    version: 1,
    label,
    detect(scene) {
      const { margin, hits } = judge(scene, concern);
      if (margin < 0 || hits.some(isFiction)) return [];
      const spans = spansOf(hits);
      const [first] = hits;
      const words = first === undefined ? 'By its circumstances it' : `With ${quote(wordsOf(first))} it`;
      return [
        {
          weighs: 'for',
          strength: 0.6 + 0.35 * (2 / (1 + Math.exp(-margin)) - 1),
          reason: `${words} resembles items that people wanted to look at under “${label}”.`,
          spans,
          questions: ['What was meant, and what came before and after?'],
        },
      ];
    },
  };
}
