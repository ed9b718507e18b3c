import { confidentialAboutPeople, studentInformation } from '../detectors/confidential-about-people.ts';
import { confidentialDistrict } from '../detectors/confidential-district.ts';
import type { Detector } from '../detectors/detector.ts';
import { districtReference } from '../detectors/district-reference.ts';
import { individualText } from '../detectors/individual-text.ts';
import { promotesViolence } from '../detectors/promotes-violence.ts';
import { reportableConcernLearned } from '../detectors/reportable-concern-learned.ts';
import { speakingForDistrict } from '../detectors/speaking-for-district.ts';
import { studentConnection } from '../detectors/student-connection.ts';
import { unprofessionalWithStudent } from '../detectors/unprofessional-with-student.ts';
import { workingTime } from '../detectors/working-time.ts';

/** What clauses of any district's policy care about. A concern owns its detectors; a clause only names concerns. */
export interface Concern {
  readonly id: string;
  /** As an administrator would say it. */
  readonly label: string;
  /** Empty where nothing looks for it yet: a person has to. */
  readonly detectors: readonly Detector[];
}

export const concerns: readonly Concern[] = [
  {
    id: 'confidential-information',
    label: 'Confidential information',
    detectors: [confidentialAboutPeople, confidentialDistrict],
  },
  { id: 'student-information', label: 'Student information', detectors: [studentInformation] },
  { id: 'promotes-violence', label: 'Promotion of violence', detectors: [promotesViolence] },
  { id: 'district-reference', label: 'District title or reference', detectors: [districtReference] },
  { id: 'working-time', label: 'Posting in working time', detectors: [workingTime] },
  {
    id: 'speaking-for-district',
    label: 'Speaking for the District',
    detectors: [speakingForDistrict],
  },
  {
    id: 'reportable-concern-learned',
    label: 'Something reportable was learned',
    detectors: [reportableConcernLearned],
  },
  { id: 'student-connection', label: 'Friend or follow link with a student', detectors: [studentConnection] },
  {
    id: 'unprofessional-with-student',
    label: 'Unprofessional communication with a student',
    detectors: [unprofessionalWithStudent],
  },
  { id: 'individual-text-to-student', label: 'Individual text message to a student', detectors: [individualText] },
  { id: 'discrimination-harassment', label: 'Discrimination or harassment', detectors: [] },
  { id: 'demeaning', label: 'Insulting or demeaning words', detectors: [] },
  { id: 'defamation', label: 'Untrue statements that damage a reputation', detectors: [] },
  {
    id: 'sexual-content',
    label: 'Sexually graphic material',
    detectors: [],
  },
  { id: 'detrimental-to-mission', label: 'Harm to the educational mission', detectors: [] },
  { id: 'adverse-to-operation', label: 'Adverse effect on operation, morale or efficiency', detectors: [] },
  {
    id: 'unprofessional-conduct',
    label: 'Conduct not fit for a school employee',
    detectors: [unprofessionalWithStudent],
  },
  { id: 'goodwill-reputation', label: 'Harm to goodwill and reputation', detectors: [] },
  { id: 'discusses-students-or-coworkers', label: 'Public discussion of students or coworkers', detectors: [] },
  { id: 'identified-with-school', label: 'Being identified with the school', detectors: [] },
  { id: 'security-settings', label: 'Security settings and approved participants', detectors: [] },
  { id: 'tool-disclosure', label: 'Saying which social media is used', detectors: [] },
  {
    id: 'tool-suitability',
    label: 'Tools that suit the students',
    detectors: [],
  },
  { id: 'network-rules', label: 'Rules for participants', detectors: [] },
  {
    id: 'parents-informed',
    label: 'Parents informed',
    detectors: [],
  },
  { id: 'classroom-extension', label: 'Social media as part of the classroom', detectors: [] },
];

const byId = new Map(concerns.map((concern) => [concern.id, concern]));

export function concernById(id: string): Concern | null {
  return byId.get(id) ?? null;
}
