import { describe, expect, test } from 'vitest';
import { imazingExport } from '../../src/engine/intake/readers/imazing-export.ts';
import { linkedinExport } from '../../src/engine/intake/readers/linkedin-export.ts';
import { redditExport } from '../../src/engine/intake/readers/reddit-export.ts';
import { readerFor, readWith } from './made/collect.ts';

describe('LinkedIn', () => {
  test('reads messages, connections, invitations and posts', async () => {
    const messages =
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n2-a,,Ana Ruiz,https://www.linkedin.com/in/ana,Ben Ode,https://www.linkedin.com/in/ben,2024-03-12 21:41:07 UTC,,"hello, Ben",INBOX\n';
    expect(readerFor(messages, 'messages.csv')).toBe('linkedin');
    expect((await readWith(linkedinExport, messages)).items[0]).toMatchObject({
      kind: 'direct-message',
      text: 'hello, Ben',
      author: { name: 'Ana Ruiz' },
      recipients: [{ name: 'Ben Ode', handle: 'https://www.linkedin.com/in/ben' }],
      sentAt: { instant: '2024-03-12T21:41:07Z' },
    });
    const connections =
      'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nBen,Ode,https://www.linkedin.com/in/ben,,Sample School,Coach,12 Mar 2024\n,,,,,,13 Mar 2024\n';
    expect(readerFor(connections, 'Connections.csv')).toBe('linkedin');
    const read = await readWith(linkedinExport, connections);
    expect(read.items[0]).toMatchObject({
      kind: 'connection',
      recipients: [{ name: 'Ben Ode' }],
      sentAt: { local: '2024-03-12' },
    });
    expect(read.unreadable).toHaveLength(1);
    const shares =
      'Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2024-03-12 21:41:07,https://www.linkedin.com/feed/1,"Proud of the team",,,MEMBER_NETWORK\n';
    expect(readerFor(shares, 'Shares.csv')).toBe('linkedin');
    expect((await readWith(linkedinExport, shares)).items[0]).toMatchObject({
      kind: 'post',
      text: 'Proud of the team',
    });
    const comments = 'Date,Link,Message\n2024-03-12 21:41:07,https://www.linkedin.com/feed/1,Well done\n';
    expect(readerFor(comments, 'Comments.csv')).toBe('linkedin');
  });
});

describe('Reddit', () => {
  test('reads posts, comments and messages', async () => {
    const comments =
      'id,permalink,date,ip,subreddit,gildings,link,parent,body,media\nk1,https://www.reddit.com/r/a/1,2024-03-12 21:41:07 UTC,192.0.2.1,teachers,0,https://www.reddit.com/r/a/0,,"so tired,\nreally",\nk2,https://www.reddit.com/r/a/2,2024-03-12 21:41:08 UTC,,teachers,0,,,[deleted],\n';
    expect(readerFor(comments, 'comments.csv')).toBe('reddit');
    const { items } = await readWith(redditExport, comments);
    expect(items[0]).toMatchObject({
      kind: 'comment',
      text: 'so tired,\nreally',
      sentAt: { instant: '2024-03-12T21:41:07Z' },
    });
    expect(items[1]?.deleted).toBe(true);
    const posts =
      'id,permalink,date,ip,subreddit,gildings,title,url,body\np1,https://www.reddit.com/r/a/3,2024-03-12 21:41:07 UTC,,teachers,0,Advice,,body here\n';
    expect((await readWith(redditExport, posts)).items[0]).toMatchObject({
      kind: 'post',
      title: 'Advice',
      text: 'body here',
    });
    const messages =
      'id,permalink,thread_id,date,ip,from,to,subject,body\nm1,https://www.reddit.com/message/1,t1,2024-03-12 21:41:07 UTC,,ana,ben,hey,words\n';
    expect(readerFor(messages, 'messages.csv')).toBe('reddit');
    expect((await readWith(redditExport, messages)).items[0]).toMatchObject({
      author: { handle: 'ana' },
      recipients: [{ handle: 'ben' }],
      title: 'hey',
    });
  });
});

describe('iMazing', () => {
  test('reads messages with edits and attachments; notifications are no items and times float', async () => {
    const csv =
      '\ufeffChat Session,Message Date,Delivered Date,Read Date,Edited Date,Deleted Date,Service,Type,Sender ID,Sender Name,Status,Replying to,Subject,Text,Reactions,Attachment,Attachment type\nAna Ruiz,2024-03-12 21:41:07,,,,,iMessage,Incoming,+12035550142,Ana Ruiz,Read,,,"hello, you",❤️ Me,,\nAna Ruiz,2024-03-12 21:42:07,,,2024-03-12 21:43:00,,iMessage,Outgoing,,,Delivered,hello,,hi,,IMG_1.HEIC,Image\nAna Ruiz,2024-03-12 21:44:07,,,,,iMessage,Notification,,,,,,Ana named the conversation,,,\n';
    expect(readerFor(csv, 'Messages - Ana Ruiz.csv')).toBe('imazing');
    const { items } = await readWith(imazingExport, csv);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      kind: 'sms',
      platform: 'imessage',
      author: { name: 'Ana Ruiz', handle: '+12035550142' },
      text: 'hello, you',
      sentAt: { local: '2024-03-12T21:41:07', instant: null },
    });
    expect(items[0]?.facts).toContainEqual({ label: 'Reactions', value: '❤️ Me' });
    expect(items[1]).toMatchObject({
      author: null,
      edited: true,
      attachments: ['IMG_1.HEIC'],
      recipients: [{ name: 'Ana Ruiz' }],
    });
  });
});
