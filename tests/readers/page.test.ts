import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { savedPage } from '../../src/engine/intake/readers/saved-page.ts';
import { momentAsIso } from '../../src/engine/intake/readers/shared/moments.ts';
import { readerFor, readWith } from './made/collect.ts';
import { makePage, postPage } from './made/pages.ts';

const read = (content: string | Uint8Array) => readWith(savedPage, content, 'page.html');

function factOf(item: { facts: { label: string; value: string }[] } | undefined, label: string): string | null {
  return item?.facts.find((fact) => fact.label === label)?.value ?? null;
}

describe('saved web pages', () => {
  test('give one item with the words that a browser shows and the facts that the page declares', async () => {
    expect(readerFor(postPage, 'post.txt')).toBe('html');
    const { items, warnings } = await read(postPage);
    expect(items).toHaveLength(1);
    const [item] = items;
    expect(item).toMatchObject({
      kind: 'page',
      title: 'Otter Booster Club',
      author: { name: 'Jose Ruiz', handle: null },
      url: 'https://social.example.com/posts/77',
      sentAt: { instant: '2026-03-10T14:42:00Z', basis: 'offset' },
    });
    expect(item?.text).toContain('We lost because of the "refs".');
    expect(item?.text).toContain('menu words');
    expect(warnings.join(' ')).toContain('scripts (1); none was run');
  });

  test('tell hidden words apart and say so', async () => {
    const { items, warnings } = await read(postPage);
    const [shown = '', hidden = ''] = (items[0]?.text ?? '').split('[Hidden on the page]');
    for (const words of ['hidden by its class', 'hidden by its style', 'white on white', 'words without scripts']) {
      expect(hidden).toContain(words);
      expect(shown).not.toContain(words);
    }
    expect(hidden).not.toContain('menu words');
    expect(warnings.join(' ')).toContain('would not show');
  });

  test('keep the exact time behind words such as "3 h"', async () => {
    const { items } = await read(postPage);
    expect(items[0]?.text).toContain('3 h (2026-03-10T10:42:00-04:00)');
    expect(items[0]?.text).toContain('yesterday (2026-03-10T14:42:00Z)');
  });

  test('list every server that was not asked, and none that waits for a click', async () => {
    const { items } = await read(postPage);
    const blocked = factOf(items[0], 'Remote content that was blocked') ?? '';
    for (const host of [
      'cdn.example.net',
      'styles.example.org',
      'fonts.example.com',
      'img.example.io',
      'tracker.example.com',
    ]) {
      expect(blocked).toContain(host);
    }
    expect(blocked).not.toContain('elsewhere');
    expect(blocked).not.toContain('social.example.com');
  });

  test('read the address from the comment of Chrome, and name the folder of a complete page', async () => {
    const { items } = await read(
      makePage({
        before: '<!-- saved from url=(0032)https://social.example.com/p/5 -->\n',
        body: '<img src="./Otter_files/a.png"><img src="Otter_files/b%20c.png">words',
      }),
    );
    expect(items[0]?.url).toBe('https://social.example.com/p/5');
    expect(items[0]?.sentAt).toBeNull();
    expect(factOf(items[0], 'Folder of the page')).toContain('2 files in "Otter_files"');
  });

  test('keep the capture of SingleFile apart from the publication', async () => {
    const comment =
      '<!--\n Page saved with SingleFile \n url: https://social.example.com/p/5 \n saved date: Tue Mar 12 2024 21:41:07 GMT+0100 (Central European Standard Time)\n-->';
    const plain = makePage({ body: 'words' }).replace('<head>', `${comment}<head>`);
    const [item] = (await read(plain)).items;
    expect(item?.sentAt === null || item === undefined ? null : momentAsIso(item.sentAt)).toBe(
      '2024-03-12T21:41:07+01:00',
    );
    expect(factOf(item, 'Date')).toContain('that of the capture');
    const dated = plain.replace('</head>', '<meta name="date" content="2024-03-01"></head>');
    const [second] = (await read(dated)).items;
    expect(second?.sentAt?.local).toBe('2024-03-01');
    expect(factOf(second, 'Saved at')).toContain('Tue Mar 12 2024');
  });

  test('read frames that lie in the page and shadow trees as shown words', async () => {
    const { items } = await read(
      makePage({
        body: '<iframe srcdoc="&lt;p&gt;in the frame&lt;/p&gt;"></iframe><div><template shadowrootmode="open"><p>in the shadow</p></template></div><template><p>never shown</p></template>',
      }),
    );
    const [shown = '', hidden = ''] = (items[0]?.text ?? '').split('[Hidden on the page]');
    expect(shown).toContain('in the frame');
    expect(shown).toContain('in the shadow');
    expect(hidden).toContain('never shown');
  });

  test('obey the charset that the page names, and mistrust one that cannot be', async () => {
    const latin = Buffer.from(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>x</title></head><body>señora</body></html>',
      'latin1',
    );
    const first = await read(latin);
    expect(first.items[0]?.text).toBe('señora');
    expect(first.warnings).toEqual([]);
    const wrong = Buffer.from('<html><head><meta charset="iso-8859-1"></head><body>señora</body></html>', 'utf8');
    expect((await read(wrong)).items[0]?.text).toBe('señora');
    const wide = Buffer.from('\ufeff<html><head><meta charset="utf-8"></head><body>señora</body></html>', 'utf16le');
    expect((await read(wide)).items[0]?.text).toBe('señora');
    expect(readerFor(wide, 'x')).toBe('html');
  });

  test('say that a page made by scripts shows nothing without them', async () => {
    const { items, warnings } = await read('<!doctype html><html><body><script>show()</script></body></html>');
    expect(items).toHaveLength(1);
    expect(warnings.join(' ')).toContain('no words without its scripts');
  });

  test('take the larger pictures that lie in the page, not its icons', async () => {
    const photo = `data:image/png;base64,${Buffer.alloc(9000, 7).toString('base64')}`;
    const { members, items } = await read(
      makePage({ body: `<img src="${photo}"><img src="${photo}"><img src="data:image/png;base64,AAAA">` }),
    );
    expect(members.map((member) => [member.name, member.bytes.length])).toEqual([['picture 1.png', 9000]]);
    expect(items[0]?.attachments).toEqual(['picture 1.png']);
  });

  test('survive elements nested a hundred thousand deep', async () => {
    const { items } = await read(`<html><body>${'<div>'.repeat(100_000)}deep</body></html>`);
    expect(items[0]?.text).toContain('deep');
  }, 60_000);

  test('give back any words that were put into paragraphs', async () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Zñé0-9]{1,12}$/), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(words, async (paragraphs) => {
        const html = makePage({ body: paragraphs.map((each) => `<p>${each}</p>`).join('') });
        const { items } = await read(html);
        expect(items[0]?.text.split('\n').filter((line) => line !== '')).toEqual(paragraphs);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  test('are not taken for pages where a text only speaks of tags', () => {
    expect(readerFor('Write <html> at the top of your page.', 'note.txt')).toBe('text');
    expect(readerFor('a < b and <p> is a tag', 'note.html')).toBe('text');
  });
});
