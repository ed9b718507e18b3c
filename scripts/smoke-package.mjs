// Starts a packaged Evenhand as a user would and does the main job in it: a sample incident is imported and mapped, a referral
// is issued, and the case is verified. Driven over the page's own debugging port: the inspector of its main process is off.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE_MS = 180_000;

/** @param {string} folder the unpacked program @param {(line: string) => void} say */
export async function smokePackage(folder, say) {
  const home = mkdtempSync(join(tmpdir(), 'evenhand-smoke-'));
  const started = performance.now();
  const program = start(join(folder, 'evenhand'), home);
  try {
    const page = await pageOf(program);
    say(`The packaged program shows its window after ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    const told = await mainJob(page, join(home, 'smoke.evenhand'));
    say(`In it: ${told.items} items imported, ${told.suggestions} suggestions, ${told.document}, ${told.verified}.`);
    page.close();
  } finally {
    program.kill();
    await Promise.race([once(program, 'exit'), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    program.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} executable @param {string} home */
function start(executable, home) {
  const asRoot = process.getuid?.() === 0;
  const flags = ['--remote-debugging-port=0', ...(asRoot ? ['--no-sandbox', '--disable-gpu'] : [])];
  const hasDisplay = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  const [program, words] = hasDisplay ? [executable, flags] : ['xvfb-run', ['-a', executable, ...flags]];
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
  return spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'], cwd: home });
}

/** @param {import('node:child_process').ChildProcess} program */
async function pageOf(program) {
  const port = await portOf(program);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/json`).catch(() => null);
    const targets = /** @type {{type: string, webSocketDebuggerUrl: string}[]} */ (
      answer === null ? [] : await answer.json()
    );
    const page = targets.find(({ type }) => type === 'page');
    if (page) return openPage(page.webSocketDebuggerUrl);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The packaged program showed no window.');
}

/** @param {import('node:child_process').ChildProcess} program @returns {Promise<string>} */
function portOf(program) {
  let told = '';
  return new Promise((resolve, reject) => {
    const hear = (/** @type {Buffer} */ piece) => {
      told += String(piece);
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(told)?.[1];
      if (port) resolve(port);
    };
    program.stderr?.on('data', hear);
    program.stdout?.on('data', hear);
    program.on('exit', (code) => reject(new Error(`The packaged program ended (${code}): ${told.slice(-2000)}`)));
    setTimeout(
      () => reject(new Error(`The packaged program did not start: ${told.slice(-2000)}`)),
      PATIENCE_MS,
    ).unref();
  });
}

/** @param {string} url */
async function openPage(url) {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('The page did not answer.'));
  });
  let last = 0;
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  };
  return {
    /** @param {string} expression @returns {Promise<any>} */
    run(expression) {
      const id = ++last;
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result }) => {
          if (result?.exceptionDetails) reject(new Error(JSON.stringify(result.exceptionDetails).slice(0, 1000)));
          else resolve(result?.result?.value);
        });
      });
    },
    close: () => socket.close(),
  };
}

/** A lane of our own to the engine, beside the page's own code: what birpc says, by hand. */
const LANE = `(() => {
  const calls = new Map();
  let last = 0;
  window.smokeReady = new Promise((ready) => {
    window.addEventListener('message', (message) => {
      const [port] = message.ports;
      if (!port) return;
      port.onmessage = ({ data }) => {
        if (data.t === 's') { calls.get(data.i)?.(data.r); calls.delete(data.i); }
      };
      window.smokeCall = (name, input) => new Promise((resolve) => {
        const id = 'smoke-' + ++last;
        calls.set(id, resolve);
        port.postMessage({ t: 'q', i: id, m: 'call', a: [name, input] });
      });
      ready(true);
    });
  });
  window.evenhand.connectEngine();
  return window.smokeReady;
})()`;

/** @param {{run: (expression: string) => Promise<any>}} page @param {string} path */
async function mainJob(page, path) {
  await page.run('new Promise((resolve) => (document.readyState === "complete" ? resolve(1) : (onload = resolve)))');
  await page.run(LANE);
  /** @param {string} name @param {unknown} input */
  const ask = async (name, input) => {
    const reply = await page.run(`window.smokeCall(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
    if (!reply?.ok) throw new Error(`${name}: ${JSON.stringify(reply?.error ?? null)}`);
    return reply.value;
  };
  await ask('sample.open', { sample: 'cafeteria-joke', path });
  await idle(ask);
  const state = await ask('case.state', {});
  const [respondent] = (await ask('person.list', {})).filter(
    (/** @type {{caseRole: string}} */ one) => one.caseRole === 'respondent',
  );
  const issued = await ask('document.issue', {
    kind: 'notice-of-investigation',
    respondentId: respondent.id,
    standard: 'both',
  });
  await idle(ask);
  const report = await ask('ledger.verify', { expect: null });
  if (report.ok !== true) throw new Error(`The case does not verify: ${JSON.stringify(report.firstProblem)}`);
  if (!existsSync(path)) throw new Error('The case file is not where it was asked for.');
  return {
    items: state.counts.items,
    suggestions: state.counts.suggestionsOpen,
    document: `document ${issued.number ?? 1} issued`,
    verified: `verified (${report.checked.entries} lines)`,
  };
}

/** @param {(name: string, input: unknown) => Promise<any>} ask */
async function idle(ask) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const jobs = await ask('job.list', {});
    if (!jobs.some((/** @type {{state: string}} */ job) => job.state === 'running')) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error('The work did not end.');
}
