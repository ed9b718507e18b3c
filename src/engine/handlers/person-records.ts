import type { HandlersFor } from '../handler.ts';
import {
  approvals,
  conflicts,
  handleConflict,
  personById,
  policyNotices,
  recordApproval,
  recordConflict,
  recordPolicyNotice,
  withdrawRecord,
} from '../people/index.ts';

const topics = ['people', 'allegations', 'items'] as const;

/** Approvals on file, conflicts of interest, proofs that somebody had a policy. */
export const personRecordHandlers: HandlersFor<'approval' | 'conflict' | 'policy-notice'> = {
  'approval.list': { kind: 'read', run: ({ db }, { personId }) => [...approvals(db, personId)] },
  'approval.record': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db, newId, now, by }, input) => {
      const approval = recordApproval(db, input, { id: newId(), at: now, by });
      return {
        value: approval,
        about: `Recorded an approval on file of person ${personById(db, input.personId).number}`,
      };
    },
  },
  'approval.withdraw': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db }, { id, reason }) => {
      const person = personById(db, withdrawRecord(db, 'approval', id, reason));
      return { value: {}, about: `Withdrew an approval on file of person ${person.number}` };
    },
  },
  'conflict.list': { kind: 'read', run: ({ db }, { personId }) => [...conflicts(db, personId)] },
  'conflict.record': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db, newId, now, by }, input) => {
      const conflict = recordConflict(db, input, { id: newId(), at: now, by });
      const { number } = personById(db, input.personId);
      return { value: conflict, about: `Recorded a conflict of interest of person ${number}: ${conflict.handled}` };
    },
  },
  'conflict.handle': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db }, input) => {
      const conflict = handleConflict(db, input);
      const { number } = personById(db, conflict.personId);
      return { value: conflict, about: `Settled a conflict of interest of person ${number}: ${conflict.handled}` };
    },
  },
  'conflict.withdraw': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db }, { id, reason }) => {
      const person = personById(db, withdrawRecord(db, 'conflict', id, reason));
      return { value: {}, about: `Withdrew a conflict of interest of person ${person.number}` };
    },
  },
  'policy-notice.list': { kind: 'read', run: ({ db }, { personId }) => [...policyNotices(db, personId)] },
  'policy-notice.record': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db, newId, now, by }, input) => {
      const notice = recordPolicyNotice(db, input, { id: newId(), at: now, by });
      const { number } = personById(db, input.personId);
      return { value: notice, about: `Recorded that person ${number} had ${notice.policy}: ${notice.how}` };
    },
  },
  'policy-notice.withdraw': {
    kind: 'change',
    reversible: true,
    topics,
    run: ({ db }, { id, reason }) => {
      const person = personById(db, withdrawRecord(db, 'policy_notice', id, reason));
      return { value: {}, about: `Withdrew a proof of notice of person ${person.number}` };
    },
  },
};
