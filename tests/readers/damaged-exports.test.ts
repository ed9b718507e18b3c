import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ItemDraft } from '../../src/contract/item.ts';
import { peekAt, recognise } from '../../src/engine/intake/detect.ts';
import { readers } from '../../src/engine/intake/readers/registry.ts';
import { readWith } from './made/collect.ts';
import { jsonSamples } from './made/export-samples.ts';
import { metaMessage, metaPage } from './made/exports.ts';

async function readAny(content: string | Uint8Array, name: string) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const found = recognise(peekAt(name, bytes), readers);
  return found === null ? null : { id: found.reader.id, result: await readWith(found.reader, bytes, name) };
}

/** All places in a tree of values. */
function placesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, each]) =>
    placesOf(each, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [path, ...inner];
}

function withAnother(value: unknown, path: readonly (string | number)[], other: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return other;
  if (Array.isArray(value))
    return value.map((each: unknown, at) => (at === first ? withAnother(each, rest, other) : each));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, each]) => [name, name === first ? withAnother(each, rest, other) : each]),
  );
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    'null',
    [],
    {},
    [[]],
    [null],
    { __proto__: null },
    '9'.repeat(400),
    '\u0000',
    '<',
    '\ud800',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

describe('exports with something else in the place of what belongs there', () => {
  for (const [name, sample] of Object.entries(jsonSamples)) {
    test(`never fail and yield nothing that breaks the contract: ${name}`, async () => {
      const places = placesOf(sample);
      const drawn = fc.record({ place: fc.nat(places.length - 1), other: odd });
      await fc.assert(
        fc.asyncProperty(drawn, async ({ place, other }) => {
          const read = await readAny(JSON.stringify(withAnother(sample, places[place] ?? [], other)), 'export.json');
          for (const item of read?.result.items ?? []) ItemDraft.parse(item);
        }),
        { numRuns: 60 },
      );
    });

    test(`are read wherever they break off: ${name}`, async () => {
      const whole = JSON.stringify(sample, null, 1);
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length), async (at) => {
          const read = await readAny(whole.slice(0, at), 'export.json');
          for (const item of read?.result.items ?? []) ItemDraft.parse(item);
        }),
        { numRuns: 30 },
      );
    });
  }
});

describe('each export is taken by its own reader', () => {
  const own: Readonly<Record<string, string>> = {
    messenger: 'meta-export',
    facebookPosts: 'meta-export',
    facebookComments: 'meta-export',
    facebookFriends: 'meta-export',
    instagramPosts: 'meta-export',
    instagramComments: 'meta-export',
    instagramFollowers: 'meta-export',
    telegram: 'telegram',
    telegramAccount: 'telegram',
    discord: 'discord',
    slack: 'slack',
    teams: 'teams',
    googleChat: 'google-chat',
    hangouts: 'google-chat',
    groupme: 'groupme',
    snapchat: 'snapchat',
    snapchatFriends: 'snapchat',
    tiktok: 'tiktok',
    myActivity: 'google-activity',
    signal: 'signal',
    x: 'x-archive',
    xMessages: 'x-archive',
  };
  test.each(Object.keys(jsonSamples))('%s', async (name) => {
    const read = await readAny(JSON.stringify(jsonSamples[name]), 'some file');
    expect(read?.id).toBe(own[name]);
    expect(read?.result.items.length).toBeGreaterThan(0);
    expect(read?.result.refusal).toBeNull();
  });

  test('a large file is recognised by its beginning alone', async () => {
    const messages = Array.from({ length: 3000 }, (_, at) => ({
      sender_name: 'Ana',
      timestamp_ms: 1_710_000_000_000 - at,
      content: `message ${at} ${'x'.repeat(40)}`,
    }));
    const text = JSON.stringify({
      participants: [{ name: 'Ana' }, { name: 'Ben' }],
      messages,
      title: 'Ben',
      thread_path: 'inbox/b',
    });
    const read = await readAny(text, 'x');
    expect([read?.id, read?.result.items.length]).toEqual(['meta-export', 3000]);
  });

  test('a file whose messages are so long that its beginning holds only a few is recognised all the same', async () => {
    const long = 'word '.repeat(4000);
    const messages = Array.from({ length: 8 }, (_, id) => ({
      text: long,
      id,
      type: 'message',
      date: '2024-03-12T21:41:07',
      from: 'Ana',
    }));
    const read = await readAny(JSON.stringify({ name: 'x', type: 'personal_chat', id: 1, messages }), 'x');
    expect([read?.id, read?.result.items.length]).toEqual(['telegram', 8]);
  });

  test.each([
    '{"a": 1}',
    '[1, 2, 3]',
    '[]',
    '{}',
    '{"messages": []}',
    '{"log": {"version": "1.2", "entries": []}}',
    '[{"name": "roster"}]',
  ])('no export takes %s', async (text) => {
    const read = await readAny(text, 'export.json');
    expect(Object.values(own)).not.toContain(read?.id);
  });
});

describe('hostile exports', () => {
  test('a value a million layers deep is no crash', async () => {
    const deep = `{"participants":[],"thread_path":"x","title":"t","messages":[${'['.repeat(200_000)}`;
    const read = await readAny(deep, 'message_1.json');
    expect(read).not.toBeNull();
    const closed = `{"participants":[],"thread_path":"x","messages":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await readAny(closed, 'message_1.json')).not.toBeNull();
  });

  test('names of the language itself are names like any other', async () => {
    const read = await readAny(
      '{"participants":[{"name":"Ana"},{"name":"Ben"}],"thread_path":"x","messages":[{"__proto__":{"content":"no"},"constructor":1,"sender_name":"Ana","timestamp_ms":5}]}',
      'message_1.json',
    );
    expect(read?.result.items.map((item) => item.text)).toEqual(['']);
    expect(({} as Record<string, unknown>)['content']).toBeUndefined();
  });

  test.each([
    ['blanks', ' '.repeat(60_000)],
    ['dates', 'Mar 12, 2024  9:41:07 PM '.repeat(3000)],
    ['colons', 'Date:\n'.repeat(10_000)],
    ['tags', '<div class="message">'.repeat(3000)],
    ['unclosed tags', `<html><div class="pam _3-95 _2ph- _a6-g">${'<div class="_a6-p '.repeat(3000)}`],
    ['angle brackets', '<'.repeat(60_000)],
    ['sms', `<smses count="1">${'<sms '.repeat(10_000)}`],
    ['quotes', `{"a":"${'\\"'.repeat(30_000)}`],
    ['chat headings', `Chat History with ${'x'.repeat(60_000)}`],
    ['references', `<smses count="1"><sms address="1" date="1" type="1" body="${'&#'.repeat(30_000)}"/></smses>`],
    ['telegram', '<div class="message default clearfix joined">'.repeat(2000)],
    ['discord', '<div class="chatlog__message-container ">'.repeat(2000)],
    ['activity', '<div class="outer-cell mdl-cell">'.repeat(2000)],
  ])('%s by the thousand cost no more than a moment', async (_name, text) => {
    const began = performance.now();
    await readAny(text, 'x');
    expect(performance.now() - began).toBeLessThan(4000);
  });

  test('scripts in pages are neither run nor read as words', async () => {
    const page = metaPage('<script>alert(1)</script>', [
      metaMessage('Ana', '<img src=x onerror=alert(1)><svg onload=alert(1)></svg>words', 'Mar 12, 2024, 9:41:07 PM'),
    ]);
    const read = await readAny(page, 'message_1.html');
    expect(read?.result.items[0]?.text).toBe('words');
  });
});
