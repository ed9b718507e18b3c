import type { ExceptionId } from '../../../contract/policy.ts';
import { broadcast } from './broadcast.ts';
import { disclaimerPresent } from './disclaimer-present.ts';
import { emergency } from './emergency.ts';
import type { ExceptionRule } from './exception.ts';
import { officialCommunication } from './official-communication.ts';
import { relatives } from './relatives.ts';
import { schoolProject } from './school-project.ts';
import { superintendentApproval } from './superintendent-approval.ts';

/** Every exception that a pack can name, with what argues for it. */
export const exceptionRules: Readonly<Record<ExceptionId, ExceptionRule>> = {
  relatives,
  emergency,
  broadcast,
  'school-project': schoolProject,
  'superintendent-approval': superintendentApproval,
  'official-communication': officialCommunication,
  'disclaimer-present': disclaimerPresent,
};
