/**
 * Measures the import: `npm run bench:intake`. Evenhand, a bare floor and other programs take turns, each time in a new
 * process and on a new file; medians of three and their ratios are printed. Nothing is asserted, since a machine that is
 * busy with something else would fail it. Measured is the time until everything given is stored, read and can be found.
 *
 * `-- mails` (10,000 in one mailbox), `-- folder` (the same mails as files, which `mu` and `notmuch` read too, where they
 * are installed), `-- growth` (50,000 against 10,000), `-- bytes` (2 GB that nothing can read); without a word, the first
 * three. `--mails 2000 --megabytes 200 --rounds 1` measure with less, `--sources` takes the workers as they are written
 * and not as they are shipped (`npm run build` makes those).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeMailbox, writeMaildir, writeNoise } from './intake-material.ts';
import { type Command, inTurns, printGoals, printLoad, printRuns, type Run, run } from './measure.ts';

const FILE_MEGABYTES = 50;

interface Settings {
  readonly folder: string;
  readonly mails: number;
  readonly megabytes: number;
  readonly rounds: number;
  readonly who: 'evenhand' | 'evenhand-built';
}

/** One import in a folder of its own, which is gone afterwards. */
async function apart({ folder }: Settings, who: string, paths: readonly string[]): Promise<Run> {
  const own = mkdtempSync(join(folder, 'run-'));
  const args = [join(import.meta.dirname, 'intake-run.ts'), who, own, ...paths];
  return run({ program: process.execPath, args }).finally(() => rmSync(own, { recursive: true }));
}

const isInstalled = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

async function mailbox(settings: Settings): Promise<void> {
  const { folder, mails, rounds, who } = settings;
  const path = join(folder, 'mails.mbox');
  writeMailbox(path, mails);
  const runs = await inTurns(rounds, {
    floor: () => apart(settings, 'floor', [path]),
    Evenhand: () => apart(settings, who, [path]),
  });
  printRuns(`${mails} mails in one mailbox: stored, hashed, read, recorded and indexed`, runs);
  printGoals([
    { what: 'processor time against the floor', is: runs.Evenhand.cpu / runs.floor.cpu, atMost: 1.5 },
    { what: 'wall time against the floor', is: runs.Evenhand.wall / runs.floor.wall, atMost: 1.5 },
    { what: 'memory of all processes', is: runs.Evenhand.memory, atMost: 500, unit: ' MB' },
  ]);
}

/** `mu` with a store of its own: making it is no part of the measurement. */
function mu(folder: string, maildir: string): Command {
  const home = mkdtempSync(join(folder, 'mu-'));
  const set = spawnSync('mu', ['init', `--maildir=${maildir}`, `--muhome=${home}`], { encoding: 'utf8' });
  if (set.status !== 0) throw new Error(set.stderr);
  return { program: 'mu', args: ['index', '--quiet', `--muhome=${home}`] };
}

/** `notmuch` with a store of its own, which it keeps among the mails. */
function notmuch(folder: string, maildir: string): Command {
  rmSync(join(maildir, '.notmuch'), { recursive: true, force: true });
  const config = join(folder, 'notmuch-config');
  writeFileSync(config, `[database]\npath=${maildir}\n[user]\nname=A\nprimary_email=a@school.example\n`);
  return { program: 'notmuch', args: [`--config=${config}`, 'new', '--quiet'] };
}

