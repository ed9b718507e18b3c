import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson, parseJsonFile, withoutAssignment } from '../../src/engine/intake/readers/shared/json/parse-json.ts';

describe('JSON of exports', () => {
  test('is the same whether its records are read one by one or all at once', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 4 }))),
          fc.jsonValue({ maxDepth: 6 }),
          fc.record({ messages: fc.array(fc.record({ a: fc.string(), b: fc.array(fc.record({ c: fc.string() })) })) }),
        ),
        (value) => {
          const text = JSON.stringify(value);
          const [lazy, whole] = [parseJsonFile(Buffer.from(text), 0).parsed, parseJson(text)];
          expect(JSON.stringify(lazy)).toBe(JSON.stringify(whole));
          if (whole !== null) expect(JSON.stringify(whole.value)).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('that breaks off anywhere is read as far as it goes', () => {
    const value = fc.record({
      messages: fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }), at: fc.integer() }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(value, fc.nat(), (whole, cut) => {
        const text = JSON.stringify(whole);
        for (const largeFrom of [0, 1_000_000]) {
          const { parsed } = parseJsonFile(Buffer.from(text.slice(0, cut % text.length)), largeFrom);
          if (parsed === null) continue;
          expect(parsed.cut).toBe(true);
          const list = (JSON.parse(JSON.stringify(parsed.value)) as { messages?: { text?: string }[] }).messages ?? [];
          list.slice(0, -1).forEach((each, index) => {
            expect(each.text).toBe(whole.messages[index]?.text);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keeps one damaged record from taking the others along', () => {
    const text = '{"messages":[{"a":1},{"a":broken},{"a":3}]}';
    for (const largeFrom of [0, 1_000_000]) {
      expect(JSON.stringify(parseJsonFile(Buffer.from(text), largeFrom).parsed?.value)).toBe(
        '{"messages":[{"a":1},null,{"a":3}]}',
      );
    }
  });

  test('of several values one after another is no JSON file', () => {
    expect(parseJson('{"a":1}\n{"b":2}\n')).toBeNull();
    expect(parseJson('{"a":1} and more')).toMatchObject({ value: { a: 1 }, trailing: true, cut: false });
  });

  test('loses the name before it and keeps it apart', () => {
    expect(withoutAssignment('window.YTD.tweets.part0 = [ ]')).toEqual({
      name: 'window.YTD.tweets.part0',
      json: '[ ]',
    });
    expect(withoutAssignment('window.location = "http://x.example"')).toBeNull();
  });
});
