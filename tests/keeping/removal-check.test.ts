import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RawCase, tamper, verify } from '../custody/raw-case.ts';
import { Desk, root } from '../engine/desk.ts';
import { instruction, needlesIn, zipOf } from './keeping-desk.ts';

/** A chat of 1,500 lines in an archive beside a short one, linked and described, then locked: much to be taken out. */
async function lockedCase(desk: Desk): Promise<{ evidenceId: string; needles: readonly string[] }> {
  await desk.newCase();
  const lines = Array.from(
    { length: 1500 },
    (_, at) =>
      `"Person${at % 7}","2026-03-${String(1 + (at % 28)).padStart(2, '0')} 10:${String(at % 60).padStart(2, '0')}","quastwort${at} zwirbelsatz ${'lorem '.repeat(at % 9)}ende${at}"`,
  );
  const chat = ['From,Date,Message', ...lines, ''].join('\n');
  const other = 'From,Date,Message\n"Ana","2026-03-02 09:00","a harmless pretzel"\n';
  desk.write('phone.zip', zipOf({ 'chat.csv': Buffer.from(chat), 'other.csv': Buffer.from(other) }));
  await desk.import('phone.zip');
  const { rows } = await desk.ask('item.page', { filter: { words: 'quastwort77' } });
  const itemId = rows[0]?.id ?? '';
  await desk.ask('fact.record', { itemId, words: 'knorzelnotiz about it' });
  const source = (await desk.ask('evidence.list', {})).find(({ name }) => name === 'chat.csv');
  await desk.ask('protection.lock', { evidenceId: source?.id ?? '', because: 'misfiled', note: null });
  return {
    evidenceId: source?.id ?? '',
    needles: [
      ...Array.from({ length: 60 }, (_, at) => `quastwort${at * 25}`),
      'zwirbelsatz',
      'knorzelnotiz',
      'Person3',
    ],
  };
}

