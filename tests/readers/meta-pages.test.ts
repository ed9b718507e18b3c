import { describe, expect, test } from 'vitest';
import { metaExport } from '../../src/engine/intake/readers/meta-export.ts';
import { readerFor, readWith } from './made/collect.ts';
import { metaBox, metaMessage, metaPage } from './made/exports.ts';

const read = (page: string, name: string) => readWith(metaExport, page, name);

describe('pages of Facebook and Instagram', () => {
  test('reads a conversation, its reactions and pictures; times float', async () => {
    const page = metaPage('Ben Ode', [
      metaBox('<h2 class="_3-95 _2pim _a6-h _a6-i">Participants: Ana and Ben</h2>'),
      metaMessage(
        'ben.ode',
        'see you &amp; bye<div><ul class="_a6-q"><li><span>❤️ana (Apr 23, 2022 5:32 pm)</span></li></ul></div>',
        'Sep 22, 2022 6:33 am',
      ),
      metaMessage(
        'ana',
        '<img src="your_instagram_activity/messages/inbox/ben_1/photos/1.jpg" class="_a6_o _3-96" />',
        'Sep 21, 2022 6:31 pm',
      ),
    ]);
    expect(readerFor(page, 'message_1.html')).toBe('meta-export');
    const { items } = await read(page, 'message_1.html');
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      kind: 'direct-message',
      platform: 'instagram',
      author: { name: 'ben.ode' },
      text: 'see you & bye',
      sentAt: { local: '2022-09-22T06:33:00', instant: null },
      recipients: [{ name: 'ana' }],
    });
    expect(items[0]?.facts).toContainEqual({ label: 'Reaction', value: '❤️ana (Apr 23, 2022 5:32 pm)' });
    expect(items[1]?.attachments).toEqual(['your_instagram_activity/messages/inbox/ben_1/photos/1.jpg']);
  });

  test('tells a conversation from a list of posts where the file was renamed', async () => {
    const chat = await read(
      metaPage('Ben', [
        metaMessage('Ben', 'a', 'Mar 12, 2024, 9:41:07 PM'),
        metaMessage('Ana', 'b', 'Mar 12, 2024, 9:40:07 PM'),
        metaMessage('Ben', 'c', 'Mar 12, 2024, 9:39:07 PM'),
        metaMessage('Ana', 'd', 'Mar 12, 2024, 9:38:07 PM'),
      ]),
      'x.html',
    );
    expect(chat.items.map((item) => item.kind)).toEqual(Array.from({ length: 4 }, () => 'direct-message'));
    const posts = await read(
      metaPage('Your posts', [
        metaMessage('Ana Ruiz updated her status.', 'a', 'Mar 12, 2024, 9:41:07 PM'),
        metaMessage('Ana Ruiz shared a link.', 'b', 'Mar 12, 2024, 9:40:07 PM'),
        metaMessage('Ana Ruiz was at home.', 'c', '12. März 2024, 21:39'),
      ]),
      'x.html',
    );
    expect(posts.items.map((item) => [item.kind, item.text, item.sentAt?.local])).toEqual([
      ['post', 'a', '2024-03-12T21:41:07'],
      ['post', 'b', '2024-03-12T21:40:07'],
      ['post', 'c', '2024-03-12T21:39:00'],
    ]);
  });

  test('reads followers, followed accounts and comments of Instagram', async () => {
    const follower = metaBox(
      '<div class="_a6-p"><div><div><a target="_blank" href="https://www.instagram.com/ana">ana</a></div><div>03. Sept. 2026, 9:33 pm</div></div></div>',
    );
    const { items } = await read(metaPage('Followers', [follower]), 'followers_1.html');
    expect(items[0]).toMatchObject({
      kind: 'connection',
      author: { handle: 'ana' },
      sentAt: { local: '2026-09-03T21:33:00' },
    });
    const followed = metaBox(
      '<h2 class="_3-95 _2pim _a6-h _a6-i">ben</h2><div class="_a6-p"><div><div><a target="_blank" href="https://www.instagram.com/_u/ben">https://www.instagram.com/_u/ben</a></div><div>Sep 08, 2026 3:54 pm</div></div></div>',
    );
    expect((await read(metaPage('Following', [followed]), 'following.html')).items[0]).toMatchObject({
      recipients: [{ handle: 'ben' }],
    });
    const comment = metaBox(
      '<div class="_a6-p"><table><tr><td colspan="2" class="_2pin _a6_q">Comment<div><div>so true</div></div></td></tr><tr><td class="_2pin _a6_q">Time</td><td class="_2pin _2piu _a6_r">Sep 08, 2026 3:54 pm</td></tr></table></div>',
    );
    expect((await read(metaPage('Comments', [comment]), 'post_comments_1.html')).items[0]).toMatchObject({
      kind: 'comment',
      text: 'so true',
      sentAt: { local: '2026-09-08T15:54:00' },
    });
  });

  test('reads the pages of 2009–2017 with the zone they name', async () => {
    const old =
      '<html><body><div class="contents"><div class="thread">Ana, Ben<div class="message"><div class="message_header"><span class="user">Ana Ruiz</span><span class="meta">Thursday, March 5, 2015 at 9:41pm EST</span></div></div><p>hi</p></div></div></body></html>';
    expect(readerFor(old, 'messages.htm')).toBe('meta-export');
    expect((await read(old, 'messages.htm')).items[0]).toMatchObject({
      text: 'hi',
      author: { name: 'Ana Ruiz' },
      sentAt: { instant: '2015-03-06T02:41:00Z' },
    });
  });

  test('runs nothing and asks nobody: blocked servers are told', async () => {
    const { items } = await read(
      metaPage('Ben', [
        metaMessage(
          'Ben',
          '<script>alert(1)</script><img src="https://tracker.example/p.gif">hello',
          'Mar 12, 2024, 9:41:07 PM',
        ),
      ]),
      'message_1.html',
    );
    expect(items[0]?.text).toBe('hello');
    expect(items[0]?.facts[0]).toEqual({
      label: 'Remote content that was blocked',
      value: 'from 1 servers: tracker.example',
    });
  });
});
