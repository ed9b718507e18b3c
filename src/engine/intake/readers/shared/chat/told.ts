import type { ItemDraft } from '../../../../../contract/item.ts';
import { limits } from '../../../limits.ts';
import type { Yielded } from '../../reader.ts';
import { directionMarks } from '../parties.ts';

/** What a chat export tells, one after another; a notice is a line of the system, not something that somebody sent. */
export type Told =
  | Yielded
  | { readonly kind: 'notice'; readonly text: string }
  /** Something about the whole file; it is shown with its first item. */
  | { readonly kind: 'about'; readonly label: string; readonly value: string };

export const fact = (label: string, value: string): ItemDraft['facts'][number] => ({ label, value });

/** Facts whose value is known. */
export function facts(...told: readonly (readonly [label: string, value: string | null])[]): ItemDraft['facts'] {
  return told.flatMap(([label, value]) => (value === null || value.trim() === '' ? [] : [fact(label, value)]));
}

const shown = (text: string): string => text.replace(directionMarks, '').slice(0, 2000);

/**
 * Hangs each notice of the app to the next message as a fact, or to the last one where none follows. Says so where a file
 * holds notices only.
 */
export function* withNotices(told: Iterable<Told>): Generator<Yielded> {
  let waiting: string[] = [];
  let about: ItemDraft['facts'] = [];
  let last: ItemDraft | null = null;
  let notices = 0;
  let cut = false;
  for (const each of told) {
    if (each.kind === 'notice') {
      waiting.push(each.text);
      notices += 1;
    } else if (each.kind === 'about') about.push(fact(each.label, shown(each.value)));
    else if (each.kind !== 'item') yield each;
    else {
      if (last !== null) yield { kind: 'item', item: last };
      const { item } = each;
      cut ||= item.text.length > limits.itemTextCharacters;
      const before = waiting.map((text) => fact('Notice of the app', shown(text)));
      last = {
        ...item,
        text: item.text.slice(0, limits.itemTextCharacters),
        facts: [...about, ...before, ...item.facts],
      };
      waiting = [];
      about = [];
    }
  }
  if (last !== null) {
    const after = waiting.map((text) => fact('Notice of the app afterwards', shown(text)));
    yield { kind: 'item', item: { ...last, facts: [...last.facts, ...after] } };
  } else if (notices > 0) {
    yield {
      kind: 'warning',
      text: `The export holds ${notices} notices of the app and no message that somebody sent.`,
    };
  }
  if (cut) {
    const most = limits.itemTextCharacters.toLocaleString('en-US');
    yield { kind: 'warning', text: `Of some messages only the first ${most} characters were read.` };
  }
}

/** A reaction as a fact: the sign and who gave it. */
export const reactionFact = (sign: string, by: string | null): ItemDraft['facts'][number] =>
  fact('Reaction', by === null || by === '' ? sign : `${sign} ${by}`);

/** The last part of a path, for the name of an attachment; an address on the web loses what follows its name. */
export function fileName(path: string): string {
  const plain = /^[a-z][a-z0-9+.-]*:\/\//i.test(path) ? (path.split(/[?#]/, 1)[0] ?? '') : path;
  return plain.split(/[/\\]/).at(-1) ?? plain;
}

/** Words that are not the sender's own (what was shared, a preview of a page), each line marked as mail marks quotations. */
export const asQuoted = (words: string): string =>
  words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

/** Parts of a message one under the other; empty ones leave no line. */
export const oneUnderOther = (...parts: readonly (string | null)[]): string =>
  parts.filter((each) => each !== null && each !== '').join('\n');
