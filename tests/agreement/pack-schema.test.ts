import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Actor, eventKinds } from '../../src/contract/agreement.ts';
import { packJsonSchema } from '../../src/engine/agreement/index.ts';
import { resources } from './case.ts';

const published: unknown = JSON.parse(readFileSync(join(resources, 'agreements/pack.schema.json'), 'utf8'));
const Json = z.record(z.string(), z.json());
const schema = z.fromJSONSchema(Json.parse(published));

function packFiles(folder: string): readonly string[] {
  return readdirSync(join(resources, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
}

/** A pack as it is written, with the dates of YAML as text. */
function written(file: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(parse(readFileSync(join(resources, file), 'utf8')));
}

describe('the published schema of packs', () => {
  test('is the one that the engine reads packs by (write it anew with tests/agreement/write-pack-schema.ts)', () =>
    expect(published).toEqual(JSON.parse(JSON.stringify(packJsonSchema()))));

  test.each([...packFiles('agreements'), ...packFiles('laws')])('takes %s', (file) => {
    const result = schema.safeParse(written(file));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  test('names every kind of event and every actor', () => {
    const text = JSON.stringify(published);
    for (const name of [...Object.keys(eventKinds), ...Actor.options]) expect(text).toContain(`"${name}"`);
  });

  const nurses = written('agreements/example-nurses/1.yaml');
  test.each([
    ['a field that nobody knows', { ...nurses, colour: 'blue' }],
    ['a pack without articles', { ...nurses, articles: [] }],
    ['a kind of day that nobody knows', { ...nurses, days: { default: { dayKind: 'moon' } } }],
    ['a status that nobody knows', { ...nurses, status: 'signed' }],
    ['an event that nobody knows', { ...nurses, appearsWith: ['union-rang'] }],
  ])('refuses %s', (_, pack) => expect(schema.safeParse(pack).success).toBe(false));
});
