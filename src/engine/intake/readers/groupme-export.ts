import type { Reader } from './reader.ts';
import { jsonReader } from './shared/json/json-reader.ts';
import { groupMeTold, isGroupMe } from './shared/team/groupme.ts';

/** The messages of a GroupMe group or conversation. */
export const groupMe: Reader = jsonReader({
  id: 'groupme',
  label: 'GroupMe export (JSON)',
  source: 'https://dev.groupme.com/docs/v3',
  what: 'a GroupMe export',
  shapes: [
    {
      because: 'Its messages have a sender, a time and likes the way GroupMe writes them.',
      certainty: 'sure',
      fits: isGroupMe,
      told: groupMeTold,
    },
  ],
});