describe('a case after a removal', () => {
  const desk = new Desk();
  let needles: readonly string[] = [];

  beforeAll(async () => {
    const locked = await lockedCase(desk);
    needles = locked.needles;
    for (const needle of needles.slice(0, 3)) expect(needlesIn(desk, needle)).not.toEqual([]);
    await desk.ask('protection.remove', { evidenceId: locked.evidenceId, ...instruction });
    await desk.ask('case.close', {});
  }, 120_000);
  afterAll(() => desk.end());

  test('holds none of a thousand words, neither in the file nor in its index', () => {
    expect(needles.flatMap((needle) => needlesIn(desk, needle))).toEqual([]);
  });

  test('holds for the check, and still finds what else was in the archive', async () => {
    expect(verify(desk.path).firstProblem).toBeNull();
    await desk.ask('case.open', { path: desk.path, passphrase: null });
    expect((await desk.ask('item.search', { words: 'pretzel', limit: 5 })).total).toBe(1);
    expect((await desk.ask('item.search', { words: 'zwirbelsatz', limit: 5 })).total).toBe(0);
    await desk.ask('case.close', {});
  });

  const ways: readonly (readonly [string, string, (raw: RawCase) => void])[] = [
    [
      'words were put back into a recorded text',
      'a removal left words behind',
      (raw) => raw.run(`UPDATE ledger_change SET after = '{"words":"again"}' WHERE tbl = 'fact'`),
    ],
    [
      'an item of it has words again',
      'a removal left words behind',
      (raw) =>
        raw.run("UPDATE item SET text = 'again' WHERE number = (SELECT min(number) FROM item WHERE body = '{}')"),
    ],
    [
      'bytes were put back into the archive',
      'a removal left bytes behind',
      (raw) =>
        raw.run("INSERT INTO content_chunk SELECT sha256, 0, 'raw', x'00' FROM evidence WHERE name = 'phone.zip'"),
    ],
    [
      'another row was taken away under the cover of the removal',
      'a record was removed',
      (raw) => raw.run('DELETE FROM look_through WHERE rowid = (SELECT min(rowid) FROM look_through)'),
    ],
    [
      'a removal was added by hand',
      'a record was added outside the evidence record',
      (raw) =>
        raw.run(
          "INSERT INTO removal_row SELECT 'x', 0, removal_id, 'evidence', (SELECT id FROM evidence WHERE name = 'other.csv'), 'emptied' FROM removal_row LIMIT 1",
        ),
    ],
    [
      'the removal was taken out of the record',
      'a recorded change was altered',
      (raw) => raw.run("DELETE FROM removal_row WHERE tbl = 'fact'"),
    ],
    [
      'the hash of the source was put back',
      'a record differs from what the evidence record says',
      (raw) =>
        raw.run(
          "UPDATE evidence SET sha256 = (SELECT max(sha256) FROM content WHERE sha256 <> 'removed') WHERE name = 'chat.csv'",
        ),
    ],
  ];
  test.each(ways)('is found where %s', (_, what, change) => {
    const path = desk.at('tampered.evenhand');
    copyFileSync(desk.path, path);
    tamper(path, change);
    expect(verify(path).firstProblem?.what).toBe(what);
  });

  const tools = ['sqlite3', 'openssl', 'sha256sum', 'gzip'].every(
    (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0,
  );
  test.skipIf(!tools)(
    'holds for a stranger who follows docs/custody.md, and does not where words were put back',
    () => {
      const page = readFileSync(join(root, 'docs/custody.md'), 'utf8');
      const script = desk.write('check.sh', /```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
      const check = (path: string) => spawnSync('sh', [script, path], { encoding: 'utf8' });
      expect(check(desk.path).stdout).toMatch(/^Holds\. Fingerprint: [0-9a-f]{64}\n$/);
      const path = desk.at('tampered.evenhand');
      copyFileSync(desk.path, path);
      tamper(path, (raw) => raw.run(`UPDATE ledger_change SET after = '{"a":1}' WHERE tbl = 'fact'`));
      expect(check(path).stdout).toContain('AMISS: a removal left words behind');
    },
    60_000,
  );
});

describe('a removal that is cut off', () => {
  const desk = new Desk();
  let locked: { evidenceId: string; needles: readonly string[] };

  beforeAll(async () => {
    locked = await lockedCase(desk);
    await desk.ask('case.close', {});
    copyFileSync(desk.path, desk.at('locked.copy'));
  }, 120_000);
  afterAll(() => desk.end());

  /** Starts the removal in a process of its own and kills it after so many milliseconds; null lets it end. */
  async function removeFor(ms: number | null): Promise<number> {
    for (const left of [desk.path, `${desk.path}-journal`]) rmSync(left, { force: true });
    copyFileSync(desk.at('locked.copy'), desk.path);
    writeFileSync(`${desk.path}.format-1.backup`, 'an older copy with quastwort25');
    const start = performance.now();
    const child = spawn(
      process.execPath,
      [join(root, 'src/cli/index.ts'), 'call', desk.path, 'protection.remove', '--by', 'Kai Lund, Principal'],
      {
        env: { ...process.env, HOME: desk.folder, XDG_CONFIG_HOME: desk.at('config') },
        stdio: ['pipe', 'ignore', 'ignore'],
      },
    );
    child.stdin.end(JSON.stringify({ evidenceId: locked.evidenceId, ...instruction }));
    const timer = ms === null ? null : setTimeout(() => child.kill('SIGKILL'), ms);
    await once(child, 'exit');
    if (timer !== null) clearTimeout(timer);
    return performance.now() - start;
  }

  test('leaves the case as it was or without it, whole either way, and is finished at the next opening', async () => {
    const whole = await removeFor(null);
    const states = { before: 0, after: 0 };
    for (const share of [0.3, 0.45, 0.55, 0.65, 0.72, 0.78, 0.84, 0.88, 0.92, 0.96]) {
      await removeFor(whole * share);
      // The file was put back as it was before the last try; what this computer saw of that try is no measure for this one.
      rmSync(desk.at('profile', 'seen.json'), { force: true });
      await desk.ask('case.open', { path: desk.path, passphrase: null });
      const { removed, locked: stillLocked } = await desk.ask('protection.view', {});
      expect((await desk.ask('ledger.verify', { expect: null })).firstProblem).toBeNull();
      await desk.ask('case.close', {});
      if (removed.length === 0) {
        states.before += 1;
        expect(stillLocked).toHaveLength(1);
        expect(needlesIn(desk, 'quastwort25')).toContain('case.evenhand');
      } else {
        states.after += 1;
        expect(removed[0]?.finishedAt).not.toBeNull();
        expect(existsSync(`${desk.path}.format-1.backup`)).toBe(false);
        expect(locked.needles.flatMap((needle) => needlesIn(desk, needle))).toEqual([]);
      }
    }
    expect(states.before).toBeGreaterThan(0);
  }, 180_000);
});

test('an encrypted case is removed from as well, and opens with the same passphrase', async () => {
  const desk = new Desk();
  const passphrase = 'four quiet herons wade';
  try {
    await desk.ask('case.create', { path: desk.path, title: 'A case', passphrase, district: 'hollow-brook' });
    desk.write('note.txt', 'A letter of counsel with quastwort');
    await desk.import('note.txt');
    const [file] = await desk.ask('evidence.list', {});
    await desk.ask('protection.lock', { evidenceId: file?.id ?? '', because: 'privileged', note: null });
    await desk.ask('protection.remove', { evidenceId: file?.id ?? '', ...instruction });
    await desk.ask('case.close', {});
    expect(verify(desk.path, null, passphrase)).toMatchObject({
      ok: true,
      removed: [expect.stringContaining('note.txt')],
    });
    await desk.ask('case.open', { path: desk.path, passphrase });
    expect((await desk.ask('item.search', { words: 'quastwort', limit: 5 })).total).toBe(0);
  } finally {
    await desk.end();
  }
}, 60_000);
