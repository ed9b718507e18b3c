import { includesWeekday, readClock } from '../scene/clock.ts';
import { nameOfKind, type Scene, type WorkingHours } from '../scene/scene.ts';
import { findIn, quote, spansOf, wordsOf } from '../text/passage.ts';
import { anyOf, hasAnyOf } from '../text/phrases.ts';
import type { Detector, Signal } from './detector.ts';

/** Kinds that put something on a social networking site for others to read. */
const postings = new Set(['post', 'comment', 'reply', 'story', 'photo-caption', 'review', 'video-transcript']);

/** Without a schedule: hours in which every school teaches. Only good for a question. */
const usualDay: WorkingHours = { days: 'Mon-Fri', from: '08:15', to: '14:15' };

const duringWork = anyOf([
  String.raw`(?:while|as) (?:the |my )?(?:kids|students|class|they) (?:are |is |'re )?(?:\w+ )?(?:test\w*|taking|working|reading|writing|watching|at (?:recess|lunch|specials))`,
  String.raw`(?:posting|typing|tweeting|writing) (?:this )?(?:from|in|during|at) (?:my |the )?(?:class\w*|desk|work|school|\w+ period|study hall|hall duty|lunch duty|a faculty meeting|pd)`,
  '(?:on|at) (?:hall|lunch|bus|recess|cafeteria|study hall) duty',
  String.raw`(?:sitting|stuck|bored|dying|hiding) (?:in|at|through) (?:\w+ ){0,2}(?:faculty|staff|department|pd|data|iep) (?:meeting|day|training)?`,
  '(?:in|during) (?:my )?(?:first|second|third|fourth|fifth|sixth|seventh|1st|2nd|3rd|4th|5th|6th|7th) period (?:right now|rn)',
  'supposed to be (?:teaching|working|watching|supervising)|en (?:plena )?clase ahora',
  'mientras (?:mis|los) (?:alumnos|estudiantes|ninos)',
]);

const breakTime = /\b(?:lunch(?:time)?(?: break)?|prep(?: period)?|planning period|free period|break|almuerzo)\b/;
const away = hasAnyOf([
  String.raw`(?:was |were |is |had )?(?:on|took|taking|used) (?:an? |his |her |their )?(?:\w+ )?(?:leave|vacation|day off|personal day|sick day|comp day)`,
  '(?:sick|personal|vacation) day|day off|out sick|called (?:in|out) sick|absent that day',
  'not (?:at|scheduled to) work|off duty|did not work|half[- ]day|snow day|early dismissal',
  'school (?:was )?closed|de vacaciones|dia libre',
]);
const scheduled =
  /\b(?:scheduled (?:post|in advance|to post|it|the post)|auto-?post\w*|posted automatically|buffer|hootsuite|queue[d]?|programad[oa])\b/;

/** A status update, statement or comment inside the author's working hours, on the school's clock. */
export const workingTime: Detector = {
  id: 'working-time',
  version: 1,
  label: 'A post, comment or reply during working or school time',
  detect(scene): readonly Signal[] {
    if (scene.kind === null || !postings.has(scene.kind)) return [];
    return scene.sent === null ? fromWords(scene) : fromClock(scene);
  },
};

function fromWords(scene: Scene): readonly Signal[] {
  const hits = scene.fields.flatMap((field) => findIn(field, duringWork));
  const first = hits[0];
  if (first === undefined) return [];
  return [
    {
      weighs: 'for',
      strength: 0.66,
      reason: `${quote(wordsOf(first))} says that it was written at work; the time itself is not known.`,
      spans: spansOf(hits),
      questions: ['When exactly was it posted, and in which time zone?', 'What were the author’s working hours?'],
    },
  ];
}

function fromClock(scene: Scene): readonly Signal[] {
  const { sent } = scene;
  if (sent === null) return [];
  const hours = hoursOn(scene, sent.weekday);
  const known = scene.workingHours.length > 0;
  const inside = hours.find((one) => isInside(sent.minutes, one));
  if (inside === undefined || scene.schoolDay === false || (sent.weekday > 5 && !known)) return [];
  // With neither schedule nor calendar a weekday morning says nothing.
  if (!known && scene.schoolDay === null) return fromWords(scene);
  const range = `${inside.from}-${inside.to}`;
  const when = `${nameOfKind(scene) === 'item' ? 'Posted' : verbFor(scene)} at ${sent.shown}${sent.basis === 'converted' ? ' on the school’s clock' : ''}`;
  const day = scene.schoolDay === true ? ' on a school day' : ` on a ${weekdayName(sent.weekday)}`;
  const reason = known
    ? `${when}${day}, inside the working hours ${range}`
    : `${when}${day}; no working hours are on file for the author`;
  return [
    {
      weighs: 'for',
      strength: known ? (scene.schoolDay === true ? 0.93 : 0.78) : 0.58,
      reason: `${reason}${approvalWords(scene)}.`,
      spans: [],
      questions: questionsFor(scene, known),
    },
    ...argumentsAgainst(scene, sent.minutes),
  ];
}

