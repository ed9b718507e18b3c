import type { CallInput } from '../../src/contract/calls.ts';
import { Desk, teacher } from '../engine/desk.ts';

export const words =
  'As science teacher at Hollow Brook Middle School I say vote no on the town budget that cuts our schools';

/** A case with one allegation under 4118.51, clause 7, a witness, and two posts that can be marked. */
export class ReasoningDesk extends Desk {
  respondentId = '';
  witnessId = '';
  allegationId = '';
  items: readonly string[] = [];

  async begin(): Promise<void> {
    await this.newCase();
    this.items = await this.messages([
      { from: 'ofarrell', at: '2026-03-10 18:42', text: words },
      {
        from: 'ofarrell',
        at: '2026-03-11 07:10',
        text: 'The views here are mine alone and not the school’s, as it says at the top',
      },
    ]);
    this.respondentId = (await this.ask('person.add', teacher)).id;
    const witness = { ...teacher, name: 'Ines Duarte', caseRole: 'witness' as const, accounts: [] };
    this.witnessId = (await this.ask('person.add', witness)).id;
    this.allegationId = (
      await this.ask('allegation.add', {
        respondentId: this.respondentId,
        policy: '4118.51',
        clause: '7',
        conductOn: '2026-03-10',
        specification: { what: 'Used his title', when: '10 March 2026', where: 'Facebook', toWhom: null },
        policyKnown: null,
      })
    ).id;
  }

  interview(more: Partial<CallInput<'interview.write'>> = {}): CallInput<'interview.write'> {
    return {
      id: null,
      respondentId: this.respondentId,
      heldAt: '2026-03-24T14:00:00-04:00',
      endedAt: null,
      place: 'Room 12',
      manner: 'voluntary',
      present: [{ name: 'Bev Castellano', role: 'Representative' }],
      lines: [{ question: 'Did you write this during third period?', answer: 'No, I wrote it at lunch.' }],
      ...more,
    };
  }

  statement(more: Partial<CallInput<'witness-statement.write'>> = {}): CallInput<'witness-statement.write'> {
    return {
      id: null,
      personId: this.witnessId,
      givenAt: '2026-03-20T09:30:00-04:00',
      how: 'spoken',
      manner: 'voluntary',
      words: 'I saw him type on his phone in third period, with the class in front of him.',
      isSummary: true,
      ...more,
    };
  }

  link(weighs: 'for' | 'against', at: readonly [number, number] = [3, 18], item = this.items[0] ?? '') {
    const source =
      item === this.items[0] ? words : 'The views here are mine alone and not the school’s, as it says at the top';
    const [start, end] = at;
    return this.ask('mapping.add', {
      itemId: item,
      policy: '4118.51',
      clause: '7',
      element: 'title-or-reference',
      weighs,
      passage: { kind: 'words', start, end, text: source.slice(start, end) },
      allegationId: this.allegationId,
      reason: null,
    });
  }

  async view() {
    const views = await this.ask('allegation.list', {});
    const view = views.find(({ allegation }) => allegation.id === this.allegationId);
    if (view === undefined) throw new Error('the allegation is listed');
    return view;
  }
}
