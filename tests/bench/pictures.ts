/**
 * Reading the words of pictures against two processes of `tesseract` with the same trained data: `npm run bench:pictures`.
 * Forty made pages, each program in turn; medians and ratios are printed. `-- --pages 10 --rounds 1` measures with less.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { pageOfWords } from './intake-material.ts';
import { inTurns, printGoals, printLoad, printRuns, type Run, run } from './measure.ts';

const LANGUAGES = ['eng', 'spa'];
/** A4 at 150 dots an inch. */
const PAGE = { width: 1240, height: 1754, lines: 38 };

async function writePage(path: string, n: number): Promise<void> {
  const lines = pageOfWords(n, PAGE.lines)
    .map((line, row) => `<text x="90" y="${120 + row * 42}" font-size="26" font-family="serif">${line}</text>`)
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}"><rect width="100%" height="100%" fill="#fff"/>${lines}</svg>`;
  await sharp(Buffer.from(svg)).withMetadata({ density: 150 }).png().toFile(path);
}

/** The trained data that the program brings along, unpacked for another program. */
function unpackTrained(folder: string): void {
  const require = createRequire(import.meta.url);
  for (const language of LANGUAGES) {
    const home = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    const packed = readFileSync(join(home, '4.0.0_best_int', `${language}.traineddata.gz`));
    writeFileSync(join(folder, `${language}.traineddata`), gunzipSync(packed));
  }
}

/** Two processes side by side, each with half of the pages. */
function twoProcesses(folder: string, pages: readonly string[]): Promise<Run> {
  const half = Math.ceil(pages.length / 2);
  const starts = [pages.slice(0, half), pages.slice(half)].map((part, n) => {
    const list = join(folder, `list-${n}.txt`);
    writeFileSync(list, part.join('\n'));
    return `tesseract ${list} ${join(folder, `out-${n}`)} --tessdata-dir ${folder} -l ${LANGUAGES.join('+')} &`;
  });
  // One thread each, as the program's own workers have.
  return run({ program: 'sh', args: ['-c', `${starts.join(' ')} wait`], env: { OMP_THREAD_LIMIT: '1' } });
}

async function byEvenhand(folder: string, inbox: string, who: string): Promise<Run> {
  const own = mkdtempSync(join(folder, 'run-'));
  const args = [join(import.meta.dirname, 'intake-run.ts'), who, own, inbox];
  return run({ program: process.execPath, args }).finally(() => rmSync(own, { recursive: true }));
}

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '3' },
    sources: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
try {
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  const pages = Array.from({ length: Number(values.pages) }, (_, n) => join(inbox, `page-${n}.png`));
  for (const [n, page] of pages.entries()) await writePage(page, n);
  unpackTrained(folder);
  const who = values.sources ? 'evenhand' : 'evenhand-built';
  const installed = spawnSync('tesseract', ['--version'], { stdio: 'ignore' }).error === undefined;
  const peer: Record<string, () => Promise<Run>> = installed
    ? { 'two tesseract processes': () => twoProcesses(folder, pages) }
    : {};
  const runs: Readonly<Record<string, Run>> = await inTurns(Number(values.rounds), {
    Evenhand: () => byEvenhand(folder, inbox, who),
    ...peer,
  });
  printRuns(`${values.pages} pages of words`, runs);
  const [own, other] = [runs['Evenhand'], runs['two tesseract processes']];
  if (own === undefined || other === undefined)
    console.log('\ntesseract is not installed here: nothing to compare with.');
  else {
    printGoals([
      { what: 'wall time against two processes', is: own.wall / other.wall, atMost: 1.8 },
      { what: 'processor time against two processes', is: own.cpu / other.cpu, atMost: 1.8 },
    ]);
  }
  printLoad();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
