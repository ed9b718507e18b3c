import type { Allegation } from '../../contract/finding.ts';
import type { NoticeStanding, PolicyNotice } from '../../contract/person-records.ts';
import { dateWords } from '../wall-time.ts';

const MEANS: Readonly<Record<PolicyNotice['how'], string>> = {
  acknowledgement: 'a signed acknowledgement',
  training: 'a training',
  handbook: 'a handbook',
  'e-mail': 'an e-mail',
  posting: 'a posting',
  directive: 'a written directive',
  other: 'other proof',
};

/**
 * Whether the employee had the version of the policy that was in force on the day of the conduct: the first test of just
 * cause (Daugherty, 46 LA 359: forewarning). A paper that names no version counts for the one in force on its day.
 * @param notices what is on file of this employee, of any policy
 */
export function noticeStanding(
  {
    policy,
    policyVersion,
    conductOn,
    policyKnown,
  }: Pick<Allegation, 'policy' | 'policyVersion' | 'conductOn' | 'policyKnown'>,
  notices: readonly PolicyNotice[],
): NoticeStanding {
  const own = notices.filter((notice) => notice.policy === policy);
  const inTime = own.filter(({ on }) => on <= conductOn);
  const shown = inTime.findLast(({ version }) => version === null || version === policyVersion);
  if (shown !== undefined) {
    const version = shown.version === null ? '; it does not say which version' : '';
    return {
      state: 'shown',
      because: `Shown by ${MEANS[shown.how]} of ${dateWords(shown.on)}${version}.`,
      notices: own,
    };
  }
  const [other] = inTime.toReversed();
  if (other !== undefined) {
    return {
      state: 'other-version',
      because: `What is on file, ${MEANS[other.how]} of ${dateWords(other.on)}, is of version ${other.version}; version ${policyVersion} was in force on the day of the conduct.`,
      notices: own,
    };
  }
  const [later] = own;
  if (later !== undefined) {
    return {
      state: 'later',
      because: `The earliest proof, ${MEANS[later.how]} of ${dateWords(later.on)}, is later than the conduct of ${dateWords(conductOn)}.`,
      notices: own,
    };
  }
  return policyKnown === null
    ? { state: 'none', because: 'Nothing shows that the employee had the policy.', notices: [] }
    : { state: 'told', because: `Said, without a paper on file: ${policyKnown}`, notices: [] };
}
