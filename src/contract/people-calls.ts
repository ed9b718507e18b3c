import { z } from 'zod';
import { command, query } from './call.ts';
import { Id, Nothing, Withdraw } from './case.ts';
import { LikelySame, MergePeople, PeopleParted, Person, PersonMerge } from './person.ts';
import {
  Approval,
  Conflict,
  HandleConflict,
  NewApproval,
  NewConflict,
  NewPolicyNotice,
  PolicyNotice,
} from './person-records.ts';
import { RosterCheck, RosterFile, RosterOrder, RosterTaken, TakeRoster } from './roster.ts';

/** Calls about the people of a case beside adding and changing one: a part of `calls`. */
export const peopleCalls = {
  'person.likely-same': query(Nothing, z.array(LikelySame)),
  'person.merges': query(Nothing, z.array(PersonMerge)),
  'person.merge': command(MergePeople, Person),
  /** Takes a merge apart again, also long after. */
  'person.part': command(Withdraw, PeopleParted),

  'approval.list': query(z.strictObject({ personId: Id.nullable() }), z.array(Approval)),
  'approval.record': command(NewApproval, Approval),
  'approval.withdraw': command(Withdraw, Nothing),
  'conflict.list': query(z.strictObject({ personId: Id.nullable() }), z.array(Conflict)),
  'conflict.record': command(NewConflict, Conflict),
  'conflict.handle': command(HandleConflict, Conflict),
  'conflict.withdraw': command(Withdraw, Nothing),
  'policy-notice.list': query(z.strictObject({ personId: Id.nullable() }), z.array(PolicyNotice)),
  'policy-notice.record': command(NewPolicyNotice, PolicyNotice),
  'policy-notice.withdraw': command(Withdraw, Nothing),

  /** Reads a list of people and proposes what its columns hold; nothing is taken. */
  'roster.read': query(z.strictObject({ path: z.string().min(1) }), RosterFile),
  /** What would become of each row; nothing is taken. */
  'roster.check': query(RosterOrder, RosterCheck),
  /** Takes the rows that were chosen: all of them or none. */
  'roster.take': command(TakeRoster, RosterTaken),
} as const;
