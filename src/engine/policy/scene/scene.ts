import type { SuggestContext, SuggestInput, SuggestItem, SuggestSpan } from '../../../contract/suggest.ts';
import { fold } from '../text/fold.ts';
import { readField, type TextField } from '../text/passage.ts';
import { type LocalTime, readDay, readLocalTime } from './clock.ts';
import { type Party, readParty } from './party.ts';

export interface WorkingHours {
  readonly days: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** One item with its circumstances, read once and looked at by every detector. Never changed. */
export interface Scene {
  /** The item's own words: text, words in pictures, alternative text. */
  readonly fields: readonly TextField[];
  readonly url: string | null;
  /** The investigator's words: facts for or against, never a passage. */
  readonly notes: TextField | null;
  readonly thread: readonly { readonly party: Party; readonly field: TextField }[];
  readonly kind: string | null;
  /** Lower case, without diacritics. */
  readonly platform: string | null;
  readonly author: Party;
  readonly recipients: readonly Party[];
  readonly audience: 'public' | 'friends' | 'group' | 'individual' | 'unlisted' | null;
  readonly account: 'personal' | 'district' | 'unknown';
  /** One sender, one receiver. */
  readonly oneToOne: 'yes' | 'no' | 'unknown';
  readonly sent: LocalTime | null;
  readonly sentDay: string | null;
  readonly workingHours: readonly WorkingHours[];
  readonly schoolDay: boolean | null;
  readonly approvalOnFile: boolean | null;
  readonly disclaimerOnProfile: boolean | null;
  /** Folded names by which the district and its schools go. */
  readonly districtNames: readonly string[];
}

const audiences = ['public', 'friends', 'group', 'individual', 'unlisted'] as const;
const privateKinds = new Set(['sms', 'direct-message']);
/** Kinds that address somebody; for these, one recipient means one reader. */
const addressedKinds = new Set(['sms', 'direct-message', 'email', 'chat-line', 'recording', 'connection']);

/** Reads one input as a scene; whatever cannot be read is not known. `zone` is the policy's IANA zone. */
export function readScene(input: SuggestInput, zone: string): Scene {
  const item = input.item ?? {};
  const context = input.context ?? {};
  const recipients = present(item.recipients).map(readParty);
  const audience = audiences.find((known) => known === item.audience) ?? null;
  return {
    fields: readFields(item),
    url: item.url ?? null,
    notes: context.notes ? readField('notes', context.notes) : null,
    thread: present(context.threadBefore).map((message) => ({
      party: readParty({ name: message.author, role: message.role }),
      field: readField('thread', message.text ?? ''),
    })),
    kind: item.kind ?? null,
    platform: item.platform ? fold(item.platform).words : null,
    author: readParty(item.author),
    recipients,
    audience,
    account: readAccount(item),
    oneToOne: readOneToOne(item.kind ?? null, audience, recipients.length),
    ...readTime(item.sentAt ?? null, context, zone),
    workingHours: present(context.workingHours).map((hours) => ({
      days: hours.days ?? null,
      from: hours.from ?? null,
      to: hours.to ?? null,
    })),
    schoolDay: context.schoolDay ?? null,
    approvalOnFile: context.approvalOnFile ?? null,
    disclaimerOnProfile: context.disclaimerOnProfile ?? null,
    districtNames: [context.district?.name, ...present(context.district?.aliases)]
      .map((name) => fold(name ?? '').words.trim())
      .filter((name) => name.length > 1),
  };
}

function readFields(item: SuggestItem): readonly TextField[] {
  const names = ['text', 'imageText', 'altText'] as const satisfies readonly SuggestSpan['field'][];
  return names.flatMap((name) => (item[name] ? [readField(name, item[name])] : []));
}

function readAccount(item: SuggestItem): Scene['account'] {
  if (item.districtSponsored === true || item.account === 'district') return 'district';
  return item.account === 'personal' ? 'personal' : 'unknown';
}

function readOneToOne(kind: string | null, audience: Scene['audience'], recipients: number): Scene['oneToOne'] {
  if (audience !== null && audience !== 'individual') return 'no';
  if (recipients > 1) return 'no';
  if (audience === 'individual') return 'yes';
  if (recipients === 1) return kind !== null && addressedKinds.has(kind) ? 'yes' : 'unknown';
  return kind !== null && privateKinds.has(kind) ? 'unknown' : 'no';
}

function readTime(sentAt: string | null, context: SuggestContext, zone: string): Pick<Scene, 'sent' | 'sentDay'> {
  const stated = context.timeZone ?? null;
  const sent = (stated !== null ? safely(sentAt, stated) : null) ?? readLocalTime(sentAt, zone, false);
  return { sent, sentDay: sent?.day ?? readDay(sentAt) };
}

function safely(sentAt: string | null, zone: string): LocalTime | null {
  try {
    return readLocalTime(sentAt, zone, true);
  } catch {
    // A zone name that does not exist counts as none.
    return null;
  }
}

function present<Value>(values: readonly (Value | null | undefined)[] | null | undefined): readonly Value[] {
  return (values ?? []).filter((value): value is Value => value !== null && value !== undefined);
}

/** What the post, message or profile is called in a sentence. */
export function nameOfKind(scene: Scene): string {
  const names: Readonly<Record<string, string>> = {
    post: 'post',
    comment: 'comment',
    reply: 'reply',
    'direct-message': 'direct message',
    'group-message': 'group message',
    sms: 'text message',
    email: 'e-mail',
    profile: 'profile',
    signature: 'signature',
    'photo-caption': 'caption',
    story: 'story',
    review: 'review',
    'video-transcript': 'video',
    'chat-line': 'chat message',
    connection: 'connection',
    page: 'page',
    document: 'document',
    picture: 'picture',
    recording: 'recording',
  };
  return names[scene.kind ?? ''] ?? 'item';
}

/** `a public post`, `a direct message to one person`: for sentences. */
export function nameWithAudience(scene: Scene): string {
  const kind = nameOfKind(scene);
  const article = /^[aeiou]/.test(kind) ? 'an' : 'a';
  if (scene.audience === 'public') return `a public ${kind}`;
  if (scene.audience === 'friends') return `${article} ${kind} shown to friends`;
  if (scene.audience === 'group') return kind.startsWith('group') ? `a ${kind}` : `${article} ${kind} to a group`;
  if (scene.oneToOne === 'yes') return `${article} ${kind} to one person`;
  return `${article} ${kind}`;
}
