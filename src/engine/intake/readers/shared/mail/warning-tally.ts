import type { Yielded } from '../../reader.ts';

/** Warnings of many messages, each told once with how many it is true of. */
export class WarningTally {
  private readonly counts = new Map<string, { count: number; first: number }>();

  /** Notes a warning of the message with that number, counted from 1. */
  add(text: string, message: number): void {
    const told = this.counts.get(text);
    if (told === undefined) this.counts.set(text, { count: 1, first: message });
    else told.count += 1;
  }

  *warnings(): Iterable<Yielded> {
    for (const [text, { count, first }] of this.counts) {
      const where = count === 1 ? `Message ${first}` : `${count} messages (the first is message ${first})`;
      yield { kind: 'warning', text: `${where}: ${text}` };
    }
  }
}
