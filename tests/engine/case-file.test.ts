import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCase, verifyCase } from '../../src/verifier/index.ts';
import { Desk, root } from './desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.end());

const passphrase = 'four unrelated garden words';

const openIt = (words: string | null) => desk.refused('case.open', { path: desk.path, passphrase: words });

describe('an encrypted case', () => {
  test('opens by its passphrase and by its recovery key, by nothing else, and shows no word of its content', async () => {
    await desk.ask('case.create', { path: desk.path, title: 'Wintergreen', passphrase, district: null });
    const { key } = await desk.ask('case.recovery-key', {});
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await desk.ask('case.state', {})).encrypted).toBe(true);
    await desk.ask('case.close', {});

    expect(readFileSync(desk.path).includes('Wintergreen')).toBe(false);
    expect(readFileSync(desk.path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    const before = readFileSync(desk.path);
    expect((await openIt('four unrelated garden word')).kind).toBe('case-wrong-key');
    expect((await openIt(null)).kind).toBe('case-needs-passphrase');
    const letter = key?.at(0) === '0' ? '1' : '0';
    expect((await openIt(`${letter}${key?.slice(1) ?? ''}`)).kind).toBe('case-wrong-key');
    expect(readFileSync(desk.path).equals(before)).toBe(true);

    const recovered = await desk.ask('case.open', {
      path: desk.path,
      passphrase: key?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o') ?? '',
    });
    expect(recovered.title).toBe('Wintergreen');
    await desk.ask('case.close', {});
    await desk.ask('case.open', { path: desk.path, passphrase });
    await desk.ask('case.close', {});
    for (const words of [passphrase, key]) {
      const opened = openCase(desk.path, words);
      expect(verifyCase(opened, null).ok).toBe(true);
      opened.close();
    }
  }, 60_000);

  test('leaves no word of the evidence in any file, neither while it is open nor afterwards', async () => {
    await desk.ask('case.create', { path: desk.path, title: 'T', passphrase, district: null });
    desk.write('given/note.txt', 'Wintergreen needle. '.repeat(4000));
    await desk.import('given/note.txt');
    await desk.ask('fact.record', { itemId: null, words: 'Juniper needle' });
    await desk.ask('item.search', { words: 'wintergreen', limit: 1 });
    const whole = () =>
      readdirSync(desk.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'note.txt')
        .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'));
    expect(whole().length).toBeGreaterThan(1);
    expect(whole().some((bytes) => /wintergreen|juniper/i.test(bytes))).toBe(false);
    await desk.ask('case.close', {});
    expect(whole().some((bytes) => /wintergreen|juniper/i.test(bytes))).toBe(false);
    expect(desk.log.join('\n')).not.toMatch(/wintergreen|juniper|note\.txt/i);
  }, 30_000);

  test('is not made with a passphrase of fewer than 12 characters', async () => {
    const error = await desk.refused('case.create', {
      path: desk.path,
      title: 'T',
      passphrase: 'short words',
      district: null,
    });
    expect(error.kind).toBe('passphrase-too-weak');
    expect(readdirSync(desk.folder)).not.toContain('case.evenhand');
  });

  test('takes the same passphrase in either way of writing an accented letter', async () => {
    await desk.ask('case.create', { path: desk.path, title: 'T', passphrase: 'crème brûlée ñandú', district: null });
    await desk.ask('case.close', {});
    await desk.ask('case.open', { path: desk.path, passphrase: 'crème brûlée ñandú'.normalize('NFD') });
  }, 30_000);
});

