import type { Moment } from '../../../contract/moment.ts';
import { complaints } from '../../complaint/index.ts';
import { itemById } from '../../items/index.ts';
import { events } from '../../procedure/index.ts';
import type { DisciplinaryReferralInput } from '../input/disciplinary-referral.ts';
import type { Charged } from './allegations.ts';
import type { Exhibits } from './exhibits.ts';
import { authorWords, type Scope } from './scope.ts';

type Entry = DisciplinaryReferralInput['chronology'][number];
interface Dated {
  readonly order: string;
  readonly entry: Entry;
}

/** Conduct, knowledge, notices and interviews on one line, each with its source. */
export function chronologyOf(scope: Scope, charged: Charged, exhibits: Exhibits): Entry[] {
  return [...fromEvidence(scope, charged, exhibits), ...fromComplaints(scope), ...fromEvents(scope)]
    .sort((a, b) => a.order.localeCompare(b.order))
    .map(({ entry }) => entry);
}

/** What was said or done, once per item that is cited, where its date can be read. */
function fromEvidence(scope: Scope, charged: Charged, exhibits: Exhibits): Dated[] {
  const seen = new Set<string>();
  return [...charged.links.values()].flatMap((link) => {
    const item = itemById(scope.db, link.itemId)?.item;
    if (seen.has(link.itemId) || item?.sentAt == null) return [];
    seen.add(link.itemId);
    const author = authorWords(scope, item.author);
    const what = `${KINDS[item.kind] ?? 'Item'}${author === null ? '' : ` of ${author}`}`;
    return [{ order: orderOf(item.sentAt), entry: { when: item.sentAt, what, citations: [exhibits.cite(link)] } }];
  });
}

const KINDS: Readonly<Record<string, string>> = {
  post: 'Post',
  comment: 'Comment',
  reply: 'Reply',
  sms: 'Text message',
  email: 'E-mail',
  'direct-message': 'Direct message',
  'group-message': 'Message to a group',
  'chat-line': 'Chat message',
  picture: 'Picture',
  document: 'Document',
  page: 'Page',
};

function fromComplaints(scope: Scope): Dated[] {
  return complaints(scope.db)
    .filter(({ about }) => about.length === 0 || about.includes(scope.respondent.id))
    .map((complaint) => {
      const when = scope.wall(complaint.receivedAt);
      return { order: when, entry: { when, what: 'The complaint was received.', citations: [] } };
    });
}

function fromEvents(scope: Scope): Dated[] {
  return events(scope.db)
    .filter(({ respondentId, correctedBy }) => {
      return correctedBy === null && (respondentId === null || respondentId === scope.respondent.id);
    })
    .map((event) => {
      const when = scope.wall(event.at);
      const how = typeof event.details['how'] === 'string' ? ` (${event.details['how']})` : '';
      return { order: when, entry: { when, what: scope.safe(`${event.title}${how}.`), citations: [] } };
    });
}

function orderOf(moment: Moment): string {
  return moment.local ?? moment.instant ?? '';
}
