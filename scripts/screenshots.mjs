// npm run screenshots: the README's pictures, made by the app itself on the sample incident of Harbor Point.
// Only folders of the run's own are used, so that no name of this computer or its user is in any picture.
import './guard.mjs';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import sharp from 'sharp';
import { buildIfStale, root } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { onPath } from './system-packages.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const size = { width: 1440, height: 900 };
const pictures = join(root, 'docs', 'images');
const say = (/** @type {string} */ line) => console.error(line);

async function takeAll() {
  const home = join(folder, 'home');
  mkdirSync(join(home, '.config'), { recursive: true });
  const app = await _electron.launch({
    executablePath: electronRuntime({ say }).executable,
    // The only pages shown are the app's own, so that a machine without Chromium's sandbox can make the pictures too.
    args: ['--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1', root],
    cwd: folder,
    timeout: 30_000,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...display.env,
      LANG: 'en_US.UTF-8',
      TZ: 'America/New_York',
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      EVENHAND_NODE: process.execPath,
    },
  });
  try {
    const page = await app.firstWindow();
    await page.waitForURL('app://evenhand/', { waitUntil: 'load' });
    page.setDefaultTimeout(20_000);
    await app.evaluate(
      ({ BrowserWindow, dialog }, { width, height, path }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: path, bookmark: '' });
      },
      { ...size, path: join(folder, 'Harbor Point.evenhand') },
    );
    await nameMyself(page);
    await openSample(page);
    await page.getByRole('button', { name: /^Colours/ }).click();
    await page.getByRole('menuitem', { name: 'Light', exact: true }).click();
    for (const [name, show] of Object.entries(rooms)) {
      await show(page);
      await take(page, name);
    }
  } finally {
    await app.close();
  }
}

/** @param {Page} page */
async function nameMyself(page) {
  await page.getByRole('button', { name: 'Change name or position' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Karen Oduya');
  await page.getByRole('textbox', { name: 'Your position' }).fill('Assistant principal');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await page.getByText('Karen Oduya').waitFor();
}

/** @param {Page} page */
async function openSample(page) {
  await page.getByRole('button', { name: /^Open a copy of the sample “Harbor Point/ }).click();
  await page.getByText('The sample incident is ready. What comes next').waitFor({ timeout: 180_000 });
  await page.getByRole('heading', { name: /^Look at \d+ suggestions$/ }).waitFor();
  await page.getByRole('button', { name: 'Put away' }).click();
  await page.getByRole('button', { name: 'Put this away' }).click();
}

/** @param {Page} page @param {string} room */
async function go(page, room) {
  await page
    .getByRole('navigation', { name: 'Rooms of the case' })
    .getByRole('button', { name: room, exact: true })
    .click();
  await page.getByRole('main', { name: room }).waitFor();
}

/** What each picture shows, in the order of the README. @type {Record<string, (page: Page) => Promise<void>>} */
const rooms = {
  overview: (page) => go(page, 'Overview'),
  async evidence(page) {
    await go(page, 'Evidence');
    await page.getByRole('combobox', { name: 'From or to' }).click();
    await page.getByRole('option', { name: 'Mateo Reyes' }).click();
    await page.getByRole('row', { name: /keep this between us/ }).click();
    await page
      .getByRole('heading', { name: /^May breach/ })
      .first()
      .waitFor();
  },
  async 'clause-grid'(page) {
    await go(page, 'Clause grid');
    await page.getByText('Linked or suggested', { exact: true }).click();
    await page
      .getByRole('button', { name: /^One-to-one/ })
      .first()
      .click();
    await page.getByText('The clause, word for word').waitFor();
  },
  async findings(page) {
    await go(page, 'Findings');
    await page.getByRole('button', { name: /^Allegation 6/ }).click();
    await page.getByRole('button', { name: 'Elements', exact: true }).click();
  },
  steps: (page) => go(page, 'Steps'),
  async documents(page) {
    await go(page, 'Documents');
    await page.getByRole('button', { name: 'Make a draft' }).click();
    await page.getByText(/^Draft, \d+ pages/).waitFor({ timeout: 60_000 });
    await page.locator('canvas').first().waitFor();
    await page.waitForTimeout(1500); // a page is drawn in pieces
  },
  async record(page) {
    await go(page, 'Evidence record');
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('The case file is as it was recorded').waitFor({ timeout: 60_000 });
  },
};

/** @param {Page} page @param {string} name */
async function take(page, name) {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.mouse.move(size.width / 2, size.height - 2);
  await page.waitForTimeout(600);
  const { width, height } = size;
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const file = join(pictures, `${name}.png`);
  const { size: bytes } = await sharp(picture)
    .resize(width, height, { fit: 'inside', withoutEnlargement: true })
    .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
    .toFile(file);
  say(`docs/images/${name}.png, ${Math.round(bytes / 1024)} kB`);
}

/**
 * A screen of our own on Linux, of a size that no desktop decides.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>}
 */
function startDisplay() {
  if (process.platform !== 'linux' || !onPath('Xvfb')) {
    const now = process.env['DISPLAY'];
    return Promise.resolve({ env: now === undefined ? {} : { DISPLAY: now }, stop: () => undefined });
  }
  const args = ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.stdout.once('data', (bytes) =>
      resolve({ env: { DISPLAY: `:${String(bytes).trim()}` }, stop: () => void server.kill() }),
    );
  });
}

if (!buildIfStale(say)) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), 'evenhand-pictures-'));
const display = await startDisplay();
try {
  await takeAll();
} finally {
  display.stop();
  rmSync(folder, { recursive: true, force: true });
}