async function files(settings: Settings): Promise<void> {
  const { folder, mails, rounds, who } = settings;
  const maildir = join(folder, 'maildir');
  writeMaildir(maildir, mails);
  const peers: Record<string, () => Promise<Run>> = {
    ...(isInstalled('mu') ? { 'mu index': () => run(mu(folder, maildir)) } : {}),
    ...(isInstalled('notmuch') ? { 'notmuch new': () => run(notmuch(folder, maildir)) } : {}),
  };
  const runs: Readonly<Record<string, Run>> = await inTurns(rounds, {
    floor: () => apart(settings, 'floor', [join(maildir, 'cur')]),
    Evenhand: () => apart(settings, who, [join(maildir, 'cur')]),
    ...peers,
  });
  printRuns(`The same ${mails} mails as files`, runs);
  const against = (name: string, what: 'cpu' | 'wall', atMost: number) => {
    const [own, other] = [runs['Evenhand'], runs[name]];
    if (own === undefined || other === undefined) {
      console.log(`\n${name} is not installed here and was left out.`);
      return [];
    }
    return [
      { what: `${what === 'cpu' ? 'processor' : 'wall'} time against ${name}`, is: own[what] / other[what], atMost },
    ];
  };
  printGoals([
    ...against('floor', 'cpu', 1.5),
    ...against('floor', 'wall', 1.5),
    ...against('mu index', 'wall', 1.5),
    ...against('notmuch new', 'cpu', 0.5),
  ]);
}

async function growth(settings: Settings): Promise<void> {
  const { folder, mails, rounds, who } = settings;
  const [few, many] = [join(folder, 'few.mbox'), join(folder, 'many.mbox')];
  writeMailbox(few, mails);
  writeMailbox(many, 5 * mails);
  const runs = await inTurns(rounds, {
    few: () => apart(settings, who, [few]),
    many: () => apart(settings, who, [many]),
  });
  printRuns(`${mails} mails and five times as many`, runs);
  printGoals([
    { what: 'processor time, five times as many', is: runs.many.cpu / runs.few.cpu, atMost: 5.8 },
    { what: 'memory of all processes', is: runs.many.memory, atMost: 500, unit: ' MB' },
  ]);
}

async function bytes(settings: Settings): Promise<void> {
  const { folder, megabytes, rounds, who } = settings;
  const { bavail, bsize } = statfsSync(folder);
  // The files, and one case at a time; the journal is small, since all is new.
  if (bavail * bsize < megabytes * 3_000_000) {
    console.log(`\n${megabytes} MB were not stored: the disk has too little room.`);
    return;
  }
  const count = Math.ceil(megabytes / FILE_MEGABYTES);
  const noise = Array.from({ length: count }, (_, n) => join(folder, `recording-${n}.bin`));
  noise.forEach((path, n) => {
    writeNoise(path, Math.round((megabytes / count) * 1_000_000), `recording ${n}`);
  });
  const runs = await inTurns(rounds, {
    floor: () => apart(settings, 'floor', noise),
    Evenhand: () => apart(settings, who, noise),
  });
  printRuns(`${megabytes} MB that nothing can read: hashed and stored`, runs);
  printGoals([
    { what: 'processor time against the floor', is: runs.Evenhand.cpu / runs.floor.cpu, atMost: 1.5 },
    { what: 'wall time against the floor', is: runs.Evenhand.wall / runs.floor.wall, atMost: 1.5 },
    { what: 'memory of all processes', is: runs.Evenhand.memory, atMost: 500, unit: ' MB' },
  ]);
}

const all = { mails: mailbox, folder: files, growth, bytes } as const;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mails: { type: 'string', default: '10000' },
      megabytes: { type: 'string', default: '2000' },
      rounds: { type: 'string', default: '3' },
      sources: { type: 'boolean', default: false },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
  try {
    for (const what of positionals.length === 0 ? ['mails', 'folder', 'growth'] : positionals) {
      const measure = Object.entries(all).find(([name]) => name === what)?.[1];
      if (measure === undefined) throw new Error(`There is no measurement “${what}”: ${Object.keys(all).join(', ')}.`);
      const own = join(folder, what);
      mkdirSync(own);
      await measure({
        folder: own,
        mails: Number(values.mails),
        megabytes: Number(values.megabytes),
        rounds: Number(values.rounds),
        who: values.sources ? 'evenhand' : 'evenhand-built',
      });
      rmSync(own, { recursive: true });
    }
    printLoad();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