function verbFor(scene: Scene): string {
  return scene.kind === 'comment' || scene.kind === 'reply' || scene.kind === 'review' ? 'Commented' : 'Posted';
}

function approvalWords(scene: Scene): string {
  return scene.approvalOnFile === false ? '; no approval is on file' : '';
}

function questionsFor(scene: Scene, known: boolean): readonly string[] {
  const questions: string[] = [];
  if (!known) questions.push('What were the author’s working hours on that day?');
  if (scene.schoolDay === null) questions.push('Was it a school day for the author?');
  if (scene.sent?.basis === 'floating') questions.push('Which time zone does the time belong to?');
  if (scene.sent?.basis === 'converted')
    questions.push('The source gives another clock’s time: is the conversion right?');
  if (scene.sent?.otherwise) {
    questions.push(
      `The offset written is not the school’s own on that day, where it was ${scene.sent.otherwise.shown}: which clock counts?`,
    );
  }
  questions.push('Was the author on duty at that moment, or on a break?');
  return questions;
}

function argumentsAgainst(scene: Scene, minutes: number): readonly Signal[] {
  const signals: Signal[] = [];
  const told = [...scene.fields, ...(scene.notes ? [scene.notes] : [])].map((field) => field.folded.words).join('\n');
  const against = (strength: number, reason: string): void => {
    signals.push({ weighs: 'against', strength, reason, spans: [], questions: [] });
  };
  const notes = scene.notes?.folded.words ?? '';
  if (away.test(notes)) against(0.8, 'The notes say that the author was not at work then.');
  if (isInBreak(notes, minutes))
    against(/duty[- ]free|unpaid|lunch|almuerzo/.test(notes) ? 0.6 : 0.3, 'The notes place the time in a break.');
  else if (breakTime.test(told))
    against(0.2, 'A break is spoken of, and whether that is working time is a question for the agreement.');
  if (scheduled.test(told)) against(0.55, 'It may have been scheduled before.');
  if (
    scene.sent?.otherwise &&
    !hoursOn(scene, scene.sent.weekday).some((one) => isInside(scene.sent?.otherwise?.minutes ?? -1, one))
  ) {
    against(0.35, `On the school’s own clock it was ${scene.sent.otherwise.shown}, outside the working hours.`);
  }
  return signals;
}

/** True where the notes give a break with its hours and the time lies in it: `duty-free lunch 11:50-12:20`. */
function isInBreak(notes: string, minutes: number): boolean {
  const found =
    /\b(?:lunch|prep|planning|free period|break|recess|almuerzo)\b[^.\n]{0,30}?(\d{1,2}:\d{2}) ?(?:a\.?m\.?|p\.?m\.?)? ?(?:-|to|until|and) ?(\d{1,2}:\d{2})/.exec(
      notes,
    );
  const from = readClock(found?.[1]);
  const to = readClock(found?.[2]);
  if (from === null || to === null) return false;
  // `12:50-1:20` is written on a twelve-hour clock.
  const afternoon = (value: number): number => (value < 6 * 60 ? value + 720 : value);
  return minutes >= afternoon(from) && minutes < afternoon(to);
}

function hoursOn(scene: Scene, weekday: number): readonly WorkingHours[] {
  const hours = scene.workingHours.length > 0 ? scene.workingHours : [usualDay];
  return hours.filter((one) => includesWeekday(one.days, weekday) ?? weekday <= 5);
}

function isInside(minutes: number, hours: WorkingHours): boolean {
  const from = readClock(hours.from);
  const to = readClock(hours.to);
  if (from === null || to === null) return false;
  // A night shift runs over midnight.
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}

function weekdayName(weekday: number): string {
  return ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekday - 1] ?? 'day';
}
