import type { Reader } from './reader.ts';
import { googleChatCompany } from './shared/company/google.ts';
import { jsonReader } from './shared/json/json-reader.ts';
import { googleChatTold, hangoutsTold, isGoogleChat, isHangouts } from './shared/team/google-chat.ts';

/** A conversation or room of Google Chat, or all of Hangouts, from Google Takeout. */
export const googleChat: Reader = jsonReader({
  id: 'google-chat',
  label: 'Google Chat or Hangouts export (JSON)',
  source: 'https://support.google.com/accounts/answer/3024190',
  what: 'a Google Chat export',
  version: 2,
  company: googleChatCompany,
  shapes: [
    {
      because: 'It holds messages with a creator and a topic the way Google Takeout writes Google Chat.',
      certainty: 'sure',
      fits: isGoogleChat,
      told: (root, file) => googleChatTold(root, file.zone),
    },
    {
      because: 'It holds conversations with events the way Google Takeout wrote Hangouts.',
      certainty: 'sure',
      fits: isHangouts,
      told: hangoutsTold,
    },
  ],
});
