import { channelOf, studentsReached } from '../scene/counterpart.ts';
import type { Scene } from '../scene/scene.ts';
import type { Detector, Signal } from './detector.ts';

/** A text message from an employee to one student; a message to several is weighed so that the broadcast exception can be seen. */
export const individualText: Detector = {
  id: 'individual-text',
  version: 1,
  label: 'A text message to one student',
  detect(scene): readonly Signal[] {
    const channel = channelOf(scene);
    if (channel === 'other') return [];
    const reached = studentsReached(scene);
    const [student] = reached.students;
    if (student === undefined) return toRelative(scene, channel);
    if (reached.former) return [];
    // A parent or colleague who reads along makes it something else than one-to-one.
    const readAlong = scene.recipients.some((party) => party.standing === 'parent' || party.employee === 'yes');
    if (readAlong && reached.students.length < 2) return [];
    const questions: string[] = [];
    if (student.relative === 'unknown') questions.push('Is the student a relative of the author?');
    if (reached.inferred) questions.push('Was the recipient a student at that time?');
    if (channel !== 'text-message')
      questions.push('The clause speaks of SMS or MMS: does it reach messages in this app?');
    if (scene.oneToOne === 'unknown') questions.push('Did anybody else receive it?');
    const several = scene.oneToOne === 'no';
    return [
      {
        weighs: 'for',
        strength: several
          ? channel === 'network-message'
            ? 0.3
            : 0.56
          : strengths[channel] - (scene.oneToOne === 'unknown' ? 0.12 : 0),
        reason: several
          ? `${capital(scene.author.described)} sent a message by ${nameOfChannel(scene)} to more than one student.`
          : `${capital(scene.author.described)} sent ${nameOfMessage(scene)} to one student${reached.inferred ? ', as the thread or the notes tell' : ''}.`,
        spans: [],
        questions,
      },
    ];
  },
};

const strengths = { 'text-message': 0.86, 'phone-messenger': 0.66, 'network-message': 0.4 } as const;

/** A text to a relative of unknown age: nothing to examine, but the exception is worth showing. */
function toRelative(scene: Scene, channel: ReturnType<typeof channelOf>): readonly Signal[] {
  const relative = scene.oneToOne === 'yes' && scene.recipients.length === 1 && scene.recipients[0]?.relative === 'yes';
  if (!relative || channel === 'network-message') return [];
  return [
    {
      weighs: 'for',
      strength: 0.55,
      reason: 'A text message went to one person, a relative of the author.',
      spans: [],
      questions: [],
    },
  ];
}

function nameOfMessage(scene: Scene): string {
  return channelOf(scene) === 'text-message'
    ? 'an individual text message'
    : `an individual message by ${nameOfChannel(scene)}`;
}

function nameOfChannel(scene: Scene): string {
  if (channelOf(scene) === 'text-message') return 'text message';
  return scene.platform === null ? 'direct message' : capital(scene.platform);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
