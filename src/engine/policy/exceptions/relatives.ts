import { areRelatives } from '../scene/counterpart.ts';
import type { ExceptionRule } from './exception.ts';

const kin =
  /\b(?:recipient|student|addressee|she|he|who|reader|other (?:party|person)|number|this)\b[^.!?\n]{0,40}\b(?:is|was|belongs to|are)\b[^.!?\n]{0,30}\b(?:(?:author|teacher|coach|employee|sender|his|her|their|own)'?s?) (?:own |younger |older |step|god)?(?:son|daughter|child|niece|nephew|cousin|brother|sister|sibling|grand\w+|stepson|stepdaughter|relative|kid)\b/;

/** Communication with relatives. */
export const relatives: ExceptionRule = {
  id: 'relatives',
  weigh(scene) {
    const parties = scene.recipients;
    const only = parties.length === 1 ? 'The only recipient is' : 'All recipients are';
    if (areRelatives(parties)) return { applies: 'yes', because: `${only} a relative of the author.`, questions: [] };
    if (kin.test(scene.notes?.folded.words ?? '')) {
      return {
        applies: 'yes',
        because: 'The notes say that the recipient is a relative of the author.',
        questions: [],
      };
    }
    if (parties.some((party) => party.relative === 'yes')) {
      return {
        applies: 'unknown',
        because: 'Some recipients are relatives of the author and others are not.',
        questions: [],
      };
    }
    if (parties.length === 0 || parties.some((party) => party.relative === 'unknown')) {
      return {
        applies: 'unknown',
        because: 'Whether the recipient is a relative of the author is not known.',
        questions: ['Is the student a relative of the author?'],
      };
    }
    return null;
  },
};
