import type { ItemDraft } from '../../../../../contract/item.ts';

const factOf = (item: ItemDraft, label: string): string | null =>
  item.facts.find((fact) => fact.label === label)?.value ?? null;

const idOf = (value: string | null): string | null =>
  value === null ? null : (/<([^<>\s]{1,300})>/.exec(value)?.[1] ?? null);

/**
 * Gives the mails of one file the same thread where one answers the other, also where a mail names only the one it
 * answers and not the first of the thread, or where Gmail put them in one.
 */
export class MailThreads {
  /** Message id or Gmail thread → id of the thread. */
  private readonly known = new Map<string, string>();

  placed(item: ItemDraft): ItemDraft {
    if (item.thread === null) return item;
    const own = idOf(factOf(item, 'Message id'));
    const gmail = factOf(item, 'Gmail thread');
    const keys = [item.thread.id, ...(gmail === null ? [] : [`gmail ${gmail}`])];
    const id = keys.map((key) => this.known.get(key)).find((known) => known !== undefined) ?? item.thread.id;
    for (const key of own === null ? keys : [...keys, own]) if (!this.known.has(key)) this.known.set(key, id);
    return { ...item, thread: { ...item.thread, id } };
  }
}
