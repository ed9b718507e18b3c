import type { Party } from './party.ts';
import type { Scene } from './scene.ts';

const studentNote =
  /\b(?:recipient|addressee|follower|friend|account|she|he|number|reader|other party) (?:is|was|belongs to) (?:a |an |the |one of (?:his|her|their|the) |\d+\w* grade )?(?:current )?(?:\w+ )?(?:student|player|athlete|freshman|sophomore|junior|senior|minor)\b|\bto (?:a|one|his|her|their) (?:\w+ )?(?:student|player|athlete)\b/;
const formerNote = /\b(?:former student|graduated|alum(?:na|nus|ni)?|no longer a student|adult now|ex-student)\b/;

/** The students among those who receive an item, as far as it, its thread and the notes tell. */
export interface StudentsReached {
  readonly students: readonly Party[];
  /** True where only the thread or the notes say that a student was reached. */
  readonly inferred: boolean;
  /** True where the notes say that the student had left school. */
  readonly former: boolean;
}

export function studentsReached(scene: Scene): StudentsReached {
  const notes = scene.notes?.folded.words ?? '';
  const former = formerNote.test(notes);
  const students = scene.recipients.filter((party) => party.standing === 'student');
  if (students.length > 0) return { students, inferred: false, former };
  const unknown = scene.recipients.every((party) => party.standing === 'unknown' || party.standing === 'relative');
  const addressed = scene.oneToOne !== 'no' || scene.audience === 'group';
  if (!unknown || !addressed) return { students: [], inferred: false, former };
  const inThread = scene.thread
    .filter((message) => message.party.standing === 'student')
    .map((message) => message.party);
  if (inThread[0] !== undefined) return { students: [inThread[0]], inferred: true, former };
  const [only] = scene.recipients;
  if (only !== undefined && only.relative !== 'yes' && studentNote.test(notes))
    return { students: [only], inferred: true, former };
  return { students: [], inferred: false, former };
}

/** True where every student reached is a relative of the author. */
export function areRelatives(parties: readonly Party[]): boolean {
  return parties.length > 0 && parties.every((party) => party.relative === 'yes');
}

/** The phone's own messages, message apps that go by phone number, and messages inside a social network. */
export function channelOf(scene: Scene): 'text-message' | 'phone-messenger' | 'network-message' | 'other' {
  const platform = scene.platform ?? '';
  if (scene.kind === 'sms' || /\b(?:sms|mms|rcs|imessage|text message)/.test(platform)) return 'text-message';
  const message =
    scene.kind === 'direct-message' ||
    scene.kind === 'chat-line' ||
    scene.kind === 'group-message' ||
    scene.kind === 'recording';
  if (!message) return 'other';
  if (
    /whatsapp|signal|telegram|viber|wechat|line|kakao|google (?:messages|voice)|messages|groupme|remind|talkingpoints/.test(
      platform,
    )
  )
    return 'phone-messenger';
  return 'network-message';
}
