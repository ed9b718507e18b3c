import type { ReadContext } from '../../reader.ts';
import { fieldsOf, objectsIn, wordsAt } from '../json/values.ts';
import { party } from '../parties.ts';
import { type Company, noCompany, valueAt } from './company.ts';

/** group_info.json beside the messages names the room and who is in it. */
export function googleChatCompany(context: ReadContext): Company {
  const group = fieldsOf(valueAt(context, 'group_info.json'));
  const members = objectsIn(group['members']).flatMap(
    (each) => party(wordsAt(each, 'name'), wordsAt(each, 'email')) ?? [],
  );
  const folder = context.beside?.folder ?? null;
  const name = wordsAt(group, 'name');
  if (folder === null || (name === null && members.length === 0)) return noCompany;
  const direct = /^DM\b/i.test(folder);
  const people = members.map((each) => each.name ?? each.handle).join(', ');
  return {
    ...noCompany,
    from: ['group_info.json'],
    thread: {
      id: folder,
      title: direct || name === null ? people : name,
      members,
      kind: !direct ? null : members.length > 2 ? 'group-message' : 'direct-message',
    },
  };
}
