import { jsonSamples } from './export-samples.ts';
import { mmsXml, smsesXml, smsXml } from './sms.ts';

const json = (name: string): string => JSON.stringify(jsonSamples[name], null, 1);

/** A sound file of each account export, by the id of its reader. */
const texts: Readonly<Record<string, string>> = {
  'sms-backup': smsesXml([
    smsXml({ address: '+12035550142', date: 1_710_279_667_000, type: 1, body: 'hi 😀' }),
    mmsXml({
      address: '1~2',
      date: 1_710_279_668_000,
      box: 1,
      parts: [
        { ct: 'text/plain', text: 'look' },
        { ct: 'image/png', cl: 'a.png', data: 'aGVsbG8=' },
      ],
    }),
  ]),
  imessage:
    'Oct 17, 2021 10:31:49 PM\nAna\nq\nTapbacks:\nLoved by Me\n\n    Oct 17, 2021 10:32:03 PM\n    Me\n    a\n\nOct 17, 2021 10:34:00 PM You named it Team\n',
  imazing:
    'Chat Session,Message Date,Service,Type,Sender ID,Sender Name,Text,Attachment\nAna,2024-03-12 21:41:07,iMessage,Incoming,+12035550142,Ana,"hi, you",a.jpg\n',
  'meta-export': json('messenger'),
  'x-archive': `window.YTD.tweets.part0 = ${json('x')}`,
  telegram: json('telegram'),
  discord: json('discord'),
  slack: json('slack'),
  teams: json('teams'),
  'google-chat': json('googleChat'),
  groupme: json('groupme'),
  snapchat: json('snapchat'),
  tiktok: json('tiktok'),
  signal: `${JSON.stringify({ chat: { id: '5', recipientId: '2' } })}\n${JSON.stringify({ chatItem: { chatId: '5', authorId: '2', dateSent: '1710279667123', incoming: {}, standardMessage: { text: { body: 'hi' } } } })}\n`,
  'google-activity': json('myActivity'),
  linkedin:
    'Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2024-03-12 21:41:07,https://x.example,"Proud, very",,,PUBLIC\n',
  reddit:
    'id,permalink,date,ip,subreddit,gildings,link,parent,body,media\nk1,https://x.example,2024-03-12 21:41:07 UTC,,teachers,0,,,"so tired",\n',
};

export const soundExports: Readonly<Record<string, () => Promise<Buffer>>> = Object.fromEntries(
  Object.entries(texts).map(([id, text]) => [id, async () => Buffer.from(text)]),
);
