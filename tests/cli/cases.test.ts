import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../engine/desk.ts';
import { Terminal } from './evenhand.ts';
import { VerifyLine } from './schemas.ts';

const terminal = new Terminal();
beforeAll(() => terminal.newCase());
afterAll(() => terminal.end());

const kept = (name = 'case.evenhand') => readFileSync(terminal.at(name));

describe('new', () => {
  test('makes a case where it was typed, and tells programs what it is', async () => {
    const { code, lines, stderr } = await terminal.newCase('made.evenhand', '--district', 'hollow-brook', '--json');
    expect(code, stderr).toBe(0);
    expect(lines).toEqual([
      expect.objectContaining({
        encrypted: false,
        path: terminal.at('made.evenhand'),
        fingerprint: expect.any(String),
      }),
    ]);
    expect(existsSync(terminal.at('made.evenhand'))).toBe(true);
    expect(stderr).toContain('not encrypted');
  });

  test('takes a passphrase from a file, prints the recovery key for people only, and both open the case', async () => {
    terminal.write('words.txt', 'four unrelated garden words\n');
    const made = await terminal.run([
      'new',
      'locked.evenhand',
      '--title',
      'T',
      '--passphrase-file',
      'words.txt',
      '--json',
    ]);
    expect(made.code, made.stderr).toBe(0);
    expect(made.lines).toMatchObject([{ encrypted: true }]);
    const key = /(?:[0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}/.exec(made.stderr)?.[0] ?? '';
    expect(made.stdout).not.toContain(key);
    terminal.write('key.txt', key);
    for (const file of ['words.txt', 'key.txt']) {
      const { code } = await terminal.run(['verify', 'locked.evenhand', '--passphrase-file', file, '--json']);
      expect(code, file).toBe(0);
    }
    terminal.write('wrong.txt', 'four unrelated garden wordz');
    expect((await terminal.run(['verify', 'locked.evenhand'])).code).toBe(3);
    expect((await terminal.run(['call', 'locked.evenhand', 'case.state'])).code).toBe(3);
    expect((await terminal.run(['items', 'locked.evenhand', '--passphrase-file', 'wrong.txt'])).code).toBe(3);
    const none = await terminal.run(['items', 'locked.evenhand', '--passphrase-file', 'nowhere.txt']);
    expect(none.code).toBe(2);
  }, 60_000);

  test.each([
    ['without a title', ['new', 'x.evenhand', '--no-passphrase']],
    ['without a word about the passphrase', ['new', 'x.evenhand', '--title', 'T']],
    [
      'with a district that is none',
      ['new', 'x.evenhand', '--title', 'T', '--no-passphrase', '--district', 'atlantis'],
    ],
    ['in a folder that is none', ['new', 'no/where/x.evenhand', '--title', 'T', '--no-passphrase']],
    ['over a file that is there', ['new', 'case.evenhand', '--title', 'T', '--no-passphrase']],
    ['by somebody without a role', ['new', 'x.evenhand', '--title', 'T', '--no-passphrase', '--by', 'Dana']],
  ])('%s is wrong usage, and makes nothing', async (_, words) => {
    const before = kept();
    const { code, stdout, stderr } = await terminal.run(words);
    expect(code, stderr).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim()).not.toBe('');
    expect(readdirSync(terminal.folder).filter((name) => name.startsWith('x.'))).toEqual([]);
    expect(kept().equals(before)).toBe(true);
  });

  test('a passphrase is never an argument', async () => {
    const { code } = await terminal.run(['new', 'x.evenhand', '--title', 'T', '--passphrase', 'four unrelated words']);
    expect(code).toBe(2);
  });

  test('takes a district’s settings from a file beside where it was typed', async () => {
    copyFileSync(join(root, 'resources/districts/sound-shore.yaml'), terminal.at('ours.yaml'));
    const { code, stderr } = await terminal.newCase('ours.evenhand', '--district', 'ours.yaml');
    expect(code, stderr).toBe(0);
    expect(await terminal.call('case.state', {}, 'ours.evenhand')).toMatchObject({
      districtName: expect.stringContaining('Sound Shore'),
    });
    writeFileSync(terminal.at('broken.yaml'), 'id: [');
    expect((await terminal.newCase('x.evenhand', '--district', 'broken.yaml')).code).toBe(2);
  });
});

