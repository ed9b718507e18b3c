import type { Reader } from './reader.ts';
import { jsonReader } from './shared/json/json-reader.ts';
import { isTeamsExport, teamsTold } from './shared/team/teams.ts';

/** The personal export of Microsoft Teams or Skype. */
export const teamsExport: Reader = jsonReader({
  id: 'teams',
  label: 'Microsoft Teams or Skype export (JSON)',
  source: 'https://secure.skype.com/en/data-export',
  what: 'a Teams or Skype export',
  shapes: [
    {
      because: 'It holds conversations with message lists the way Teams and Skype export them.',
      certainty: 'sure',
      fits: isTeamsExport,
      told: (root, file) => teamsTold(root, file.zone),
    },
  ],
});
