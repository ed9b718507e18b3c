import { z } from 'zod';
import type { CallInput } from '../../../contract/calls.ts';
import type { Interview, InterviewPlan } from '../../../contract/interview.ts';
import { RecordingConsent } from '../../../contract/not-read.ts';
import { computerZone, reckon, WallClockShape, wallClock } from '../../parts/zoned-time.ts';

const Line = z.object({
  question: z.string(),
  answer: z.string(),
  askedAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
});
export type Line = z.infer<typeof Line>;

export const InterviewDraft = z.object({
  respondentId: z.string(),
  heldAt: WallClockShape,
  /** The beginning to the second, where it was stamped; null where it was typed in. */
  beganAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  place: z.string(),
  manner: z.enum(['voluntary', 'compelled']),
  present: z.string(),
  lines: z.array(Line),
  breaks: z.array(z.object({ from: z.string(), to: z.string().nullable(), why: z.string() })),
  planId: z.string().nullable(),
  recordingId: z.string().nullable(),
  consent: RecordingConsent.nullable(),
});
export type InterviewDraft = z.infer<typeof InterviewDraft>;

export const blankLine: Line = { question: '', answer: '', askedAt: null, answeredAt: null };

/** A form for a new interview: of the one respondent there is, or along a plan. */
export function newDraft(personId: string, plan: InterviewPlan | null): InterviewDraft {
  return {
    respondentId: plan?.personId ?? personId,
    heldAt: { day: '', time: '', zone: computerZone() },
    beganAt: null,
    endedAt: null,
    place: '',
    manner: 'voluntary',
    present: '',
    lines: plan === null ? [blankLine] : plan.questions.map(({ words }) => ({ ...blankLine, question: words })),
    breaks: [],
    planId: plan?.id ?? null,
    recordingId: null,
    consent: null,
  };
}

export function draftOf(interview: Interview): InterviewDraft {
  return {
    respondentId: interview.respondentId,
    heldAt: wallClock(Date.parse(interview.heldAt), computerZone()),
    beganAt: interview.heldAt,
    endedAt: interview.endedAt,
    place: interview.place ?? '',
    manner: interview.manner,
    present: interview.present.map(({ name, role }) => (role === '' ? name : `${name}, ${role}`)).join('\n'),
    lines: interview.lines.map((line) => ({ ...line, answer: line.answer ?? '' })),
    breaks: interview.breaks.map((one) => ({ ...one, why: one.why ?? '' })),
    planId: interview.planId,
    recordingId: interview.recordingId,
    consent: interview.consent,
  };
}

/** When it began: the stamp, unless the day or the minute was typed over since; null while nothing says it. */
export function beginningOf({ beganAt, heldAt }: InterviewDraft): string | null {
  if (beganAt !== null) {
    const stamped = wallClock(Date.parse(beganAt), heldAt.zone);
    if (stamped.day === heldAt.day && stamped.time === heldAt.time) return beganAt;
  }
  const typed = reckon(heldAt);
  return typed.ok ? typed.timestamp : null;
}

/** True between the stamp of the beginning and that of the end: only then do words get their times by themselves. */
export function isRunning({ beganAt, endedAt }: InterviewDraft): boolean {
  return beganAt !== null && endedAt === null;
}

/** What is recorded of it; null while it has no beginning. */
export function callOf(draft: InterviewDraft, id: string | null): CallInput<'interview.write'> | null {
  const heldAt = beginningOf(draft);
  if (heldAt === null) return null;
  return {
    id,
    respondentId: draft.respondentId,
    heldAt,
    endedAt: draft.endedAt,
    place: draft.place.trim() || null,
    manner: draft.manner,
    present: presentOf(draft.present),
    lines: draft.lines
      .filter(({ question, answer }) => question.trim() !== '' || answer.trim() !== '')
      .map((line) => ({
        ...line,
        question: line.question.trim() || '[not noted]',
        answer: line.answer.trim() || null,
      })),
    breaks: draft.breaks.map(({ from, to, why }) => ({ from, to, why: why.trim() || null })),
    planId: draft.planId,
    recordingId: draft.recordingId,
    consent: draft.consent,
  };
}

/** `Bev Castellano, representative`: a name, and after the first comma what the person was there for. */
function presentOf(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...role] = line.split(',');
      return { name: name.trim(), role: role.join(',').trim() };
    });
}
