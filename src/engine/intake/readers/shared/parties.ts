import type { ItemDraft, NamedParty } from '../../../../contract/item.ts';

/** Marks that steer the direction of writing; they show nothing and never belong to a name. */
export const directionMarks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A telephone number with nothing but its figures, or null where the name is no number. */
export function phoneOf(name: string): string | null {
  const plain = name.replace(directionMarks, '').replace(/[\s\u2010-\u2015\u00a0\u202f().-]/g, '');
  return /^\+?\d{5,15}$/.test(plain) ? plain : null;
}

export function party(name: string | null, handle: string | null): NamedParty | null {
  const shown = name?.replace(directionMarks, '').trim() ?? '';
  const address = handle?.trim() ?? '';
  if (shown === '' && address === '') return null;
  return { name: shown === '' ? null : shown, handle: address === '' ? null : address };
}

/** An item with everything unknown; readers fill in what their format tells. */
export function blankItem(locator: string, kind: ItemDraft['kind']): ItemDraft {
  return {
    locator,
    kind,
    platform: null,
    author: null,
    recipients: [],
    thread: null,
    audience: null,
    sentAt: null,
    title: null,
    text: '',
    url: null,
    attachments: [],
    edited: null,
    deleted: null,
    derived: null,
    regions: [],
    facts: [],
  };
}
