import type { ComposedInput } from '../../src/engine/referral/input/composed.ts';
import { cite, guideline, head, leadIn } from './sample-basics.ts';

export const representation =
  'You have the right to be accompanied by a representative of the Alder Cove Education Association at any interview that may lead to discipline. If you wish one, tell the investigator; the interview will wait up to two school days so that one can attend.';

/** A letter that holds every kind of block but a picture. */
export const sampleNotice: ComposedInput = {
  kind: 'notice-of-investigation',
  composed: true,
  title: 'Notice of investigation',
  ...head,
  date: '2026-03-13',
  language: 'en',
  preparedBy: { name: 'Marguerite Oyelaran', role: 'Assistant principal' },
  marking: null,
  onePage: false,
  letter: {
    to: {
      name: 'Rowan Tidewell',
      role: 'Teacher of biology',
      addressLines: ['Alder Cove High School', '400 Tern Street', 'Alder Cove, Connecticut 06000'],
      salutation: 'Rowan Tidewell',
    },
    from: { name: 'Lucinda Farrow', role: 'Principal' },
    delivery: 'by hand',
    copies: ['Imogen Castellane, Alder Cove Education Association', 'Personnel office'],
  },
  parts: [
    part('opening', null, [
      { block: 'paragraphs', text: [['On March 11, 2026 the district received a complaint in which you are named.']] },
      { block: 'stress', text: 'No conclusion has been reached.' },
    ]),
    part('provisions', 'Provisions that may be involved', [
      {
        block: 'clauses',
        title: 'Policy 4118.51/4218.51, Social Networking',
        adopted: 'adopted January 2011; revised October 2018',
        clauses: [
          { id: '3', label: 'Guideline 3', force: 'prohibition', leadIn, words: guideline(3), note: null },
          {
            id: '8',
            label: 'Guideline 8',
            force: 'prohibition',
            leadIn,
            words: guideline(8),
            note: 'A note on the words.',
          },
        ],
      },
    ]),
    part('representation', 'Representation', [
      { block: 'paragraphs', text: [[representation]] },
      { block: 'note', text: 'Source: Alder Cove Teachers’ Agreement (invented sample), article 14.3.' },
    ]),
    part('what', 'What is known', [
      {
        block: 'facts',
        rows: [
          { name: 'Received', value: ['March 11, 2026'] },
          { name: 'Shown in', value: [cite('A-1')] },
        ],
      },
      {
        block: 'table',
        header: ['Exhibit', 'What it is'],
        widths: [1, 3],
        rows: [
          [[cite('A-1')], ['An e-mail']],
          [['A-2'], ['A picture of a post, by somebody with a very long name indeed']],
        ],
      },
      { block: 'quote', words: { text: 'لا أحد يعلّم الآن؟', language: 'ar' }, citation: cite('A-1') },
      { block: 'hash', name: 'Fingerprint', value: head.checkpoint.fingerprint },
      { block: 'absent', text: 'Nothing else was recorded.' },
      { block: 'signatures', lines: [{ who: 'Rowan Tidewell' }, { who: 'Representative' }] },
    ]),
    part('keep', 'What to keep in mind', [
      {
        block: 'list',
        ordered: false,
        items: [['Please keep what may bear on the matter.'], ['You will not be asked for a password.']],
      },
      { block: 'list', ordered: true, items: [['First.'], ['Second.']] },
    ]),
  ],
};

function part(
  id: string,
  heading: string | null,
  blocks: ComposedInput['parts'][number]['blocks'],
): ComposedInput['parts'][number] {
  return { id, heading, level: 1, anchor: null, startsPage: false, blocks };
}