describe('a case that is not encrypted', () => {
  test('is one file when closed, names itself to other programs, and opens again as it was', async () => {
    await desk.newCase();
    await desk.ask('person.add', {
      name: 'Owen Farrell',
      caseRole: 'respondent',
      occupation: 'teacher',
      position: null,
      unit: null,
      workingHours: [],
      accounts: [],
      relatives: [],
      note: null,
    });
    const state = await desk.ask('case.state', {});
    await desk.ask('case.close', {});
    expect(readdirSync(desk.folder).sort()).toEqual(['case.evenhand', 'profile']);
    expect(readFileSync(desk.path).subarray(68, 72).toString('latin1')).toBe('Evnh');
    expect(await desk.ask('case.open', { path: desk.path, passphrase: null })).toEqual(state);
    expect((await desk.ask('person.list', {})).map(({ name }) => name)).toEqual(['Owen Farrell']);
  });

  test('stays one whole case while it is open: a copy made between two commands verifies', async () => {
    await desk.newCase();
    await desk.ask('first-question.answer', { question: 'child-at-risk', answer: 'no', note: null });
    copyFileSync(desk.path, desk.at('copy.evenhand'));
    const opened = openCase(desk.at('copy.evenhand'), null);
    expect(verifyCase(opened, await desk.fingerprint())).toMatchObject({ ok: true });
    opened.close();
  });

  test('is refused a second time to the same window, and the open one is not touched', async () => {
    await desk.newCase();
    const other = { path: desk.at('other.evenhand'), title: 'T', passphrase: null, district: null };
    expect((await desk.refused('case.create', other)).kind).toBe('case-already-open');
    expect((await desk.refused('case.open', { path: desk.path, passphrase: null })).kind).toBe('case-already-open');
    expect((await desk.ask('case.state', {})).title).toBe('A case');
  });

  test('that another process has open is refused within half a second, and verifying it says so too', async () => {
    await desk.newCase();
    const script = desk.write(
      'second.mjs',
      `import { openCaseFile } from ${JSON.stringify(join(root, 'src/engine/case-file/index.ts'))};
       import { CannotOpen, openCase } from ${JSON.stringify(join(root, 'src/verifier/index.ts'))};
       const path = ${JSON.stringify(desk.path)};
       const start = performance.now();
       const kind = await openCaseFile({ path, passphrase: null, resourcesDir: ${JSON.stringify(join(root, 'resources'))}, now: '', by: 'Test, tester', log: () => {} })
         .then(() => 'opened', (error) => error.kind + ' ' + error.details.who);
       const took = performance.now() - start;
       let words = 'opened';
       try { openCase(path, null); } catch (error) { words = error instanceof CannotOpen ? error.message : String(error); }
       console.log(JSON.stringify({ kind, took, words }));`,
    );
    const told = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' }));
    expect(told.kind).toMatch(/^case-in-use by .+, Investigator, on .+ since \d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(told).toMatchObject({ words: 'The case is open already. Close it first.' });
    expect(told.took).toBeLessThan(500);
    await desk.ask('first-question.answer', { question: 'child-at-risk', answer: 'no', note: null });
  });
});

describe('what is no case', () => {
  const open = async (name: string) =>
    (await desk.refused('case.open', { path: desk.at(name), passphrase: null })).kind;

  test('is refused by name: missing, a folder, a short file, another program’s database', async () => {
    expect(await open('nowhere.evenhand')).toBe('case-missing');
    expect(await open('.')).toBe('case-missing');
    desk.write('short.evenhand', 'SQLite format 3');
    expect(await open('short.evenhand')).toBe('not-a-case');
    desk.write('empty.evenhand', '');
    expect(await open('empty.evenhand')).toBe('not-a-case');
    const foreign = new Database(desk.at('foreign.evenhand'));
    foreign.exec('PRAGMA journal_mode = WAL; CREATE TABLE mine (x); INSERT INTO mine VALUES (1)');
    foreign.close();
    const before = readFileSync(desk.at('foreign.evenhand'));
    expect(await open('foreign.evenhand')).toBe('not-a-case');
    expect(readFileSync(desk.at('foreign.evenhand')).equals(before)).toBe(true);
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('foreign'))).toEqual(['foreign.evenhand']);
    desk.write('text.evenhand', 'Just some words, long enough to be taken for a salt and more. '.repeat(40));
    const error = await desk.refused('case.open', { path: desk.at('text.evenhand'), passphrase });
    expect(error.kind).toBe('case-wrong-key');
  }, 30_000);

  test('is never written over by a new case, and a missing folder is named', async () => {
    writeFileSync(desk.path, 'something else');
    const order = { title: 'T', passphrase: null, district: null };
    expect((await desk.refused('case.create', { ...order, path: desk.path })).kind).toBe('case-exists');
    expect(readFileSync(desk.path, 'utf8')).toBe('something else');
    const nowhere = desk.at('no', 'such', 'folder.evenhand');
    expect((await desk.refused('case.create', { ...order, path: nowhere })).kind).toBe('case-folder-missing');
    expect(existsSync(desk.at('no'))).toBe(false);
  });

  test('an unknown district makes no file', async () => {
    const order = { path: desk.path, title: 'T', passphrase: null, district: 'atlantis' };
    expect((await desk.refused('case.create', order)).kind).toBe('district-unknown');
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('case'))).toEqual([]);
  });
});

