import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type Browser, chromium, type ElectronApplication, type Page } from '@playwright/test';
import { axeViolations, test as base, expect, handOver } from './fixtures/window.ts';

/** The page that lies in every copy, in whatever opens it: here a bare window of the test runtime, and Chromium if there is one. */
const commandLine = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url));
const ownChromium = ['/usr/lib/chromium/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

interface Copy {
  readonly folder: string;
  /** The fingerprint at the end of the copy. */
  readonly fingerprint: string;
}

const test = base.extend<{ copy: Copy; opened: Page; inChromium: Page }>({
  copy: async ({ folder }, use) => {
    const run = (words: readonly string[], stdin = '') => {
      const env = { ...process.env, INIT_CWD: folder, EVENHAND_PROFILE: join(folder, 'profile') };
      const done = spawnSync(process.execPath, [commandLine, ...words], { env, input: stdin, encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr}`);
      return done.stdout;
    };
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'one.txt'), 'The words of the first witness.');
    // More than one slice of the page’s reading.
    writeFileSync(join(folder, 'in', 'large.txt'), 'nine megabytes '.repeat(600_000));
    run(['new', 'a.evenhand', '--title', 'A', '--no-passphrase']);
    run(['import', 'a.evenhand', 'in']);
    run(['call', 'a.evenhand', 'fact.record'], JSON.stringify({ itemId: null, words: 'A fact' }));
    const told = JSON.parse(run(['export', 'a.evenhand', 'copy', '--audience', 'full', '--to', 'Union', '--json']));
    await use({ folder: join(folder, 'copy'), fingerprint: told.fingerprint });
  },
  opened: async ({ copy, folder }, use) => {
    const program = join(folder, 'open-page');
    mkdirSync(program);
    writeFileSync(join(program, 'package.json'), '{"name":"open-page","version":"1.0.0","main":"main.cjs"}');
    writeFileSync(
      join(program, 'main.cjs'),
      `const { app, BrowserWindow } = require('electron');
       app.whenReady().then(() => {
         const window = new BrowserWindow({ width: 1000, height: 800 });
         window.loadFile(${JSON.stringify(join(copy.folder, 'check-this-copy.html'))});
       });`,
    );
    const home = join(folder, 'page-home');
    mkdirSync(home);
    handOver(home);
    const app: ElectronApplication = await _electron.launch({
      executablePath: process.env['EVENHAND_TEST_ELECTRON'] ?? '',
      chromiumSandbox: true,
      args: ['--disable-gpu', program],
      cwd: '/',
      env: {
        PATH: process.env['PATH'] ?? '',
        DISPLAY: process.env['DISPLAY'] ?? '',
        HOME: home,
        XDG_CONFIG_HOME: join(home, '.config'),
      },
    });
    await use(await app.firstWindow());
    await app.close();
  },
  inChromium: async ({ copy }, use) => {
    const browser: Browser = await chromium.launch({ executablePath: ownChromium ?? '', args: ['--no-sandbox'] });
    const page = await browser.newPage({ offline: true });
    await page.goto(`file://${join(copy.folder, 'check-this-copy.html')}`);
    await use(page);
    await browser.close();
  },
});

type Giving = (page: Page, folder: string) => Promise<void>;

const choose: Giving = (page, folder) => page.getByLabel('Choose the folder').setInputFiles(folder);

/** As a person does it from the file manager. (This Electron’s file field takes no folder from a test.) */
const drop: Giving = async (page, folder) => {
  const session = await page.context().newCDPSession(page);
  const place = await page.locator('#drop').boundingBox();
  const point = { x: (place?.x ?? 0) + 20, y: (place?.y ?? 0) + 20 };
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...point, data });
  }
  await session.detach();
};

async function says(page: Page, giving: Giving, folder: string, fingerprint: string, verdict: RegExp): Promise<void> {
  await page.getByLabel('Fingerprint that you received earlier').fill(fingerprint);
  await giving(page, folder);
  await expect(page.getByRole('alert').getByRole('heading')).toHaveText(verdict, { timeout: 30_000 });
  await expect(page.getByRole('status')).toHaveText('Done.');
}

async function holdsAndFinds(page: Page, { folder, fingerprint }: Copy, giving: Giving): Promise<void> {
  const give = (given: string, expected: string, verdict: RegExp) => says(page, giving, given, expected, verdict);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await give(folder, fingerprint, /^Unchanged since \d+ \w+ \d{4}, \d\d:\d\d \(UTC/);
  await give(folder, '', /^Unchanged since .* when this copy was made/);
  await give(folder, 'f'.repeat(64), /^Changed: the case was cut or rolled back/);
  await expect(page.getByRole('alert')).not.toContainText(/genuine|authentic/i);

  const tampered = `${folder}-tampered`;
  cpSync(folder, tampered, { recursive: true });
  const ledger = join(tampered, 'data/record/ledger.jsonl');
  writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('A fact', 'A tale'));
  await give(tampered, fingerprint, /^Changed: a recorded change was altered: entry \d+/);
  const signature = join(`${folder}-tampered-2`, 'data/record/checkpoints.jsonl');
  cpSync(folder, `${folder}-tampered-2`, { recursive: true });
  writeFileSync(signature, readFileSync(signature, 'utf8').replace(/"signature":"....../, '"signature":"AAAAAA'));
  await give(`${folder}-tampered-2`, fingerprint, /^Changed: a signature does not hold/);

  await giving(page, join(folder, 'data'));
  await expect(page.getByRole('alert')).toContainText('This folder holds no copy of a case.');
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
}

test('the page in a copy checks a folder that is dropped on it, in an engine that knows no Ed25519 of its own', async ({
  opened,
  copy,
}) => {
  await holdsAndFinds(opened, copy, drop);
  expect(await axeViolations(opened)).toEqual([]);
});

test('the page in a copy checks a folder that is chosen, in a current browser, offline', async ({
  inChromium,
  copy,
}) => {
  test.skip(ownChromium === undefined, 'There is no Chromium on this machine.');
  await holdsAndFinds(inChromium, copy, choose);
});