describe('call', () => {
  test('reaches any call with JSON in and JSON out', async () => {
    const { code, lines } = await terminal.run(['call', 'case.evenhand', 'person.list'], '{}');
    expect([code, lines]).toEqual([0, [[]]]);
    expect(await terminal.call('case.state', {})).toMatchObject({ title: 'A case' });
    const districts = await terminal.run(['call', '-', 'district.list'], '');
    expect(districts.lines).toMatchObject([[{ id: 'hollow-brook' }, { id: 'sound-shore' }]]);
  });

  test('says who acts', async () => {
    const question = JSON.stringify({ question: 'police-or-dcf', answer: 'no', note: null });
    const by = ['--by', 'Dana Ruiz, Assistant Superintendent, HR'];
    expect((await terminal.run(['call', 'case.evenhand', 'first-question.answer', ...by], question)).code).toBe(0);
    const page = await terminal.call('ledger.page', { before: null, limit: 1 });
    expect(page).toMatchObject({ rows: [{ by: 'Dana Ruiz, Assistant Superintendent, HR' }] });
  });

  test('tells how a job ended, not that it began', async () => {
    terminal.write('note.txt', 'Words.');
    const order = { paths: [terminal.at('note.txt')], receiptId: null, zone: null };
    expect(await terminal.call('intake.start', order)).toMatchObject({ state: 'done', result: '1 read.' });
  });

  test.each([
    ['input that is no JSON', 'person.add', '{"name": '],
    ['input that does not fit', 'person.add', '{"name": "x"}'],
    ['a call that there is not', 'person.delete', '{}'],
  ])('%s is wrong usage', async (_, name, input) => {
    const before = kept();
    const { code, stdout, stderr } = await terminal.run(['call', 'case.evenhand', name], input);
    expect(code, stderr).toBe(2);
    expect(stdout).toBe('');
    expect(kept().equals(before)).toBe(true);
  });

  test('a refusal of the engine needs a person, in the engine’s own three sentences', async () => {
    const input = JSON.stringify({ kind: 'disciplinary-referral', respondentId: null });
    const { code, stdout, stderr } = await terminal.run(['call', 'case.evenhand', 'document.issue'], input);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^The case has no respondent\. Nothing was changed\. Add the employee under People first\. \(reference [0-9a-f]{8}\)\n$/,
    );
  });
});

describe('verify', () => {
  test('tells programs everything on one line', async () => {
    const { code, lines } = await terminal.run(['verify', 'case.evenhand', '--json']);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    const report = VerifyLine.parse(lines[0]);
    expect(report).toMatchObject({ ok: true, firstProblem: null });
    expect(report.notTested).toEqual(['truncation and rollback: no earlier fingerprint was given']);
    const again = await terminal.run(['verify', 'case.evenhand', '--json', '--expect', report.fingerprint ?? '']);
    expect(VerifyLine.parse(again.lines[0])).toMatchObject({ ok: true, notTested: [] });
  });

  test('tells people in words', async () => {
    const { code, stdout } = await terminal.run(['verify', 'case.evenhand']);
    expect(code).toBe(0);
    expect(stdout).toContain('Unchanged: every hash, the chain and the signatures hold.');
  });

  test('damage, and a fingerprint that is not there, are 1', async () => {
    const wrong = await terminal.run(['verify', 'case.evenhand', '--json', '--expect', 'f'.repeat(64)]);
    expect(wrong.code).toBe(1);
    expect(VerifyLine.parse(wrong.lines[0]).firstProblem?.what).toBe('the case was cut or rolled back');
    copyFileSync(terminal.at('case.evenhand'), terminal.at('damaged.evenhand'));
    const raw = new Database(terminal.at('damaged.evenhand'));
    raw.exec("UPDATE first_answer SET answer = 'yes'");
    raw.close();
    const damaged = await terminal.run(['verify', 'damaged.evenhand', '--json']);
    expect(damaged.code).toBe(1);
    expect(VerifyLine.parse(damaged.lines[0]).ok).toBe(false);
    const cut = kept().subarray(0, 30_000);
    terminal.write('cut.evenhand', cut);
    expect((await terminal.run(['verify', 'cut.evenhand', '--json'])).code).toBe(1);
  });
});