test('a case of a newer format is refused and not a byte of it changes', async () => {
  await desk.newCase();
  await desk.ask('case.close', {});
  const raw = new Database(desk.path);
  raw.pragma('user_version = 99');
  raw.close();
  const before = readFileSync(desk.path);
  const error = await openIt(null);
  expect(error.kind).toBe('case-newer');
  expect(error.title).toContain('99');
  expect(readFileSync(desk.path).equals(before)).toBe(true);
  expect(() => openCase(desk.path, null)).toThrow(/newer Evenhand/);
});

test('a damaged case is refused in words that point to the backup first, and to what can be saved', async () => {
  await desk.newCase();
  await desk.ask('case.close', {});
  const bytes = readFileSync(desk.path);
  writeFileSync(desk.path, bytes.subarray(0, 5000));
  const error = await openIt(null);
  expect(error.kind).toBe('case-damaged');
  expect(error.next).toMatch(/latest backup.*save what can be read/);
});

test('a process that is killed while it makes a case leaves a whole case or none', async () => {
  for (const wait of [0, 2, 4, 6, 8, 11, 15, 20, 30]) {
    const path = desk.at(`made-${wait}.evenhand`);
    const script = `import { createEngine } from ${JSON.stringify(join(root, 'src/engine/index.ts'))};
      import { host } from ${JSON.stringify(join(root, 'tests/engine/desk.ts'))};
      const engine = createEngine(host(${JSON.stringify(desk.at('profile'))}));
      process.stdout.write('x');
      await engine.call('case.create', { path: ${JSON.stringify(path)}, title: 'T', passphrase: null, district: null });
      process.stdout.write('y');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const told: string[] = [];
    child.stdout.on('data', (piece) => told.push(String(piece)));
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill('SIGKILL');
    await once(child, 'close');
    const made = existsSync(path);
    if (told.join('').includes('y')) expect(made).toBe(true);
    if (made) await desk.ask('case.open', { path, passphrase: null });
    else await desk.ask('case.create', { path, title: 'T', passphrase: null, district: null });
    expect((await desk.ask('ledger.verify', { expect: null })).ok).toBe(true);
    await desk.ask('case.close', {});
    expect(readdirSync(desk.folder).filter((name) => name.startsWith(`made-${wait}.`))).toEqual([
      `made-${wait}.evenhand`,
    ]);
  }
}, 60_000);

describe('this computer’s memory of a case', () => {
  test('says when an older copy is opened', async () => {
    await desk.newCase();
    await desk.ask('case.close', {});
    copyFileSync(desk.path, desk.at('older.evenhand'));
    await desk.ask('case.open', { path: desk.path, passphrase: null });
    await desk.ask('first-question.answer', { question: 'child-at-risk', answer: 'no', note: null });
    await desk.ask('case.close', {});
    const { notices } = await desk.ask('case.open', { path: desk.at('older.evenhand'), passphrase: null });
    expect(notices[0]).toContain('lacks entries that this computer saw before');
  });

  test('holds no name and no title, and a damaged one keeps no case closed', async () => {
    await desk.newCase();
    await desk.ask('case.close', {});
    expect(readFileSync(desk.at('profile', 'seen.json'), 'utf8')).not.toMatch(/A case|case\.evenhand/);
    writeFileSync(desk.at('profile', 'seen.json'), '{"half a');
    await desk.ask('case.open', { path: desk.path, passphrase: null });
  });
});
