import { findIn, quote, wordsOf } from '../text/passage.ts';
import { anyOf } from '../text/phrases.ts';
import type { ExceptionRule } from './exception.ts';

const disclaimer = anyOf([
  String.raw`(?:all |any )?(?:views?|opinions?|thoughts|tweets|posts?|statements?|content|everything)\b[^.!?\n]{0,40}\b(?:(?:are|is|=) (?:solely |strictly |entirely |only )?(?:my|mine|the author's)\b(?: own| alone)?|my own|mine(?: alone)?\b)`,
  '(?:opinions?|views?|thoughts) (?:my own|mine)',
  '(?:speaking|writing|posting|talking|speak|write) (?:only |just |purely |strictly )?for (?:myself|me alone)|(?:hablo|opino|escribo) (?:solo |solamente )?por mi|falo (?:so )?por mim',
  'not (?:speaking|posting|writing|here) (?:for|as|on behalf of)',
  "(?:don't|do not|doesn't|does not|in no way) (?:speak for|reflect|represent)",
  'in (?:my|a) (?:personal|private) capacity',
  'as a (?:private citizen|private person|parent and resident)',
  '(?:las|mis) opiniones (?:son (?:mias|personales|propias)|expresadas)|a titulo personal',
  'no (?:hablo|represento) (?:por|en nombre de|a)',
]);
/** Places where a profile stands beside what is said. */
const onProfile = new Set([
  'post',
  'comment',
  'reply',
  'profile',
  'photo-caption',
  'story',
  'review',
  'video-transcript',
  'page',
]);

/** A disclaimer in the communication itself, or on the profile that it stood on that day. */
export const disclaimerPresent: ExceptionRule = {
  id: 'disclaimer-present',
  weigh(scene) {
    const hit = scene.fields
      .flatMap((field) => findIn(field, disclaimer))
      .find((one) => !/\bnot (?:just )?$/.test(one.field.folded.words.slice(0, one.start)));
    if (hit !== undefined)
      return { applies: 'yes', because: `It carries a disclaimer: ${quote(wordsOf(hit))}.`, questions: [] };
    const profile = scene.kind !== null && onProfile.has(scene.kind);
    if (scene.disclaimerOnProfile === true && profile) {
      return { applies: 'yes', because: 'The profile that it stands on carries a disclaimer.', questions: [] };
    }
    if (scene.disclaimerOnProfile === true) {
      return {
        applies: 'unknown',
        because: 'The profile carries a disclaimer, but readers of this message do not see the profile.',
        questions: [],
      };
    }
    if (scene.disclaimerOnProfile === false)
      return { applies: 'no', because: 'Neither the words nor the profile carry a disclaimer.', questions: [] };
    if (!profile) return { applies: 'no', because: 'The words carry no disclaimer.', questions: [] };
    return {
      applies: 'unknown',
      because: 'The words carry no disclaimer; whether the profile did is not known.',
      questions: ['Did the profile carry a disclaimer when this was posted?'],
    };
  },
};
