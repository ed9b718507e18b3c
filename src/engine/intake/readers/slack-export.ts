import type { Reader } from './reader.ts';
import { slackCompany } from './shared/company/slack.ts';
import { jsonReader } from './shared/json/json-reader.ts';
import { isSlackDay, isSlackUsers, slackTold, slackUsersTold } from './shared/team/slack.ts';

/** A day of a channel, or the list of members, of an exported Slack workspace. */
export const slackExport: Reader = jsonReader({
  id: 'slack',
  label: 'Slack export (JSON)',
  source: 'https://slack.com/help/articles/220556107-How-to-read-Slack-data-exports',
  what: 'a Slack export',
  version: 2,
  company: slackCompany,
  shapes: [
    {
      because: 'Its entries have a type and a time the way Slack exports a day of a channel.',
      certainty: 'sure',
      fits: isSlackDay,
      told: slackTold,
    },
    {
      because: 'Its entries are the members of a Slack workspace.',
      certainty: 'sure',
      fits: isSlackUsers,
      told: slackUsersTold,
    },
  ],
});
