import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { simpleParser } from 'mailparser';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { wordSources as cafeteriaWords } from '../../scripts/make-samples/cafeteria-joke/build.ts';
import { chatTexts, wordSources as harborWords } from '../../scripts/make-samples/harbor-night/build.ts';
import { attachmentsOf, entriesOf, pdfWords, readSample } from './source-words.ts';
import { incidents, samplesFolder, storyOf } from './story-schema.ts';

const teamArchive = '02-reyes-phone/WhatsApp Chat with HPHS XC team + parents.zip';
const teachersArchive = '07-whitcombe/WhatsApp Chat - Room 214 lunch.zip';

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe.each(incidents)('the sample incident %s', (incident) => {
  const story = storyOf(incident);
  const inbox = path.join(samplesFolder, incident, 'inbox');

  test('names every file of the inbox once as a file and once on a receipt sheet, and no other', () => {
    const present = filesUnder(inbox);
    expect(story.files.map((file) => file.path).sort()).toEqual(present);
    expect(story.receipts.flatMap((receipt) => receipt.files).sort()).toEqual(present);
  });

  test('has the bytes that its list of hashes says', () => {
    const listed = readFileSync(path.join(samplesFolder, incident, 'SHA256SUMS'), 'utf8')
      .trimEnd()
      .split('\n');
    const found = filesUnder(inbox).map((file) => `${sha256(readSample(incident, file))}  inbox/${file}`);
    expect(found.sort()).toEqual([...listed].sort());
  });

  test('adds up to the totals that it tells', () => {
    const members = story.files.flatMap((file) => file.members);
    const single = story.files.filter((file) => file.format !== 'zip');
    const outcomes = [...story.files, ...members].map((each) => each.outcome);
    const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
    expect(story.totals).toEqual({
      files: story.files.length,
      members: members.length,
      items: [...single, ...members].reduce((sum, each) => sum + each.items, 0),
      imported: count('imported'),
      importedWithWarnings: count('imported-with-warnings'),
      duplicate: count('duplicate'),
      rejected: count('rejected'),
    });
  });

  test('counts as many members as its mails and archives hold', async () => {
    for (const file of story.files) {
      if (file.outcome !== 'imported' || (file.format !== 'eml' && file.format !== 'zip')) continue;
      const bytes = readSample(incident, file.path);
      const inside = file.format === 'eml' ? await attachmentsOf(bytes) : await entriesOf(bytes);
      expect([...inside.keys()].sort(), file.path).toEqual(file.members.map((member) => member.path).sort());
      expect(file.format === 'eml' ? file.attachments : file.items, file.path).toBe(inside.size);
    }
  });

  test('dates each mail as its header does', async () => {
    for (const file of story.files.filter((each) => each.format === 'eml')) {
      const mail = await simpleParser(readSample(incident, file.path));
      expect(new Date(file.firstAt ?? '').toISOString(), file.path).toBe(mail.date?.toISOString());
    }
  });

  test('names no mail domain or web address that could be real', () => {
    const text = [...filesUnder(inbox).filter((file) => /\.(eml|txt|csv)$/.test(file)), '../story.yaml']
      .map((file) => readFileSync(path.join(inbox, file), 'utf8'))
      .join('\n');
    const domains = [
      ...[...text.matchAll(/[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g)].map((match) => match[1] ?? ''),
      ...[...text.matchAll(/https?:\/\/([\w.-]+)/g)].map((match) => match[1] ?? ''),
    ].map((domain) => domain.replace(/\.$/, ''));
    expect(domains.filter((domain) => !domain.endsWith('.example'))).toEqual([]);
    expect(text.match(/\(?203\)?[ -]555-(?!01)\d{4}/g)).toBeNull();
  });
});

test('both incidents together stay under six megabytes', () => {
  const bytes = incidents.flatMap((incident) =>
    filesUnder(path.join(samplesFolder, incident, 'inbox')).map((file) => readSample(incident, file).length),
  );
  expect(bytes.reduce((sum, length) => sum + length, 0)).toBeLessThan(6 * 1024 * 1024);
});

describe('the large incident', () => {
  const story = storyOf('harbor-night');

  test('has at least 14 sources in 6 formats and 150 items', () => {
    expect(story.files.length).toBeGreaterThanOrEqual(14);
    expect(new Set(story.files.map((file) => file.format)).size).toBeGreaterThanOrEqual(6);
    expect(story.totals.items).toBeGreaterThanOrEqual(150);
  });

  test('counts as many messages as the exports hold, system lines left out', async () => {
    const expected = new Map(
      story.files
        .flatMap((file) => [file, ...file.members])
        // What came a second time is counted where it came first.
        .filter(({ outcome }) => outcome !== 'duplicate')
        .map((each) => [each.path, each.items]),
    );
    const csv = parseCsv(readSample('harbor-night', '02-reyes-phone/Messages - Coach Ray.csv'), {
      bom: true,
      columns: true,
    });
    expect(csv).toHaveLength(expected.get('02-reyes-phone/Messages - Coach Ray.csv') ?? -1);
    const team = (await entriesOf(readSample('harbor-night', teamArchive))).get(
      'WhatsApp Chat with HPHS XC team + parents.txt',
    );
    // Month, day, two-digit year, U+202F before AM or PM, a name and a colon: the exporter's own shape.
    const androidLine = /^\d{1,2}\/\d{1,2}\/\d{2}, \d{1,2}:\d{2}\u202f[AP]M - [^:]+: /gm;
    expect(team?.toString('utf8').match(androidLine)).toHaveLength(
      expected.get('WhatsApp Chat with HPHS XC team + parents.txt') ?? -1,
    );
    const teachers = (await entriesOf(readSample('harbor-night', teachersArchive))).get('_chat.txt');
    const iphoneLine =
      /^\u200e?\[\d{1,2}\/\d{1,2}\/\d{2}, \d{1,2}:\d{2}:\d{2}\u202f[AP]M\] [^:]+: (?!\u200eMessages)/gm;
    expect(teachers?.toString('utf8').match(iphoneLine)).toHaveLength(expected.get('_chat.txt') ?? -1);
  });

  test('binds each picture that a chat names to an entry of its archive', async () => {
    for (const archive of [teamArchive, teachersArchive]) {
      const entries = await entriesOf(readSample('harbor-night', archive));
      const chat = [...entries].find(([name]) => name.endsWith('.txt'))?.[1].toString('utf8') ?? '';
      const named = [...chat.matchAll(/[\w-]+\.jpg/g)].map((match) => match[0]);
      expect(named.length).toBeGreaterThan(0);
      expect([...entries.keys()].filter((name) => name.endsWith('.jpg')).sort()).toEqual(named.sort());
    }
  });

  test('holds a chat whose dates stay open between day/month and month/day', () => {
    const chat = readSample('harbor-night', '06-tolliver/WhatsApp Chat with Bri.txt').toString('utf8');
    const dates = [...chat.matchAll(/^(\d{2})\/(\d{2})\/(\d{4}), (\d{2}):(\d{2}) - /gm)];
    expect(dates).toHaveLength(15);
    expect(dates.every(([, first, second]) => Number(first) <= 12 && Number(second) <= 12)).toBe(true);
    expect(dates.some(([, first, second]) => first !== second)).toBe(true);
    const dayFirst = dates.map(([, first, second, year, hour, minute]) => `${year}${second}${first}${hour}${minute}`);
    const monthFirst = dates.map(([, first, second, year, hour, minute]) => `${year}${first}${second}${hour}${minute}`);
    expect(dayFirst).toEqual([...dayFirst].sort());
    expect(monthFirst).toEqual([...monthFirst].sort());
  });

  test('holds one file twice under two names and one picture recompressed', async () => {
    const twins = story.files.filter((file) => file.twin !== undefined);
    expect(twins).toHaveLength(2);
    expect(new Set(twins.map((file) => sha256(readSample('harbor-night', file.path)))).size).toBe(1);
    for (const near of story.files.filter((file) => file.nearDuplicateOf !== undefined)) {
      const small = await sharp(readSample('harbor-night', near.path))
        .resize(64, 138, { fit: 'fill' })
        .greyscale()
        .raw()
        .toBuffer();
      const original = readSample('harbor-night', near.nearDuplicateOf ?? '');
      const large = await sharp(original).resize(64, 138, { fit: 'fill' }).flatten().greyscale().raw().toBuffer();
      const difference = small.reduce((sum, value, index) => sum + Math.abs(value - (large[index] ?? 0)), 0);
      expect(difference / small.length).toBeLessThan(3);
    }
  });

  test('holds a picture and an archive that are damaged beyond reading', async () => {
    const picture = readSample('harbor-night', '02-reyes-phone/IMG_4472.PNG');
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
    await expect(sharp(picture).raw().toBuffer()).rejects.toThrow();
    const archive = readSample('harbor-night', '06-tolliver/team chat backup.zip');
    expect(archive.subarray(0, 2).toString('latin1')).toBe('PK');
    await expect(entriesOf(archive)).rejects.toThrow();
  });

  test('prints the web page with a text layer', async () => {
    const words = await pdfWords(readSample('harbor-night', '03-pell/Whitcombe facebook page.pdf'));
    expect(words).toContain('1/20/26, 8:41 PM');
    expect(words).toContain('Forty pounds of tomatoes');
  });
});

describe('the generators', () => {
  test.each([['harbor-night', harborWords] as const, ['cafeteria-joke', cafeteriaWords] as const])(
    'write the same words that lie in %s',
    (incident, words) => {
      for (const [file, bytes] of words()) {
        expect(readSample(incident, file).equals(Buffer.from(bytes)), file).toBe(true);
      }
    },
  );

  test('write the same chats that lie in the two archives', async () => {
    const team = await entriesOf(readSample('harbor-night', teamArchive));
    const teachers = await entriesOf(readSample('harbor-night', teachersArchive));
    expect([...team.values()][0]?.toString('utf8')).toBe(chatTexts().team);
    expect([...teachers.values()][0]?.toString('utf8')).toBe(chatTexts().teachers);
  });
});

test('the voicemail is a recording of 10 to 40 seconds that is not silent', () => {
  const wav = readSample('cafeteria-joke', '02-office/voicemail 2025-11-20 0805.wav');
  expect(wav.toString('latin1', 8, 12)).toBe('WAVE');
  const seconds = wav.readUInt32LE(40) / wav.readUInt32LE(28);
  expect(seconds).toBeGreaterThan(10);
  expect(seconds).toBeLessThan(40);
  const loud = wav.subarray(44).filter((sample) => Math.abs(sample - 128) > 20);
  expect(loud.length / (wav.length - 44)).toBeGreaterThan(0.05);
});
