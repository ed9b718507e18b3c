import type { Reader } from './reader.ts';
import {
  isSnapchatAccount,
  isSnapchatFriends,
  isSnapchatHistory,
  snapchatAccountTold,
  snapchatFriendsTold,
  snapchatTold,
} from './shared/accounts/snapchat.ts';
import { snapchatCompany } from './shared/company/snapchat.ts';
import { jsonReader } from './shared/json/json-reader.ts';

/** Chats, snaps, friends and account of "My Data" of Snapchat. Only what was saved in a chat is in it. */
export const snapchatExport: Reader = jsonReader({
  id: 'snapchat',
  label: 'Snapchat "My Data" (JSON)',
  source: 'https://help.snapchat.com/hc/en-us/articles/7012305371156',
  what: 'a Snapchat export',
  version: 2,
  company: snapchatCompany,
  shapes: [
    {
      because: 'It holds messages with a media type and a time the way Snapchat exports them.',
      certainty: 'sure',
      fits: isSnapchatHistory,
      told: (root, file) => snapchatTold(root, file.zone),
    },
    {
      because: 'It holds friends the way Snapchat exports them.',
      certainty: 'sure',
      fits: isSnapchatFriends,
      told: (root, file) => snapchatFriendsTold(root, file.zone),
    },
    {
      because: 'It holds an account the way Snapchat exports it.',
      certainty: 'sure',
      fits: isSnapchatAccount,
      told: (root, file) => snapchatAccountTold(root, file.zone),
    },
  ],
});