describe('a case that cannot be opened is 3, and says why', () => {
  const commands = [
    ['verify', '@'],
    ['items', '@'],
    ['search', '@', 'x'],
    ['steps', '@'],
    ['import', '@', 'note.txt'],
    ['document', '@', 'disciplinary-referral'],
    ['call', '@', 'case.state'],
  ];
  const each = async (name: string, words: RegExp, which = commands.slice(0, 2)) => {
    for (const command of which) {
      const typed = command.map((word) => (word === '@' ? name : word));
      const { code, stdout, stderr } = await terminal.run(typed);
      expect([typed.join(' '), code, stdout]).toEqual([typed.join(' '), 3, '']);
      expect(stderr, typed.join(' ')).toMatch(words);
    }
  };

  test('missing', () => each('nowhere.evenhand', /no file at/, commands), 30_000);

  test('not a case', async () => {
    const other = new Database(terminal.at('other.evenhand'));
    other.exec('CREATE TABLE x (y)');
    other.close();
    await each('other.evenhand', /not an Evenhand case/);
  }, 30_000);

  test('of a newer version', async () => {
    copyFileSync(terminal.at('case.evenhand'), terminal.at('newer.evenhand'));
    const raw = new Database(terminal.at('newer.evenhand'));
    raw.pragma('user_version = 99');
    raw.close();
    await each('newer.evenhand', /newer Evenhand/);
  }, 30_000);

  test('in use', async () => {
    const script = `import Database from 'better-sqlite3';
      const db = new Database(${JSON.stringify(terminal.at('case.evenhand'))});
      db.pragma('locking_mode = EXCLUSIVE'); db.exec('BEGIN EXCLUSIVE; COMMIT'); console.log('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await each('case.evenhand', /open already/);
    child.kill('SIGKILL');
    await once(child, 'close');
  }, 30_000);
});

describe('usage', () => {
  test('a command that there is not, or none, is 2; help and the version are 0', async () => {
    expect((await terminal.run(['dance'])).code).toBe(2);
    expect((await terminal.run([])).code).toBe(2);
    expect((await terminal.run(['import', 'case.evenhand'])).code).toBe(2);
    expect((await terminal.run(['items', 'case.evenhand', '--colour'])).code).toBe(2);
    const help = await terminal.run(['--help']);
    expect(help.code).toBe(0);
    for (const name of [
      'new',
      'call',
      'import',
      'items',
      'search',
      'suggest',
      'deadline',
      'steps',
      'document',
      'verify',
      'demo',
      'doctor',
    ]) {
      expect(help.stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
    const version = await terminal.run(['--version']);
    expect([version.code, version.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  test('through npm, paths are those of where it was typed', () => {
    const out = execFileSync(
      'npm',
      ['--prefix', root, 'run', '-s', 'evenhand', '--', 'verify', 'case.evenhand', '--json'],
      {
        cwd: terminal.folder,
        encoding: 'utf8',
        env: { ...process.env, INIT_CWD: terminal.folder, EVENHAND_PROFILE: terminal.at('profile') },
      },
    );
    expect(VerifyLine.parse(JSON.parse(out)).ok).toBe(true);
  }, 60_000);
});

describe('doctor', () => {
  test('finds everything in place, in words and as JSON', async () => {
    const { code, lines } = await terminal.run(['doctor', '--json']);
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { ok: true, checks: expect.arrayContaining([expect.objectContaining({ what: 'Policies', ok: true })]) },
    ]);
    const words = await terminal.run(['doctor']);
    expect([words.code, words.stdout]).toEqual([
      0,
      expect.stringContaining('ok    Policies: 4118.51@2018-10, norwalk@2013-09-03'),
    ]);
  });

  test('gives each problem of a pack that is being written a line of its own', async () => {
    const pack = readFileSync(join(root, 'tests/agreement/fixtures/quillmere-teachers.yaml'), 'utf8');
    terminal.write('whole.yaml', pack);
    terminal.write('amiss.yaml', pack.replace('"2015"', '2015').replace('status: part-read', 'status: some'));
    const { code, stdout } = await terminal.run(['doctor', 'whole.yaml', 'amiss.yaml']);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'ok    whole.yaml: quillmere-teachers@2015',
      'AMISS amiss.yaml: 2 problems',
      expect.stringMatching(/^ {6}line \d+, version: needs a text: put it in quotes/),
      expect.stringMatching(/^ {6}line \d+, status: must be one of example, form/),
    ]);
  });
});
