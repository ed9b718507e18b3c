import { describe, expect, test } from 'vitest';
import { nameDisagrees, peekAt, recognise } from '../../src/engine/intake/detect.ts';
import type { Certainty, Reader } from '../../src/engine/intake/readers/reader.ts';
import { readers } from '../../src/engine/intake/readers/registry.ts';
import { readerFor } from './made/collect.ts';
import { mail } from './made/mails.ts';
import { makePdf } from './made/pdfs.ts';
import { plainPicture } from './made/pictures.ts';
import { makeZip } from './made/zips.ts';

function reader(id: string, certainty: Certainty, endings: readonly string[]): Reader {
  return {
    id,
    version: 1,
    label: id,
    source: '',
    endings,
    detect: () => ({ certainty, because: '' }),
    read: async function* () {},
  };
}

describe('recognising a format', () => {
  test('goes by content, whatever the name says', async () => {
    const png = await plainPicture(2, 2).png().toBuffer();
    for (const name of ['a.txt', 'a.eml', 'a.zip', 'a.pdf', 'a.csv', 'a']) {
      expect(readerFor(png, name)).toBe('picture');
      expect(readerFor(makePdf({ pages: [['x']] }), name)).toBe('pdf');
      expect(readerFor(makeZip([{ name: 'x', content: 'x' }]), name)).toBe('zip');
      expect(readerFor(mail({ body: 'x' }), name)).toBe('eml');
      expect(readerFor('13/03/2024, 08:00 - Ana: a\n13/03/2024, 08:01 - Ben: b\n', name)).toBe('whatsapp');
      expect(readerFor('Date,From,Message\n2024-03-13,Ana,hi\n', name)).toBe('csv');
      expect(readerFor('Just a note.', name)).toBe('text');
    }
  });

  test('lets the name break a tie and nothing more', () => {
    const peek = peekAt('a.two', Buffer.from('x'));
    const tie = [reader('one', 'likely', ['.one']), reader('two', 'likely', ['.two'])];
    expect(recognise(peek, tie)?.reader.id).toBe('two');
    expect(recognise(peek, [reader('one', 'sure', ['.one']), ...tie])?.reader.id).toBe('one');
    expect(recognise(peek, [reader('no', 'no', ['.two'])])).toBeNull();
  });

  test('notices a name that promises another format', () => {
    const [chosen] = readers.filter((each) => each.id === 'picture');
    if (chosen === undefined) throw new Error('there is a reader of pictures');
    expect(nameDisagrees('letter.pdf', chosen, readers)).toBe(true);
    expect(nameDisagrees('photo.jpg', chosen, readers)).toBe(false);
    expect(nameDisagrees('photo.unheard', chosen, readers)).toBe(false);
  });

  test('takes a mailbox of several messages for no single one, and a log for no chat', () => {
    const box = `From a@x Tue Mar 10 10:42:00 2026\n${mail({ body: 'a' })}\n\nFrom b@x Tue Mar 10 10:43:00 2026\n${mail({ body: 'b' })}`;
    expect(readerFor(box, 'mail.eml')).not.toBe('eml');
    expect(readerFor('2024-03-12 21:41:07 - started\n2024-03-12 21:41:08 - stopped\n', 'server.log')).toBe('text');
  });

  test('knows no bytes of a program', () => {
    expect(readerFor(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'chat.txt')).toBeNull();
  });

  test('gives every reader its own id, a version, a label and where its format is described', () => {
    expect(new Set(readers.map((each) => each.id)).size).toBe(readers.length);
    for (const each of readers) {
      expect(each.version).toBeGreaterThanOrEqual(1);
      expect(each.source).toMatch(/^https:/);
      expect(each.endings.every((ending) => /^(?:\.[a-z0-9]+)+$/.test(ending))).toBe(true);
    }
  });
});
